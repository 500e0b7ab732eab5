"""Isolation of text from right to left among text from left to right, for a terminal (Unicode Standard Annex 9).

The text stays in logical order: a terminal that knows the algorithm sets it in its direction, any other one draws it as
it is. The marks are added to what is drawn, so files, the clipboard and stored talks have none, and `sanitize` removes
them from typed text and refuses them in a card, so that no text can end the isolation of another.
"""

import os
import re
import sys
from collections.abc import Sequence
from unicodedata import bidirectional

RLI, PDI = "\u2067", "\u2069"
"""Right-to-left isolate, and the end of an isolate. They have no width."""
FENCE = "\u2800"
"""Braille pattern blank: a blank cell that counts as a letter from left to right. It stands between two columns from
right to left, because a terminal that reorders lines but knows no isolates would exchange these."""

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The blocks of the scripts from right to left, as ranges for a character class (Unicode Standard Annex 9, 3.2)."""
_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT}]")
_ISOLATE = re.compile(f"{RLI}[^{PDI}]*{PDI}")
_FIELD = re.compile(rf"{_ISOLATE.pattern}|(?:(?!  |[│┃║▏▕|]|{RLI}).)+", re.DOTALL)
"""An isolate, or text up to what separates the fields of a line: two spaces, or a vertical line."""
_PART = re.compile(rf"(”?)[{_RIGHT}](?:[^a-zA-Z\u00c0-\u024f\u0370-\u058f]*[{_RIGHT}0-9%.!?…])?([“”](?=\W|$))?")
"""Words from right to left, with the numbers and signs between and behind them; no letters of other scripts."""


def begins_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text, which decides its direction, is of a script from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    letters = (bidirectional(character) for character in text)
    return next((kind != "L" for kind in letters if kind in ("L", "R", "AL")), False)


def terminal_has_isolates() -> bool:
    """Return whether the terminal draws the marks in no cells.

    Those of Windows do not: they give each a cell of its own (microsoft/terminal #12373, #18296); nor does mlterm 3.9,
    which orders text by them, but draws them as boxes.
    """
    return sys.platform != "win32" and "MLTERM" not in os.environ


def without_isolates(text: str) -> str:
    """Return a drawn text without the marks, for such a terminal; fences stay."""
    return text.replace(RLI, "").replace(PDI, "")


def isolated(text: str) -> str:
    """Return a text with what is from right to left in it isolated, line by line; the same text if nothing is."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return "\n".join("".join(_marked(line)) for line in text.split("\n"))


def isolated_pieces(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of one drawn line with the marks of `isolated`, and with fences; each is as wide as before."""
    line = "".join(pieces)
    if not _RIGHT_TO_LEFT.search(line):
        return list(pieces)
    signs = _marked(line)
    ends = [place + 1 for place, sign in enumerate(signs) if sign.endswith(PDI)]
    for place in (0, *ends):
        if line[place : place + 1] == " " and (not place or line[place + 1 : place + 2] in ("", " ")):
            signs[place] = FENCE
    found, start = [], 0
    for length in map(len, pieces):
        found.append("".join(signs[start : start + length]))
        start += length
    return found


def _marked(line: str) -> list[str]:
    """Return the characters of a line, with the marks before the first and behind the last of what to isolate."""
    signs = list(line)
    for first, last in _spans(line):
        signs[first] = RLI + signs[first]
        signs[last - 1] += PDI
    return signs


def _spans(line: str) -> list[tuple[int, int]]:
    """Return the spans to isolate."""
    found: list[tuple[int, int]] = []
    for field in _FIELD.finditer(line):
        words, start = field.group(), field.start()
        if words.startswith(RLI) or not _RIGHT_TO_LEFT.search(words):
            continue
        if begins_right_to_left(words):
            found.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
        else:
            found += [(start + part.start(), start + _end(part)) for part in _PART.finditer(words)]
    return found


def _end(part: re.Match[str]) -> int:
    """Return the end of a part: a mark that closes a quotation is of it only if the one that opens it is."""
    return part.end() if part[1] or not part[2] else part.start(2)
