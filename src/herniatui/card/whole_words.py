"""Whether words stand in a text, whole. Without a regular expression for each: making one takes longer than looking."""

IN_A_STATEMENT, ON_A_CARD = 30, 2000
"""How many places are looked at where the words stand as part of others; in no text of people do so many come first."""


def stands_in(words: str, text: str, places: int) -> bool:
    """Whether these words stand in the text, whole: not the 5 of 75, or the 1 of 1.000."""
    start, length = -1, len(words)
    for _place in range(places):
        start = text.find(words, start + 1)
        if start < 0:
            return False
        before, after = text[start - 1 : start], text[start + length : start + length + 1]
        if before.isalnum() or after.isalnum() or "_" in (before, after):
            continue
        if before in _POINTS and text[start - 2 : start - 1].isdecimal():
            continue
        if not (after in _POINTS and text[start + length + 1 : start + length + 2].isdecimal()):
            return True
    return False


_POINTS = (".", ",")
