"""Find pictures of numbers on a screen by their shape alone: rows of ten icons, and groups of ten."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from herniatui.card.model import Frequency, Relation

FILLED, OPEN, UNSURE, ABOUT = "●#", "○.", "◊~", "≈@"
"""Icons in Unicode and in ASCII."""
_ICON = f"[{FILLED}{OPEN}{UNSURE}{ABOUT}]"
_ROWS = (f"{_ICON}(?: {_ICON}){{9}}", f"{_ICON}(?:   {_ICON}){{9}}", f"{_ICON}{{10}}(?: {_ICON}{{10}})*")
_ROW = re.compile(rf"(?<!\S)(?:{'|'.join(_ROWS)})(?!\S)")
MOST = 1000


class Count(NamedTuple):
    """Number of icons of each kind."""

    filled: int
    open: int
    unsure: int = 0
    about: int = 0


class Picture(NamedTuple):
    """A picture on the screen: its position and its rows as drawn."""

    top: int
    left: int
    rows: tuple[str, ...]

    @property
    def cells(self) -> str:
        """Its icons, row by row."""
        return "".join(self.rows).replace(" ", "")

    @property
    def icons(self) -> Count:
        """Number of its icons of each kind."""
        return Count(*(sum(icon in kind for icon in self.cells) for kind in (FILLED, OPEN, UNSURE, ABOUT)))

    @property
    def right(self) -> int:
        """First column to the right of it."""
        return self.left + max(map(len, self.rows))


def pictures(lines: Sequence[str]) -> list[Picture]:
    """Return the pictures on these lines, from the top; next to each other from the left."""
    found: list[Picture] = []
    ends: list[int] = []
    for number, line in enumerate(lines):
        for match in _ROW.finditer(line):
            row = match[0]
            # Large rows and the blocks of a thousand have empty lines between them. A small picture has two groups.
            apart = 2 if row[1:4] == "   " or (row[1] != " " and len(row.split()) > 2) else 1
            for index, picture in enumerate(found):
                fits = len(picture.cells) < MOST and len(picture.rows[0]) == len(row)
                if picture.left == match.start() and 0 < number - ends[index] <= apart and fits:
                    found[index] = picture._replace(rows=(*picture.rows, row))
                    ends[index] = number
                    break
            else:
                found.append(Picture(number, match.start(), (row,)))
                ends.append(number)
    return found


def without_icons(lines: Sequence[str]) -> str:
    """Return the words of these lines without pictures and cursor, independent of line breaks."""
    return " ".join(word for line in lines for word in _ROW.sub(" ", line).split() if word not in "▌>")


def count_of(frequency: Frequency) -> Count:
    """Return the number of icons of each kind for this frequency."""
    count, of, high = int(frequency.count), frequency.of, int(frequency.to or frequency.count)
    more = Count(count, of - count - min(1, of - count), min(1, of - count))
    return {
        Relation.EXACTLY: Count(count, of - high, high - count),
        Relation.ABOUT: Count(0, of - high, high - count, count),
        Relation.FEWER_THAN: Count(0, of - count, count),
        Relation.AT_MOST: Count(0, of - count, count),
        Relation.MORE_THAN: more,
        Relation.AT_LEAST: more,
    }[frequency.relation]
