"""Text fields that sanitize pasted text before it is drawn."""

from collections.abc import Callable
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.dom import DOMNode
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from herniatui.sanitize import cleaned
from herniatui.tui.terminal.input_parser import CutPaste


class PasteCut(Message):
    """Message: only the beginning of a paste was inserted."""


def _clean(widget: Widget, event: events.Paste) -> None:
    """Remove control characters from the paste, and post `PasteCut` if it was cut."""
    event.text = cleaned(event.text)
    if isinstance(event, CutPaste):
        widget.post_message(PasteCut())


NEW_LINE = ("ctrl+j", "shift+enter")
"""Keys for a new line; few terminals tell the second one from Enter."""


def _from_corner(widget: Widget, insertion_point: Offset) -> Offset:
    """Return the cell of this insertion point, counted from the corner of the content, from that of the widget."""
    return Offset(widget.gutter.left, widget.gutter.top) + insertion_point - widget.scroll_offset


class CleanTextArea(TextArea):
    """Editor for text of any length, which offers every key to `take` first."""

    reading_cell = Offset()
    """Cell of the insertion point as it was drawn last, from the corner of the editor."""

    def __init__(self, text: str, take: Callable[[str], bool], changed: Callable[[str], None]) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.cursor_blink = False  # a steady cursor is calmer, and paints nothing while people think
        self._take = take
        """Called with the name of a key; returns whether it was handled, so that the editor must not."""
        self._changed = changed
        """Called with the text at every change, before it can be painted, which is not so of the message `Changed`."""

    def update_suggestion(self) -> None:
        """Report the change; Textual calls this hook within every edit."""
        self._changed(self.text)

    async def on_key(self, event: events.Key) -> None:
        """Break the line with a key that is free for it: Enter is among those of the dialog."""
        if self._take(event.key):
            event.stop()
            event.prevent_default()
        elif event.key in NEW_LINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in this part of the editor."""
        lines = super().render_lines(crop)
        # After a change of width, Textual's `cursor_screen_offset` is that of before.
        place = self.wrapped_document.location_to_offset(self.cursor_location)
        self.reading_cell = _from_corner(self, Offset(*place))
        return lines

    def watch(self, obj: DOMNode, attribute_name: str, callback: Callable[..., Any], init: bool = True) -> None:
        """Watch any object but the app, which keeps references to its watchers and so to the text of closed editors.

        The only watcher of the app follows the theme, which cannot change while an editor is open.
        """
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    def on_paste(self, event: events.Paste) -> None:
        """Sanitize the paste; Textual then inserts it."""
        _clean(self, event)


class CleanInput(Input):
    """Field for one line of text, which offers every key to `take` first."""

    reading_cell = Offset()
    """See `CleanTextArea`."""

    def __init__(self, text: str, take: Callable[[str], bool], placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False  # see `CleanTextArea`
        self._take = take
        """See `CleanTextArea`."""

    async def on_key(self, event: events.Key) -> None:
        """Handle the keys of the dialog in order; a binding would run after later keys, which would join the text."""
        if self._take(event.key):
            event.stop()
            event.prevent_default()

    @property
    def _cells_before(self) -> int:
        """Cells of the text before the insertion point."""
        return cell_len(self.value[: self.cursor_position])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in this part of the field, which is scrolled to the insertion point.

        Textual scrolls there after the first frames, and a text may begin longer than its field.
        """
        if not 0 <= self._cells_before - self.scroll_offset.x < self.content_size.width:
            self.scroll_to_region(Region(self._cells_before, 0, 1, 1), force=True, animate=False, immediate=True)
        lines = super().render_lines(crop)
        # At the end of the text, Textual's `cursor_screen_offset` is one cell further.
        self.reading_cell = _from_corner(self, Offset(self._cells_before, 0))
        return lines

    def on_paste(self, event: events.Paste) -> None:
        """Sanitize the paste; Textual then inserts it."""
        _clean(self, event)
