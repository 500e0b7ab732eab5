"""What may be shown: a keuzekaart as frozen values.

The text of a statement is the only string ever shown for it. Frequencies and times are stand-off annotations: they
quote a part of that text and add what a picture needs, so nothing shown can drift from the source.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from herniatui.card.codes import Code

UNKNOWN_VERSION = ""
"""The version of a card whose makers gave none."""


class Relation(StrEnum):
    """How the number of people relates to the count in the words: `bij minder dan 1`, `bij meer dan 10`."""

    EXACTLY = "exactly"
    FEWER_THAN = "fewer than"
    MORE_THAN = "more than"


class Frequency(Struct, frozen=True):
    """So many of so many people, as the statement says it."""

    quote: str
    """The words in the statement's text, `minder dan 1 van de 100`."""
    count: int
    of: int
    relation: Relation
    rest: bool = False
    """Whether these are the others of the statement just before: 12 of 100, after 88 of the same 100."""


class Unit(StrEnum):
    """What time is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


WEEKS = {Unit.DAYS: 1 / 7, Unit.WEEKS: 1.0, Unit.MONTHS: 52 / 12, Unit.YEARS: 52.0}
"""How many weeks each unit is: a year is 52 of them."""


class Span(Struct, frozen=True):
    """A stretch of time in numbers, from and up to so many units after its clock began; a moment if both are equal."""

    start: int
    end: int
    unit: Unit

    @property
    def weeks(self) -> tuple[float, float]:
        """From and up to which week."""
        return self.start * WEEKS[self.unit], self.end * WEEKS[self.unit]


class Clock(Struct, frozen=True):
    """From when time is counted, in words that the card has: `na de operatie`."""

    id: str
    quote: str


class Time(Struct, frozen=True):
    """A moment or period, as the statement says it."""

    quote: str
    span: Span | None = None
    """The numbers in the words; None where they have none, as `na een paar dagen`."""
    clock: str = ""
    """The id of the clock that it is counted by; empty where the card does not say from when."""
    now: bool = False
    """Whether this is where the patient is."""


class Statement(Struct, frozen=True):
    """One thing the card says; it may have statements under it."""

    id: str
    text: str
    paragraph: bool = False
    """Printed on the card as a paragraph, without a bullet."""
    frequencies: tuple[Frequency, ...] = ()
    times: tuple[Time, ...] = ()
    unknown: str = ""
    """The words in the text that say that there is no number; empty where the text does not speak of one."""
    children: tuple["Statement", ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the statement only announces those under it, as `Na 1 jaar:` does."""
        return bool(self.children) and self.text.endswith(":")

    def with_headings(self, headings: str = "") -> Iterator[tuple["Statement", str]]:
        """Yield this statement and all under it, each with the headings it stands under and its text, as one text.

        Without `Na 1 jaar:`, `88 van de 100 mensen …` would say something else.
        """
        full = f"{headings} {self.text}".strip()
        yield self, full
        for child in self.children:
            yield from child.with_headings(full if self.is_heading else headings)

    def walk(self, depth: int = 0) -> Iterator[tuple["Statement", int]]:
        """Yield this statement and all under it, in the order of the card, each with its depth (0 for this one)."""
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)


class Option(Struct, frozen=True):
    """One of the choices there are."""

    id: str
    name: str
    """As printed on the card."""
    short: str
    """For a tab."""


class Question(Struct, frozen=True):
    """One row of the card, with for each option (in the order of the card's options) what the card says."""

    id: str
    text: str
    answers: tuple[tuple[Statement, ...], ...]

    def statements(self, option: int) -> Iterator[tuple[Statement, int]]:
        """Yield the statements for the option with this index, in order, each with its depth from 0."""
        for statement in self.answers[option]:
            yield from statement.walk()


class Origin(Struct, frozen=True):
    """Where the card comes from. An empty string means that the source does not say."""

    publisher: str
    date: str = ""
    version: str = UNKNOWN_VERSION
    licence: str = ""
    remarks: tuple[str, ...] = ()


class Card(Struct, frozen=True):
    """A keuzekaart: options as columns, questions as rows."""

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
    """What the card prints above the column of questions, if anything."""
    clocks: tuple[Clock, ...] = ()
    """From when the card counts time."""
    codes: tuple[Code, ...] = ()
    """What the card is about, for record systems."""

    def texts(self) -> Iterator[str]:
        """Yield every text of the card in the order in which the printed card is read, row by row."""
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
        """Return the index of the question with this id; raise `KeyError` if the card has none."""
        for index, question in enumerate(self.questions):
            if question.id == question_id:
                return index
        raise KeyError(question_id)

    def option_index(self, option_id: str) -> int:
        """Return the index of the option with this id; raise `KeyError` if the card has none."""
        for index, option in enumerate(self.options):
            if option.id == option_id:
                return index
        raise KeyError(option_id)


def letter(index: int) -> str:
    """Return the letter of the option with this index: A, B, C."""
    return "ABCDEF"[index]
