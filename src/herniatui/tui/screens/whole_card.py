"""The whole card on one page, as it is on paper, with the marks of the question screens."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from herniatui.commands.command import Where
from herniatui.commands.looking_up import Part, texts_of_question
from herniatui.consult import walk
from herniatui.consult.history import Talk, move
from herniatui.i18n import _
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.side_by_side import required_width
from herniatui.tui.rows.whole_card import whole_card, with_marks_on
from herniatui.tui.screens.viewing import ViewingScreen
from herniatui.tui.sizes import SMALL_WIDTH
from herniatui.tui.textual_internals import lay_out_now
from herniatui.tui.widgets.card_page import CardPage
from herniatui.tui.widgets.page import Page


class CardScreen(ViewingScreen):
    """Screen of the whole card: another view of the talk, wherever that is. The cursor is its own."""

    where = Where.CARD
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def compose_body(self) -> ComposeResult:
        """Yield the card."""
        yield CardPage(self.card)

    @property
    def is_here(self) -> bool:
        """Whether the whole card is to be shown."""
        return self.host.shows_card

    @property
    def page(self) -> CardPage:
        """The page."""
        return self.query_one(CardPage)

    @property
    def is_together(self) -> bool:
        """Whether the options stand beside each other."""
        return self.host.size.width >= required_width(self.card) and not self.host.is_calm

    def on_mount(self) -> None:
        """Start at the top."""
        self._at = ""
        self._opens = True
        """Whether it is opened, and not only in view again after a dialog."""
        self._places = {
            statement.id: (question.id, option.id)
            for question in self.card.questions
            for index, option in enumerate(self.card.options)
            for statement, _depth in question.statements(index)
        }

    def on_screen_resume(self) -> None:
        """Begin where the talk is, when it is opened."""
        if not self._opens:
            return
        self._opens = False
        here = self.talk.walk
        at = here.line_of(walk.place(here))
        answer = here.stop, here.option_of(here.stop)
        self._at = (
            at if at in self._places else next((key for key in self._places if self._places[key] == answer), self._at)
        )
        self._place = ""

    def on_screen_suspend(self) -> None:
        """Open anew the next time if it was left."""
        self._opens = not self.is_here

    def prompts(self) -> tuple[str, ...]:
        """Return no prompts: the questions have them."""
        return ()

    def follow(self, talk: Talk) -> None:
        """Show this talk."""
        self.show(talk)

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the card with what was marked."""
        together = self.is_together
        self.place_body(together)
        bands = list(whole_card(self.card, together, self.host.deck.links))
        marked = with_marks_on(bands, self.card, talk.consult, has_room=self.host.size.width >= SMALL_WIDTH)
        self.page.show_bands(marked, self._at, top=arrived and not self._at)
        if arrived and self._at:
            lay_out_now(self)
            self.page.fit()
            self.page.begin_with_question()
        self._at = self.page.key

    def lookup_parts(self) -> list[Part]:
        """Return the statement under the cursor."""
        if not self.page.key:
            return []
        question, option = self._places[self.page.key]
        asked = self.card.questions[self.card.question_index(question)]
        return texts_of_question(self.card, asked, self.card.option_index(option), self.page.key)[:1]

    def show_keys(self) -> None:
        """Show what the keys do now, and count what is in view."""
        super().show_keys()
        self.count_what_is_shown()

    @property
    def next_words(self) -> str:
        """What Enter does."""
        question, _option = self._places[self.page.key] if self.page.key else ("", "")
        return _("to question {number}").format(number=self.card.question_index(question) + 1) if question else ""

    def answers_on_screen(self) -> list[tuple[str, str]]:
        """Return the answers of which statements are in view."""
        ends = self.lines_in_view()
        return list(dict.fromkeys(self._places[key] for key, first, last in ends if first or last))

    def lines_in_view(self) -> list[tuple[str, bool, bool]]:
        """Return which statements have their first and last line in view."""
        return list(self.page.ends_in_view())

    def cursor_moved(self) -> None:
        """Remember the line under the cursor."""
        self._at = self.page.key
        self.show_keys()

    def on_page_moved(self, moved: Page.Moved) -> None:
        """Remember the line that was clicked."""
        moved.prevent_default()
        self.cursor_moved()

    def on_page_picked(self) -> None:
        """Open the question of the line that was clicked again."""
        self.action_next()

    def go(self, to: walk.Walk) -> None:
        """Leave the card for this place of the walk."""
        self.host.leave_card(move(self.talk, to))

    def action_next(self) -> None:
        """Open the question of the statement under the cursor, there."""
        if self.page.key:
            question, option = self._places[self.page.key]
            there = walk.show(walk.go(self.card, self.talk.walk, question), option)
            self.go(walk.point(there, self.page.key))

    def action_onward(self) -> None:
        """Read on by a window-full."""
        self.page.read_on(1)
        self.cursor_moved()

    def action_previous(self) -> None:
        """Read back by a window-full."""
        self.page.read_on(-1)
        self.cursor_moved()

    def action_option(self, by: int) -> None:
        """Move the cursor to the next option (or with -1 the one before)."""
        if not self.page.key:
            return
        _question, option = self._places[self.page.key]
        self.action_show_option(max(0, min(self.card.option_index(option) + by, len(self.card.options) - 1)))

    def action_show_option(self, index: int) -> None:
        """Move the cursor to the option with this index, at the same question."""
        if not self.page.key or index >= len(self.card.options):
            return
        question = self.card.questions[self.card.question_index(self._places[self.page.key][0])]
        there = self.page.beside(index) if self.is_together else ""
        own = [statement.id for statement, _depth in question.statements(index)]
        self._at = there or (own[0] if own else self._at)
        self.show(self.talk)
