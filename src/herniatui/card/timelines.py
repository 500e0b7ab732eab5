"""Timelines of a question: one lane per option, clock and unit.

Each clock starts at its own moment, and a time is never converted: what the card counts in years is drawn in years.
"""

from collections.abc import Iterator
from math import ceil

from msgspec import Struct

from herniatui.card.figures import Sentence, sentences
from herniatui.card.model import Card, Clock, Question, Span, Time, Unit
from herniatui.card.quoted_words import Spans
from herniatui.card.wording.time_phrases import time_phrases
from herniatui.card.wording.word_list import word_list


class Moment(Struct, frozen=True):
    """A statement about one or more times, all counted from the start of the lane's clock."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    """The statement with its headings, followed by the statements below it if it is a heading."""
    now: bool = False
    """Whether this is the patient's current position; `words` then holds only the quote of the time."""
    bold: tuple[Spans, ...] = ()
    """The spans of each of these that are in bold."""


class Lane(Struct, frozen=True):
    """The moments counted by one clock in one unit."""

    clock: Clock | None
    """None where the card does not say from when the time counts."""
    unit: Unit
    moments: tuple[Moment, ...]


def lanes(card: Card, question: Question, option: int) -> list[Lane]:
    """Return the lanes of the option with this index, in card order; none if no time has numbers."""
    moments: dict[tuple[str, Unit], list[Moment]] = {}
    for sentence in sentences(question, option):
        for place, spans in _spans(sentence.statement.times):
            moments.setdefault(place, []).append(_moment(spans, sentence))
    for clock in dict.fromkeys(clock for clock, _unit in moments):
        for unit, now in _now(card, clock):
            moments.setdefault((clock, unit), []).insert(0, now)
    clocks = {clock.id: clock for clock in card.clocks}
    return [Lane(clocks.get(clock), unit, tuple(found)) for (clock, unit), found in moments.items()]


def last_times(card: Card, question: Question) -> dict[Unit, int]:
    """Return the last time on any lane of the question in each unit, the length of their shared axis.

    A period without an end goes on past its start.
    """
    last: dict[Unit, int] = {}
    for option in range(len(card.options)):
        for lane in lanes(card, question, option):
            ends = [ceil(span.last) + (span.end is None) for moment in lane.moments for span in moment.spans]
            last[lane.unit] = max(last.get(lane.unit, 0), *ends)
    return last


def times_without_numbers(question: Question, option: int) -> list[Sentence]:
    """Return the statements whose times have no numbers, and so no position on a lane."""
    return [
        sentence
        for sentence in sentences(question, option)
        if sentence.statement.times and not any(time.span for time in sentence.statement.times)
    ]


def names_no_time(card: Card, question: Question, option: int) -> bool:
    """Return whether the card certainly names no time for the option with this index, annotated or in words."""
    texts = [statement.text for statement, _depth in question.statements(option)]
    return word_list(card.language) is not None and not any(time_phrases(text, card.language) for text in texts)


def _spans(times: tuple[Time, ...]) -> Iterator[tuple[tuple[str, Unit], tuple[Span, ...]]]:
    """Yield each clock and unit with its spans, for the times that have numbers."""
    found: dict[tuple[str, Unit], list[Span]] = {}
    for time in times:
        if time.span:
            found.setdefault((time.clock, time.span.unit), []).append(time.span)
    yield from ((place, tuple(spans)) for place, spans in found.items())


def _moment(spans: tuple[Span, ...], sentence: Sentence) -> Moment:
    told = [sentence]
    if sentence.statement.is_heading:
        told += [Sentence(child) for child in sentence.statement.children]
    return Moment(spans, tuple(each.words for each in told), bold=tuple(each.bold for each in told))


def _now(card: Card, clock: str) -> Iterator[tuple[Unit, Moment]]:
    """Yield the patient's current position on this clock with its unit, as stated in the introduction."""
    for passage in card.introduction:
        for statement, _depth in passage.walk():
            for time in statement.times:
                if time.now and time.span and time.clock == clock:
                    yield time.span.unit, Moment((time.span,), (time.quote,), now=True)
