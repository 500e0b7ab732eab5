"""The numbers of a card, each ready to be pictured once, with all the words that it must never be without."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Frequency, Question, Statement


class Sentence(Struct, frozen=True):
    """A statement with the headings that it stands under."""

    statement: Statement
    headings: str = ""

    @property
    def words(self) -> str:
        """The headings and the text, as one text."""
        return f"{self.headings} {self.statement.text}".strip()


class Figure(Struct, frozen=True):
    """So many of so many; or, where the card says that there is no number, that."""

    says: Sentence
    frequency: Frequency | None
    """None for what is unknown."""
    rest: Sentence | None = None
    """What the card says of the others, where it does: 12 of 100 beside 88 of the same 100."""

    @property
    def only_number(self) -> bool:
        """Whether its statement has no other number, so that the words cannot be about another."""
        return len(self.says.statement.frequencies) <= 1

    def is_about(self, statement_id: str) -> bool:
        """Whether it pictures a number of this statement."""
        return statement_id in [sentence.statement.id for sentence in (self.says, self.rest) if sentence]


def sentences(question: Question, option: int) -> Iterator[Sentence]:
    """Yield every statement for the option with this index, in the order of the card."""
    for top in question.answers[option]:
        for statement, words in top.with_headings():
            yield Sentence(statement, words.removesuffix(statement.text).strip())


def figures(question: Question, option: int) -> list[Figure]:
    """Return what there is to picture for the option with this index, in the order of the card."""
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


def leaves_out(question: Question, option: int) -> bool:
    """Whether the card also says things about this option that have no number (and are not called unknown)."""
    return any(
        not (statement.is_heading or statement.frequencies or statement.unknown)
        for statement, _depth in question.statements(option)
    )
