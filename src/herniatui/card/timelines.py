"""The times of a question in lanes: one for each clock that an option is counted by, with a beginning of its own."""

from collections.abc import Iterator

from msgspec import Struct

from herniatui.card.figures import Sentence, sentences
from herniatui.card.model import Card, Clock, Question, Span, Time


class Moment(Struct, frozen=True):
    """What the card says of one or more times, all counted by the clock of the lane."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    """The statement with its headings, and each statement that it announces."""
    now: bool = False
    """Whether this is where the patient is; the words are then only those of the time."""


class Lane(Struct, frozen=True):
    """What is counted by one clock."""

    clock: Clock | None
    """None where the card does not say from when."""
    moments: tuple[Moment, ...]


def lanes(card: Card, question: Question, option: int) -> list[Lane]:
    """Return the lanes of the option with this index, in the order of the card; none if no time has numbers."""
    moments: dict[str, list[Moment]] = {}
    for sentence in sentences(question, option):
        for clock, spans in _spans(sentence.statement.times):
            moments.setdefault(clock, []).append(Moment(spans, tuple(_words(sentence))))
    clocks = {clock.id: clock for clock in card.clocks}
    return [Lane(clocks.get(id_), (*_now(card, id_), *found)) for id_, found in moments.items()]


def weeks(card: Card, question: Question) -> float:
    """Return the last week that any lane of the question comes to; 0 if it has no lanes."""
    found = [lane for option in range(len(card.options)) for lane in lanes(card, question, option)]
    return max((span.weeks[1] for lane in found for one in lane.moments for span in one.spans), default=0)


def without_numbers(question: Question, option: int) -> list[str]:
    """Return what the card says of times that have no numbers, and so no place on a line."""
    return [
        sentence.words
        for sentence in sentences(question, option)
        if sentence.statement.times and not any(time.span for time in sentence.statement.times)
    ]


def _spans(times: tuple[Time, ...]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield each clock of these times with what is counted by it, where they have numbers."""
    for clock in dict.fromkeys(time.clock for time in times if time.span):
        yield clock, tuple(time.span for time in times if time.span and time.clock == clock)


def _words(sentence: Sentence) -> Iterator[str]:
    yield sentence.words
    if sentence.statement.is_heading:
        yield from (child.text for child in sentence.statement.children)


def _now(card: Card, clock: str) -> Iterator[Moment]:
    """Yield where the introduction says that the patient is by this clock."""
    for passage in card.introduction:
        for statement, _depth in passage.walk():
            for time in statement.times:
                if time.now and time.span and time.clock == clock:
                    yield Moment((time.span,), (time.quote,), now=True)
