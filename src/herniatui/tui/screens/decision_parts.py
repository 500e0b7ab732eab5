"""Base of the decision screen: its parts, and how they share the window."""

from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property

from textual.app import ComposeResult

from herniatui.commands.choosing import CERTAIN, KEEP, NEED, NOT_YET, OPTION, WHEN
from herniatui.commands.declared import named
from herniatui.consult import walk
from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.tui.rows.calm import spaced
from herniatui.tui.rows.decision import CHOICES, LATER, RECAP, choice_rows, later_rows, recap_rows
from herniatui.tui.rows.layout import Row
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.widgets.page import Page

_LEAST_RECAP = 2
"""Lines that the recap keeps at least."""
_AROUND_PARTS = 3
"""Lines between the parts where all are shown."""


class DecisionPart(IntEnum):
    """The parts of the screen, in order."""

    RECAP = 0
    CHOICES = 1
    LATER = 2


class DecisionParts(TalkScreen):
    """Screen of what was said, of the choices, and of what is agreed for later.

    The choices are one block that is always whole: below the recap, which scrolls, and above what is agreed for later.
    In the calm layout each of the three has the window to itself, one after the other.
    """

    def compose_body(self) -> ComposeResult:
        """Yield the recap, the choices, and what is agreed for later."""
        yield Page(id="recap")
        yield Page(id="choices")
        yield Page(id="later")

    @cached_property
    def parts(self) -> tuple[Page, Page, Page]:
        """The recap, the choices, and what is agreed for later."""
        recap, choices, later = (self.query_one(f"#{name}", Page) for name in ("recap", "choices", "later"))
        return recap, choices, later

    @property
    def page(self) -> Page:
        """The part with the cursor; the recap if there is none."""
        return self.parts[self._part]

    @property
    def _line(self) -> str:
        return self.talk.walk.line_of(walk.DECISION) or ""

    @property
    def _part(self) -> DecisionPart:
        """The part with the cursor; the recap if there is none."""
        if self._line.startswith((OPTION, NOT_YET, CHOICES)):
            return DecisionPart.CHOICES
        is_later = self._line.startswith((NEED, WHEN, CERTAIN, KEEP, LATER))
        return DecisionPart.LATER if is_later and self.talk.consult.decision.made else DecisionPart.RECAP

    @property
    def _is_on_row(self) -> bool:
        """Whether the cursor is on a row."""
        return bool(self._line) and self._line not in (RECAP, CHOICES, LATER)

    @property
    def _key(self) -> str:
        """Key of the row under the cursor; empty if the cursor is on none."""
        return self.page.key if self._is_on_row else ""

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show what was said, and the choices."""
        recap, choices, later = self.parts
        session = self.host.session
        more = list(later_rows(talk.consult, session.can_be_kept, session.is_kept))
        later.display = bool(more)
        later.show(
            self._placed(more), self._line, here=self._part is DecisionPart.LATER and self._is_on_row, width=self._width
        )
        if self.host.is_calm:
            self._show_part(arrived)
            return
        self._show_choices(short=False)
        recap.display = choices.display = True
        if choices.line_count > max(len(self.card.options) + 2, self._room // 2):
            self._show_choices(short=True)
        self._show_recap(short=False, top=arrived)
        if recap.line_count > self._room - choices.line_count - later.line_count:
            self._show_recap(short=True, top=arrived)
        self._share()

    def _show_part(self, arrived: bool) -> None:
        """Show the part with the cursor and no other: in the calm layout it has the window to itself."""
        for index, part in enumerate(self.parts):
            part.display = index == self._part
            part.styles.height = "1fr"
            part.styles.margin = 0
        self._show_recap(short=False, top=arrived)
        self._fit_choices()

    def _fit_choices(self) -> None:
        """Show the choices with as much around them as leaves all in view: on a line each, or else if they fit at all.

        In a window for which they are too many, a sentence stands in their place.
        """
        choices, room = self.parts[DecisionPart.CHOICES], self._room + _AROUND_PARTS
        forms = [*map(spaced, self._choices()), *self._choices()]
        lines = []
        for rows in forms:
            self._put_choices(rows)
            lines.append(choices.line_count)
        fit = [index for index, count in enumerate(lines) if count <= room]
        on_a_line = [
            index for index in fit if lines[index] == len(forms[index]) + sum(row.gap for row in forms[index][1:])
        ]
        if found := on_a_line or fit:
            self._put_choices(forms[found[0]])
        else:
            self._put_choices([Row(_("Not all choices fit in this window. Make it larger, or the letters smaller."))])

    def _choices(self) -> Iterator[list[Row]]:
        """Yield the choices with the names of the options, with their short names, and also without the question."""
        for short in (False, True):
            yield list(choice_rows(self.card, self.talk.consult, short))
        yield list(choice_rows(self.card, self.talk.consult, short=True))[1:]

    def _placed(self, rows: list[Row]) -> list[Row]:
        return spaced(rows) if self.host.is_spaced else rows

    def _show_recap(self, short: bool, top: bool) -> None:
        line, choose = self._line, named("choose", self.host.commands).shown
        rows = list(recap_rows(self.card, self.talk, choose, short))
        self.parts[DecisionPart.RECAP].show(
            rows, line, top=top, here=self._part is DecisionPart.RECAP and self._is_on_row
        )

    def _show_choices(self, short: bool) -> None:
        self._put_choices(list(choice_rows(self.card, self.talk.consult, short)))

    def _put_choices(self, rows: list[Row]) -> None:
        self.parts[DecisionPart.CHOICES].show(
            rows, self._line, here=self._part is DecisionPart.CHOICES and self._is_on_row, width=self._width
        )

    def _share(self) -> None:
        """Share the lines: the choices are whole, and of the others the part with the cursor comes first."""
        if self.host.is_calm:
            self._fit_choices()
            return
        recap, choices, later = self.parts
        left = self._room - choices.line_count
        least = later.line_count if self._part is DecisionPart.LATER else max(0, left - recap.line_count)
        recap.styles.height = "1fr"
        choices.styles.height, choices.styles.margin = choices.line_count, (1, 0, 0, 0)
        later.styles.height = max(1, min(later.line_count, left - _LEAST_RECAP, max(least, 1)))
        later.styles.margin = (int(left > recap.line_count + later.line_count), 0, 0, 0)

    def show_prompts(self) -> None:
        """Show the conversation prompts if they are on; the parts then share what is left."""
        super().show_prompts()
        self.call_after_refresh(self._share)

    @property
    def _width(self) -> int:
        """Width of each part, in cells."""
        return self.query_one("#body").content_size.width

    @property
    def _room(self) -> int:
        """Lines that the parts share, without the margins and a message."""
        prompts = self.query_one("#prompts")
        taken = prompts.outer_size.height + prompts.styles.margin.height if prompts.display else 0
        return self.query_one("#body").content_size.height - 1 - _AROUND_PARTS - taken
