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
        event.stop()  # it is taken here

    def take(self, text: str) -> None:
        """Write this at the cursor."""
        self.insert(text)


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
        event.text = cleaned(event.text)

    def take(self, text: str) -> None:
        """Write the first line of this at the cursor."""
        self.insert_text_at_cursor(text.partition("\n")[0])
