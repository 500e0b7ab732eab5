"""What a page shows: rows of text, and how they lie in a given width. Pure; nothing of Textual's screens in here."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content

GUTTER = 2
"""Cells to the left of every row: the cursor, and a space."""
MARKS = 7
"""Cells to the right of every row, for three marks with a space before them."""


class Row(Struct, frozen=True):
    """One paragraph of a page."""

    text: str
    key: str = ""
    """What the cursor stands on; a row without a key is passed over."""
    look: str = "text"
    """The component class that draws it: `text`, `title`, `heading`, `quiet`, `ours`."""
    lead: str = ""
    """What stands in front of the first line; the lines after it hang."""
    indent: int = 0
    marks: str = ""
    """What stands to the right of the first line."""
    gap: bool = False
    """Whether an empty line stands above."""


class Line(Struct, frozen=True):
    """One line of a page as laid out."""

    row: int
    """Index of the row that it belongs to; -1 for an empty line between rows."""
    text: str = ""
    first: bool = False
    """Whether it is the first line of its row."""


EMPTY_LINE = Line(-1)

Wrap = Callable[[str, int], list[str]]


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most so many cells, broken between words where they fit."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(width, 2))] or [""]


def lay_out(rows: Sequence[Row], width: int, wrapped: Wrap = wrap) -> list[Line]:
    """Return the lines of these rows on a page of so many cells, gutter and marks included."""
    lines: list[Line] = []
    for index, row in enumerate(rows):
        if row.gap and lines:
            lines.append(EMPTY_LINE)
        room = width - GUTTER - MARKS - row.indent - cell_len(row.lead)
        texts = wrapped(row.text, room)
        lines += [Line(index, text, first=number == 0) for number, text in enumerate(texts)]
    return lines
