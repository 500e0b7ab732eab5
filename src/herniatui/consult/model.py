"""What is said: a consult as one immutable value. No clock, no file and no screen in here."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

MAX_IMPORTANCE = 3
"""The most that a question can weigh."""


class Mark(StrEnum):
    """What the patient says of one statement. A statement can have several."""

    APPEALS = "+"
    WORRIES = "-"
    EXPLAIN = "?"


class Preference(Struct, frozen=True):
    """What the patient prefers when looking at one question: an option, or (said so) none."""

    option: str | None
    strong: bool = False


class Said(Struct, frozen=True):
    """What was said about one question."""

    preference: Preference | None = None
    """None while nothing was said, which differs from saying that there is no preference."""
    importance: Annotated[int, Meta(ge=0, le=MAX_IMPORTANCE)] = 0
    """How much the question weighs, 1 to 3; 0 while nothing was said."""
    note: str = ""
    """The patient's own words."""


class Need(StrEnum):
    """What is needed before deciding. `OTHER` goes with words of one's own."""

    TIME = "time to think"
    FAMILY = "talk with family or friends"
    INFORMATION = "more information"
    DOCTOR = "another doctor"
    OTHER = "other"


class Decision(Struct, frozen=True):
    """How the talk ends. What was filled in for not deciding yet is kept when an option is chosen after all."""

    option: str | None = None
    not_yet: bool = False
    needs: frozenset[Need] = frozenset()
    other: str = ""
    """What else is needed, in words."""
    when: str = ""
    """When it will be talked about again, in words."""

    @property
    def made(self) -> bool:
        """Whether there is an outcome; deciding later is one."""
        return self.not_yet or self.option is not None


class Kind(StrEnum):
    """Kind of an answer to words of the card: what was said of a question, of an option, or a mark of a statement."""

    CHOSEN = "chosen"
    PREFERENCE = "preference"
    IMPORTANCE = "importance"
    NOTE = "note"
    DECISION = "decision"
    APPEALS = Mark.APPEALS.value
    WORRIES = Mark.WORRIES.value
    EXPLAIN = Mark.EXPLAIN.value


class Quote(Struct, frozen=True, omit_defaults=True):
    """The words of the card that one answer was given to, as they were shown then."""

    kind: Kind
    """The kind of the answer; with `id` it says which answer."""
    id: str = ""
    """Of the statement or question answered; empty for the decision."""
    question: str = ""
    """Id of the question on screen; empty for the decision."""
    asked: str = ""
    """The text of that question."""
    option: str = ""
    """Id of the option answered, or that the statement stood under; empty for an answer to a question as a whole."""
    name: str = ""
    """The name of that option as printed on the card."""
    short: str = ""
    """The name of that option for a tab."""
    text: str = ""
    """The statement under its headings; empty unless the answer is a mark."""

    @property
    def is_unknown(self) -> bool:
        """Whether the words were not kept: the talk was saved before words were, and the card has changed since."""
        return self == Quote(self.kind, self.id)


class Consult(Struct, frozen=True):
    """All that was said. Questions, options and statements are named by their ids."""

    chosen: tuple[str, ...] = ()
    """The questions that the patient wants to talk about first, in the order chosen."""
    said: tuple[tuple[str, Said], ...] = ()
    """Per question about which something was said."""
    marks: frozenset[tuple[str, Mark]] = frozenset()
    """Statement and mark."""
    note: str = ""
    """The patient's own words that belong to no question."""
    decision: Decision = Decision()
    words: tuple[Quote, ...] = ()
    """What answers were given to, by kind and id. A saved talk has it for every answer; one in memory only for answers
    to other words than those of the card at hand (`consult.quotes.differing`)."""

    def about(self, question: str) -> Said:
        """Return what was said about this question."""
        return dict(self.said).get(question, _NOTHING)

    def marks_of(self, statement: str) -> tuple[Mark, ...]:
        """Return the marks of this statement, always in the same order."""
        return tuple(mark for mark in Mark if (statement, mark) in self.marks)


_NOTHING = Said()
EMPTY = Consult()
