"""The consult: everything that was said, as one immutable value. No clock, file or screen."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

MAX_IMPORTANCE = 3
"""Maximum importance of a question."""


class Mark(StrEnum):
    """A mark on a statement, the patient's but for the last. A statement can have several."""

    APPEALS = "+"
    WORRIES = "-"
    EXPLAIN = "?"
    EXPLAINED = "x"
    """Said by the clinician, of a statement with `EXPLAIN`."""


class Preference(Struct, frozen=True):
    """The patient's preference at one question: an option, or explicitly none."""

    option: str | None
    strong: bool = False


class Said(Struct, frozen=True):
    """The answers at one question."""

    preference: Preference | None = None
    """None while nothing was said, which differs from an explicit lack of preference."""
    importance: Annotated[int, Meta(ge=0, le=MAX_IMPORTANCE)] = 0
    """1 to 3; 0 while nothing was said."""
    note: str = ""
    """The patient's own words."""


class Need(StrEnum):
    """What is needed, or agreed for later. `OTHER` is described in `Decision.other`."""

    APPOINTMENT = "appointment"
    TIME = "time to think"
    FAMILY = "talk with family or friends"
    INFORMATION = "more information"
    DOCTOR = "another doctor"
    OTHER = "other"


class Certainty(StrEnum):
    """How certain the patient is of the outcome."""

    CERTAIN = "certain"
    IN_DOUBT = "in doubt"
    UNKNOWN = "unknown"
    """The patient does not know."""


class Decision(Struct, frozen=True):
    """The outcome of the talk, and what is agreed for later, which any outcome can have."""

    option: str | None = None
    not_yet: bool = False
    needs: frozenset[Need] = frozenset()
    other: str = ""
    """What else is needed, in free text."""
    when: str = ""
    """When to talk about it again, in free text."""
    certainty: Certainty | None = None

    @property
    def made(self) -> bool:
        """Whether there is an outcome; not deciding yet is an outcome."""
        return self.not_yet or self.option is not None


class Kind(StrEnum):
    """Kind of an answer to words of the card: about a question or an option, or a mark on a statement."""

    CHOSEN = "chosen"
    PREFERENCE = "preference"
    IMPORTANCE = "importance"
    NOTE = "note"
    DECISION = "decision"
    APPEALS = Mark.APPEALS.value
    WORRIES = Mark.WORRIES.value
    EXPLAIN = Mark.EXPLAIN.value
    EXPLAINED = Mark.EXPLAINED.value


class Quote(Struct, frozen=True, omit_defaults=True):
    """The words of the card that an answer was given to, as they were shown then."""

    kind: Kind
    """Kind of the answer; together with `id` it identifies the answer."""
    id: str = ""
    """Id of the statement or question answered; empty for the decision."""
    question: str = ""
    """Id of the question that was on screen; empty for the decision."""
    asked: str = ""
    """The text of that question."""
    option: str = ""
    """Id of the option answered, or of the statement's option; empty for an answer about a question as a whole."""
    name: str = ""
    """Name of that option as printed on the card."""
    short: str = ""
    """Short name of that option, for tabs."""
    text: str = ""
    """The statement with its headings; empty unless the answer is a mark."""

    @property
    def is_unknown(self) -> bool:
        """Whether the words are unknown: they were not stored with the talk (format 1), and the card has changed."""
        return self == Quote(self.kind, self.id)


class Consult(Struct, frozen=True):
    """Everything that was said. Refers to questions, options and statements by id."""

    chosen: tuple[str, ...] = ()
    """Ids of the questions that the patient wants to talk about first, in the order chosen."""
    said: tuple[tuple[str, Said], ...] = ()
    """Answers by question id, sorted by id; only questions with an answer."""
    marks: frozenset[tuple[str, Mark]] = frozenset()
    """Statement id and mark."""
    note: str = ""
    """The patient's own words that belong to no question."""
    decision: Decision = Decision()
    discussed: frozenset[str] = frozenset()
    """Ids of the questions that the clinician confirmed to have been discussed."""
    taught_back: bool = False
    """Whether the clinician confirmed that the patient told back what was explained (teach-back)."""
    handed_out: bool = False
    """Whether the clinician confirmed that the patient got the page to take home."""
    words: tuple[Quote, ...] = ()
    """Words that answers were given to, sorted by kind and id. A stored talk has them for every answer; a talk in
    memory only for answers to words that the current card does not have (`consult.quotes.with_earlier_words`)."""

    def about(self, question: str) -> Said:
        """Return the answers at a question."""
        return dict(self.said).get(question, _NOTHING)

    def marks_of(self, statement: str) -> tuple[Mark, ...]:
        """Return the marks of a statement, always in the same order."""
        return tuple(mark for mark in Mark if (statement, mark) in self.marks)


_NOTHING = Said()
EMPTY = Consult()
