"""The whole card on one page, with a cursor that keeps to the column of its option."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from herniatui.card.model import Card
from herniatui.tui.rows.layout import EMPTY_LINE, Line, Row
from herniatui.tui.rows.side_by_side import GAP, column_width
from herniatui.tui.rows.whole_card import WHOLE, Band, lay_out_bands
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.page_line import SCROLL_BAR, PageLine, Styles


class ColumnsLine(PageLine, frozen=True):
    """A line of several columns."""

    parts: tuple[PageLine, ...] = ()
    column: int = 0
    """Width of each column in cells."""

    @property
    def cursor_cell(self) -> int | None:
        """The cell where the cursor is drawn; None if it is not on this line."""
        here = [index for index, part in enumerate(self.parts) if part.is_under_cursor]
        return here[0] * (self.column + GAP) if here else None

    @property
    def is_empty(self) -> bool:
        """Whether no column has text here."""
        return all(part.is_empty for part in self.parts)

    def part_at(self, x: int, width: int) -> tuple[PageLine, int, int]:  # noqa: ARG002 (columns have their own)
        """Return the line of the column in this cell, the cell counted from its start, and its width."""
        index = min(x // (self.column + GAP), len(self.parts) - 1)
        return self.parts[index], x - index * (self.column + GAP), self.column - SCROLL_BAR

    def draw(self, width: int, style: Styles) -> Strip:
        """Return the line drawn in so many cells, scroll bar included."""
        segments: list[Segment] = []
        for part in self.parts:
            segments += part.draw(self.column, style)
            segments.append(Segment(" " * GAP, style("text")))
        filled = Strip(segments[:-1]).adjust_cell_length(width - SCROLL_BAR, style("text"))
        return Strip([*filled, Segment(self.arrow, style(self.bar))], width)


class CardPage(Page):
    """Page of bands. ↑↓ move the cursor within its column."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card
        self._bands: Sequence[Band] = ()
        self._columns: tuple[int, ...] = ()
        self._grid: tuple[tuple[Line, ...], ...] = ()

    def show_bands(self, bands: Sequence[Band], key: str | None, top: bool) -> None:
        """Show these bands, with the cursor on the row of this key, or on the first that has one."""
        self._bands = bands
        self.show([row for band in bands for column in band.columns for row in column], key, top)

    def begin_with_question(self) -> None:
        """Scroll so that the question of the row under the cursor is at the top, and the row in view.

        The heading of a group that begins with this question comes along.
        """
        above = [index for index in self._spans if index < self._cursor and self._rows[index].look == "title"]
        if above:
            before = self._rows[above[-1] - 1] if above[-1] else Row("")
            begins_group = before.look == "heading" and not before.key
            self._scroll(self._span(above[-1] - begins_group)[0])
            self._reveal()
            self.repaint()

    def beside(self, option: int) -> str:
        """Return the key of the row of this option that is nearest to the cursor; the one under it if there is none."""
        start = self._span(self._cursor)[0] if self._cursor in self._spans else self.top
        found = [index for index in self._spans if self._columns[index] == option and self._rows[index].key]
        nearest = min(found, key=lambda index: abs(self._span(index)[0] - start), default=self._cursor)
        return self._rows[nearest].key

    def _lay_out(self, width: int) -> None:
        self._width = width
        if width <= SCROLL_BAR:
            self._lines, self._spans, self._grid = [], {}, ()
            return
        grid = lay_out_bands(self._bands, self._card, width - SCROLL_BAR, self._wrap)
        self._rows, self._columns, self._grid = grid.rows, grid.columns, grid.lines
        self._lines = [next((part for part in parts if part.row >= 0), EMPTY_LINE) for parts in grid.lines]
        spans: dict[int, tuple[int, int]] = {}
        for number, parts in enumerate(grid.lines):
            for part in parts:
                if part.row >= 0:
                    spans[part.row] = spans.get(part.row, (number, 0))[0], number + 1
        self._spans = dict(sorted(spans.items()))

    def _span(self, index: int) -> tuple[int, int]:
        """Return the lines of a row, with those of the marks below it."""
        start, end = super()._span(index)
        below = index + 1
        is_marks = below in self._spans and self._rows[below].look == "quiet" and not self._rows[below].key
        return start, self._spans[below][1] if is_marks and self._spans[below][0] == end else end

    def _next(self, index: int, step: int) -> int | None:
        """Return the index of the next row with a key in the column of the cursor."""
        here = self._columns[self._cursor] if 0 <= self._cursor < len(self._columns) else WHOLE
        found = super()._next(index, step)
        while found is not None and here != WHOLE and self._columns[found] not in (here, WHOLE):
            found = super()._next(found, step)
        return found

    def look(self) -> list[PageLine]:
        """Return what every line in view looks like."""
        lines = super().look()
        width = column_width(self.size.width - SCROLL_BAR, self._card)
        shown = self._grid[self.top : self.top + self.size.height]
        return [
            line if len(parts) == 1 else self._in_columns(line, parts, width)
            for line, parts in zip(lines, shown, strict=False)
        ] + lines[len(shown) :]

    def _in_columns(self, line: PageLine, parts: Sequence[Line], width: int) -> PageLine:
        drawn = [
            PageLine(part, self._rows[part.row], part.row == self._cursor) if part.row >= 0 else PageLine()
            for part in parts
        ]
        return ColumnsLine(bar=line.bar, arrow=line.arrow, parts=tuple(drawn), column=width)
