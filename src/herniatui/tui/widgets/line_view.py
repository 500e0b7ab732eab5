"""A widget that draws line by line, and repaints only the lines that look different."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Self

from rich.style import Style
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from herniatui.tui.widgets.page_line import SCROLL_BAR, PageLine, styled
from herniatui.tui.widgets.terse_strip import TerseStrip

DRAWN = 500
"""Lines that are remembered as drawn, so that going back and forth costs nothing."""


class LineView(Widget):
    """Repaints only the lines that changed: a subclass implements `look`, and calls `repaint`.

    In place of Textual's own cache, which rebuilds every refreshed line, for borders and padding that this widget does
    not have. Equal lines share one strip, and its output is rendered once.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        self._styles: dict[str, Style] = {}
        self._strips: dict[PageLine, TerseStrip] = {}
        self._filters: Sequence[LineFilter] = ()
        self._painted: list[PageLine] = []
        """What each line in view looks like since the last repaint."""
        self._painted_size = Size()
        self._drawn_lines: list[PageLine] = []
        """What each line in view looks like in the last frame."""
        super().__init__(id=id)

    def look(self) -> list[PageLine]:
        """Return what every line in view looks like."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Have Textual repaint the lines that look different now, and no others."""
        size, lines = self.size, self.look()
        if size != self._painted_size or not lines:  # without lines it is out of sight
            self.refresh()
            return
        before, self._painted = self._painted, lines
        changed = [y for y, (old, line) in enumerate(zip(before, lines, strict=True)) if line != old]
        if changed:
            is_same_bar = all(lines[y].has_bar_of(before[y]) for y in changed)
            width = size.width - SCROLL_BAR if is_same_bar else size.width
            self.refresh(*(Region(0, first, width, last - first) for first, last in _runs(changed)))

    @property
    def reading_cell(self) -> Offset:
        """Cell of the row under the cursor as it is drawn; without one in view, of the first line of text."""
        lines = self._drawn_lines
        cursor = (Offset(line.cursor_cell, y) for y, line in enumerate(lines) if line.cursor_cell is not None)
        text = (Offset(0, y) for y, line in enumerate(lines) if not line.is_empty)
        return next(chain(cursor, text), Offset())

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Repaint these regions, or everything: then what was drawn is forgotten, and looked at again."""
        if repaint and not regions:
            self._strips.clear()
            self._painted, self._painted_size = [], Size()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Forget how things are drawn; the theme may be another."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in this part of the widget."""
        self._notice_changes()
        if len(self._drawn_lines) != len(self._painted):
            self._drawn_lines = list(self._painted)
        self._drawn_lines[crop.y : crop.bottom] = self._painted[crop.y : crop.bottom]
        strips: list[Strip] = [self._drawn(line) for line in self._painted[crop.y : crop.bottom]]
        if crop.column_span != (0, self._painted_size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        self._notice_changes()
        return self._drawn(self._painted[y])

    def _notice_changes(self) -> None:
        """Look again in another size, and draw again with other filters."""
        size, filters = self.size, self.get_line_filters()
        if size != self._painted_size:
            self._painted, self._painted_size = self.look(), size
            self._strips.clear()
        if filters != self._filters:
            self._filters = filters
            self._strips.clear()

    def _drawn(self, line: PageLine) -> TerseStrip:
        if line not in self._strips:
            if len(self._strips) >= DRAWN:
                self._strips.clear()
            strip = line.draw(self._painted_size.width, self._style)
            for line_filter in self._filters:
                strip = strip.apply_filter(line_filter, self.background_colors[1])
            self._strips[line] = TerseStrip(strip, strip.cell_length)
        return self._strips[line]

    def _style(self, look: str) -> Style:
        if look not in self._styles:
            self._styles[look] = styled(look, lambda name: self.get_component_rich_style(f"page--{name}"))
        return self._styles[look]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield of each run of successive numbers the first, and the one after the last."""
    first = 0
    for index, number in enumerate(numbers, 1):
        if index == len(numbers) or numbers[index] != number + 1:
            yield numbers[first], number + 1
            first = index
