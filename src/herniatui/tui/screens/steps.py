"""Base of the question screen: in the calm layout it goes through the statements one at a time."""

from msgspec.structs import replace
from textual.widgets import Static

from herniatui.card.figures import figures
from herniatui.card.languages import is_right_to_left
from herniatui.commands.declared import named
from herniatui.consult import walk
from herniatui.i18n import _
from herniatui.tui.rows.calm import page_rows, progress, spaced, step_at, steps
from herniatui.tui.rows.layout import Row, wrap
from herniatui.tui.rows.said import preference_in_lines, preference_question, said_in_short, said_lines
from herniatui.tui.rows.side_by_side import BODY
from herniatui.tui.screens.pictures import PicturesScreen
from herniatui.tui.screens.screen import put
from herniatui.tui.sizes import CALM_BODY, ROOMY_HEIGHT, SMALL_HEIGHT, TERSE_HEIGHT
from herniatui.tui.widgets.option_tabs import OptionTabs

_ROOM_BELOW = 7
"""Lines that are left below the question in a window where it stands above every statement."""
_MARGINS = 5
"""Cells of the window around the head."""
_HINT_INDENT = 3
"""Cells of a hint before its words, as in the style sheet."""
_LINES_PER_HINT = 12
"""Lines of a window for each line of a hint under the question; a longer hint scrolls with the statements."""
_ROOM_BESIDE_ANSWERS = 4
"""Lines of a window that answers on a line each leave for the bars, a message and the statement."""


