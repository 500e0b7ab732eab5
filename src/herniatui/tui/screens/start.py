"""Start screen: introduction of the card, and the questions that the patient wants to talk about first."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from herniatui.card.links import Link, linked_spans
from herniatui.card.model import Card, letter
from herniatui.consult import edits
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.consult.quotes import current_answers, edit_current
from herniatui.i18n import _
from herniatui.report.recap import chosen
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.layout import Row
from herniatui.tui.screens.base import TalkScreen


class StartScreen(TalkScreen):
    """Screen of the first stop of the walk."""

    where = Where.START
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the introduction and the questions."""
        rows = list(start_rows(self.card, talk.consult, self.host.deck.additions.links))
        self.page.show(rows, talk.walk.line_of(talk.walk.stop), top=arrived)

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts for the start."""
        return self.host.deck.additions.prompts.start

    def on_page_picked(self) -> None:
        """Choose the clicked question."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the question under the cursor to talk about first, or undo that choice."""
        question = self.page.key
        self.say(edit_current(self.talk.consult, lambda consult: edits.choose(consult, question)))

    def action_lookup(self) -> None:
        """Look up the linked words of the question under the cursor, then those of the whole screen."""
        card = self.card
        passages = [statement.text for passage in card.introduction for statement, _depth in passage.walk()]
        questions = [question.text for question in card.questions]
        self.host.look_up(
            here=[question.text for question in card.questions if question.id == self.page.key],
            around=[card.title, card.question, *passages, *(option.name for option in card.options), *questions],
            called=_("On this screen"),
        )


def start_rows(card: Card, consult: Consult, links: tuple[Link, ...] = ()) -> Iterator[Row]:
    """Yield the rows of the start screen; words of the introduction with one of these links are underlined."""
    yield Row(card.title, look="title")
    yield Row(card.question, look="heading")
    for passage in card.introduction:
        for statement, depth in passage.walk():
            yield Row(statement.text, indent=2 * depth, gap=True, links=linked_spans(statement.text, links))
    if card.table_heading:
        yield Row(card.table_heading, look="quiet", gap=True)
    for index, option in enumerate(card.options):
        yield Row(option.name, lead=f"{letter(index)}  ", gap=not card.table_heading and index == 0)
    yield Row(_("What would you like to talk about?"), look="ours", gap=True)
    current = current_answers(consult)
    for number, question in enumerate(card.questions, 1):
        yield _question_row(current, number, question.id, question.text)
    for choice in chosen(card, consult) if consult.words else ():
        if choice.since:
            yield Row(_("chosen earlier: {question}").format(question=choice.heading), look="quiet", indent=4)


def _question_row(consult: Consult, number: int, question: str, text: str) -> Row:
    is_chosen = question in consult.chosen
    rank = _("no. {rank}").format(rank=consult.chosen.index(question) + 1) if is_chosen else ""
    return Row(text, key=question, lead=f"[{'x' if is_chosen else ' '}] {number:>2}  ", marks=rank)
