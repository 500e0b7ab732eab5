"""Where people write. What is pasted is cleaned before it is drawn: it can hold anything."""

from textual import events
from textual.widgets import Input, TextArea

from herniatui.plain import cleaned


class CleanTextArea(TextArea):
    """Writes text of any length."""

    def on_paste(self, event: events.Paste) -> None:
        """Take what cannot be shown out of what is pasted."""
        event.text = cleaned(event.text)


class CleanInput(Input):
    """Writes one line."""

    def on_paste(self, event: events.Paste) -> None:
        """Take what cannot be shown out of what is pasted."""
        event.text = cleaned(event.text)
