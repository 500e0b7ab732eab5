"""Proof that a card says what its source says: every word, in order, and nothing else.

The source's line breaks, double spaces and bullet glyphs are artefacts of its layout and do not count; its words,
punctuation, capitals, apostrophes and hyphens do.
"""

import re
from difflib import SequenceMatcher

from herniatui.card.model import Card

_BULLET = re.compile(r"^[ \t]*[•o][ \t]+", re.MULTILINE)


def source_words(source: str) -> list[str]:
    """Return the words of a source text, punctuation included, without bullets and white space."""
    return _BULLET.sub("", source).split()


def differences(card: Card, source: str) -> list[str]:
    """Return where card and source differ, each as `- words only in the source` or `+ words only in the card`."""
    ours = [word for text in card.texts() for word in text.split()]
    theirs = source_words(source)
    found: list[str] = []
    for kind, start, end, our_start, our_end in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [
                f"{sign} {' '.join(words)}"
                for sign, words in (("-", theirs[start:end]), ("+", ours[our_start:our_end]))
                if words
            ]
    return found
