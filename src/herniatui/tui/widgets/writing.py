"""Where people write. What is pasted is cleaned before it is drawn: it can hold anything."""

from textual import events
from textual._types import WatchCallbackType
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from herniatui.plain import cleaned


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
        event.text = cleaned(event.text)


class CleanInput(Input):
    """Writes one line."""

    def on_paste(self, event: events.Paste) -> None:
        """Take what cannot be shown out of what is pasted."""
        event.text = cleaned(event.text)
