"""A question of the card: a tab for each option, its statements, and what the patient says of them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from herniatui.card.figures import Figure, figures
from herniatui.card.model import Card, Question
from herniatui.consult import saying, walk
from herniatui.consult.model import HEAVIEST, Consult, Mark
from herniatui.consult.talk import Talk
from herniatui.report import phrases
from herniatui.tui.commands import Where, bindings, key_bar, named
from herniatui.tui.in_pictures import question_picture, statement_picture
from herniatui.tui.pictures import beside
from herniatui.tui.rows import Row
from herniatui.tui.screens.base import TalkScreen, put
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.picture_view import PictureView
from herniatui.words import _

BULLETS = ("• ", "– ", "· ")


class QuestionScreen(TalkScreen):
    """Shows any question; it is not built anew for each."""

    where = Where.QUESTION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where), Binding("escape", "back", show=False)]

    def compose_body(self) -> ComposeResult:
        """The question, the options as tabs, the statements."""
        yield Static(id="question")
        yield OptionTabs(self.card)
        yield Page()

    def compose_instead(self) -> ComposeResult:
        """Numbers and times in pictures, when they are asked for."""
        yield PictureView()

    def compose_foot(self) -> ComposeResult:
        """What was said about the question."""
        yield Static(id="said")

    @property
    def question(self) -> Question:
        """The question on screen."""
        return self.card.questions[self.card.question_index(self.talk.walk.stop)]

    @property
    def option(self) -> int:
        """The index of the option on screen."""
        return self.card.option_index(self.talk.walk.option_of(self.talk.walk.stop) or self.card.options[0].id)

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the question and option where the walk is. Whoever says something or goes on has done with a picture."""
        self.put_picture_away()
        question, option = self.question, self.option
        if arrived:
            number = self.card.questions.index(question) + 1
            put(self.query_one("#question", Static), f"{number}  {question.text}")
            self.query_one(OptionTabs).show_option(option)
        rows = list(statement_rows(question, option, talk.consult, self._picture_hint))
        self.page.show(rows, talk.walk.line_of(walk.place(talk.walk)), top=arrived)
        put(self.query_one("#said", Static), said_lines(self.card, question, talk.consult))

    def action_prompts(self) -> None:
        """Show what a clinician could say, or stop showing it; not behind a picture."""
        self.put_picture_away()
        super().action_prompts()

    def tell(self, text: str) -> None:
        """Say something in the line above the keys, and not behind a picture."""
        if text:
            self.put_picture_away()
        super().tell(text)

    @property
    def _picture_hint(self) -> str:
        command = named("picture", self.hernia_app.commands)
        return f"{command.brief}  {command.short}"

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say at this question."""
        return self.hernia_app.deck.additions.prompts.for_question(self.question.id)

    def on_option_tabs_chosen(self, chosen: OptionTabs.Chosen) -> None:
        """Show an option by mouse."""
        self.action_show_option(chosen.index)

    def action_option(self, by: int) -> None:
        """Show the option to the right (or left), as far as there are any."""
        self.action_show_option(max(0, min(self.option + by, len(self.card.options) - 1)))

    def action_show_option(self, index: int) -> None:
        """Show the option with this index, if the card has it."""
        if index < len(self.card.options):
            self.go(walk.show(self.talk.walk, self.card.options[index].id))

    def action_mark(self, mark: str) -> None:
        """Put this mark on the statement under the cursor, or take it off."""
        self.say(saying.mark(self.talk.consult, self.page.key, Mark(mark)))

    def action_prefer(self) -> None:
        """Step the preference for the option on screen."""
        self.say(saying.prefer(self.talk.consult, self.question.id, self.card.options[self.option].id))

    def action_prefer_none(self) -> None:
        """Say that there is no preference at this question, or take that back."""
        self.say(saying.prefer_none(self.talk.consult, self.question.id))

    def action_weigh(self) -> None:
        """Step how much this question weighs."""
        self.say(saying.weigh(self.talk.consult, self.question.id))

    def action_picture(self) -> None:
        """Show the number under the cursor as a picture; from there, or without one, all numbers of the question."""
        view = self.query_one(PictureView)
        everything = list(question_picture(self.card, self.question))
        number = list(statement_picture(self.card, self.question, self.option, self.page.key))
        if view.display and (view.shows_all or not everything):
            self.put_picture_away()
        elif number and not view.display:
            self._show_picture(number, shows_all=False)
        elif everything:
            self._show_picture(everything, shows_all=True)
        else:
            self.hernia_app.tell(_("The card gives no numbers at this question."))

    def _show_picture(self, rows: list[Row], shows_all: bool) -> None:
        view = self.query_one(PictureView)
        view.show(rows, shows_all, self.page.outer_size.width)
        self.query_one("#body").display = False
        key, line = (named(name, self.hernia_app.commands).brief for name in ("picture", "line"))
        more = [] if shows_all else [(key, _("all numbers of this question"))]
        self.query_one(KeyBar).show([*more, (line, _("further")), (_("Esc"), _("back"))])

    def put_picture_away(self) -> None:
        """Show the statements again, if a picture stands in their place."""
        view = self.query_one(PictureView)
        if view.display:
            self.query_one("#body").display = True
            view.display = False
            self.query_one(KeyBar).show(key_bar(self.where, self.hernia_app.commands))

    def action_back(self) -> None:
        """Go back from a picture to the statements."""
        self.put_picture_away()

    def action_line(self, by: int) -> None:
        """Move the cursor, or go to the next picture (or back) where pictures are shown."""
        view = self.query_one(PictureView)
        if view.display:
            view.page.move(by)
        else:
            super().action_line(by)


def statement_rows(question: Question, option: int, consult: Consult, hint: str = "") -> Iterator[Row]:
    """Yield a row for each statement of this option, nested as on the card, with its number in small and its marks.

    `hint` stands beside a statement of which the picture is too large to stand there.
    """
    pictures: dict[str, list[Figure]] = {}
    for figure in figures(question, option):
        pictures.setdefault(figure.says.statement.id, []).append(figure)
    for statement, depth in question.statements(option):
        yield Row(
            statement.text,
            key=statement.id,
            look="heading" if statement.is_heading else "text",
            lead="" if statement.paragraph else BULLETS[min(depth, len(BULLETS) - 1)],
            indent=2 * depth,
            marks=phrases.signs(consult.marks_of(statement.id)),
            gap=depth == 0,
            beside=beside(pictures.get(statement.id, []), hint),
        )


def said_lines(card: Card, question: Question, consult: Consult) -> str:
    """Return what was said about the question: preference and importance, and under it the beginning of the note."""
    said = consult.about(question.id)
    preference = phrases.preference(card, said.preference) if said.preference else _("not said yet")
    weighs = f"{stars(said.importance)} {phrases.IMPORTANCE[said.importance]}" if said.importance else _("not said yet")
    line = "   ".join(
        (
            _("Preference: {preference}").format(preference=preference),
            _("Weighs: {importance}").format(importance=weighs),
        )
    )
    if not said.note:
        return line
    return "\n".join((line, _("Note: {words}").format(words=phrases.quoted(said.note.partition("\n")[0]))))


def stars(importance: int) -> str:
    """Return the importance, 1 to 3, as stars out of three."""
    return "★" * importance + "☆" * (HEAVIEST - importance)
