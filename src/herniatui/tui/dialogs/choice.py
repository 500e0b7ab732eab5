"""Dialog that asks a question, with a key per answer."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from herniatui.i18n import _
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.host import Host
from herniatui.tui.widgets.page_line import CURSOR
from herniatui.tui.widgets.too_small import TooSmall


class Answer(StrEnum):
    """Possible answers; the value is the displayed key."""

    YES = _("j")
    WIPE = _("w")
    KEEP = _("b")
    SHORT = _("k")
    WHOLE = _("h")
    NO = _("n")


class ChoiceDialog(Dialog[Answer]):
    """Asks a question. Keys that go on or back on other screens answer no, unless Enter has an answer proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,y", "answer('YES')", show=False),
        Binding("w", "answer('WIPE')", show=False),
        Binding("b", "answer('KEEP')", show=False),
        Binding("k", "answer('SHORT')", show=False),
        Binding("h", "answer('WHOLE')", show=False),
        Binding("n,escape,backspace", "answer('NO')", show=False),
        Binding("enter", "answer_selected", show=False),
    ]

    def __init__(self, question: str, answers: Mapping[Answer, str], proposed: Answer = Answer.NO) -> None:
        super().__init__()
        self._question = question
        self._answers = answers
        """The answers offered, with the consequence of each; `NO` is always the last."""
        self._proposed = proposed
        """The answer that is selected at first, and that Enter gives."""

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

    def action_answer_selected(self) -> None:
        """Give the answer with the cursor."""
        self.answer(self.focused.answer if isinstance(self.focused, Choice) else self._proposed)

    def on_choice_picked(self, picked: "Choice.Picked") -> None:
        """Give the answer that was clicked while it had the cursor."""
        self.answer(picked.answer)


class Choice(Horizontal, can_focus=True):
    """An answer and its key, with the lines of the answer under each other."""

    FOCUS_ON_CLICK = False  # a click that selects is not one that answers

    class Picked(Message):
        """The answer with the cursor was clicked."""

        def __init__(self, answer: Answer) -> None:
            self.answer = answer
            super().__init__()

    def __init__(self, answer: Answer, words: str) -> None:
        super().__init__()
        self.answer, self._words = answer, words

    def on_focus(self) -> None:
        """Draw the cursor."""
        self.query_one(Selection).refresh()

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.query_one(Selection).refresh()

    def on_click(self, event: events.Click) -> None:
        """Select the answer; a click on the one that is selected gives it."""
        if cast(Host, self.app).is_repeated(event):
            return
        if self.has_focus:
            self.post_message(self.Picked(self.answer))
        else:
            self.focus()

    def compose(self) -> ComposeResult:
        """Yield the cursor, the key and the answer."""
        yield Selection()
        yield Static(Content.assemble((f" {self.answer} ", "reverse bold")), classes="choice-key")
        yield Static(Content(self._words), classes="choice-words")


class Selection(Widget):
    """The cursor before the selected answer."""

    def render(self) -> str:
        """Return its sign, or nothing."""
        return CURSOR if cast(Choice, self.parent).has_focus else ""
