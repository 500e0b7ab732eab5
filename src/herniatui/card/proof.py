"""Proof that a card has the words of its source: all of them, in order, and no others.

Line breaks, double spaces and bullet glyphs of the source are artefacts of its layout and ignored; words, punctuation,
case, apostrophes and hyphens are compared.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from herniatui.card.model import Card
from herniatui.card.problems import MOST_SHOWN

SMALL = 24
"""Maximum length, in words, of a section that is compared word by word."""
_MAX_DEPTH = 8

_BULLET = re.compile(r"^[ \t]*[•‣⁃∙◦○●◉▪▫■□◆◇❖➢➤►▶✓✔\uf0a7\uf0b7\uf0d8\uf0fco][ \t]+", re.MULTILINE)
"""What only begins a point of a list, in text and as word processors leave it."""
_DASH = re.compile(r"[·*+–—-]")
"""What begins a point of a list, or is a word of a sentence that was broken before it."""


class Bullet(str):
    """A dash that begins a line of a source text; it need not stand in the card."""

    __slots__ = ()


def source_name(language: str) -> str:
    """Return the name of the file with the source of a card in this language."""
    return f"source.{language}.txt"


def source_words(source: str) -> list[str]:
    """Return the words of a source text with their punctuation, without white space and bullets."""
    lines = (line.split() for line in _BULLET.sub("", source).splitlines())
    return [
        Bullet(word) if not place and len(words) > 1 and _DASH.fullmatch(word) else word
        for words in lines
        for place, word in enumerate(words)
    ]


def differences(card: Card, source: str, most: int = MOST_SHOWN) -> list[str]:
    """Return the differences: `- words only in the source` or `+ words only in the card`.

    After `most` differences, sections are no longer compared word by word, so that any two texts cost little.
    """
    ours = [word for text in card.texts() for word in text.split()]
    theirs = source_words(source)
    found: list[str] = []
    for start, end, our_start, our_end in gaps(theirs, ours):
        pieces = [(theirs[start:end], ours[our_start:our_end])]
        if len(found) < most and max(end - start, our_end - our_start) <= SMALL:
            pieces = _small_differences(*pieces[0])
        for only_theirs, only_ours in pieces:
            told = [word for word in only_theirs if not isinstance(word, Bullet)]
            found += [f"{sign} {' '.join(words)}" for sign, words in (("-", told), ("+", only_ours)) if words]
    return found


def _small_differences(theirs: list[str], ours: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return the differing words of both texts. At worst cubic in the number of words."""
    codes = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    return [(theirs[a:b], ours[c:d]) for kind, a, b, c, d in codes if kind != "equal"]


def gaps(theirs: list[str], ours: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the sections in which two texts differ, in order: start and end in `theirs`, start and end in `ours`.

    Patience diff (Bram Cohen): what is left between words that occur once in both texts, in the same order; repeated on
    each of these sections, at most `_MAX_DEPTH` times. O(n log n), against O(n²) for comparing all words with all.
    """
    todo = [(0, len(theirs), 0, len(ours), 0)]
    while todo:
        start, end, our_start, our_end, depth = todo.pop()
        while start < end and our_start < our_end and theirs[start] == ours[our_start]:
            start, our_start = start + 1, our_start + 1
        while start < end and our_start < our_end and theirs[end - 1] == ours[our_end - 1]:
            end, our_end = end - 1, our_end - 1
        if start == end and our_start == our_end:
            continue
        small = max(end - start, our_end - our_start) <= SMALL
        shared = [] if small or depth == _MAX_DEPTH else _shared(theirs, start, end, ours, our_start, our_end)
        if not shared:
            yield start, end, our_start, our_end
            continue
        parts = []
        for at, our_at in shared:
            parts.append((start, at, our_start, our_at, depth + 1))
            start, our_start = at + 1, our_at + 1
        parts.append((start, end, our_start, our_end, depth + 1))
        todo += reversed(parts)


def _shared(
    theirs: list[str], start: int, end: int, ours: list[str], our_start: int, our_end: int
) -> list[tuple[int, int]]:
    """Return the positions in both texts of words that occur once in each: the longest series in the same order."""
    once = _once(theirs, start, end)
    our_once = _once(ours, our_start, our_end)
    return _longest_increasing([(at, our_once[word]) for word, at in once.items() if word in our_once])


def _once(words: list[str], start: int, end: int) -> dict[str, int]:
    """Return the words that occur once in this section, with their positions, in order."""
    counts = Counter(islice(words, start, end))
    return {words[at]: at for at in range(start, end) if counts[words[at]] == 1}


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence that increases in the second number; the pairs increase in the first."""
    tops: list[int] = []  # by length, the smallest last number of a subsequence of that length
    last: list[int] = []  # by length, the index of the pair with that number
    before: list[int] = []  # by pair, the index of its predecessor
    for index, (_at, our_at) in enumerate(pairs):
        length = bisect_left(tops, our_at)
        tops[length : length + 1] = [our_at]
        last[length : length + 1] = [index]
        before.append(last[length - 1] if length else -1)
    found: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
