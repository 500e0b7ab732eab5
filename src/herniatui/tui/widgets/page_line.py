"""What one line of a page looks like, and how it is drawn."""

from collections.abc import Callable
from enum import Enum, auto

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from herniatui.isolation import PDI, RLI, begins_right_to_left
from herniatui.report.icons import SMALL_WIDTH
from herniatui.tui.rows.layout import (
    BESIDE,
    BOLD,
    EMPTY_LINE,
    GUTTER,
    LINKED,
    Line,
    Pieces,
    Row,
    linked,
    room_for_marks,
    shifted,
)

CURSOR = "▌"
SCROLL_BAR = 1
"""Cells to the right of the text, for how far down the page we are."""

ON_CURSOR = "on cursor "
"""Prefix of a component class, before `BOLD` and `LINKED`: in the row under the cursor."""
_UNDERLINED, _BOLD = Style(underline=True), Style(bold=True)

Styles = Callable[[str], Style]
"""The style of a component class, with what stands before its name."""

_EMPTY_ROW = Row("")


class LinePart(Enum):
    """Part of a row, as the mouse tells them apart."""

    NOTHING = auto()
    TEXT = auto()
    LEAD = auto()
    """What stands before the text on its first line, such as a box, and the cells before that."""
    WORD = auto()
    """An underlined word."""
    PICTURE = auto()
    """A small picture."""


class PageLine(Struct, frozen=True):
    """Everything that decides what one line looks like, except its width and the theme.

    Two equal lines are drawn alike, so a page repaints only the lines that are no longer equal.
    """

    line: Line = EMPTY_LINE
    row: Row = _EMPTY_ROW
    is_under_cursor: bool = False
    bar: str = "text"
    """The look of the cell of the scroll bar."""
    arrow: str = " "
    """What stands in that cell."""

    @property
    def cursor_cell(self) -> int | None:
        """The cell where the cursor is drawn; None if it is not on this line."""
        return 0 if self.is_under_cursor else None

    @property
    def is_empty(self) -> bool:
        """Whether it has neither text nor picture."""
        return self.line.row < 0

    def part_at(self, x: int, width: int) -> tuple["PageLine", int, int]:
        """Return the line of the column in this cell, the cell counted from its start, and its width."""
        return self, x, width

    def under(self, x: int, width: int) -> tuple["LinePart", str]:
        """Return what is in this cell of a line of so many cells, without the scroll bar; and the word if it is one."""
        line, row = self.line, self.row
        if row.drawing:
            return _piece_at(line.pieces, x - GUTTER, LinePart.TEXT if row.key else LinePart.PICTURE)
        before = row.indent + cell_len(row.lead)
        start = GUTTER + (self._room(width) - before - cell_len(line.text) if row.is_right_to_left else before)
        if x < GUTTER + before and line.first and not row.is_right_to_left:
            return LinePart.LEAD, ""
        picture = width - room_for_marks(width) - SMALL_WIDTH
        if line.pieces and picture <= x < picture + SMALL_WIDTH:
            return LinePart.PICTURE, ""
        for first, last in line.links:
            word = start + cell_len(line.text[:first])
            if word <= x < word + cell_len(line.text[first:last]):
                return LinePart.WORD, line.text[first:last]
        return LinePart.TEXT, ""

    def has_bar_of(self, other: "PageLine") -> bool:
        """Whether the scroll bar looks the same on both lines."""
        return self.bar == other.bar and self.arrow == other.arrow

    def draw(self, width: int, style: Styles) -> Strip:
        """Return the line drawn in so many cells, scroll bar included."""
        room = width - SCROLL_BAR
        segments = self._drawing(style) if self.row.drawing else self._words(room, style)
        filled = Strip(segments).adjust_cell_length(room, style("text"))
        return Strip([*filled, Segment(self.arrow, style(self.bar))], width)

    def _drawing(self, style: Styles) -> list[Segment]:
        here = self.is_under_cursor
        start = Segment((CURSOR if here else " ").ljust(GUTTER), style("filled" if here else "text"))
        return [start, *(Segment(text, style(look)) for text, look in self.line.pieces)]

    def _room(self, width: int) -> int:
        """Return the cells for the text and what stands before it on a line of so many cells, without scroll bar."""
        return width - GUTTER - room_for_marks(width) - (BESIDE if self.line.pieces else 0)

    def _words(self, room: int, style: Styles) -> list[Segment]:
        line, row = self.line, self.row
        if line.row < 0:
            return []
        on = ON_CURSOR if self.is_under_cursor else ""
        start = Segment(CURSOR.ljust(GUTTER), style("cursor")) if on else Segment(" " * GUTTER, style("text"))
        before = " " * row.indent + (row.lead if line.first else " " * cell_len(row.lead))
        for_marks = room_for_marks(room)
        space = " " * (self._room(room) - cell_len(before) - cell_len(line.text))
        opening, closing = (space, _mirrored(before)) if row.is_right_to_left else (before, space)
        if row.is_right_to_left or begins_right_to_left(row.text):
            opening, closing = opening + RLI, PDI + closing
        links, bold = (shifted(spans, len(opening)) for spans in (line.links, line.bold))
        words = linked(opening + line.text + closing, row.look, links, bold)
        segments = [start, *(Segment(part, style(on + look)) for part, look in words)]
        if line.pieces:
            own = style(on + row.look)
            apart = Segment(" " * (BESIDE - SMALL_WIDTH), own)
            picture = [apart, *(Segment(part, style(on + look)) for part, look in line.pieces)]
            segments += Strip(picture).adjust_cell_length(BESIDE, own)
        fit = row.marks_in_words and cell_len(row.marks_in_words) < for_marks - 1  # a space on either side
        marks = (row.marks_in_words if fit else row.marks) if line.first else ""
        padding = " " * (for_marks - 1 - cell_len(marks))
        return [*segments, Segment(f"{padding}{marks} ", style(on + BOLD + row.look))]


