"""Where people write. What is pasted is cleaned before it is drawn: it can hold anything."""

from textual import events
from textual._types import WatchCallbackType
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

    def watch(self, obj: DOMNode, attribute_name: str, callback: WatchCallbackType, init: bool = True) -> None:
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

    async def _on_key(self, event: events.Key) -> None:
        """Take Enter in its turn: as a binding it comes behind what was typed after it, which would join the text."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        else:
            await super()._on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Take what cannot be shown out of what is pasted."""
        _clean(self, event)
