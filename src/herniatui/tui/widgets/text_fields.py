"""Text fields that sanitize pasted text before it is drawn."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.dom import DOMNode
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


class CleanTextArea(TextArea):
    """Editor for text of any length."""

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
    """Field for one line of text."""

    async def on_key(self, event: events.Key) -> None:
        """Handle Enter in key order; a binding would run after later keys, which would then join the text."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def on_paste(self, event: events.Paste) -> None:
        """Sanitize the paste; Textual then inserts it."""
        _clean(self, event)
