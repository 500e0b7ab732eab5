"""Limits that every record written by this program meets: its ids, moments and numbers.

A valid checksum does not prove them: anyone can compute one, and a clock can be wrong.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from herniatui.card.fields import is_id
from herniatui.consult.model import Consult
from herniatui.consult.walk import CLOSING, DECISION, START, Walk

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2900, 1, 1, tzinfo=UTC)
"""Range in which every system can convert a moment to local time, even with the maximum retention (ten years) added."""
MOST_CHANGES = 10**15
LONGEST_PLACE = 1000
"""Maximum length in characters of the name of a place on screen: one or two ids, and a prefix."""


def moments_are_possible(*moments: datetime) -> bool:
    """Return whether every system can convert these moments to local time."""
    return all(EARLIEST <= moment < LATEST for moment in moments)


def walk_is_possible(walk: Walk) -> bool:
    """Return whether this program can have written the walk, for any card."""
    return all(map(is_id, _walk_ids(walk))) and all(len(text) <= LONGEST_PLACE for line in walk.lines for text in line)


def consult_is_possible(consult: Consult) -> bool:
    """Return whether everything that the consult names is a valid id."""
    return all(map(is_id, _consult_ids(consult)))


def has_repeats(data: bytes) -> bool:
    """Return whether an object in this JSON has a duplicate field: a reader may see the value that is ignored."""
    import json  # lazy import: not needed before a talk is stored; msgspec silently takes the last value

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
    yield from consult.discussed
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
