"""Start: what the card is about, and what the patient wants to talk about."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from herniatui.card.model import Card, letter
from herniatui.consult import saying
from herniatui.consult.model import Consult
from herniatui.consult.talk import Talk
from herniatui.tui.commands import Where, bindings
from herniatui.tui.keep import show_saved
from herniatui.tui.rows import Row
from herniatui.tui.screens.base import TalkScreen
from herniatui.words import _


class StartScreen(TalkScreen):
    """The first stop of the walk."""

    where = Where.START
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the card's beginning and its questions."""
        rows = list(start_rows(self.card, talk.consult))
        self.page.show(rows, talk.walk.line_of(talk.walk.stop), top=arrived)

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say to begin with."""
        return self.hernia_app.deck.additions.prompts.start

    def on_page_picked(self) -> None:
        """Choose by mouse."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the question under the cursor to talk about first, or take it back."""
        self.say(saying.choose(self.talk.consult, self.page.key))

    def action_saved(self) -> None:
        """Show the talks that are kept."""
        self.hernia_app.notice = ""
        show_saved(self.hernia_app)


def start_rows(card: Card, consult: Consult) -> Iterator[Row]:
    """Yield the rows of the first screen."""
    yield Row(card.title, look="title")
    yield Row(card.question, look="heading")
    for passage in card.introduction:
        for statement, depth in passage.walk():
            yield Row(statement.text, indent=2 * depth, gap=True)
    if card.table_heading:
        yield Row(card.table_heading, look="quiet", gap=True)
    for index, option in enumerate(card.options):
        yield Row(option.name, lead=f"{letter(index)}  ", gap=not card.table_heading and index == 0)
    yield Row(_("What would you like to talk about?"), look="ours", gap=True)
    for number, question in enumerate(card.questions, 1):
        yield _question_row(consult, number, question.id, question.text)


def _question_row(consult: Consult, number: int, question: str, text: str) -> Row:
    chosen = question in consult.chosen
    rank = _("no. {rank}").format(rank=consult.chosen.index(question) + 1) if chosen else ""
    return Row(text, key=question, lead=f"[{'x' if chosen else ' '}] {number:>2}  ", marks=rank)
