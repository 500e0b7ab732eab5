"""Links from words of a card to explanations: the project's own, located in the card's text and never part of it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct


class Link(Struct, frozen=True):
    """Words of a card and the website that explains them."""

    words: tuple[str, ...]
    """As in the card's text; upper and lower case match."""
    address: str
    """URL of the page that explains the words, or of the site where they can be looked up."""
    look_up: str = ""
    """The word to look up on the site; empty if the address is that of the page itself."""


class Occurrence(Struct, frozen=True):
    """A linked word in a text: its span and its link."""

    start: int
    end: int
    link: Link


def links_in(text: str, links: Sequence[Link]) -> list[Occurrence]:
    """Return every linked word in the text, whole words only, in order and without overlap.

    Of two that start at the same character, the longer one is returned.
    """
    candidates = [
        Occurrence(match.start(), match.end(), link)
        for link in links
        for word in link.words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    ]
    found: list[Occurrence] = []
    for candidate in sorted(candidates, key=lambda occurrence: (occurrence.start, -occurrence.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    return found


Spans = tuple[tuple[int, int], ...]
"""Spans of linked words in a text: index of the first character, and of the one after the last."""


@lru_cache(maxsize=1000)
def linked_spans(text: str, links: tuple[Link, ...]) -> Spans:
    """Return the spans of the linked words in a text of the card.

    Cached: called for the same statements on every key press. Never called with patient text, so the cache holds none.
    """
    return tuple((occurrence.start, occurrence.end) for occurrence in links_in(text, links))


class Term(Struct, frozen=True):
    """A linked word, as listed on the lookup screen."""

    word: str
    """As spelled in the additions."""
    link: Link


def terms_in(texts: Iterable[str], links: Sequence[Link]) -> list[Term]:
    """Return the terms in these texts, in order of first occurrence, each once."""
    found = (
        Term(_as_added(text[occurrence.start : occurrence.end], occurrence.link), occurrence.link)
        for text in texts
        for occurrence in links_in(text, links)
    )
    return list(dict.fromkeys(found))


def _as_added(occurring: str, link: Link) -> str:
    """Return the word as spelled in the additions, whatever its case in the text."""
    return next((word for word in link.words if word.casefold() == occurring.casefold()), occurring)
