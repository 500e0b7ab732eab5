"""A record survives the round trip, and any other bytes are refused."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.consult.model import Consult, Decision, Preference, Said
from herniatui.consult.walk import Walk
from herniatui.storage.record import FORMAT, CardStamp, Damaged, NewerFormat, Record, from_bytes, to_bytes
from tests.consult.strategies import OPTIONS, QUESTIONS, consults

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
RECORD = Record(CardStamp("soep", "1", "ab", "/kaarten/soep"), NOON, NOON, consult=Consult(chosen=("smaak",)))

seen = st.frozensets(st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(OPTIONS)))
walks = st.builds(Walk, st.sampled_from(QUESTIONS), seen)
moments = st.datetimes(datetime(1970, 1, 1), datetime(2899, 12, 31), timezones=st.just(UTC))


@st.composite
def records(draw: st.DrawFn) -> Record:
    stamp = CardStamp("soep", draw(st.text(max_size=5)), draw(st.text(max_size=5)), "")
    count = draw(st.integers(0, 10**9))
    kept = draw(st.booleans())
    return Record(stamp, draw(moments), draw(moments), count, draw(consults()), draw(walks), "kenmerk", kept)


@given(records())
def test_any_record_survives_the_round_trip(record: Record) -> None:
    assert from_bytes(to_bytes(record)) == record


def test_equal_consults_give_equal_bytes() -> None:
    first = Consult(marks=frozenset({("a", "+"), ("b", "-"), ("c", "?")}))  # type: ignore[arg-type]
    second = Consult(marks=frozenset({("c", "?"), ("b", "-"), ("a", "+")}))  # type: ignore[arg-type]
    assert to_bytes(replace(RECORD, consult=first)) == to_bytes(replace(RECORD, consult=second))


def test_the_file_is_json_with_format_card_and_times() -> None:
    held = json.loads(to_bytes(RECORD))
    assert held["format"] == FORMAT
    assert held["record"]["card"] == {"id": "soep", "version": "1", "sha256": "ab", "path": "/kaarten/soep"}
    assert held["record"]["began"] == held["record"]["changed"] == "2026-01-15T12:00:00Z"


@given(records(), st.data())
def test_a_record_with_any_byte_changed_is_refused(record: Record, data: st.DataObject) -> None:
    whole = to_bytes(record)
    at = data.draw(st.integers(0, len(whole) - 2))  # the line break at the end is not part of the record
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    damaged = whole[:at] + bytes([other]) + whole[at + 1 :]
    with pytest.raises((Damaged, NewerFormat)):
        from_bytes(damaged)


@given(records(), st.data())
def test_a_truncated_record_is_refused(record: Record, data: st.DataObject) -> None:
    whole = to_bytes(record)
    with pytest.raises(Damaged):
        from_bytes(whole[: data.draw(st.integers(0, len(whole) - 2))])


@given(st.binary() | st.text().map(str.encode) | st.sampled_from([b"{}", b"[]", b"null", b'{"format":1}', b"[" * 9999]))
def test_any_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Damaged):
        from_bytes(data)


def test_a_newer_format_is_not_damaged() -> None:
    with pytest.raises(NewerFormat):
        from_bytes(b'{"format": 3, "whatever": true}')


UNSOUND = {
    "weighs too much": Consult(said=(("smaak", Said(importance=4)),)),
    "chosen twice": Consult(chosen=("smaak", "smaak")),
    "said twice": Consult(said=(("smaak", Said(note="a")), ("smaak", Said(note="b")))),
    "nothing said": Consult(said=(("smaak", Said()),)),
    "strongly none": Consult(said=(("smaak", Said(Preference(None, strong=True))),)),
    "control characters": Consult(note="\x1b[2J"),
    "decided and not": Consult(decision=Decision(option="erwt", not_yet=True)),
}


@pytest.mark.parametrize("consult", UNSOUND.values(), ids=UNSOUND)
def test_a_consult_that_no_edits_can_produce_is_refused(consult: Consult) -> None:
    with pytest.raises(Damaged):
        from_bytes(to_bytes(replace(RECORD, consult=consult)))


def test_a_time_without_a_time_zone_is_refused() -> None:
    with pytest.raises(Damaged):
        from_bytes(to_bytes(replace(RECORD, changed=(NOON + timedelta(1)).replace(tzinfo=None))))