class StepsScreen(PicturesScreen):
    """Screen of a question; in the calm layout its page shows the statement at which the walk is, and no other."""

    @property
    def step(self) -> str:
        """The statement on the page of the calm layout; empty if the option has none."""
        return step_at(self.question, self.option, self.talk.walk.line_of(walk.place(self.talk.walk)))

    def show_question(self) -> None:
        """Show the question; above it the heading of its group and under it its hint, where there is room."""
        question = self.question
        number = self.card.questions.index(question) + 1
        put(self.query_one("#question", Static), f"{number}  {question.text}")
        group = self.card.group_of(question)
        for name, text, has_room in (
            ("#group", group, self.host.size.height >= ROOMY_HEIGHT),
            ("#hint", question.hint, self._is_hint_above),
        ):
            line = self.query_one(name, Static)
            line.display = bool(text) and has_room
            put(line, text)

    def rows_on_page(self, rows: list[Row]) -> list[Row]:
        """Return the rows that the page shows, of all rows of the option."""
        rtl, words = is_right_to_left(self.card.language), "" if self._is_hint_above else self.question.hint
        hint = [Row(words, look="quiet", is_right_to_left=rtl)] if words else []
        if not self.host.is_calm:
            is_low = self.host.size.height < ROOMY_HEIGHT
            return [*hint, *(replace(row, gap=False) if hint and is_low else row for row in rows[:1]), *rows[1:]]
        shown = list(page_rows(rows, self.question, self.option, self.step))
        if self.host.is_spaced:
            shown = spaced(shown)
        if self._steps and self.step != self._steps[0]:
            return shown
        question = str(self.query_one("#question", Static).content)
        return [*([] if self._is_question_above else [Row(question, look="heading")]), *hint, *shown]

    @property
    def has_pictures_below(self) -> bool:
        """Whether the calm layout has room for a small picture below its statement."""
        return self.host.is_calm and self.host.size.height >= ROOMY_HEIGHT

    @property
    def _steps(self) -> list[str]:
        return [statement for page in steps(self.question, self.option) for statement in page]

    @property
    def _is_hint_above(self) -> bool:
        """Whether the hint stands under the question, and not before the first statement of each option."""
        width, height = self.host.size
        if self.is_together or self.host.is_calm:
            return self.is_together
        lines = wrap(self.question.hint, min(width, BODY) - _MARGINS - _HINT_INDENT)
        return height >= ROOMY_HEIGHT and len(lines) <= height // _LINES_PER_HINT

    @property
    def _is_question_above(self) -> bool:
        """Whether the question stands above every statement, and not only before the first."""
        width, height = self.host.size
        lines = wrap(str(self.query_one("#question", Static).content), min(width, CALM_BODY) - _MARGINS)
        return height - len(lines) - 2 >= _ROOM_BELOW

    def show_head(self, asks: bool) -> None:
        """Show what stands above the page: in the calm layout as much as there is room for.

        Args:
            asks: whether the head asks for the preference, with a line per answer.
        """
        is_calm, is_low = self.host.is_calm, self.host.size.height < SMALL_HEIGHT
        where = self.query_one("#progress", Static)
        where.display = is_calm and not (asks and is_low)
        self.query_one(OptionTabs).display = not (is_calm and is_low)
        self.query_one("#question", Static).display = not is_calm or (self._is_question_above and not (asks and is_low))
        if is_calm:
            width = min(self.host.size.width, CALM_BODY) - _MARGINS
            put(where, progress(self.card, self.question, self.option, self.step, self.talk.consult, width))

    @property
    def preference_asked(self) -> str:
        """The question for the preference, with the key of each answer: in the calm layout on a line each."""
        width, height = self.host.size
        in_lines = preference_in_lines(self.card, height - _ROOM_BESIDE_ANSWERS) if self.host.is_calm else ""
        if in_lines and self.host.is_spaced:
            in_lines += "\n "
        return in_lines or "\n".join(wrap(preference_question(self.card, width), width - _MARGINS))

    @property
    def what_was_said(self) -> str:
        """What was said about the question: preference, importance and note."""
        card, question, consult, (width, height) = self.card, self.question, self.talk.consult, self.host.size
        if not self.host.is_calm:
            return said_lines(card, question, consult, width)
        return said_in_short(card, question, consult, min(width, CALM_BODY), is_low=height < TERSE_HEIGHT)

    def show_keys(self) -> None:
        """Show what the keys do now, and that the statement has a number to picture."""
        super().show_keys()
        message = self.query_one("#message", Static)
        has_room = self.host.size.height >= TERSE_HEIGHT and not self.has_pictures_below
        if self.host.is_calm and has_room and not str(message.content) and self._has_number:
            put(message, _("{key}: the number as a picture").format(key=named("picture", self.host.commands).brief))

    @property
    def _has_number(self) -> bool:
        return any(found.frequency and found.is_about(self.step) for found in figures(self.question, self.option))

    @property
    def onward(self) -> walk.Walk:
        """Where the walk goes from here at the end of the page: in the calm layout to the next statement first."""
        return self._stepped(1) if self.host.is_calm else super().onward

    @property
    def back(self) -> walk.Walk:
        """Where the walk goes back to from here."""
        return self._stepped(-1) if self.host.is_calm else super().back

    def _stepped(self, by: int) -> walk.Walk:
        here, order = self.talk.walk, self._steps
        target = order.index(self.step) + by if self.step in order else -1
        if 0 <= target < len(order):
            return walk.point(here, order[target])
        there = super().onward if by > 0 else super().back
        if not walk.is_question(there.stop) or walk.place(there) == walk.place(here):
            return there
        question = self.card.questions[self.card.question_index(there.stop)]
        pages = steps(question, self.card.option_index(there.option_of(there.stop) or ""))
        return walk.point(there, pages[0][0] if by > 0 else pages[-1][-1]) if pages else there

    def has_turned(self, before: walk.Walk) -> bool:
        """Whether another page is shown than before."""
        pages = steps(self.question, self.option) if self.is_here and self.host.is_calm else []
        line = before.line_of(walk.place(before))
        is_on_page = any(self.step in page and line in page for page in pages)
        return super().has_turned(before) or (bool(pages) and not is_on_page)

    def cursor_moved(self) -> None:
        """Store the line under the cursor in the walk, and tell which it is."""
        super().cursor_moved()
        if self.host.is_calm:
            self.show(self.talk)

    def action_line(self, by: int) -> None:
        """Move the cursor; in the calm layout go on or back."""
        if not self.host.is_calm or self.pictures.display:
            super().action_line(by)
        elif by > 0:
            self.action_onward()
        else:
            self.action_previous()
