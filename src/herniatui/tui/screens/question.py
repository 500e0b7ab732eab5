"""A question of the card: a tab or column for each option, its statements, and what the patient says of them."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from herniatui.card.identical import alike
from herniatui.consult import edits, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Mark
from herniatui.consult.quotes import on_now
from herniatui.i18n import _
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.side_by_side import body_width, column_width, in_force, seen_together, with_others
from herniatui.tui.rows.statements import said_lines, statement_rows
from herniatui.tui.screens.base import put
from herniatui.tui.screens.pictures import PicturesScreen
from herniatui.tui.textual_internals import lay_out_now
from herniatui.tui.widgets.columns import Columns
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page


class QuestionScreen(PicturesScreen):
    """Shows any question; it is not built anew for each."""

    where = Where.QUESTION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def compose_body(self) -> ComposeResult:
        """The question, the options as tabs, the statements."""
        yield Static(id="question")
        yield OptionTabs(self.card)
        yield Columns(self.card)

    def compose_foot(self) -> ComposeResult:
        """What was said about the question."""
        yield Static(id="said")

    @property
    def page(self) -> Page:
        """The page with the cursor."""
        columns = self.query_one(Columns)
        return columns.pages[0 if columns.width is None else self.option]

    def on_mount(self) -> None:
        """Remember that nothing has been shown yet."""
        self._shown = ""
        self._alike: dict[str, tuple[int, ...]] = {}

    def on_resize(self) -> None:
        """Show columns or tabs, as there is room for. Comes also after a resize behind another screen."""
        if not self.pictures.display:  # they stay, and whoever puts them away looks again
            self.look_again()

    def look_again(self) -> None:
        """Show the talk as there is room for it now; what stands side by side is then seen."""
        if not self.is_here:
            return
        host = self.host
        if seen_together(host.side_by_side, host.size.width, self.card, self.talk) != self.talk:
            self.host.go_on(self.talk)
        self.show(self.talk)

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the question and option where the walk is. Whoever says something or goes on has done with a picture."""
        self.put_pictures_away()
        question, option = self.question, self.option
        anew = self._arrange() or question.id != self._shown
        if question.id != self._shown:
            self._shown, self._alike = question.id, alike(question)
            number = self.card.questions.index(question) + 1
            put(self.query_one("#question", Static), f"{number}  {question.text}")
        columns, line = self.query_one(Columns), talk.walk.line_of(walk.place(talk.walk))
        self.query_one(OptionTabs).show_option(option)
        if columns.width is None:
            self.page.show(list(self._rows(option)), line, top=arrived or anew)
        else:
            for index, page in enumerate(columns.pages):
                rows = list(with_others(self._rows(index), self._alike))
                page.show(rows, line, top=anew, here=index == option)
        put(self.query_one("#said", Static), said_lines(self.card, question, talk.consult))

    def _rows(self, option: int) -> Iterator[Row]:
        picture = named("picture", self.host.commands)
        hint = f"{picture.brief}  {picture.short}"
        links = self.host.deck.additions.links
        return statement_rows(self.card, self.question, option, self.talk.consult, hint, links)

    def _arrange(self) -> bool:
        """Make room for columns, or for one option; return whether they have come or gone."""
        app, columns, body = self.host, self.query_one(Columns), self.query_one("#body")
        together = in_force(app.side_by_side, app.size.width, self.card, self.talk.walk)
        widest = body_width(self.card)
        room = min(app.size.width, widest) - body.gutter.width
        width = column_width(room, self.card) if together else None
        before = columns.width
        if width == before:
            return False
        with app.batch_update():
            self.query_one(OptionTabs).spread(width)
            body.styles.max_width = widest if together else None
            columns.spread(width)
            lay_out_now(self)
            for page in columns.pages:
                page.fit()
        return (width is None) != (before is None)

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say at this question."""
        return self.host.deck.additions.prompts.for_question(self.question.id)

    def on_option_tabs_chosen(self, chosen: OptionTabs.Chosen) -> None:
        """Show an option by mouse."""
        self.action_show_option(chosen.index)

    def action_option(self, by: int) -> None:
        """Show the option to the right (or left), as far as there are any."""
        self.action_show_option(max(0, min(self.option + by, len(self.card.options) - 1)))

    def action_show_option(self, index: int) -> None:
        """Show the option with this index, if the card has it."""
        if index < len(self.card.options):
            self.action_back()
            self.go(walk.show(self.talk.walk, self.card.options[index].id))

    def on_page_moved(self, moved: Page.Moved) -> None:
        """Put the cursor where the mouse did, which may be in another column."""
        moved.prevent_default()
        if not self.is_here:
            return
        for index, option in enumerate(self.card.options):
            if any(statement.id == moved.key for statement, _depth in self.question.statements(index)):
                self.go(walk.point(walk.show(self.talk.walk, option.id), moved.key))

    def action_lookup(self) -> None:
        """Show what can be looked up of the statement under the cursor, and then of the question."""
        question, options = self.question, range(len(self.card.options))
        every = [statement for option in options for statement, _depth in question.statements(option)]
        self.host.look_up(
            here=[statement.text for statement in every if statement.id == self.page.key],
            around=[question.text, *(statement.text for statement in every)],
            called=_("At this question"),
        )

    def action_mark(self, mark: str) -> None:
        """Put this mark on the statement under the cursor, or take it off."""
        if self.back_from_all():
            return
        self._say_now(lambda consult: edits.mark(consult, self.page.key, Mark(mark)))

    def action_prefer(self) -> None:
        """Step the preference for the option on screen."""
        if self.back_from_all():
            return
        option = self.card.options[self.option].id
        self._say_now(lambda consult: edits.prefer(consult, self.question.id, option))

    def action_prefer_none(self) -> None:
        """Say that there is no preference at this question, or take that back."""
        self._say_now(lambda consult: edits.prefer_none(consult, self.question.id))

    def action_weigh(self) -> None:
        """Step how much this question weighs."""
        self._say_now(lambda consult: edits.weigh(consult, self.question.id))

    def _say_now(self, say: Callable[[Consult], Consult]) -> None:
        """Say this of the words on screen; the same said of earlier words makes room for it."""
        self.say(on_now(self.talk.consult, say))
