"""Whether words stand in a text, whole. Without a regular expression for each: making one takes longer than looking."""

_MOST_TRIED = 2000
"""Places that are looked at, of those where the words stand as part of others: in no card that many come first."""


def stands_in(words: str, text: str) -> bool:
    """Whether these words stand in the text, whole: not the 5 of 75, or the 1 of 1.000."""
    start = -1
    for _place in range(_MOST_TRIED):
        start = text.find(words, start + 1)
        if start < 0:
            return False
        end = start + len(words)
        if not (_goes_on(text[max(0, start - 2) : start][::-1]) or _goes_on(text[end : end + 2])):
            return True
    return False


def _goes_on(beside: str) -> bool:
    """Whether a word goes on here, in the two characters beside it, the nearest first."""
    first, second = beside[:1], beside[1:2]
    return first.isalnum() or first == "_" or (first in (".", ",") and second.isdecimal())