def _mirrored(before: str) -> str:
    """Return what stands before a text from left to right as it stands behind one from right to left."""
    lead, indent = before.lstrip(), len(before) - len(before.lstrip())
    return " " * (len(lead) - len(lead.rstrip())) + lead.rstrip() + " " * indent


def _piece_at(pieces: Pieces, x: int, elsewhere: LinePart) -> tuple[LinePart, str]:
    """Return the underlined word of a picture's caption in this cell, or what the picture is elsewhere."""
    end = 0
    for text, look in pieces:
        end += cell_len(text)
        if 0 <= x < end:
            return (LinePart.WORD, text) if look.removeprefix(BOLD).startswith(LINKED) else (elsewhere, "")
    return elsewhere, ""


def styled(look: str, style: Styles) -> Style:
    """Return the style of a component class, with what stands before its name, where `style` knows the name alone."""
    name = look.removeprefix(ON_CURSOR)
    is_on_cursor, look = name != look, name
    name = look.removeprefix(BOLD)
    is_bold, look = name != look, name
    name = look.removeprefix(LINKED)
    found = style(name)
    if name != look:
        found += _UNDERLINED
    if is_on_cursor:
        found += style("cursor").background_style
    return found + _BOLD if is_bold else found


def scroll_bar(top: int, height: int, total: int, lowest: int) -> list[tuple[str, str]]:
    """Return look and sign of every cell of the scroll bar; blank where all lines of the page are in view.

    Args:
        top: The first line in view.
        height: Lines in view.
        total: Lines of the page.
        lowest: The last line that can be at the top.
    """
    if total <= height:
        return [("text", " ")] * height
    length = max(1, height * height // total)
    start = min(top, total - height) * (height - length) // (total - height)
    cells = [("thumb" if start <= y < start + length else "bar", " ") for y in range(height)]
    if cells and top < lowest:
        cells[-1] = ("bar", "▼")
    if cells and top:
        cells[0] = ("bar", "▲")
    return cells
