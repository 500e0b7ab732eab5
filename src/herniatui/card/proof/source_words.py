"""The words of a source text and of a card, with what layout adds to them taken off.

Words, punctuation, case, apostrophes and hyphens are kept. Line breaks, bullets, ligatures and invisible characters
are artefacts of the layout. Scripts that put no space between words are compared letter by letter.
"""

import re
from collections.abc import Container, Iterator
from unicodedata import normalize

from msgspec import Struct

from herniatui.sanitize import HIDDEN

SAME_LINE, NEW_LINE, BLANK_LINE = 0, 1, 2
"""What separates a word from the word before it; a tab does as a line break does, because it parts cells."""

NO_SIGN = "\0"
"""A character that is no part of a word."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han with their punctuation: a line may break at any of their letters."""
_WORD = re.compile(rf"[{_UNSPACED}][\u3099\u309a]*|[^\s{_UNSPACED}]+")
_INVISIBLE = re.compile(f"[\x00-\x1f\xad\u200b\u2060{HIDDEN}]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_BULLET = re.compile(r"\s*(?:[•‣⁃∙◦○●◉▪▫■□◆◇❖➢➤►▶✓✔・\uf0a7\uf0b7\uf0d8\uf0fc]\s*|o\s+)")
"""What only begins a point of a list, in text and as word processors leave it."""
_DASH = re.compile(r"[·*+–—-]")
"""What begins a point of a list, or is a word of a sentence that was broken before it."""
_PART = re.compile(r"[^\t]+")


class Word(Struct, frozen=True, gc=False):
    """A word of a source, with its place."""

    text: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    separation: int = SAME_LINE
    is_bullet: bool = False
    """Whether it is a mark that begins a point of a list, and need not stand in the card."""


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text, as they are compared, with their start and end in it."""
    for match in _WORD.finditer(text):
        if word := as_compared(match.group()):
            yield word, match.start(), match.end()


def as_compared(word: str) -> str:
    """Return a word in the form in which it is compared; empty if nothing of it is visible."""
    return word if word.isascii() and word.isprintable() else _without_layout(word)


def _without_layout(word: str) -> str:
    return normalize("NFC", _INVISIBLE.sub("", word).translate(_LIGATURES))


def source_words(text: str, numbered: Container[int] = ()) -> list[Word]:
    """Return the words of a source text.

    Args:
        text: the text as it came.
        numbered: the lines, from 1, whose first word is the number of a point of a list.
    """
    words: list[Word] = []
    separation = BLANK_LINE
    for number, line in enumerate(text.split("\n"), 1):
        separation = max(separation, NEW_LINE if line.strip() else BLANK_LINE)
        for part in _PART.finditer(line):
            bullet = _BULLET.match(part.group())
            start = part.start() + (bullet.end() if bullet else 0)
            for word, at, end in words_in(line[start : part.end()]):
                is_mark = _DASH.fullmatch(word) is not None or number in numbered
                begins = separation != SAME_LINE and is_mark and bool(line[start + end :].strip())
                words.append(Word(word, number, start + at + 1, separation, begins))
                separation = SAME_LINE
            separation = max(separation, NEW_LINE)
    return words
