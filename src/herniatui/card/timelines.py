"""Timelines of a question: one lane per option and clock, because each clock starts at its own moment."""

from collections.abc import Iterator

from msgspec import Struct

from herniatui.card.figures import Sentence, sentences
from herniatui.card.model import Card, Clock, Question, Span, Time


class Moment(Struct, frozen=True):
    """A statement about one or more times, all counted from the start of the lane's clock."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    """The statement with its headings, followed by the statements below it if it is a heading."""
    now: bool = False
    """Whether this is the patient's current position; `words` then holds only the quote of the time."""


class Lane(Struct, frozen=True):
    """The moments counted by one clock."""

    clock: Clock | None
    """None where the card does not say from when the time counts."""
    moments: tuple[Moment, ...]


def lanes(card: Card, question: Question, option: int) -> list[Lane]:
    """Return the lanes of the option with this index, in card order; none if no time has numbers."""
    moments: dict[str, list[Moment]] = {}
    for sentence in sentences(question, option):
        for clock, spans in _spans(sentence.statement.times):
            moments.setdefault(clock, []).append(Moment(spans, tuple(_words(sentence))))
    clocks = {clock.id: clock for clock in card.clocks}
    return [Lane(clocks.get(id_), (*_now(card, id_), *found)) for id_, found in moments.items()]


def last_week(card: Card, question: Question) -> float:
    """Return the last week on any lane of the question, the length of their shared axis; 0 without lanes."""
    found = [lane for option in range(len(card.options)) for lane in lanes(card, question, option)]
    return max((span.weeks[1] for lane in found for moment in lane.moments for span in moment.spans), default=0)


def times_without_numbers(question: Question, option: int) -> list[str]:
    """Return the statements whose times have no numbers, and so no position on a lane."""
    return [
        sentence.words
        for sentence in sentences(question, option)
        if sentence.statement.times and not any(time.span for time in sentence.statement.times)
    ]


def _spans(times: tuple[Time, ...]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield each clock with its spans, for the times that have numbers."""
    for clock in dict.fromkeys(time.clock for time in times if time.span):
        yield clock, tuple(time.span for time in times if time.span and time.clock == clock)


def _words(sentence: Sentence) -> Iterator[str]:
    yield sentence.words
    if sentence.statement.is_heading:
        yield from (child.text for child in sentence.statement.children)


def _now(card: Card, clock: str) -> Iterator[Moment]:
    """Yield the patient's current position on this clock, as stated in the introduction."""
    for passage in card.introduction:
        for statement, _depth in passage.walk():
            for time in statement.times:
                if time.now and time.span and time.clock == clock:
                    yield Moment((time.span,), (time.quote,), now=True)
