"""Search for whole words, without a regular expression: compiling one takes longer than the search."""

from collections.abc import Iterator

IN_A_STATEMENT, ON_A_CARD = 30, 2000
"""Maximum number of occurrences examined; no natural text has so many inside other words before a whole one."""


def contains_words(words: str, text: str, places: int) -> bool:
    """Return whether the words occur in the text as whole words: not the 5 of 75, or the 1 of 1.000."""
    return next(word_places(words, text, places), None) is not None


def word_places(words: str, text: str, places: int) -> Iterator[int]:
    """Yield the index of every occurrence of the words in the text as whole words."""
    start, length = -1, len(words)
    for _place in range(places):
        start = text.find(words, start + 1)
        if start < 0:
            return
        before, after = text[start - 1 : start], text[start + length : start + length + 1]
        if before.isalnum() or after.isalnum() or "_" in (before, after):
            continue
        if before in _POINTS and text[start - 2 : start - 1].isdecimal():
            continue
        if not (after in _POINTS and text[start + length + 1 : start + length + 2].isdecimal()):
            yield start


_POINTS = (".", ",")
