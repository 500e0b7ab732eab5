"""Where words of a card are explained: the project's own links, found in the card's text and never part of it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct


class Link(Struct, frozen=True):
    """Words that are explained elsewhere."""

    words: tuple[str, ...]
    """As they stand in the text, in capitals or not."""
    address: str
    """Of the page that explains them, or of the site where they can be looked up."""
    look_up: str = ""
    """The word to look up on the site; empty where the address is of the page itself."""


class Found(Struct, frozen=True):
    """A word in a text that is explained elsewhere."""

    start: int
    end: int
    link: Link


def links_in(text: str, links: Sequence[Link]) -> list[Found]:
    """Return every whole word in the text that has a link, in order; where two begin together, the longer."""
    every = [
        Found(match.start(), match.end(), link)
        for link in links
        for word in link.words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    ]
    found: list[Found] = []
    for one in sorted(every, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


Places = tuple[tuple[int, int], ...]
"""Where in a text words stand that have a link: first character, and the one after the last."""


@lru_cache(maxsize=1000)
def places(text: str, links: tuple[Link, ...]) -> Places:
    """Return where in a text of the card words stand that have a link.

    Remembered, because a question asks it of the same statements at every key; the words of a patient never come here.
    """
    return tuple((one.start, one.end) for one in links_in(text, links))


class Term(Struct, frozen=True):
    """A word that can be looked up."""

    word: str
    """As the additions have it."""
    link: Link


def terms_in(texts: Iterable[str], links: Sequence[Link]) -> list[Term]:
    """Return the terms in these texts in the order in which they stand there, each once."""
    found = (
        Term(_as_added(text[one.start : one.end], one.link), one.link)
        for text in texts
        for one in links_in(text, links)
    )
    return list(dict.fromkeys(found))


def _as_added(word: str, link: Link) -> str:
    return next((one for one in link.words if one.casefold() == word.casefold()), word)
