"""A page of rows with one cursor; every screen shows its text with it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message

from herniatui.tui.rows.layout import Line, Row, is_laid_out_as, lay_out, spans, wrap
from herniatui.tui.widgets.line_view import LineView
from herniatui.tui.widgets.page_line import SCROLL_BAR, PageLine, scroll_bar

WHEEL = 3
"""Lines that the page scrolls by a turn of the wheel."""

REMEMBERED = 500
"""Rows of which a page remembers the lines, so that going back and forth costs nothing."""


class Page(LineView):
    """Draws rows line by line, and moves the cursor over those that have a key.

    A row is never left half off the page where it fits. What does not fit is read by moving on: the page then scrolls
    line by line until the end of the row is seen. It scrolls and draws its own bar: Textual's would have the screen
    laid out again whenever another text comes on the page.

    In place of OptionList, or Statics in a VerticalScroll. Measured with `python -m benchmarks.stand_ins`, 20 rows at
    100x30, Textual 8.2.8: a cursor move takes 2.6 ms of processor time against 8.9 (OptionList); other text 3.0 ms
    against 16.7 (OptionList) and 26.8 (21 widgets); 1 paint each. It could go if Textual compared with the last frame
    (textual #4086) and repainted a region from where it begins (#5625).
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--text", "page--title", "page--heading", "page--quiet", "page--ours", "page--cursor",
        "page--bar", "page--thumb", "page--filled", "page--open", "page--unsure",
    }  # fmt: skip

    class Moved(Message):
        """The cursor was put on another row by mouse."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    class Picked(Message):
        """The row under the cursor was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._lines: list[Line] = []
        self._spans: dict[int, tuple[int, int]] = {}
        """Of each row that has lines the first, and the one after the last."""
        self._cursor = -1
        self._wrapped: dict[tuple[str, int], list[str]] = {}
        self._width = 0
        self._fitted = Size()
        self.top = 0
        """The first line in view."""

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty if there is none."""
        return self._rows[self._cursor].key if self._cursor >= 0 else ""

    def show(
        self, rows: Sequence[Row], key: str | None = None, top: bool = False, *, here: bool = True, width: int = 0
    ) -> None:
        """Show these rows, with the cursor on the row of this key (or the first that has one).

        `top` begins at the top of the page, as for a page not seen before. The cursor may be on another page, and not
        be `here`. `width` is how wide a page will be that was never on screen, so that it need not be painted twice.
        """
        keys = [row.key for row in rows] if here else []
        first = next((index for index, row_key in enumerate(keys) if row_key), -1)
        cursor = keys.index(key) if key and key in keys else first
        if rows == self._rows and cursor == self._cursor and not top:
            return
        before, self._rows = self._rows, rows
        wide = self.outer_size.width or width  # also while out of sight, when `size` is nothing
        if wide != self._width or not is_laid_out_as(rows, before):
            self._lay_out(wide)
        self._cursor = cursor
        self._scroll(0 if top else self.top)
        if self._cursor != first or not top or not self._is_whole(first):
            self._reveal()
        self.repaint()

    def move(self, by: int) -> None:
        """Move the cursor one row down (or up, below 0), or the page one line where there is more to read first."""
        if not self._lines:
            return
        if self._cursor >= 0 and not self._in_view(self._cursor):
            self._reveal()
        else:
            step = 1 if by > 0 else -1
            target = self._next(self._cursor, step)
            if self._reads_on(step, target):
                self._scroll(self.top + step)
            elif target is not None:
                self._put(target)
        self.repaint()

    def _next(self, index: int, step: int) -> int | None:
        """Return the index of the next row with a key, from this one on (or back, below 0)."""
        index += step
        while 0 <= index < len(self._rows):
            if self._rows[index].key and index in self._spans:
                return index
            index += step
        return None

    def _is_whole(self, index: int) -> bool:
        """Whether a picture is in view from its first line to its last, or is none, or too high for that."""
        if index < 0 or not self._rows[index].drawing or not self.size.height:
            return True
        start, end = self._span(index)
        height = self.size.height
        return end - start > height or (self.top <= start and end <= self.top + height)

    def _in_view(self, index: int) -> bool:
        start, end = self._span(index)
        return end > self.top and start < self.top + self.size.height

    def _reads_on(self, step: int, target: int | None) -> bool:
        """Whether going on to the next row (or past the last) would pass over text that was not in view."""
        bottom = self.top + self.size.height
        if target is None:
            return bottom < len(self._lines) if step > 0 else self.top > 0
        there = self._top_for(target)
        passed = self._lines[bottom:there] if step > 0 else self._lines[there + self.size.height : self.top]
        return any(line.row >= 0 for line in passed)

    def _put(self, index: int) -> None:
        self._cursor = index
        self._reveal()

    def _span(self, index: int) -> tuple[int, int]:
        """Return the first line of a row, and the line after its last."""
        return self._spans[index]

    def move_page(self, by: int) -> None:
        """Read on by nearly a page (or back, below 0)."""
        self._scroll(self.top + by * max(1, self.size.height - 2))
        self.repaint()

    def bring_into_view(self, key: str) -> None:
        """Scroll to the row of this key as well, as far as the row under the cursor stays in view."""
        if not self._lines:
            return  # not drawn yet
        for index, row in enumerate(self._rows):
            if row.key == key:
                self._scroll(self._top_for(index))
        self._reveal()
        self.repaint()

    def _reveal(self) -> None:
        if self._cursor >= 0 and self._lines:
            self._scroll(self._top_for(self._cursor))

    def _scroll(self, top: int) -> None:
        self.top = max(0, min(top, self._lowest()))

    def _lowest(self) -> int:
        """Return how far the page scrolls: to its end, or until the last picture stands at the top."""
        total, height = len(self._lines), self.size.height
        if total <= height:
            return 0
        pictures = [start for index, (start, _end) in self._spans.items() if self._is_stop(index)]
        return max(total - height, pictures[-1] if pictures else 0)

    def _is_stop(self, index: int) -> bool:
        """Whether the row is a picture that the cursor comes to."""
        return bool(self._rows[index].drawing and self._rows[index].key)

    def _top_for(self, index: int) -> int:
        """Return where to scroll, as little as shows a row whole, or its beginning if it is higher than the page.

        A row that is being read line by line stays as it lies, and a picture stands at the top.
        """
        height = self.size.height
        start, end = self._span(index)
        if end - start > height:
            return self.top if start <= self.top < end else start
        if self._is_stop(index):
            return self.top if self.top <= start and end <= self.top + height and not self.top else start
        if start < self.top:
            return start
        return max(self.top, end - height)

    def _lay_out(self, width: int) -> None:
        self._width = width
        self._lines = lay_out(self._rows, width - SCROLL_BAR, self._wrap) if width > SCROLL_BAR else []
        self._spans = spans(self._lines)

    def _wrap(self, text: str, width: int) -> list[str]:
        # Kept with the page and not with the process: it holds a patient's words.
        if (text, width) not in self._wrapped:
            if len(self._wrapped) >= REMEMBERED:
                self._wrapped.clear()
            self._wrapped[text, width] = wrap(text, width)
        return self._wrapped[text, width]

    def on_resize(self) -> None:
        """Lay the rows out in the new width."""
        self.fit()

    def fit(self) -> None:
        """Lay the rows out in the width there is now, with the row under the cursor in view."""
        if self.outer_size.width != self._width:
            self._lay_out(self.outer_size.width)
        fitted, top = self._fitted, self.top
        self._fitted = self.outer_size
        self._scroll(self.top)
        if self.top or self._cursor != self._next(-1, 1):
            self._reveal()  # a page not read yet stays at its beginning
        if (self._fitted, self.top) != (fitted, top):
            self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """Read on by mouse."""
        self._scroll(self.top + WHEEL)
        self.repaint()

    def on_mouse_scroll_up(self) -> None:
        """Read back by mouse."""
        self._scroll(self.top - WHEEL)
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row under the mouse; a click on the row under the cursor picks it."""
        number = self.top + event.y
        index = self._lines[number].row if number < len(self._lines) else -1
        if index < 0 or not self._rows[index].key:
            return
        if index == self._cursor:
            self.post_message(self.Picked())
        elif self._cursor < 0:
            self.post_message(self.Moved(self._rows[index].key))  # the screen takes it here from where it is
        else:
            self._put(index)
            self.repaint()
            self.post_message(self.Moved(self.key))

    def look(self) -> list[PageLine]:
        """Return what every line in view looks like."""
        height = self.size.height
        bars = scroll_bar(self.top, height, len(self._lines), self._lowest())
        shown = self._lines[self.top : self.top + height]
        kept_back = {index for index in {line.row for line in shown} if self._is_kept_back(index)}
        lines = [
            PageLine(bar=bar, arrow=arrow)
            if line.row in kept_back
            else PageLine(line, self._rows[line.row], line.row == self._cursor, bar, arrow)
            for line, (bar, arrow) in zip(shown, bars, strict=False)
        ]
        return lines + [PageLine(bar=bar, arrow=arrow) for bar, arrow in bars[len(lines) :]]

    def _is_kept_back(self, index: int) -> bool:
        """Whether a line of this row is not drawn: a picture is never seen in part, because people count it."""
        if index < 0:
            return True
        return index != self._cursor and self._is_stop(index) and not self._is_whole(index)
