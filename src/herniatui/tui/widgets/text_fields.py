"""Text fields that sanitize pasted text before it is drawn."""

from collections.abc import Callable
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.dom import DOMNode
from textual.geometry import Offset
from textual.message import Message
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


class CleanTextArea(TextArea):
    """Editor for text of any length, which offers every key to `take` first."""

    def __init__(self, text: str, take: Callable[[str], bool]) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.cursor_blink = False  # a steady cursor is calmer, and paints nothing while people think
        self._take = take
        """Called with the name of a key; returns whether it was handled, so that the editor must not."""

    async def on_key(self, event: events.Key) -> None:
        """Break the line with a key that is free for it: Enter is among those of the dialog."""
        if self._take(event.key):
            event.stop()
            event.prevent_default()
        elif event.key in NEW_LINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the insertion point as it is drawn; after a change of width Textual's own is that of before."""
        x, y = self.wrapped_document.location_to_offset(self.cursor_location)
        return self.content_region.offset + Offset(x, y) - self.scroll_offset

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

    def __init__(self, text: str, take: Callable[[str], bool], placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False  # as of `CleanTextArea`
        self._take = take
        """As of `CleanTextArea`."""

    async def on_key(self, event: events.Key) -> None:
        """Handle the keys of the dialog in order; a binding would run after later keys, which would join the text."""
        if self._take(event.key):
            event.stop()
            event.prevent_default()

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the insertion point as it is drawn; at the end of the text Textual's own is one cell further."""
        before = cell_len(self.value[: self.cursor_position])
        return self.content_region.offset + Offset(before - self.scroll_offset.x, 0)

    def on_paste(self, event: events.Paste) -> None:
        """Sanitize the paste; Textual then inserts it."""
        _clean(self, event)
