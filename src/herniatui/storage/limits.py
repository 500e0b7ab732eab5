"""What a record can hold and be from this program: its ids, its moments and its numbers.

A file with a valid checksum is not proof of that: anybody can compute one, and a clock can be wrong.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from herniatui.card.fields import is_id
from herniatui.consult.model import Consult
from herniatui.consult.walk import CLOSING, DECISION, START, Walk

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2900, 1, 1, tzinfo=UTC)
"""Between these every system can say a moment in local time, also with the ten years added that a talk can stay."""
MOST_CHANGES = 10**15
LONGEST_PLACE = 1000
"""Characters of the name of a place on screen: an id or two, and what the screen puts before them."""


def moments_are_possible(*moments: datetime) -> bool:
    """Return whether every moment can be said in local time on every system."""
    return all(EARLIEST <= moment < LATEST for moment in moments)


def walk_is_possible(walk: Walk) -> bool:
    """Return whether this program can have written this walk, whatever the card."""
    return all(map(is_id, _walk_ids(walk))) and all(len(text) <= LONGEST_PLACE for line in walk.lines for text in line)


def consult_is_possible(consult: Consult) -> bool:
    """Return whether all that the consult names can be ids of a card."""
    return all(map(is_id, _consult_ids(consult)))


def has_repeats(data: bytes) -> bool:
    """Whether a field stands in this JSON twice. Of two values a reader takes one, and a person sees the other."""
    import json  # only where something was saved; msgspec takes the last value in silence

    def object_of(pairs: list[tuple[str, object]]) -> dict[str, object]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            raise _Repeated
        return fields

    try:
        json.loads(data, object_pairs_hook=object_of)
    except _Repeated:
        return True
    return False


class _Repeated(Exception):
    pass


def _consult_ids(consult: Consult) -> Iterator[str]:
    yield from consult.chosen
    for question, said in consult.said:
        yield question
        if said.preference and said.preference.option is not None:
            yield said.preference.option
    yield from (statement for statement, _mark in consult.marks)
    if consult.decision.option is not None:
        yield consult.decision.option


def _walk_ids(walk: Walk) -> Iterator[str]:
    if walk.stop not in (START, DECISION, CLOSING):
        yield walk.stop
    for pairs in (walk.seen, walk.options):
        for question, option in pairs:
            yield from (question, option)
