"""Question screen: the statements of each option in a tab or column, and what the patient says about them."""

from functools import cached_property
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from herniatui.card.identical import identical_statements, same_statement
from herniatui.card.languages import is_right_to_left
from herniatui.card.links import linked_spans
from herniatui.commands.choosing import prefer
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.going import has_read_the_chosen, to_others
from herniatui.commands.looking_up import Part, head_of, texts_of_question
from herniatui.consult import edits, walk
from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.side_by_side import column_rows, column_width, is_side_by_side
from herniatui.tui.rows.statements import statement_rows, with_marks
from herniatui.tui.screens.screen import put
from herniatui.tui.screens.steps import StepsScreen
from herniatui.tui.textual_internals import lay_out_now
from herniatui.tui.widgets.columns import Columns
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page


class QuestionScreen(StepsScreen):
    """Screen that shows any question of the card; its widgets are reused from question to question."""

    where = Where.QUESTION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def compose_body(self) -> ComposeResult:
        """Yield the question, the option tabs and the statements."""
        yield Static(id="group")
        yield Static(id="question")
        yield Static(id="hint")
        yield Static(id="said")
        yield OptionTabs(self.card)
        yield Static(id="progress")
        yield Columns(self.card)

    @property
    def page(self) -> Page:
        """The page with the cursor."""
        return self.columns.pages[0 if self.columns.width is None else self.option]

    @property
    def is_together(self) -> bool:
        """Whether the options are side by side."""
        wanted = self.host.side_by_side and not self.host.is_calm
        return is_side_by_side(wanted, self.host.size.width, self.card, self.talk.walk)

    @property
    def pages(self) -> list[Page]:
        """The pages on screen: of the active tab, or of all options."""
        return [self.page] if self.columns.width is None else self.columns.pages

    @cached_property
    def columns(self) -> Columns:
        """The pages of the options; always the same widget, asked for at every key."""
        return self.query_one(Columns)

    def on_mount(self) -> None:
        """Start with nothing shown."""
        self._shown = ""
        self._built: dict[tuple[str, int, bool], list[Row]] = {}
        self._asks = False
        """Whether the head asks for the preference; any key answers it or closes it."""

    def show_again(self) -> None:
        """Show columns or tabs, as the width allows."""
        if self.pictures.display:  # they stay; hiding them lays out again
            self.redraw_picture()
        else:
            self.show_statements()

    def show_statements(self) -> None:
        """Show the talk in the current width."""
        if self.is_here:
            self.show(self.talk)

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show question and option of the walk. Any edit or navigation closes an open picture."""
        self.close_picture()
        self._asks = self._asks and not arrived
        question, option = self.question, self.option
        from_top = self._arrange() or question.id != self._shown
        self._shown = question.id
        self.show_question()
        columns, line = self.columns, talk.walk.line_of(walk.place(talk.walk))
        self.query_one(OptionTabs).show_option(option)
        if columns.width is None:
            line = self.step if self.host.is_calm else line
            turned = arrived or from_top or (self.host.is_calm and line != self.page.key)
            rows = self._rows(option, together=self.has_pictures_below)
            self.page.show(self.rows_on_page(rows), line, top=turned)
        else:
            for index, page in enumerate(columns.pages):
                page.show(self._rows(index, together=True), line, top=from_top, here=index == option)
        self._show_said()

    def _rows(self, option: int, together: bool) -> list[Row]:
        """Return the rows of an option on its own, or among all of them `together`, with the marks of the patient.

        Only those with marks are built at every key; the others are of the card, and cached.
        """
        place = self.question.id, option, together
        if place not in self._built:
            picture = named("picture", self.host.commands)
            rtl, links = is_right_to_left(self.card.language), self.host.deck.links
            rows = statement_rows(self.question, option, picture.brief, links, is_right_to_left=rtl)
            if together:
                rows = column_rows(rows, identical_statements(self.question))
            self._built[place] = list(rows)
        return with_marks(self._built[place], self.card, self.talk.consult)

    def answers_on_screen(self) -> list[tuple[str, str]]:
        """Return the answers of the active tab or of all columns; none behind a picture."""
        if self.pictures.display:
            return []
        options = self.card.options if self.columns.width is not None else [self.card.options[self.option]]
        return [(self.question.id, option.id) for option in options]

    def lines_in_view(self) -> list[tuple[str, bool, bool]]:
        """Return which statements have their first and last line in view."""
        return [ends for page in self.pages for ends in page.ends_in_view()]

    def has_more(self, by: int) -> bool:
        """Whether an option on screen has more to read below the window (or above it, below 0)."""
        return any(page.has_more(by) for page in self.pages)

    def read_on(self, by: int) -> bool:
        """Read on in every option on screen (or back, below 0); return whether there was more to read."""
        moved = [page.read_on(by) for page in self.pages]
        return any(moved)

    def action_line(self, by: int) -> None:
        """Move the cursor; bring a statement that another column has too level with the same one there."""
        super().action_line(by)
        if self.pictures.display or self.columns.width is None:
            return
        for index, page in enumerate(self.columns.pages):
            same = same_statement(self.question, self.page.key, index)
            if index != self.option and same:
                page.put_on_line(same, self.page.cursor_line)
                self.show_keys()

    def _arrange(self) -> bool:
        """Lay out columns, or one page for the active tab; return whether columns were added or removed."""
        app, columns = self.host, self.columns
        together = self.is_together
        if not together and columns.width is None:
            return False
        room = self.place_body(together)
        width = column_width(room, self.card) if together else None
        before = columns.width
        if width == before:
            return False
        with app.batch_update():
            self.query_one(OptionTabs).spread(width)
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

    def show_keys(self) -> None:
        """Show what the keys do now, and at the end of the chosen questions that there are others."""
        super().show_keys()
        if not self.has_more(1) and has_read_the_chosen(self.card, self.talk, self.onward):
            self._tell_of_others()
        self.count_what_is_shown()

    def _tell_of_others(self) -> None:
        message = self.query_one("#message", Static)
        if not str(message.content):
            others = named("others", self.host.commands)
            told = _("This was what you wanted to talk about. {key}: {others}.")
            put(message, told.format(key=others.brief, others=others.short))

    def action_onward(self) -> None:
        """Return from a picture to its line; else read on, to the next option and the next question."""
        if self.pictures.display:
            self.show_statements()
        else:
            super().action_onward()

    def action_previous(self) -> None:
        """Return from a picture to its line; else go the same way back."""
        if self.pictures.display:
            self.show_statements()
        else:
            super().action_previous()

    def action_others(self) -> None:
        """Go to the first question that the patient did not choose to talk about."""
        if others := to_others(self.card, self.talk):
            self.go(others)
        else:
            self.host.show_message(_("There are no other questions."))

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
        self._point(moved.key)

    def on_page_picture_pressed(self, pressed: Page.PicturePressed) -> None:
        """Show the small picture that was clicked."""
        if not self.pictures.display and self._point(pressed.key):
            self.action_picture()

    def _point(self, key: str) -> bool:
        """Put the cursor on this statement, if it is one of the question; return whether it is."""
        if not self.is_here:
            return False
        for index, option in enumerate(self.card.options):
            if any(statement.id == key for statement, _depth in self.question.statements(index)):
                self.go(walk.point(walk.show(self.talk.walk, option.id), key))
                return True
        return False

    def action_lookup(self) -> None:
        """Look up the linked words of the statement under the cursor, then those of its option and of the question."""
        parts, links = self.lookup_parts(), self.host.deck.links
        (_heading, (here,)), (_around, around) = parts[0], parts[-1]
        is_here = any(linked_spans(text, links) for text in (here, *head_of(self.card, self.question)))
        if here and not is_here and any(linked_spans(text, links) for text in around):
            self.host.show_message(_("No word is underlined in this line."))
        else:
            self.host.look_up(parts)

    def lookup_parts(self) -> list[Part]:
        """Return the statement under the cursor, those of its option, and all texts of the question."""
        return texts_of_question(self.card, self.question, self.option, self.page.key)

    def may_act(self) -> bool:
        """Whether a key may act on the statement under the cursor: not in the picture of all numbers."""
        return not self.close_all_numbers() and super().may_act()

    def action_prefer(self) -> None:
        """Ask for the preference, in the line where the answer will stand."""
        if not self.close_all_numbers():
            self.close_picture()
            self._asks = True
            self._show_said()

    def on_key(self, event: events.Key) -> None:
        """Answer the question for the preference; any other key closes it, and does its own work."""
        if not self._asks:
            return
        self._asks = False
        consult = prefer(self.card, self.talk.consult, self.question.id, event.key)
        if consult is not None:
            self.say(consult)
        elif event.key not in named("prefer", self.host.commands).keys_of("prefer"):
            self._show_said()
            return
        self._show_said()
        event.stop()

    def _show_said(self) -> None:
        """Show under the question what was said about it, or ask for the preference."""
        text = self.preference_asked if self._asks else self.what_was_said
        said = self.query_one("#said", Static)
        said.display = bool(text)
        put(said, text)
        self.show_head(self._asks)

    def action_weigh(self) -> None:
        """Step the importance of this question: 1, 2, 3, not said."""
        self.say_now(lambda consult: edits.weigh(consult, self.question.id))
