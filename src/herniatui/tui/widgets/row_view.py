"""Rows laid out as lines, in a window that scrolls over them."""

from collections.abc import Iterator, Sequence

from herniatui.tui.rows.layout import Line, Row, lay_out, spans, wrap
from herniatui.tui.widgets.line_view import LineView
from herniatui.tui.widgets.page_line import SCROLL_BAR, PageLine, scroll_bar

REMEMBERED = 500
"""Rows of which a view remembers the lines, so that going back and forth costs nothing."""


class RowView(LineView):
    """Lays rows out as lines, and draws those in view; a row is never left half off where it fits.

    It knows which row the cursor is on, but does not move it: see `Page`.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._lines: list[Line] = []
        self._spans: dict[int, tuple[int, int]] = {}
        """Of each row that has lines the first, and the one after the last."""
        self._cursor = -1
        self._wrapped: dict[tuple[str, int], list[str]] = {}
        self._width = 0
        self.top = 0
        """The first line in view."""

    @property
    def _height(self) -> int:
        """Lines in view; also while out of sight, when `size` is nothing."""
        return self.outer_size.height

    @property
    def line_count(self) -> int:
        """How many lines its rows take in its width."""
        return len(self._lines)

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
        if index not in self._spans or not self._rows[index].drawing or not self._height:
            return True
        start, end = self._span(index)
        height = self._height
        return end - start > height or (self.top <= start and end <= self.top + height)

    def _in_view(self, index: int) -> bool:
        start, end = self._span(index)
        return end > self.top and start < self.top + self._height

    def _span(self, index: int) -> tuple[int, int]:
        """Return the first line of a row, and the line after its last."""
        return self._spans[index]

    def has_more(self, by: int) -> bool:
        """Whether the page continues below the window (or above it, below 0)."""
        return self.top < self._lowest() if by > 0 else self.top > 0

    @property
    def is_cursor_in_view(self) -> bool:
        """Whether the row under the cursor is whole in view."""
        if self._cursor < 0 or not self._lines:
            return False
        start, end = self._span(self._cursor)
        return self.top <= start and end <= self.top + self._height

    def ends_in_view(self) -> Iterator[tuple[str, bool, bool]]:
        """Yield the key of each row, or what it paints, whether its first line is in view, and whether its last is."""
        window = range(self.top, self.top + self._height)
        for index, (start, end) in self._spans.items():
            if key := self._rows[index].key or self._rows[index].painted:
                yield key, start in window, end - 1 in window

    def _reveal(self) -> None:
        if self._cursor >= 0 and self._lines:
            self._scroll(self._top_for(self._cursor))

    def _scroll(self, top: int) -> None:
        self.top = max(0, min(top, self._lowest()))

    def _lowest(self) -> int:
        """Return how far the page scrolls: to its end, or until the last picture stands at the top."""
        total, height = len(self._lines), self._height
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
        height = self._height
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

    def look(self) -> list[PageLine]:
        """Return what every line in view looks like.

        Lays the rows out if the width is new: the first frame of a screen comes before the event of its size.
        """
        if self.outer_size.width not in (0, self._width):
            self._lay_out(self.outer_size.width)
            self._scroll(self.top)
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
        """Whether this row is left blank: a picture that the window cuts off would be counted wrong."""
        if index < 0:
            return True
        return index != self._cursor and self._is_stop(index) and not self._is_whole(index)
