"""Words of a card with an explanation or an address: those of its makers, and those that the project adds.

They are located in the card's text and never part of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.addresses import address_problem, in_ascii
from herniatui.card.model import Card
from herniatui.card.quoted_words import Spans, quote_places

_ADDRESS = re.compile(r"(?<![\w@./-])(?:https://|www\.)[^\s<>\"“”„‘’«»]+", re.IGNORECASE)
_NOT_AT_THE_END = ".,;:!?*'"
"""Characters that end a sentence and not an address."""


class Link(Struct, frozen=True):
    """Words of a card, with the website or the words of the card that explain them."""

    words: tuple[str, ...]
    """As in the card's text; upper and lower case match."""
    address: str
    """URL of the page that explains the words, or of the site where they can be looked up; empty if there is none."""
    look_up: str = ""
    """The word to look up on the site; empty if the address is that of the page itself."""
    explanation: str = ""
    """What the card says about the words; empty if its glossary does not have them."""
    only_in: str = ""
    """The statement that its makers link these words in; empty if they are linked wherever they stand."""
    within: str = ""
    """Words around them there, if they stand there more than once."""

    @property
    def is_of_card(self) -> bool:
        """Whether its makers give the explanation or the address."""
        return bool(self.explanation or self.only_in)


def links_of(card: Card, added: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links and the glossary of a card, followed by those that the project adds."""
    tops = [*card.introduction, *(top for question in card.questions for answer in question.answers for top in answer)]
    statements = (statement for top in tops for statement, _depth in top.walk())
    own = [
        Link((link.quote,), link.address, only_in=statement.text, within=link.within)
        for statement in statements
        for link in statement.links
    ]
    explained = (Link(entry.words, "", explanation=entry.text) for entry in card.glossary)
    return (*dict.fromkeys(own), *explained, *added)


class Occurrence(Struct, frozen=True):
    """A linked word in a text: its span and its link."""

    start: int
    end: int
    link: Link


def links_in(text: str, links: Sequence[Link]) -> list[Occurrence]:
    """Return every linked word in the text, whole words only, and every address that the text has in full.

    In order and without overlap: of those that start at the same character, the longest. Of the same words, what the
    makers say of them comes before what the project adds: the explanation of one, and the address of another.
    """
    candidates = [Occurrence(start, end, link) for link in links for start, end in _places(text, link)]
    candidates += _addresses(text)
    found: list[Occurrence] = []
    for candidate in sorted(candidates, key=lambda occurrence: (occurrence.start, -occurrence.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
        elif (candidate.start, candidate.end) == (found[-1].start, found[-1].end):
            found[-1] = replace(found[-1], link=_together(found[-1].link, candidate.link))
    return found


def _places(text: str, link: Link) -> Iterator[tuple[int, int]]:
    if link.only_in:
        yield from quote_places(text, link.words[0], link.within) if link.only_in == text else ()
        return
    for word in link.words:
        yield from (match.span() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def _addresses(text: str) -> Iterator[Occurrence]:
    """Yield the addresses of public websites that a text has in full."""
    for match in _ADDRESS.finditer(text):
        words = match[0].rstrip(_NOT_AT_THE_END)
        while words.endswith(")") and words.count(")") > words.count("("):
            words = words[:-1].rstrip(_NOT_AT_THE_END)
        address = in_ascii(words if "://" in words else f"https://{words}")
        if not address_problem(address):
            yield Occurrence(match.start(), match.start() + len(words), Link((words,), address))


def _together(first: Link, second: Link) -> Link:
    """Return the first link, with what only the second has."""
    one = replace(first, explanation=first.explanation or second.explanation)
    if not first.address:
        one = replace(one, address=second.address, look_up=second.look_up)
    if second.explanation and not first.explanation:
        one = replace(one, words=second.words)
    return one


@lru_cache(maxsize=1000)
def linked_spans(text: str, links: tuple[Link, ...]) -> Spans:
    """Return the spans of the linked words in a text of the card.

    Cached: called for the same statements on every key press. Never called with patient text, so the cache holds none.
    """
    return tuple((occurrence.start, occurrence.end) for occurrence in links_in(text, links))


class Term(Struct, frozen=True):
    """A linked word, as listed on the lookup screen."""

    word: str
    """As spelled in the additions, or in the card's glossary."""
    link: Link


def terms_in(texts: Iterable[str], links: Sequence[Link]) -> list[Term]:
    """Return the terms in these texts, in order of first occurrence, each once."""
    return list(dict.fromkeys(term_at(text, found) for text in texts for found in links_in(text, links)))


def term_at(text: str, occurrence: Occurrence) -> Term:
    """Return the term at this place of a text, as spelled in the additions, whatever its case in the text."""
    link, occurring = occurrence.link, text[occurrence.start : occurrence.end]
    if link.explanation:
        return Term(link.words[0], link)
    return Term(next((word for word in link.words if word.casefold() == occurring.casefold()), occurring), link)
