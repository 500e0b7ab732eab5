"""A small screen that asks one thing: yes or no."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from herniatui.tui.screens.dialog import Dialog
from herniatui.tui.widgets.too_small import TooSmall
from herniatui.words import _


class AskScreen(Dialog[bool]):
    """Asks one question that is answered by yes or no; anything but yes is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,y", "answer(True)", show=False),
        Binding("n,escape,enter,backspace", "answer(False)", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__()
        self._question = question
        self._entries = [(_("j"), yes), (_("n"), no)]

    def compose(self) -> ComposeResult:
        """The question, and what the two keys do."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="dialog-title")
            for key, words in self._entries:
                yield Choice(Content.assemble((f" {key} ", "reverse bold"), f"  {words}"))
        yield TooSmall()

    def on_mount(self) -> None:
        """Hold the keys here."""
        self.query(Choice).last().focus()

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.dismiss(yes)


class Choice(Static, can_focus=True):
    """One of the answers."""
