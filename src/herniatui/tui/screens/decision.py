"""Decision screen: what the patient said, as given, and the decision, which may be not to decide yet."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from herniatui.consult import edits, walk
from herniatui.consult.model import Consult, Need
from herniatui.consult.quotes import current_answers, edit_current, remove_answer
from herniatui.i18n import _
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.boxes import KEEP
from herniatui.tui.rows.decision import (
    CERTAIN,
    CHOICES,
    EARLIER,
    EXPLAIN,
    LATER,
    NEED,
    NOT_YET,
    OPTION,
    RECAP,
    UNSEEN,
    WHEN,
    answers_of,
)
from herniatui.tui.rows.walk_stops import destination
from herniatui.tui.screens.decision_parts import DecisionParts


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
        if not key or self._is_chosen(key):
            return self._words_of(self._next_part) or super().next_words
        if key.startswith((UNSEEN, EXPLAIN)):
            return destination(self.card, self.talk.walk, self._question_of(key))
        if key.startswith((OPTION, NOT_YET)):
            return _("choose")
        return _("take off") if key.startswith(EARLIER) else _("tick or write")

    def action_next(self) -> None:
        """Run the action of the row under the cursor; without one, or on the choice that was made, go on."""
        if not self._key or self._is_chosen(self._key):
            self.action_onward()
        else:
            self.action_choose()

    def action_onward(self) -> None:
        """Read on in the recap; at its end go on to closing. Never chooses."""
        part = self._next_part
        if self._part != 1 and (self._part == 0 or self.host.is_calm) and self.page.read_on(1):
            self.cursor_moved()
        elif part:
            self._point(part)
        else:
            self.go(self.onward)

    def action_previous(self) -> None:
        """Read back, in the calm layout also to the part before; at the top go to the stop before."""
        if not self.host.is_calm or self._part == 0:
            super().action_previous()
        elif self._part == 2 and self.page.read_on(-1):
            self.cursor_moved()
        else:
            self._point((RECAP, CHOICES)[self._part - 1])
            if self._part == 0:
                self.page.read_to_end()

    @property
    def _next_part(self) -> str:
        """The part to which the calm layout goes on from here; empty if to the next stop."""
        if not self.host.is_calm or (self._part == 1 and not self.talk.consult.decision.made):
            return ""
        return (CHOICES, LATER, "")[self._part]

    def _words_of(self, part: str) -> str:
        """Return in words for the key bar that the calm layout goes on to this part; empty if it reads on first."""
        if self._part != 1 and self.has_more(1):
            return ""
        return {CHOICES: _("to the choices"), LATER: _("to what is agreed")}.get(part, "")

    def _is_chosen(self, key: str) -> bool:
        decision = current_answers(self.talk.consult).decision
        return (key == NOT_YET and decision.not_yet) or (
            decision.option is not None and key == OPTION + decision.option
        )

    def on_page_picked(self) -> None:
        """Run the action of the clicked row."""
        self.action_choose()

    def action_choose(self) -> None:
        """Run the action of the row under the cursor: decide, go to a question, tick, write, or remove an answer."""
        if self.page.reveal_cursor():
            return
        key, consult = self._key, self.talk.consult
        if key.startswith((UNSEEN, EXPLAIN)):
            self.go(self._question_of(key))
        elif key.startswith(EARLIER):
            self._remove_answers(key)
        elif key.startswith(OPTION):
            self._edit(lambda consult: edits.decide(consult, key.removeprefix(OPTION)))
        elif key == NOT_YET:
            self._edit(edits.decide_not_yet)
        elif key == CERTAIN:
            self.say(edits.certain(consult))
        elif key == WHEN:
            title = _("When will you talk about it again?")
            self.write(title, consult.decision.when, lambda text: edits.come_back(self.talk.consult, text))
        elif key == NEED + Need.OTHER:
            title = _("What else is needed to decide?")
            self.write(title, consult.decision.other, lambda text: edits.need_other(self.talk.consult, text))
        elif key == KEEP:
            self.host.action_keep()
        elif key.startswith(NEED):
            self.say(edits.need(consult, Need(key.removeprefix(NEED))))

    def _edit(self, say: Callable[[Consult], Consult]) -> None:
        self.say(edit_current(self.talk.consult, say))

    def _question_of(self, key: str) -> walk.Walk:
        """Return the walk to the question or statement that this row names."""
        if key.startswith(UNSEEN):
            return walk.open_from_decision(self.card, self.talk.walk, key.removeprefix(UNSEEN))
        statement = key.removeprefix(EXPLAIN)
        question = next(question for question in self.card.questions if question.has(statement))
        return walk.open_from_decision(self.card, self.talk.walk, question.id, statement)

    def action_explained(self) -> None:
        """Say of the statement under the cursor, which is still to be explained, that it was explained."""
        if self._key.startswith(EXPLAIN):
            statement = self._key.removeprefix(EXPLAIN)
            self._edit(lambda consult: edits.explained(consult, statement))

    def _remove_answers(self, key: str) -> None:
        """Remove the answers to earlier words that this row shows."""
        consult = self.talk.consult
        for answer in answers_of(key):
            consult = remove_answer(consult, answer)
        self.say(consult)
        undo = named("undo", self.host.commands).brief
        self.host.show_message(_("Taken off. {key}: undo.").format(key=undo))
