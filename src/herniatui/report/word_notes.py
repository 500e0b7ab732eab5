"""Notes on words of a card: what its makers say of them, and the addresses that they link them to."""

from collections.abc import Sequence

from msgspec import Struct

from herniatui.card.links import Link, links_in, links_of
from herniatui.card.model import Card

Numbers = dict[tuple[str, str, str], int]
"""The number of each note, by its words, explanation and address."""


class WordNote(Struct, frozen=True):
    """What the makers say of words on the card."""

    number: int
    words: str
    explanation: str
    """Empty if there is only an address."""
    address: str
    """The page that the makers link the words to; empty if there is none."""
    told: str
    """The words and their explanation."""


def with_explanation(words: str, explanation: str) -> str:
    """Return a word and what the card says about it; its makers may have put the word before that themselves."""
    has_word = explanation.casefold().startswith(f"{words.casefold()}:")
    return explanation if has_word else f"{words}: {explanation}".rstrip()


def word_notes(card: Card) -> tuple[WordNote, ...]:
    """Return the notes of a card, in the order in which their words first stand on it."""
    links = links_of(card, ())
    told = [told_of(found.link) for text in card.texts() for found in links_in(text, links)]
    seen = {explanation for _words, explanation, _address in told}
    told += [(entry.words[0], entry.text, "") for entry in card.glossary if entry.text not in seen]
    found = dict.fromkeys(filter(any, told))
    return tuple(WordNote(number, *note, with_explanation(*note[:2])) for number, note in enumerate(found, 1))


def numbers_of(notes: Sequence[WordNote]) -> Numbers:
    """Return the number of each of these notes."""
    return {(note.words, note.explanation, note.address): note.number for note in notes}


def told_of(link: Link) -> tuple[str, str, str]:
    """Return what a note says of a link; all of it empty if there is nothing that the text does not show itself."""
    words = link.words[0]
    is_in_full = words.casefold().strip("/") in (link.address.strip("/"), link.address.partition("://")[2].strip("/"))
    address = link.address if link.only_in and not is_in_full else ""
    return (words, link.explanation, address) if link.explanation or address else ("", "", "")
