"""Tokens of a text: words, numbers in digits, and signs, each with its span."""

import re
from decimal import Decimal

from msgspec import Struct

from herniatui.card.model import Number

_TOKEN = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*(?:[\u00a0\u2009\u202f ]\d{3}(?![\d.,]))*)"
    r"|(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)
_SPACES = re.compile(r"[\u00a0\u2009\u202f ]")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


class Token(Struct, frozen=True):
    """A word, number or sign of a text."""

    text: str
    """In lower case, with a straight apostrophe."""
    start: int
    end: int
    number: Number | None = None
    """The value of digits; None for anything else, and for digits that are part of a word or of no number."""


def tokens(text: str, decimal: str = ",", thousands: str = ".") -> tuple[Token, ...]:
    """Return the tokens of a text, with the signs that its language writes in numbers."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "digits":
            number = None if _in_a_word(text, start, end) else _value(match.group(), decimal, thousands)
            found.append(Token(match.group(), start, end, number))
        elif match.group() in _VULGAR:
            _add_vulgar(found, Token(match.group(), start, end, _VULGAR[match.group()]))
        else:
            found.append(Token(match.group().casefold().replace("’", "'"), start, end))
    return tuple(found)


def plain(number: Number) -> Number:
    """Return the number as an `int` if it is whole."""
    return int(number) if number == int(number) else number


def _add_vulgar(found: list[Token], half: Token) -> None:
    """Add `½`, together with a whole number just before it: `2½`."""
    before = found[-1] if found else None
    if before and isinstance(before.number, int) and half.start - before.end <= 1:
        assert half.number is not None
        found[-1] = Token(before.text + half.text, before.start, half.end, before.number + half.number)
    else:
        found.append(half)


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Return whether digits touch a letter, as in `B12`, `5e` and `10-jarige`."""
    before, after = text[start - 1 : start], text[end : end + 1]
    joined = after == "-" and text[end + 1 : end + 2].isalpha()
    return before.isalpha() or before in ("_", ".", ",") or after.isalpha() or after == "_" or joined


def _value(digits: str, decimal: str, thousands: str) -> Number | None:
    """Return the value of digits with separators: `1.000` and `10 000` are whole, `2,5` has a fraction."""
    if len(digits) > 15:
        return None
    whole = _SPACES.sub("", digits)
    groups, point, fraction = whole.partition(decimal)
    parts = groups.split(thousands)
    if all(part.isdecimal() for part in parts) and (not point or fraction.isdecimal()):
        if len(parts) == 1 or (all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3):
            return plain(Decimal(f"{''.join(parts)}.{fraction or 0}"))
        if len(parts) == 2 and not point:  # a point where the language writes a comma: `2.5` in Dutch
            return plain(Decimal(f"{parts[0]}.{parts[1]}"))
    return None
