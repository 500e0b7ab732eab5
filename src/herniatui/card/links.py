"""Where words of a card are explained: the project's own links, found in the card's text and never part of it."""

import re
from collections.abc import Sequence

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
