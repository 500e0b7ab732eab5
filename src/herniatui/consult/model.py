"""What is said: a consult as one immutable value. No clock, no file and no screen in here."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

HEAVIEST = 3
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
    importance: Annotated[int, Meta(ge=0, le=HEAVIEST)] = 0
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

    def about(self, question: str) -> Said:
        """Return what was said about this question."""
        return dict(self.said).get(question, _NOTHING)

    def marks_of(self, statement: str) -> tuple[Mark, ...]:
        """Return the marks of this statement, always in the same order."""
        return tuple(mark for mark in Mark if (statement, mark) in self.marks)


_NOTHING = Said()
EMPTY = Consult()
