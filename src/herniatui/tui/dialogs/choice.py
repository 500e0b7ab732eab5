"""Dialog that asks a question, with a key per answer."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from herniatui.commands.ending import Answer
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.widgets.too_small import TooSmall


class ChoiceDialog(Dialog[Answer]):
    """Asks a question. Keys that go on or back on other screens answer no, unless Enter has an answer proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,y", "answer('YES')", show=False),
        Binding("w", "answer('WIPE')", show=False),
        Binding("b", "answer('KEEP')", show=False),
        Binding("k", "answer('SHORT')", show=False),
        Binding("h", "answer('WHOLE')", show=False),
        Binding("n,escape,backspace", "answer('NO')", show=False),
        Binding("enter", "answer_proposed", show=False),
    ]

    def __init__(self, question: str, answers: Mapping[Answer, str], proposed: Answer = Answer.NO) -> None:
        super().__init__()
        self._question = question
        self._answers = answers
        """The answers offered, with the consequence of each; `NO` is always the last."""
        self._proposed = proposed
        """The answer that Enter gives."""

    def compose(self) -> ComposeResult:
        """Yield the question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="dialog-title")
            for answer, words in self._answers.items():
                yield Choice(answer, words)
        yield TooSmall()

    def on_mount(self) -> None:
        """Take the focus, so that keys arrive here."""
        self.query(Choice)[list(self._answers).index(self._proposed)].focus()

    def action_answer(self, name: str) -> None:
        """Give this answer, if it is offered."""
        if (answer := Answer[name]) in self._answers:
            self.answer(answer)

    def action_answer_proposed(self) -> None:
        """Give the proposed answer."""
        self.answer(self._proposed)


class Choice(Horizontal, can_focus=True):
    """An answer and its key, with the lines of the answer under each other."""

    def __init__(self, answer: Answer, words: str) -> None:
        super().__init__()
        self._answer, self._words = answer, words

    def compose(self) -> ComposeResult:
        """Yield the key and the answer."""
        yield Static(Content.assemble((f" {self._answer} ", "reverse bold")), classes="choice-key")
        yield Static(Content(self._words), classes="choice-words")
