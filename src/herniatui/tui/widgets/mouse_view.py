"""A view of rows that the mouse scrolls, and that knows what is under the mouse."""

from msgspec import Struct
from textual import events
from textual.message import Message

from herniatui.tui.widgets.page_line import SCROLL_BAR, LinePart
from herniatui.tui.widgets.row_view import RowView

WHEEL = 3
"""Lines that the page scrolls by a turn of the wheel, or by a click on an arrow of its scroll bar."""


class UnderMouse(Struct, frozen=True):
    """What of a page is under the mouse."""

    row: int = -1
    """Index of the row; -1 if there is none."""
    part: LinePart = LinePart.NOTHING
    word: str = ""
    """The underlined word, of `LinePart.WORD`."""


class MouseView(RowView):
    """Scrolls by wheel and scroll bar, and takes the cursor along, so that it stays where it can be seen."""

    class Scrolled(Message, namespace="page"):
        """The page was scrolled by mouse, or by a change of its size."""

        def __init__(self, has_moved: bool = False) -> None:
            self.has_moved = has_moved
            """Whether the cursor is on another row."""
            super().__init__()

    is_dragged = False
    """Whether the scroll bar is held."""

    def under_mouse(self, x: int, y: int) -> UnderMouse:
        """Return what is drawn in this cell."""
        shown = self.look()
        if not (0 <= y < len(shown) and 0 <= x < self.size.width - SCROLL_BAR):
            return UnderMouse()
        line, x, width = shown[y].part_at(x, self.size.width - SCROLL_BAR)
        if line.is_empty:
            return UnderMouse()
        return UnderMouse(line.line.row, *line.under(x, width))

    def on_mouse_scroll_down(self) -> None:
        """Read on by mouse."""
        self._scroll_by_mouse(self.top + WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Read back by mouse."""
        self._scroll_by_mouse(self.top - WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Scroll by the scroll bar, which then follows the mouse until it is let go."""
        if event.x < self.size.width - SCROLL_BAR or not (self.has_more(1) or self.has_more(-1)):
            return
        if event.y == 0 and self.has_more(-1):
            self.on_mouse_scroll_up()
        elif event.y == self.size.height - 1 and self.has_more(1):
            self.on_mouse_scroll_down()
        else:
            self.is_dragged = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Scroll along with the scroll bar."""
        if self.is_dragged:
            self._drag_to(event.y)

    def on_mouse_up(self) -> None:
        """Let the scroll bar go."""
        if self.is_dragged:
            self.is_dragged = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        """Scroll so that the thumb is about this line: at the first the top of the page, at the last its end."""
        self._scroll_by_mouse(round(self._lowest() * y / max(1, self.size.height - 1)))

    def _scroll_by_mouse(self, top: int) -> None:
        before, cursor = self.top, self._cursor
        self._scroll(top)
        if self.top != before:
            self._take_cursor_along()
            self.repaint()
            self.post_message(self.Scrolled(has_moved=self._cursor != cursor))

    def _take_cursor_along(self) -> None:
        """Put the cursor on the nearest row in view, if it went out of view and there is one; on a whole one first."""
        if self._cursor < 0 or self._in_view(self._cursor):
            return
        step = 1 if self._span(self._cursor)[1] <= self.top else -1
        found, near = self._next(self._cursor, step), None
        while found is not None:
            start, end = self._span(found)
            if self._in_view(found) and self._is_whole(found):
                near = found if near is None else near
                if self.top <= start and end <= self.top + self._height:
                    self._cursor = found
                    return
            found = self._next(found, step)
        if near is not None:
            self._cursor = near
