"""A decision card (keuzekaart) as frozen values.

The text of a statement is the only string ever shown for it. Frequencies and times are stand-off annotations: they
quote a part of that text and add what a picture needs, so nothing shown can drift from the source.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from herniatui.card.codes import Code
from herniatui.card.quoted_words import Bold, Explanation, Hyperlink

UNKNOWN_VERSION = ""
"""The version of a card whose source states none."""


Number = int | Decimal
"""A number as a card gives it; a `Decimal` only where it has a fraction."""


class Relation(StrEnum):
    """How the real number relates to the count in the text: `bij minder dan 1`, `ongeveer 10`."""

    EXACTLY = "exactly"
    FEWER_THAN = "fewer than"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    ABOUT = "about"


_MIRRORED = {
    Relation.FEWER_THAN: Relation.MORE_THAN,
    Relation.MORE_THAN: Relation.FEWER_THAN,
    Relation.AT_MOST: Relation.AT_LEAST,
    Relation.AT_LEAST: Relation.AT_MOST,
}
"""What is said of the others; what is not here stays the same."""


class Frequency(Struct, frozen=True):
    """A number of people out of a whole, as the statement gives it."""

    quote: str
    """The words in the statement's text, `minder dan 1 van de 100`, with those that say how exact it is."""
    count: Number
    of: int
    relation: Relation
    rest: bool = False
    """Whether this is the complement of the previous statement's number: 12 of 100, after 88 of the same 100."""
    to: Number | None = None
    """The high end of a range: 10, in `5 tot 10 van de 100`."""
    whole: str = ""
    """The words for the whole if they are not in `quote`: `Van de 100 mensen`, in a heading or the question."""

    @property
    def others(self) -> "Frequency":
        """The same number told of the others: at most 90 of 100, where at least 10 are meant. It quotes nothing."""
        high = self.count if self.to is None else self.to
        low = None if self.to is None else self.of - self.count
        return Frequency("", self.of - high, self.of, _MIRRORED.get(self.relation, self.relation), to=low)

    def says_the_same(self, other: "Frequency") -> bool:
        """Return whether both give the same number, in whatever words."""
        fields = ("count", "of", "relation", "to")
        return all(getattr(self, field) == getattr(other, field) for field in fields)


class Unit(StrEnum):
    """A unit of time."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_MINUTES = {Unit.MINUTES: 1, Unit.HOURS: 60, Unit.DAYS: 60 * 24, Unit.WEEKS: 60 * 24 * 7}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def units_in(unit: Unit, other: Unit) -> Fraction | None:
    """Return how many of the other unit one unit is, exactly; None for days in a month, which differ."""
    for scale in (_MINUTES, _MONTHS):
        if unit in scale and other in scale:
            return Fraction(scale[unit], scale[other])
    return None


class Span(Struct, frozen=True):
    """A period in numbers, in units after the start of its clock; a moment if `start` equals `end`."""

    start: Number
    end: Number | None
    """None if the period has no end: `langer dan 6 maanden`."""
    unit: Unit
    start_unit: Unit | None = None
    """The unit of `start`, if the card gives it in another one than `end`: `10 dagen tot 3 weken`."""

    @property
    def first(self) -> Fraction:
        """The start, in `unit`."""
        factor = units_in(self.start_unit or self.unit, self.unit)
        assert factor is not None  # the reader refuses other spans
        return Fraction(self.start) * factor

    @property
    def last(self) -> Fraction:
        """The last number of the period: its end, or the start of one without end."""
        return self.first if self.end is None else Fraction(self.end)


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
    in_words: tuple[str, ...] = ()
    """Quotes of numbers of people that have no picture, because the card's maker says so."""
    bold: tuple[Bold, ...] = ()
    links: tuple[Hyperlink, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the statement only introduces those below it, as `Na 1 jaar:` does."""
        return bool(self.children) and is_heading_text(self.text)

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


def is_heading_text(text: str) -> bool:
    """Return whether a text only introduces what is below it, if something is."""
    return text.endswith((":", "："))


class Option(Struct, frozen=True):
    """An option, a column of the card."""

    id: str
    name: str
    """The name as printed on the card."""
    short: str
    """Short name, for a tab."""


class Question(Struct, frozen=True):
    """A question, a row of the card; `answers` has the statements for each option, in the order of `Card.options`.

    An option without statements is an empty cell: the card says nothing there, and the program says that it does.
    """

    id: str
    text: str
    answers: tuple[tuple[Statement, ...], ...]
    group: str = ""
    """The heading that the card prints above this question: of its group, which goes on to the next heading."""
    hint: str = ""
    """What the card prints under the question."""

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
    glossary: tuple[Explanation, ...] = ()

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
            yield from filter(None, (question.group, question.text, question.hint))
            for index in range(len(self.options)):
                yield from (statement.text for statement, _ in question.statements(index))
        yield from (entry.text for entry in self.glossary)
        if self.closing:
            yield self.closing

    def group_of(self, question: Question) -> str:
        """Return the heading of the group that a question is in; empty if it is in none."""
        above = self.questions[: self.questions.index(question) + 1]
        return next((each.group for each in reversed(above) if each.group), "")

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
