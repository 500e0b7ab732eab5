"""Dialog that asks a question, with a key per answer."""

from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.i18n import _
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.host import Host
from herniatui.tui.widgets.page_line import CURSOR
from herniatui.tui.widgets.too_small import TooSmall

_SHORT = {
    Answer.YES: _("yes"),
    Answer.WIPE: _("wipe"),
    Answer.KEEP: _("keep"),
    Answer.SHORT: _("the talk alone"),
    Answer.WHOLE: _("talk and card"),
    Answer.NO: _("no"),
}
"""Answers in a word or two, for a window in which not all fit with their consequences."""


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

    def __init__(self, question: ChoiceQuestion) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Yield the question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question.words), classes="dialog-title")
            for answer, words in self._question.answers.items():
                yield Choice(answer, words)
        yield TooSmall()

    def on_resize(self) -> None:
        """Show the answers in full, or all of them on a short line each if they do not fit."""
        choices = list(self.query(Choice))
        for choice in choices:
            choice.show(short=False)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        last = self.query(Choice).last()
        if last.region.bottom > self.query_one(".dialog").content_region.bottom or not last.region:
            for choice in self.query(Choice):
                choice.show(short=True)

    def on_mount(self) -> None:
        """Take the focus, so that keys arrive here."""
        self.query(Choice)[list(self._question.answers).index(self._question.proposed)].focus()

    def action_answer(self, name: str) -> None:
        """Give this answer, if it is offered."""
        if (answer := Answer[name]) in self._question.answers:
            self.answer(answer)

    def action_answer_selected(self) -> None:
        """Give the answer with the cursor."""
        self.answer(self.focused.answer if isinstance(self.focused, Choice) else self._question.proposed)

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

    def show(self, short: bool) -> None:
        """Show the answer in a word or two, or in full."""
        self.query_one(".choice-words", Static).update(Content(_SHORT[self.answer] if short else self._words))


class Selection(Widget):
    """The cursor before the selected answer."""

    def render(self) -> str:
        """Return its sign, or nothing."""
        return CURSOR if cast(Choice, self.parent).has_focus else ""
