"""The numbers of a card, each to be drawn once, together with the words that must always accompany it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card, Frequency, Question, Statement, Time
from herniatui.card.quoted_words import Spans, bold_spans
from herniatui.card.wording.numbers_said import says_a_number
from herniatui.card.wording.word_list import word_list


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

    @property
    def bold(self) -> Spans:
        """The spans in `words` that the statement has in bold."""
        before = len(self.words) - len(self.statement.text)
        spans = bold_spans(self.statement.text, self.statement.bold)
        return tuple((start + before, end + before) for start, end in spans)


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
                found.append(Figure(_with_whole(question, sentence, frequency), frequency))
        if sentence.statement.unknown:
            found.append(Figure(sentence, None))
    return found


def _with_whole(question: Question, sentence: Sentence, frequency: Frequency) -> Sentence:
    """Return the sentence under its question, if that has the words for the whole: `Hoeveel van de 100 mensen …?`."""
    if not frequency.whole or frequency.whole in sentence.words:
        return sentence
    return replace(sentence, headings=f"{question.text} {sentence.headings}".strip())


def unpictured(card: Card, question: Question, option: int) -> list[Sentence]:
    """Return the statements whose words have a number, but no picture or line: the card does give a number there.

    A heading is left out if a statement below it already quotes it.
    """
    has_lines = any(time.span for answer in question.answers for time in _times(answer))
    found: list[Sentence] = []
    told: set[str] = set()
    for sentence in reversed(list(sentences(question, option))):
        statement = sentence.statement
        below = {child.id for child, _depth in statement.walk()} - {statement.id}
        is_told = bool(statement.frequencies or statement.unknown or (has_lines and statement.times))
        if not is_told and not (statement.is_heading and below & told) and _says_a_number(card, statement):
            found.append(sentence)
            is_told = True
        if is_told:
            told.add(statement.id)
    return found[::-1]


def _times(answer: Iterable[Statement]) -> Iterator[Time]:
    return (time for top in answer for statement, _depth in top.walk() for time in statement.times)


def _says_a_number(card: Card, statement: Statement) -> bool:
    return bool(statement.in_words) or says_a_number(statement.text, card.language)


def gives_no_number(card: Card, question: Question, option: int) -> bool:
    """Return whether the card certainly has no number for the option with this index: not in its words either.

    Of a language without a word list, that is never certain.
    """
    if word_list(card.language) is None or figures(question, option):
        return False
    return not any(_says_a_number(card, statement) for statement, _depth in question.statements(option))


def has_statements_without_number(card: Card, question: Question, option: int) -> bool:
    """Return whether the option also has statements without a number that are not called unknown either."""
    in_words = {sentence.statement.id for sentence in unpictured(card, question, option)}
    return any(
        not (statement.is_heading or statement.frequencies or statement.unknown or statement.id in in_words)
        for statement, _depth in question.statements(option)
    )
