"""Decision screen: what the patient said, as given, and the decision, which may be not to decide yet."""

from typing import ClassVar

from textual.binding import BindingType

from herniatui.commands.choosing import (
    EARLIER,
    EXPLAIN,
    NOT_YET,
    OPTION,
    UNSEEN,
    Writing,
    choose_at_decide,
    is_decided,
    question_of,
    toggle_explained,
)
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.going import destination
from herniatui.consult import walk
from herniatui.i18n import _
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.decision import CHOICES, LATER, RECAP
from herniatui.tui.screens.decision_parts import DecisionPart, DecisionParts


class DecisionScreen(DecisionParts):
    """Screen of the decision, the last stop before closing."""

    where = Where.DECISION
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts before the decision."""
        return self.host.deck.additions.prompts.decision

    def action_line(self, by: int) -> None:
        """Move the cursor, or read on; past the end of a part go to the next one."""
        if self.page.move(by):
            self.cursor_moved()
            return
        last = DecisionPart.LATER if self.talk.consult.decision.made else DecisionPart.CHOICES
        target = int(self._part) + (1 if by > 0 else -1)
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
            return self._words_of(self._next_part) or super().next_words
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
        part = self._next_part
        is_read = self._part is DecisionPart.RECAP or (self._part is DecisionPart.LATER and self.host.is_calm)
        if is_read and self.page.read_on(1):
            self.cursor_moved()
        elif part:
            self._point(part)
        else:
            self.go(self.onward)

    def action_previous(self) -> None:
        """Read back, in the calm layout also to the part before; at the top go to the stop before."""
        if not self.host.is_calm or self._part is DecisionPart.RECAP:
            super().action_previous()
        elif self._part is DecisionPart.LATER and self.page.read_on(-1):
            self.cursor_moved()
        else:
            before = (RECAP, CHOICES)[self._part - 1]
            self._point(before)
            if before == RECAP:
                self.page.read_to_end()

    @property
    def _next_part(self) -> str:
        """The part to which the calm layout goes on from here; empty if to the next stop."""
        if not self.host.is_calm or (self._part is DecisionPart.CHOICES and not self.talk.consult.decision.made):
            return ""
        return (CHOICES, LATER, "")[self._part]

    def _words_of(self, part: str) -> str:
        """Return in words for the key bar that the calm layout goes on to this part; empty if it reads on first."""
        if self._part is not DecisionPart.CHOICES and self.has_more(1):
            return ""
        return {CHOICES: _("to the choices"), LATER: _("to what is agreed")}.get(part, "")

    def on_page_picked(self) -> None:
        """Run the action of the clicked row."""
        self.action_choose()

    def action_choose(self) -> None:
        """Run the action of the row under the cursor: decide, go to a question, tick, write, or remove an answer."""
        if not (key := self._key) or self.page.reveal_cursor():
            return
        chosen = choose_at_decide(self.card, self.talk, key)
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
            consult = toggle_explained(self.talk.consult, self._key.removeprefix(EXPLAIN))
            self.say(consult or self.talk.consult)
