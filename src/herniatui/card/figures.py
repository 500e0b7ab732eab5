"""The numbers of a card, each to be drawn once, together with the words that must always accompany it."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Frequency, Question, Statement


class Sentence(Struct, frozen=True):
    """A statement with the headings above it."""

    statement: Statement
    headings: str = ""
    has_time: bool = False
    """Whether the statement or a heading above it gives a time."""

    @property
    def words(self) -> str:
        """The headings and the text, joined by spaces."""
        return f"{self.headings} {self.statement.text}".strip()


class Figure(Struct, frozen=True):
    """A frequency to draw, or a statement by the card that the number is unknown."""

    sentence: Sentence
    frequency: Frequency | None
    """None where the card says that the number is unknown."""
    rest: Sentence | None = None
    """The statement about the complement, if the card has one: 12 of 100 beside 88 of the same 100."""

    @property
    def only_number(self) -> bool:
        """Whether the statement has at most one number, so that its words cannot refer to another."""
        return len(self.sentence.statement.frequencies) <= 1

    @property
    def has_time(self) -> bool:
        """Whether the card says in how much time."""
        return self.sentence.has_time or bool(self.rest and self.rest.has_time)

    def is_about(self, statement_id: str) -> bool:
        """Return whether the figure shows a number of this statement."""
        return statement_id in [sentence.statement.id for sentence in (self.sentence, self.rest) if sentence]


def sentences(question: Question, option: int) -> Iterator[Sentence]:
    """Yield every statement for the option with this index, in card order."""
    for top in question.answers[option]:
        timed = {statement.id for above, _depth in top.walk() if above.times for statement, _depth in above.walk()}
        for statement, words in top.with_headings():
            yield Sentence(statement, words.removesuffix(statement.text).strip(), statement.id in timed)


def figures(question: Question, option: int) -> list[Figure]:
    """Return the figures for the option with this index, in card order."""
    found: list[Figure] = []
    for sentence in sentences(question, option):
        for frequency in sentence.statement.frequencies:
            if frequency.rest:
                found[-1] = replace(found[-1], rest=sentence)
            else:
                found.append(Figure(sentence, frequency))
        if sentence.statement.unknown:
            found.append(Figure(sentence, None))
    return found


def has_statements_without_number(question: Question, option: int) -> bool:
    """Return whether the option also has statements without a number that are not called unknown either."""
    return any(
        not (statement.is_heading or statement.frequencies or statement.unknown)
        for statement, _depth in question.statements(option)
    )
