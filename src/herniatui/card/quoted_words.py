"""Words of a card that its makers mark: bold, linked to a page, or explained. They quote the text and are not in it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from herniatui.card.whole_words import IN_A_STATEMENT, word_places

Spans = tuple[tuple[int, int], ...]
"""Spans of words in a text: index of the first character, and of the one after the last."""


class Bold(Struct, frozen=True):
    """Words of a statement that the card prints in bold."""

    quote: str
    within: str = ""
    """Words around the quote that stand in the text once, if the quote itself stands there more than once."""


class Hyperlink(Struct, frozen=True):
    """Words of a statement that the makers link to a page."""

    quote: str
    address: str
    within: str = ""


class Explanation(Struct, frozen=True):
    """An entry of the card's glossary."""

    words: tuple[str, ...]
    """The forms of the word on the card, the one to list it under first; upper and lower case match."""
    text: str
    """What the card says about it."""


def quote_places(text: str, quote: str, within: str = "") -> Iterator[tuple[int, int]]:
    """Yield the span of every place where the quote stands in the text, or in the first place of `within` there."""
    start, end = 0, len(text)
    if within:
        start = next(word_places(within, text, IN_A_STATEMENT), end)
        end = min(end, start + len(within))
    for place in word_places(quote, text, IN_A_STATEMENT):
        if start <= place and place + len(quote) <= end:
            yield place, place + len(quote)


@lru_cache(maxsize=1000)
def bold_spans(text: str, bold: tuple[Bold, ...]) -> Spans:
    """Return the spans of the bold words of a text, in order; those that overlap or touch are one.

    Cached: called for the same statements on every key press. Never called with patient text.
    """
    return merged(next(quote_places(text, each.quote, each.within), (0, 0)) for each in bold)


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return the spans in order; those that overlap or touch are one, and empty ones are left out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
