"""A decision card (keuzekaart) as frozen values.

The text of a statement is the only string ever shown for it. Frequencies and times are stand-off annotations: they
quote a part of that text and add what a picture needs, so nothing shown can drift from the source.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from herniatui.card.codes import Code

UNKNOWN_VERSION = ""
"""The version of a card whose source states none."""


class Relation(StrEnum):
    """How the real number relates to the count in the text: `bij minder dan 1`, `bij meer dan 10`."""

    EXACTLY = "exactly"
    FEWER_THAN = "fewer than"
    MORE_THAN = "more than"


class Frequency(Struct, frozen=True):
    """A number of people out of a whole, as the statement gives it."""

    quote: str
    """The words in the statement's text, `minder dan 1 van de 100`."""
    count: int
    of: int
    relation: Relation
    rest: bool = False
    """Whether this is the complement of the previous statement's number: 12 of 100, after 88 of the same 100."""


class Unit(StrEnum):
    """A unit of time."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Span(Struct, frozen=True):
    """A period in numbers, in units after the start of its clock; a moment if `start` equals `end`."""

    start: int
    end: int
    unit: Unit


class Clock(Struct, frozen=True):
    """A moment from which the card counts time, quoted from its text: `na de operatie`."""

    id: str
    quote: str


class Time(Struct, frozen=True):
    """A moment or period, as the statement gives it."""

    quote: str
    span: Span | None = None
    """The period in numbers; None if the quote has none, as in `na een paar dagen`."""
    clock: str = ""
    """The id of the clock; empty where the card does not say from when the time counts."""
    now: bool = False
    """Whether this is the patient's current position."""


class Statement(Struct, frozen=True):
    """A statement of the card, with any statements below it."""

    id: str
    text: str
    paragraph: bool = False
    """Whether the card prints it as a paragraph, without a bullet."""
    frequencies: tuple[Frequency, ...] = ()
    times: tuple[Time, ...] = ()
    unknown: str = ""
    """Quote in which the text says that a number is not known; empty if it does not mention one."""
    children: tuple["Statement", ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the statement only introduces those below it, as `Na 1 jaar:` does."""
        return bool(self.children) and self.text.endswith(":")

    def with_headings(self, headings: str = "") -> Iterator[tuple["Statement", str]]:
        """Yield this statement and its descendants, each with one string of the headings above it and its text.

        The headings carry meaning: `88 van de 100 mensen …` is true only under `Na 1 jaar:`.
        """
        full = f"{headings} {self.text}".strip()
        yield self, full
        for child in self.children:
            yield from child.with_headings(full if self.is_heading else headings)

    def below(self) -> Iterator[str]:
        """Yield the text of each statement under this one, with the headings between them."""
        for child in self.children:
            yield from (text for found, text in child.with_headings() if not found.is_heading)

    def walk(self, depth: int = 0) -> Iterator[tuple["Statement", int]]:
        """Yield this statement and its descendants in card order, each with its depth (0 for this statement)."""
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)


class Option(Struct, frozen=True):
    """An option, a column of the card."""

    id: str
    name: str
    """The name as printed on the card."""
    short: str
    """Short name, for a tab."""


class Question(Struct, frozen=True):
    """A question, a row of the card; `answers` has the statements for each option, in the order of `Card.options`."""

    id: str
    text: str
    answers: tuple[tuple[Statement, ...], ...]

    def statements(self, option: int) -> Iterator[tuple[Statement, int]]:
        """Yield the statements for the option with this index in card order, each with its depth from 0."""
        for statement in self.answers[option]:
            yield from statement.walk()

    def has(self, statement_id: str) -> bool:
        """Return whether a statement is about this question."""
        options = range(len(self.answers))
        return any(found.id == statement_id for option in options for found, _depth in self.statements(option))


class Origin(Struct, frozen=True):
    """The provenance of the card. An empty string means that the source does not state it."""

    publisher: str
    date: str = ""
    version: str = UNKNOWN_VERSION
    licence: str = ""
    remarks: tuple[str, ...] = ()


class Card(Struct, frozen=True):
    """A decision card (keuzekaart): options as columns, questions as rows."""

    id: str
    language: str
    title: str
    question: str
    introduction: tuple[Statement, ...]
    options: tuple[Option, ...]
    questions: tuple[Question, ...]
    closing: str
    origin: Origin
    table_heading: str = ""
    """Header that the card prints above the column of questions; may be empty."""
    clocks: tuple[Clock, ...] = ()
    """The moments from which the card counts time."""
    codes: tuple[Code, ...] = ()
    """Codes for the subject of the card, for record systems."""

    def texts(self) -> Iterator[str]:
        """Yield every text of the card in reading order of the printed card, row by row."""
        yield self.title
        yield self.question
        for passage in self.introduction:
            yield from (statement.text for statement, _ in passage.walk())
        if self.table_heading:
            yield self.table_heading
        yield from (option.name for option in self.options)
        for question in self.questions:
            yield question.text
            for index in range(len(self.options)):
                yield from (statement.text for statement, _ in question.statements(index))
        if self.closing:
            yield self.closing

    def question_index(self, question_id: str) -> int:
        """Return the index of the question with this id; raise `KeyError` if there is none."""
        for index, question in enumerate(self.questions):
            if question.id == question_id:
                return index
        raise KeyError(question_id)

    def option_index(self, option_id: str) -> int:
        """Return the index of the option with this id; raise `KeyError` if there is none."""
        for index, option in enumerate(self.options):
            if option.id == option_id:
                return index
        raise KeyError(option_id)


def letter(index: int) -> str:
    """Return the letter of the option with this index: A, B, C."""
    return "ABCDEF"[index]
