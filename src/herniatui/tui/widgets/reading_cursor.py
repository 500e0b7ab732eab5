"""Where the terminal's own cursor stands: hidden, but braille displays and screen readers follow it."""

from collections.abc import Collection
from contextlib import suppress
from typing import Any, Protocol, runtime_checkable

from textual.css.query import NoMatches
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from herniatui.tui.host import Host
from herniatui.tui.widgets.line_view import LineView
from herniatui.tui.widgets.too_small import TooSmall


@runtime_checkable
class _IsRead(Protocol):
    """A widget that knows which of its cells is read."""

    @property
    def reading_cell(self) -> Offset:
        """That cell as it is drawn, from the corner of the widget: of the cursor's row, or of the insertion point."""


class ReadingHost(Host):
    """App of which the terminal's cursor follows what is read: Textual moves it there after each paint."""

    _cursor_cell = Offset()

    def before_frame(self, rows: Collection[int] | None) -> None:
        """Move the cursor with this frame, if it draws the row that the cursor goes to; otherwise with a later one."""
        cell = reading_cursor(self.screen)
        if cell is not None and (rows is None or cell.y in rows):
            self._cursor_cell = cell

    @property
    def cursor_position(self) -> Offset:
        """The cell of the terminal's cursor."""
        return self._cursor_cell

    @cursor_position.setter
    def cursor_position(self, _offset: Offset) -> None:
        """Ignore what Textual's text fields set: it is of the moment before the next layout."""


class HasReadingWidget:
    """Mixin of a screen that says which of its widgets is being read."""

    @property
    def reading_widget(self) -> Widget | None:
        """The widget that the terminal's cursor stands in; None for the one with the focus."""
        return None


def reading_cursor(screen: Screen[Any]) -> Offset | None:
    """Return the cell of the terminal's cursor: the row under the program's cursor as it is drawn, or a text field's.

    On a page without one it is the first line of text in view, and on one that is covered the sentence that says why.
    What is read may not be laid out yet, and the frame still show another page: then it is there. None: nowhere.
    """
    with suppress(NoMatches):  # not composed yet
        cover = screen.get_child_by_type(TooSmall)
        if cover.display:
            return cover.content_region.offset
        widget = screen.reading_widget if isinstance(screen, HasReadingWidget) else None
        widget = widget or screen.focused
        if widget is None or not widget.region:
            widget = next((view for view in screen.query(LineView) if view.region), None)
        return _cell(widget) if widget else None
    return None


def _cell(widget: Widget) -> Offset:
    return widget.region.offset + (widget.reading_cell if isinstance(widget, _IsRead) else Offset())
