"""Finding the pictures of numbers on a screen, by their shape alone: rows of ten icons, and groups of ten."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from herniatui.card.model import Frequency, Relation

FILLED, OPEN, UNSURE = "●#", "○.", "◊~"
"""As drawn, and as drawn in ASCII."""
_ONE = f"[{FILLED}{OPEN}{UNSURE}]"
_ROW = re.compile(rf"(?<!\S)(?:{_ONE}(?: {_ONE}){{9}}|{_ONE}{{10}}(?: {_ONE}{{10}})*)(?!\S)")
MOST = 1000


class Count(NamedTuple):
    """How many icons of each kind a picture has."""

    filled: int
    open: int
    unsure: int = 0


class Picture(NamedTuple):
    """One picture on a screen: where it begins, and its rows as drawn."""

    top: int
    left: int
    rows: tuple[str, ...]

    @property
    def cells(self) -> str:
        """All its icons, row by row."""
        return "".join(self.rows).replace(" ", "")

    @property
    def icons(self) -> Count:
        """How many icons it has of each kind."""
        return Count(*(sum(icon in kind for icon in self.cells) for kind in (FILLED, OPEN, UNSURE)))

    @property
    def right(self) -> int:
        """The first cell to the right of it."""
        return self.left + max(map(len, self.rows))


def pictures(lines: Sequence[str]) -> list[Picture]:
    """Return the pictures on these lines, from the top; next to each other from the left."""
    found: list[Picture] = []
    ends: list[int] = []
    for number, line in enumerate(lines):
        for match in _ROW.finditer(line):
            row = match[0]
            # Between the blocks of a thousand, and nowhere else, is an empty line. A small picture has two groups.
            apart = 2 if row[1] != " " and len(row.split()) > 2 else 1
            for index, one in enumerate(found):
                room = len(one.cells) < MOST and (one.rows[0][1] == " ") == (row[1] == " ")
                if one.left == match.start() and 0 < number - ends[index] <= apart and room:
                    found[index] = one._replace(rows=(*one.rows, row))
                    ends[index] = number
                    break
            else:
                found.append(Picture(number, match.start(), (row,)))
                ends.append(number)
    return found


def without_icons(lines: Sequence[str]) -> str:
    """Return the words of these lines, without pictures and without the cursor, wherever the lines end."""
    return " ".join(word for line in lines for word in _ROW.sub(" ", line).split() if word not in "▌>")


def count_of(frequency: Frequency) -> Count:
    """Return how many icons of each kind the words of this frequency ask for."""
    count, of = frequency.count, frequency.of
    return {
        Relation.EXACTLY: Count(count, of - count),
        Relation.FEWER_THAN: Count(0, of - count, count),
        Relation.MORE_THAN: Count(count, of - count - min(1, of - count), min(1, of - count)),
    }[frequency.relation]
