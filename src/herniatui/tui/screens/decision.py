"""Decision screen: what the patient said, as given, and the decision, which may be not to decide yet."""

from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from herniatui.commands.choosing import (
    CERTAIN,
    EARLIER,
    EXPLAIN,
    KEEP,
    NEED,
    NOT_YET,
    OPTION,
    UNSEEN,
    WHEN,
    Writing,
    choose_at_decide,
    explained,
    is_decided,
    question_of,
)
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.going import destination
from herniatui.consult import walk
from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.decision import choice_rows, later_rows, recap_rows
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.widgets.page import Page

_LEAST_RECAP = 2
"""Lines that the recap keeps at least."""


class DecisionScreen(TalkScreen):
    """Screen of the decision, the last stop before closing.

    The choices are one block that is always whole: below the recap, which scrolls, and above what is agreed for later.
    """

    where = Where.DECISION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

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
    def _part(self) -> int:
        if self._line.startswith((OPTION, NOT_YET)):
            return 1
        return 2 if self._line.startswith((NEED, WHEN, CERTAIN, KEEP)) and self.talk.consult.decision.made else 0

    @property
    def _key(self) -> str:
        """Key of the row under the cursor; empty if the cursor is on none."""
        return self.page.key if self._line else ""

    def on_resize(self) -> None:
        """Share the lines of the window anew."""
        if self.is_here:
            self.show(self.talk)

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show what was said, and the choices."""
        recap, choices, later = self.parts
        session = self.host.session
        more = list(later_rows(talk.consult, session.can_be_kept, session.is_kept))
        later.display = bool(more)
        later.show(more, self._line, here=self._part == 2, width=self._width)
        self._show_choices(short=False)
        if choices.line_count > max(len(self.card.options) + 2, self._room // 2):
            self._show_choices(short=True)
        self._show_recap(short=False, top=arrived)
        if recap.line_count > self._room - choices.line_count - later.line_count:
            self._show_recap(short=True, top=arrived)
        self._share()

    def _show_recap(self, short: bool, top: bool) -> None:
        line, choose = self._line, named("choose", self.host.commands).shown
        rows = list(recap_rows(self.card, self.talk, choose, short))
        self.parts[0].show(rows, line, top=top, here=self._part == 0 and bool(line))

    def _show_choices(self, short: bool) -> None:
        rows = list(choice_rows(self.card, self.talk.consult, short))
        self.parts[1].show(rows, self._line, here=self._part == 1, width=self._width)

    def _share(self) -> None:
        """Share the lines: the choices are whole, and of the others the part with the cursor comes first."""
        recap, choices, later = self.parts
        left = self._room - choices.line_count
        least = later.line_count if self._part == 2 else max(0, left - recap.line_count)
        choices.styles.height = choices.line_count
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
        return self.query_one("#body").content_size.height - 4 - taken

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts before the decision."""
        return self.host.deck.additions.prompts.decision

    def action_line(self, by: int) -> None:
        """Move the cursor, or read on; past the end of a part go to the next one."""
        if self.page.move(by):
            self.cursor_moved()
            return
        last = 2 if self.talk.consult.decision.made else 1
        target = self._part + (1 if by > 0 else -1)
        while 0 <= target <= last:
            if key := self.parts[target].first_key(by):
                self._point(key)
                return
            target += 1 if by > 0 else -1

    def _point(self, key: str) -> None:
        self.go(walk.point(self.talk.walk, key))

    def action_decision(self) -> None:
        """Stay here: the choices are on screen."""

    def action_show_option(self, index: int) -> None:
        """Put the cursor on the option with this index, if the card has it. Only Enter or space on it chooses."""
        if index < len(self.card.options):
            self._point(OPTION + self.card.options[index].id)

    def action_option(self, by: int) -> None:
        """Put the cursor on the choice before or after."""
        choices = [OPTION + option.id for option in self.card.options] + [NOT_YET]
        here = choices.index(self._key) if self._key in choices else -1 if by > 0 else len(choices)
        self._point(choices[max(0, min(here + by, len(choices) - 1))])

    def action_not_yet(self) -> None:
        """Put the cursor on not deciding yet. Only Enter or space on it chooses."""
        self._point(NOT_YET)

    @property
    def next_words(self) -> str:
        """What Enter does with the row under the cursor."""
        key = self._key
        if not key or is_decided(self.talk.consult, key):
            return super().next_words
        if key.startswith((UNSEEN, EXPLAIN)):
            return destination(self.card, self.talk.walk, question_of(self.card, self.talk.walk, key))
        if key.startswith((OPTION, NOT_YET)):
            return _("choose")
        return _("take off") if key.startswith(EARLIER) else _("tick or write")

    def action_next(self) -> None:
        """Run the action of the row under the cursor; without one, or on the choice that was made, go on."""
        if not self._key or is_decided(self.talk.consult, self._key):
            self.action_onward()
        else:
            self.action_choose()

    def action_onward(self) -> None:
        """Read on in the recap; at its end go on to closing. Never chooses."""
        recap = self.parts[0]
        if self._part == 0 and recap.read_on(1):
            self.cursor_moved()
        else:
            self.go(self.onward)

    def on_page_picked(self) -> None:
        """Run the action of the clicked row."""
        self.action_choose()

    def action_choose(self) -> None:
        """Run the action of the row under the cursor: decide, go to a question, tick, write, or remove an answer."""
        if self.page.reveal_cursor():
            return
        chosen = choose_at_decide(self.card, self.talk, key := self._key)
        if isinstance(chosen, Writing):
            say = chosen.say
            self.write(chosen.title, chosen.text, lambda words: say(self.talk.consult, words))
        elif chosen is None:
            self.host.action_keep()
        else:
            self.host.go_on(chosen)
            if key.startswith(EARLIER):
                undo = named("undo", self.host.commands).brief
                self.host.show_message(_("Taken off. {key}: undo.").format(key=undo))

    def action_explained(self) -> None:
        """Say of the statement under the cursor, which is still to be explained, that it was explained."""
        if self._key.startswith(EXPLAIN):
            consult = explained(self.talk.consult, self._key.removeprefix(EXPLAIN))
            self.say(consult or self.talk.consult)
