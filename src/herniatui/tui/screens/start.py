"""Start screen: introduction of the card, and the questions that the patient wants to talk about first."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from herniatui.card.languages import is_right_to_left
from herniatui.card.library import Deck
from herniatui.card.links import linked_spans
from herniatui.card.model import letter
from herniatui.card.quoted_words import bold_spans
from herniatui.commands.choosing import choose_question
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.going import destination, from_start
from herniatui.commands.looking_up import Part, texts_of_start
from herniatui.consult import walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.recap import chosen
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.boxes import box
from herniatui.tui.rows.calm import spaced
from herniatui.tui.rows.layout import Row
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.sizes import SMALL_WIDTH, is_small


class StartScreen(TalkScreen):
    """Screen of the first stop of the walk."""

    where = Where.START
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the introduction and the questions."""
        prompts, lookup = (named(name, self.host.commands).brief for name in ("prompts", "lookup"))
        has_marks = self.host.size.width >= SMALL_WIDTH
        has_groups = not is_small(*self.host.size)
        rows = list(start_rows(self.host.deck, talk.consult, prompts, lookup, has_marks, has_groups=has_groups))
        rows = spaced(rows) if self.host.is_spaced else rows
        self.page.show(rows, talk.walk.line_of(talk.walk.stop), top=arrived or not self.page.top)

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts for the start."""
        return self.host.deck.additions.prompts.start

    def on_page_lead_pressed(self) -> None:
        """Choose the question of which the box was clicked."""
        self.action_choose()

    @property
    def next_words(self) -> str:
        """Where Enter goes: to the first question chosen, or if none is chosen to that under the cursor."""
        return _("read on") if self._reads_on else destination(self.card, self.talk.walk, self._first)

    def action_next(self) -> None:
        """Read on to the questions; then go to the first one chosen, or if none is chosen to that under the cursor."""
        if self._reads_on:
            self.action_onward()
        else:
            self.go(self._first)

    @property
    def _reads_on(self) -> bool:
        return self.page.has_more(1) and not self.page.is_cursor_in_view

    @property
    def _first(self) -> walk.Walk:
        return from_start(self.card, self.talk, self.page.key)

    def action_choose(self) -> None:
        """Choose the question under the cursor to talk about first, or undo that choice."""
        if self.page.reveal_cursor():
            return
        self.host.go_on(choose_question(self.talk, self.page.key))

    def action_lookup(self) -> None:
        """Look up the linked words of the question under the cursor, then those of the whole screen."""
        self.host.look_up(self.lookup_parts())

    def lookup_parts(self) -> list[Part]:
        """Return the question under the cursor, and all texts of the screen."""
        return texts_of_start(self.card, self.page.key)


def start_rows(
    deck: Deck,
    consult: Consult,
    prompts_key: str,
    lookup_key: str,
    has_marks: bool = True,
    *,
    has_groups: bool = True,
) -> Iterator[Row]:
    """Yield the rows of the start screen.

    Args:
        deck: The card; words of the introduction with one of its links are underlined.
        consult: What was said.
        prompts_key: Display name of the key that shows what the clinician could say.
        has_marks: Whether the page has cells for marks to the right of the text.
        has_groups: Whether there is room for the headings of groups of questions.
        lookup_key: Display name of the key that looks up the underlined words.
    """
    card, links = deck.card, deck.links
    rtl = is_right_to_left(card.language)
    yield Row(card.title, look="title", is_right_to_left=rtl)
    yield Row(card.question, look="heading", is_right_to_left=rtl)
    for passage in card.introduction:
        for statement, depth in passage.walk():
            words, bold = linked_spans(statement.text, links), bold_spans(statement.text, statement.bold)
            yield Row(statement.text, indent=2 * depth, gap=True, links=words, bold=bold, is_right_to_left=rtl)
            if deck.additions.invitation and deck.additions.invitation in statement.text:
                how = _("On this screen: click on an underlined word, or press {key}.").format(key=lookup_key)
                yield Row(how, look="quiet", indent=2 * depth)
    if card.table_heading:
        yield Row(card.table_heading, look="quiet", gap=True, is_right_to_left=rtl)
    for index, option in enumerate(card.options):
        yield Row(option.name, lead=f"{letter(index)}  ", gap=not card.table_heading and index == 0)
    if deck.additions.welcome:
        yield Row(deck.additions.welcome, look="ours", gap=True)
        yield Row(_("For the clinician: {key} shows what you could say.").format(key=prompts_key), look="quiet")
    yield Row(_("What would you like to talk about?"), look="ours", gap=True)
    current = current_answers(consult)
    for number, question in enumerate(card.questions, 1):
        if question.group and has_groups:
            yield Row(question.group, look="quiet", is_right_to_left=rtl)
        row = _question_row(current, number, question.id, question.text)
        yield row if has_marks else replace(row, text=phrases.with_remark(row.text, row.marks), marks="")
    for choice in chosen(card, consult) if consult.words else ():
        if choice.since:
            yield Row(_("chosen earlier: {question}").format(question=choice.heading), look="quiet", indent=4)
    if consult.note:
        yield Row(phrases.quoted(consult.note), lead=_("In your own words: "), gap=True)


def _question_row(consult: Consult, number: int, question: str, text: str) -> Row:
    is_chosen = question in consult.chosen
    rank = _("no. {rank}").format(rank=consult.chosen.index(question) + 1) if is_chosen else ""
    return Row(text, key=question, lead=f"{box(is_chosen)}{number:>2}  ", marks=rank)
