"""Amounts in a text: one number or a range, with the words before and behind that say how exact it is."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from herniatui.card.model import Number
from herniatui.card.wording.tokens import Token, plain
from herniatui.card.wording.word_list import Phrases, WordList

EXACTLY = ""
CONFLICT = "conflict"
"""Words that say two things about one number, such as `hooguit ongeveer`: no picture can say both."""
WITHIN, AFTER, ABOUT = "within", "after", "about"
_MOST_SKIPPED = 2
_HALF = Decimal("0.5")


class Amount(Struct, frozen=True):
    """A number in digits or words, by its place among the tokens."""

    value: Number
    end: int
    """Place of the token behind it."""
    is_article: bool = False
    """Whether it is a word such as `een`, which is a number only in some places."""


class Range(Struct, frozen=True):
    """An amount, or two with `tot` between them."""

    low: Amount
    high: Amount | None
    start: int
    """Place of the first token, which may be `tussen`."""
    end: int


def amount_at(found: Sequence[Token], place: int, words: WordList) -> Amount | None:
    """Return the amount that begins at this token."""
    if place >= len(found):
        return None
    token = found[place]
    value = token.number if token.number is not None else words.numbers.get(token.text)
    end, is_article = place + 1, False
    if value is None and token.text in words.multipliers:
        value, end = 1, place
    elif value is None and token.text in words.articles:
        value, is_article = 1, True
    if value is None:
        return None
    if end < len(found) and found[end].text in words.multipliers:
        value, end, is_article = value * words.multipliers[found[end].text], end + 1, False
    if more := words.and_a_half.at(found, end):
        value, end, is_article = value + _HALF, more[1], False
    return Amount(plain(value), end, is_article)


def range_at(found: Sequence[Token], place: int, words: WordList) -> Range | None:
    """Return the amount or range that begins at this token: `5`, `5 tot 10`, `tussen de 5 en 10`, `5% tot 10`."""
    if between := words.between.at(found, place):
        low = amount_at(found, between[1], words)
        joint = low and words.to_and.at(found, _behind_unit(found, low.end, words))
        high = joint and amount_at(found, joint[1], words)
        return Range(low, high, place, high.end) if low and high else None
    low = amount_at(found, place, words)
    if not low:
        return None
    joint = words.to.at(found, _behind_unit(found, low.end, words))
    high = joint and amount_at(found, joint[1], words)
    if high and not high.is_article:
        return Range(low, high, place, high.end)
    return Range(low, None, place, low.end)


def relation_before(
    found: Sequence[Token], place: int, words: WordList, relations: Phrases[str]
) -> tuple[list[str], int]:
    """Return what the words just before this token say of the number there, and the place where they begin.

    Words such as `bij` and `de` may stand between: `niet meer dan bij 5 van de 100`.
    """
    said: list[str] = []
    start = place
    while True:
        at = start
        phrase = relations.before(found, at)
        for _skipped in range(_MOST_SKIPPED):
            if phrase or at == 0 or found[at - 1].text not in words.skipped:
                break
            at -= 1
            phrase = relations.before(found, at)
        if not phrase:
            return said, start
        said.append(phrase[0])
        start = phrase[1]


def _behind_unit(found: Sequence[Token], place: int, words: WordList) -> int:
    """Return the place behind a unit or a percent sign here: `10 dagen tot 3 weken`."""
    unit = words.units.at(found, place) or words.per.at(found, place)
    return unit[1] if unit else place
