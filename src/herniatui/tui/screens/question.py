"""Question screen: the statements of each option in a tab or column, and what the patient says about them."""

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from herniatui.card.identical import identical_statements
from herniatui.consult import edits, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Mark
from herniatui.consult.quotes import edit_current
from herniatui.i18n import _
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.side_by_side import body_width, column_width, is_side_by_side, mark_all_seen, with_shared_notes
from herniatui.tui.rows.statements import said_lines, statement_rows, with_marks
from herniatui.tui.screens.base import put
from herniatui.tui.screens.pictures import PicturesScreen
from herniatui.tui.textual_internals import lay_out_now
from herniatui.tui.widgets.columns import Columns
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page


class QuestionScreen(PicturesScreen):
    """Screen that shows any question of the card; its widgets are reused from question to question."""

    where = Where.QUESTION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def compose_body(self) -> ComposeResult:
        """Yield the question, the option tabs and the statements."""
        yield Static(id="question")
        yield OptionTabs(self.card)
        yield Columns(self.card)

    def compose_foot(self) -> ComposeResult:
        """Yield the line with what was said about the question."""
        yield Static(id="said")

    @property
    def page(self) -> Page:
        """The page with the cursor."""
        return self.columns.pages[0 if self.columns.width is None else self.option]

    @cached_property
    def columns(self) -> Columns:
        """The pages of the options; always the same widget, asked for at every key."""
        return self.query_one(Columns)

    def on_mount(self) -> None:
        """Start with nothing shown."""
        self._shown = ""
        self._built: dict[tuple[str, int, bool], list[Row]] = {}

    def on_resize(self) -> None:
        """Show columns or tabs, as the width allows. Called also after a resize behind another screen."""
        if not self.pictures.display:  # they stay; hiding them lays out again
            self.show_statements()

    def show_statements(self) -> None:
        """Show the talk in the current width, and mark options shown side by side as seen."""
        if not self.is_here:
            return
        host = self.host
        if mark_all_seen(host.side_by_side, host.size.width, self.card, self.talk) != self.talk:
            self.host.go_on(self.talk)
        self.show(self.talk)

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show question and option of the walk. Any edit or navigation closes an open picture."""
        self.close_picture()
        question, option = self.question, self.option
        from_top = self._arrange() or question.id != self._shown
        if question.id != self._shown:
            self._shown = question.id
            number = self.card.questions.index(question) + 1
            put(self.query_one("#question", Static), f"{number}  {question.text}")
        columns, line = self.columns, talk.walk.line_of(walk.place(talk.walk))
        self.query_one(OptionTabs).show_option(option)
        if columns.width is None:
            self.page.show(self._rows(option, together=False), line, top=arrived or from_top)
        else:
            for index, page in enumerate(columns.pages):
                page.show(self._rows(index, together=True), line, top=from_top, here=index == option)
        put(self.query_one("#said", Static), said_lines(self.card, question, talk.consult))

    def _rows(self, option: int, together: bool) -> list[Row]:
        """Return the rows of an option on its own, or among all of them `together`, with the marks of the patient.

        Only those with marks are built at every key; the others are of the card, and cached.
        """
        place = self.question.id, option, together
        if place not in self._built:
            picture = named("picture", self.host.commands)
            hint = f"{picture.brief}  {picture.short}"
            rows = statement_rows(self.question, option, hint, self.host.deck.additions.links)
            if together:
                rows = with_shared_notes(rows, identical_statements(self.question))
            self._built[place] = list(rows)
        return with_marks(self._built[place], self.card, self.talk.consult)

    def _arrange(self) -> bool:
        """Lay out columns, or one page for the active tab; return whether columns were added or removed."""
        app, columns = self.host, self.columns
        together = is_side_by_side(app.side_by_side, app.size.width, self.card, self.talk.walk)
        if not together and columns.width is None:
            return False
        body, widest = self.query_one("#body"), body_width(self.card)
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
        """Return the conversation prompts at this question."""
        return self.host.deck.additions.prompts.for_question(self.question.id)

    def on_option_tabs_chosen(self, chosen: OptionTabs.Chosen) -> None:
        """Show the option whose tab was clicked."""
        self.action_show_option(chosen.index)

    def action_option(self, by: int) -> None:
        """Show the next option (or with -1 the previous one), if there is one."""
        self.action_show_option(max(0, min(self.option + by, len(self.card.options) - 1)))

    def action_show_option(self, index: int) -> None:
        """Show the option with this index, if the card has it."""
        if index < len(self.card.options):
            self.action_back()
            self.go(walk.show(self.talk.walk, self.card.options[index].id))

    def on_page_moved(self, moved: Page.Moved) -> None:
        """Store the clicked line in the walk; it may be in another column."""
        moved.prevent_default()
        if not self.is_here:
            return
        for index, option in enumerate(self.card.options):
            if any(statement.id == moved.key for statement, _depth in self.question.statements(index)):
                self.go(walk.point(walk.show(self.talk.walk, option.id), moved.key))

    def action_lookup(self) -> None:
        """Look up the linked words of the statement under the cursor, then those of the question."""
        question, options = self.question, range(len(self.card.options))
        statements = [statement for option in options for statement, _depth in question.statements(option)]
        self.host.look_up(
            here=[statement.text for statement in statements if statement.id == self.page.key],
            around=[question.text, *(statement.text for statement in statements)],
            called=_("At this question"),
        )

    def action_mark(self, mark: str) -> None:
        """Toggle this mark on the statement under the cursor."""
        if self.close_all_numbers():
            return
        self._say_now(lambda consult: edits.mark(consult, self.page.key, Mark(mark)))

    def action_prefer(self) -> None:
        """Step the preference for the option on screen: preferred, strongly preferred, not said."""
        if self.close_all_numbers():
            return
        option = self.card.options[self.option].id
        self._say_now(lambda consult: edits.prefer(consult, self.question.id, option))

    def action_prefer_none(self) -> None:
        """Toggle that the patient has no preference at this question."""
        self._say_now(lambda consult: edits.prefer_none(consult, self.question.id))

    def action_weigh(self) -> None:
        """Step the importance of this question: 1, 2, 3, not said."""
        self._say_now(lambda consult: edits.weigh(consult, self.question.id))

    def _say_now(self, say: Callable[[Consult], Consult]) -> None:
        """Apply this edit to the words on screen; it replaces the same answer to earlier words."""
        self.say(edit_current(self.talk.consult, say))
