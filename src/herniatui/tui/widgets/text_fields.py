"""Where people write. What is pasted is cleaned before it is drawn: it can hold anything."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from herniatui.sanitize import cleaned
from herniatui.tui.terminal.parser import CutPaste


class PasteCut(Message):
    """Only the beginning of a paste was taken."""


def _clean(widget: Widget, event: events.Paste) -> None:
    """Take what cannot be shown out of what is pasted, and tell the screen if there was more of it."""
    event.text = cleaned(event.text)
    if isinstance(event, CutPaste):
        widget.post_message(PasteCut())


class CleanTextArea(TextArea):
    """Writes text of any length."""

    def watch(self, obj: DOMNode, attribute_name: str, callback: Callable[..., Any], init: bool = True) -> None:
        """Watch anything but the app: it holds on to who watches it, and so to every word that was written.

        Nothing is missed: no theme can be chosen while people write.
        """
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    def on_paste(self, event: events.Paste) -> None:
        """Take what cannot be shown out of what is pasted."""
        _clean(self, event)


class CleanInput(Input):
    """Writes one line."""

    async def on_key(self, event: events.Key) -> None:
        """Handle Enter in key order; a binding would run after later keys, which would then join the text."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def on_paste(self, event: events.Paste) -> None:
        """Take what cannot be shown out of what is pasted."""
        _clean(self, event)
