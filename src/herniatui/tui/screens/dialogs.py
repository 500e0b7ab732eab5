"""Small screens that ask one thing: yes or no, or the name of a file."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from herniatui.tui.widgets.bars import KeyBar
from herniatui.words import _


class AskScreen(ModalScreen[bool]):
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

    def on_mount(self) -> None:
        """Hold the keys here."""
        self.query(Choice).last().focus()

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.dismiss(yes)


class Choice(Static, can_focus=True):
    """One of the answers."""


class SaveScreen(ModalScreen[str | None]):
    """Asks where a file is to be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """Title, the name of the file, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Save the summary as")), classes="dialog-title")
            yield Input(self._path, select_on_focus=False)
            yield KeyBar([("Enter", _("save")), (_("Esc"), _("do not save"))])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the name."""
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Give no name."""
        self.dismiss(None)
