"""Base of the question screen: shows pictures in place of the statements."""

from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from herniatui.card.figures import gives_no_number
from herniatui.card.model import Question
from herniatui.commands.declared import named
from herniatui.i18n import _
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.question_pictures import question_picture, statement_picture
from herniatui.tui.screens.viewing import ViewingScreen
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.picture_view import PictureView

FRAME = 2
"""Lines of the bars above and below a picture."""


class PicturesScreen(ViewingScreen):
    """Screen of a question that can show its numbers and times as pictures.

    A picture is another view of the same stop: it is not part of the talk, and any edit or navigation closes it. It is
    a widget and not a screen, because Textual takes 40 ms and more to push a screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    @property
    def question(self) -> Question:
        """The question on screen."""
        return self.card.questions[self.card.question_index(self.talk.walk.stop)]

    @property
    def option(self) -> int:
        """Index of the option on screen, or of the column with the cursor."""
        return self.card.option_index(self.talk.walk.option_of(self.talk.walk.stop) or self.card.options[0].id)

    @cached_property
    def pictures(self) -> PictureView:
        """The widget that shows pictures; cached, because every key asks for it."""
        return self.query_one(PictureView)

    @property
    def reading_widget(self) -> Widget | None:
        """The picture view if it is open, otherwise the page with the cursor."""
        return self.pictures if self.pictures.display else self.page

    def compose_instead(self) -> ComposeResult:
        """Yield the picture view, which is hidden until asked for."""
        yield PictureView()

    def show_statements(self) -> None:
        """Show the statements again, in the current width."""
        raise NotImplementedError

    def action_picture(self) -> None:
        """Show the number under the cursor as a picture; from there, or if it has none, all numbers of the question."""
        all_numbers = list(question_picture(self.card, self.question, self.host.deck.links))
        one_number = self._one_number()
        if self.pictures.display and self.pictures.shows_all:
            self.show_statements()
        elif one_number and not self.pictures.display:
            self._show_picture(one_number, shows_all=False)
        elif all_numbers:
            self._show_picture(all_numbers, shows_all=True)
        else:
            options = range(len(self.card.options))
            is_none = all(gives_no_number(self.card, self.question, option) for option in options)
            none = _("The card gives no numbers at this question.")
            self.host.show_message(none if is_none else _("There are no pictures at this question."))

    def _one_number(self) -> list[Row]:
        """Return the picture of the statement under the cursor, as large as there is room for; empty if it has none."""
        status = self.query_one("#status")
        height = self.size.height - FRAME - (status.outer_size.height if status.display else 0)
        links = self.host.deck.links
        return list(statement_picture(self.card, self.question, self.option, self.page.key, height, links))

    def redraw_picture(self) -> None:
        """Draw an open picture as large as there is room for now."""
        if self.pictures.display and not self.pictures.shows_all:
            self.pictures.show(self._one_number(), top=True, width=self.page.outer_size.width)

    def action_back(self) -> None:
        """Close an open picture."""
        if self.pictures.display:
            self.show_statements()

    def action_line(self, by: int) -> None:
        """Move the cursor; in an open picture view, go to the next or previous picture."""
        if self.pictures.display:
            self.pictures.move(by)
        else:
            super().action_line(by)

    def prompts_toggled(self) -> None:
        """Close an open picture, then show or hide the prompts."""
        self.close_picture()
        super().prompts_toggled()

    def show_message(self, text: str) -> None:
        """Show a message above the key bar; close an open picture, which would hide it."""
        if text:
            self.close_picture()
        super().show_message(text)

    def _show_picture(self, rows: list[Row], shows_all: bool) -> None:
        self.pictures.shows_all = shows_all
        self.pictures.show(rows, top=True, width=self.page.outer_size.width)
        self.pictures.display = True
        self.query_one("#body").display = False
        picture, line, help_ = (named(name, self.host.commands) for name in ("picture", "line", "help"))
        more = [] if shows_all else [(picture.brief, _("all numbers and times"))]
        back, further = (_("Enter, Esc"), _("back")), (line.brief, _("further"))
        self.query_one(KeyBar).show([back, *more, further, (help_.brief, help_.short)])

    def show_keys(self) -> None:
        """Show what the keys do now; an open picture has a bar of its own."""
        if not self.pictures.display:
            super().show_keys()

    def close_all_numbers(self) -> bool:
        """Close the picture of all numbers, which has no statement to mark; return whether it was open."""
        if not (self.pictures.display and self.pictures.shows_all):
            return False
        self.show_statements()
        self.host.show_message(_("Choose a line first."))
        return True

    def close_picture(self) -> None:
        """Hide an open picture and show the statements in its place."""
        if self.pictures.display:
            self.query_one("#body").display = True
            self.pictures.display = False
            self.show_keys()
