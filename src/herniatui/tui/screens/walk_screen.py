"""Screen that moves along the walk, with what the mouse does there."""

from textual.widget import Widget

from herniatui.card.model import Card
from herniatui.commands.looking_up import Part
from herniatui.consult import history, walk
from herniatui.consult.history import Talk
from herniatui.consult.quotes import current_answers
from herniatui.tui.screens.screen import HerniaScreen
from herniatui.tui.widgets.bars import WalkBar
from herniatui.tui.widgets.page import Page


class WalkScreen(HerniaScreen[None]):
    """Screen that reads the talk of the app, and goes to other places of its walk."""

    @property
    def talk(self) -> Talk:
        """The current talk."""
        return self.host.talk

    @property
    def card(self) -> Card:
        """The card."""
        return self.host.deck.card

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the questions that the patient wants to talk about."""
        return current_answers(self.talk.consult).chosen

    @property
    def page(self) -> Page:
        """The page of this screen."""
        return self.query_one(Page)

    @property
    def reading_widget(self) -> Widget | None:
        """The page with the cursor."""
        return self.page

    def go(self, to: walk.Walk) -> None:
        """Continue at this place of the walk."""
        self.host.go_on(history.move(self.talk, to))

    def cursor_moved(self) -> None:
        """Store the line under the cursor in the walk."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show what the keys do now."""
        raise NotImplementedError

    def on_page_scrolled(self, scrolled: Page.Scrolled) -> None:
        """Tell what Enter does now; store the line under the cursor if it came along."""
        if scrolled.has_moved:
            self.cursor_moved()
        else:
            self.show_keys()

    def on_walk_bar_chosen(self, chosen: WalkBar.Chosen) -> None:
        """Go to the stop that was clicked."""
        self.go(walk.go(self.card, self.talk.walk, chosen.leads_to))

    def on_page_word_pressed(self, pressed: Page.WordPressed) -> None:
        """Look up the underlined word that was clicked, and below it the others."""
        self.host.look_up(self.lookup_parts(), pressed.word)

    def lookup_parts(self) -> list[Part]:
        """Return the texts of which words are explained, each part with its heading."""
        return []

    def on_page_moved(self, moved: Page.Moved) -> None:
        """Store the line that was clicked in the walk."""
        self.go(walk.point(self.talk.walk, moved.key))
