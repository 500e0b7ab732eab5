"""A stored talk with a valid checksum but an impossible value is damaged, which is reported in one sentence."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.library import open_deck
from herniatui.cli import main
from herniatui.consult.edits import choose, note
from herniatui.consult.walk import Walk
from herniatui.report.talk_list import talk_line
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import Damaged, NewerFormat, from_bytes, to_bytes
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore, state_folder
from tests.support.program import HERNIA, run
from tests.support.soak import soaking

DECK = open_deck(HERNIA)
QUESTION = DECK.card.questions[0].id


def a_talk(store: TalkStore) -> OpenTalk:
    open_talk = store.begin(stamp(DECK))
    open_talk.save(note(choose(open_talk.record.consult, QUESTION), None, "woorden"), Walk())
    open_talk.writer.close()
    return open_talk


def with_checksum(raw: bytes) -> bytes:
    return b'{"format":1,"sha256":"%s","record":%s}\n' % (sha256(raw).hexdigest().encode(), raw)


def changed(record: dict[str, Any], place: str, value: str) -> bytes:
    """Return the record with JSON in place of one value, as a file with a valid checksum."""
    record = json.loads(json.dumps(record))
    node: Any = record
    *parents, last = place.split(".")
    for name in parents:
        node = node[name]
    node[last] = "HIER"
    return with_checksum(json.dumps(record).replace('"HIER"', value).encode("utf-8", "surrogatepass"))


EXTREMES = {
    "changed": ('"9999-12-31T23:59:59-23:59"', '"0001-01-01T00:00:00+14:00"', '"9999-12-31T23:59:59Z"', "1e999", '""'),
    "began": ('"9999-12-31T23:59:59-23:59"', '"0001-01-01T00:00:00+23:59"', '"3000-01-01T00:00:00Z"', "0"),
    "change": ("-1", "9" * 40, "9" * 5000, "NaN", "1.5", "true", str(2**63), str(10**15 + 1)),
    "card.id": ('"\\u001b[2J"', '"\\ud800"', '"../../etc"', f'"{"a" * 100_000}"', '""', "null"),
    "consult.chosen": ('["\\u001b]0;x\\u0007"]', "[" * 5000, '[""]', '["a","a"]'),
    "consult.note": ('"\\u001b[2J"', '"\\udfff"', "{}", '"\\u0000"'),
    "walk.stop": ('":nergens"', '"\\u009b2J"', '""'),
    "walk.lines": (f'[["a","{"b" * 5000}"]]',),
    "walk.seen": ('[["a"]]', '[["\\u001b","b"]]'),
    "kept": ("Infinity", '"ja"', "2"),
    "label": ('"\\u001b[31m"', '" "'),
}
CASES = [(place, value) for place, values in EXTREMES.items() for value in values]


@pytest.mark.parametrize(("place", "value"), CASES, ids=[f"{place}-{value[:30]}" for place, value in CASES])
def test_an_impossible_value_is_damaged_despite_a_valid_checksum(tmp_path: Path, place: str, value: str) -> None:
    record = json.loads(to_bytes(a_talk(TalkStore(tmp_path)).record))["record"]
    with pytest.raises(Damaged):
        from_bytes(changed(record, place, value))


@pytest.mark.parametrize("twice", [b'"kept":true,"kept":false', b'"label":"a","label":"b"'])
def test_a_duplicate_field_is_damaged(tmp_path: Path, twice: bytes) -> None:
    record = a_talk(TalkStore(tmp_path)).record
    raw = msgspec.json.encode(record, order="deterministic")
    with pytest.raises(Damaged):
        from_bytes(with_checksum(raw[:-1] + b"," + twice + b"}"))


def test_the_latest_moment_can_be_shown_in_local_time(tmp_path: Path) -> None:
    store = TalkStore(tmp_path, now=lambda: datetime(2899, 12, 31, 23, 59, tzinfo=UTC))
    a_talk(store)
    (found,) = store.talks()
    assert found.record
    assert talk_line(found, DECK.card, datetime(2026, 1, 1).date())
    assert store.retention.expiry(found.record).astimezone().year in (2900, 2899)


@pytest.mark.parametrize("value", EXTREMES["changed"][:2])
def test_every_command_sets_it_aside_and_reports_it_in_one_sentence(value: str) -> None:
    store = TalkStore(state_folder())
    open_talk = a_talk(store)
    talk = store.folder.path / f"consult-{open_talk.writer.id}.json"
    spoiled = changed(json.loads(to_bytes(open_talk.record))["record"], "changed", value)
    talk_id = open_talk.writer.id
    for arguments in (["report", talk_id], ["resume"], ["resume", talk_id], ["wipe", talk_id]):
        for path in store.retention.files_set_aside():
            path.unlink()
        talk.write_bytes(spoiled)
        done = run(*arguments)
        assert "Traceback" not in done.stderr
        assert done.returncode in (0, 2)
        if arguments[0] == "wipe":
            continue  # asks first, and there is no terminal to answer
        assert "kon niet worden gelezen" in done.stdout + done.stderr or "opzijgezet" in done.stdout.lower()
        assert [path.read_bytes() for path in store.retention.files_set_aside()] == [spoiled]


text = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(["a" * 300, "\x1b[2J", "ontstaan"])
numbers = st.integers() | st.integers(0, 3) | st.just(10**30)
moments = st.sampled_from(["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-23:59", "2026-01-01T00:00:00Z", "x"])
values = st.recursive(
    st.none() | st.booleans() | numbers | st.floats() | text | moments,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def spoiled_records(draw: st.DrawFn, record: dict[str, Any]) -> bytes:
    """Return a file with a valid checksum and arbitrary values in some fields."""
    whole = json.loads(json.dumps(record))
    for _time in range(draw(st.integers(1, 3))):
        node = whole
        while inner := [key for key, value in node.items() if isinstance(value, dict) and value]:
            if draw(st.booleans()):
                break
            node = node[draw(st.sampled_from(inner))]
        node[draw(st.sampled_from(sorted(node)))] = draw(values)
    return with_checksum(json.dumps(whole).encode("utf-8", "surrogatepass"))


@settings(max_examples=soaking(short=25, long=500), deadline=None)
@given(st.data())
def test_a_record_with_arbitrary_values_is_damaged_or_can_be_shown_and_reported(data: st.DataObject) -> None:
    store = TalkStore(state_folder())
    for old in store.talks():
        store.wipe(old.id)
    open_talk = a_talk(store)
    content = data.draw(spoiled_records(json.loads(to_bytes(open_talk.record))["record"]))
    (store.folder.path / f"consult-{open_talk.writer.id}.json").write_bytes(content)
    with suppress(Damaged, NewerFormat):
        from_bytes(content)
    for command in (["resume"], ["report", open_talk.writer.id], ["resume", open_talk.writer.id]):
        assert main(command) in (0, 1, 2)
    store.retention.wipe_set_aside()
