"""Proof that a card says what its source says: every word, in order, and nothing else.

The source's line breaks, double spaces and bullet glyphs are artefacts of its layout and do not count; its words,
punctuation, capitals, apostrophes and hyphens do.
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
"""Words of a stretch that is compared word by word."""
_DEEPEST = 8

_BULLET = re.compile(r"^[ \t]*[•o][ \t]+", re.MULTILINE)


def source_words(source: str) -> list[str]:
    """Return the words of a source text, punctuation included, without bullets and white space."""
    return _BULLET.sub("", source).split()


def differences(card: Card, source: str, most: int = MOST_SHOWN) -> list[str]:
    """Return where card and source differ, each as `- words only in the source` or `+ words only in the card`.

    After so many differences only what is easily told apart is, so that any two texts cost little.
    """
    ours = [word for text in card.texts() for word in text.split()]
    theirs = source_words(source)
    found: list[str] = []
    for start, end, our_start, our_end in gaps(theirs, ours):
        pieces = [(theirs[start:end], ours[our_start:our_end])]
        if len(found) < most and max(end - start, our_end - our_start) <= SMALL:
            pieces = _small_differences(*pieces[0])
        found += [
            f"{sign} {' '.join(words)}" for piece in pieces for sign, words in zip("-+", piece, strict=True) if words
        ]
    return found


def _small_differences(theirs: list[str], ours: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return the words of both sides wherever these differ. At worst cubic in the number of words."""
    codes = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    return [(theirs[a:b], ours[c:d]) for kind, a, b, c, d in codes if kind != "equal"]


def gaps(theirs: list[str], ours: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of both in which they differ, in order, as start and end in the one and in the other.

    What is left between words that stand once in both and in the same order (Cohen's patience diff), in what is left
    between those again, and so on, as deep as `_DEEPEST`: n log n, where comparing all words with all is n squared.
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
        shared = [] if small or depth == _DEEPEST else _shared(theirs, start, end, ours, our_start, our_end)
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
    """Return where words stand that both have once, as many as are in the same order in both."""
    once = _once(theirs, start, end)
    our_once = _once(ours, our_start, our_end)
    return _rising([(at, our_once[word]) for word, at in once.items() if word in our_once])


def _once(words: list[str], start: int, end: int) -> dict[str, int]:
    """Return the words that stand once in this stretch, and where, in order."""
    counts = Counter(islice(words, start, end))
    return {words[at]: at for at in range(start, end) if counts[words[at]] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most of these pairs, which rise in the first, that rise in the second too."""
    tops: list[int] = []  # by length, the least second of a row of that length
    last: list[int] = []  # and which pair that is
    before: list[int] = []  # by pair, the one before it
    for index, (_at, our_at) in enumerate(pairs):
        length = bisect_left(tops, our_at)
        tops[length : length + 1] = [our_at]
        last[length : length + 1] = [index]
        before.append(last[length - 1] if length else -1)
    row: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]
