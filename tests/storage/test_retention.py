"""Retention: expired talks are removed, damaged files are set aside, and everything else stays."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage.files import consult_file
from herniatui.storage.retention import Cleanup
from herniatui.storage.store import TalkNotFound, TalkStore
from tests.storage.conftest import NOON, Clock
from tests.storage.stored import begun, put_away, put_away_for_next_visit

HOUR = timedelta(hours=1)


def test_unfinished_talks_expire_after_twelve_hours_and_kept_talks_after_thirty_days(
    store: TalkStore, clock: Clock
) -> None:
    unfinished, kept = put_away(store), put_away_for_next_visit(store)
    clock.time += 12 * HOUR
    assert store.retention.clean_up().removed == 0
    clock.time += timedelta(seconds=1)
    assert store.retention.clean_up().removed == 1
    assert [talk.id for talk in store.talks()] == [kept] != [unfinished]
    clock.time = NOON + timedelta(days=30)
    assert store.retention.clean_up().removed == 0
    clock.time += timedelta(seconds=1)
    assert store.retention.clean_up().removed == 1
    assert store.folder.names() == []


def test_both_times_can_be_set(tmp_path: Path, clock: Clock) -> None:
    store = TalkStore(tmp_path / "herniatui", unfinished=timedelta(0), kept=timedelta(days=1), now=clock)
    put_away(store)
    put_away_for_next_visit(store)
    clock.time += HOUR
    assert store.retention.clean_up().removed == 1
    clock.time += 24 * HOUR
    assert store.retention.clean_up().removed == 1


def test_a_clock_that_is_put_back_removes_nothing(store: TalkStore, clock: Clock) -> None:
    put_away(store)
    clock.time -= 1000 * HOUR
    assert store.retention.clean_up().removed == 0


def test_a_talk_of_which_everything_was_undone_is_removed_but_not_counted(store: TalkStore) -> None:
    open_talk = begun(store)
    open_talk.save(EMPTY, Walk())
    assert open_talk.writer.close()
    assert store.retention.clean_up().removed == 0
    assert store.folder.names() == []


DAMAGED = {
    "empty": b"",
    "cut off": b'{"format":1,"sha256":"',
    "wrong JSON": b'{{"format":1}',
    "not a consult": b'{"format": 1}',
    "other bytes": b"\x00\xff" * 100,
}


@pytest.mark.parametrize("held", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_listed_with_its_problem_and_set_aside_unchanged(store: TalkStore, held: bytes) -> None:
    talk_id = put_away(store)
    file = store.folder.path / consult_file(talk_id)
    file.write_bytes(held)
    (found,) = store.talks()
    assert found.record is None
    assert found.problem
    with pytest.raises(TalkNotFound, match="niet worden geopend"):
        store.open(talk_id)
    (aside,) = store.retention.clean_up().aside
    assert (store.folder.path / aside).read_bytes() == held
    assert store.talks() == []
    assert store.retention.clean_up().aside == ()


def test_a_link_is_set_aside_and_its_target_is_left_alone(store: TalkStore, tmp_path: Path) -> None:
    talk_id = put_away(store)
    file = store.folder.path / consult_file(talk_id)
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    assert len(store.retention.clean_up().aside) == 1
    assert (tmp_path / "elsewhere.json").is_file()
    assert store.talks() == []


def test_a_talk_of_a_newer_format_is_listed_with_its_problem_and_left_in_place(store: TalkStore) -> None:
    talk_id = put_away(store)
    file = store.folder.path / consult_file(talk_id)
    file.write_bytes(b'{"format": 3}')
    assert store.retention.clean_up().aside == ()
    (found,) = store.talks()
    assert found.problem == "een nieuwere versie van dit programma heeft het gemaakt"
    assert file.read_bytes() == b'{"format": 3}'


def test_unreadable_and_set_aside_files_are_removed_when_they_are_old(store: TalkStore, clock: Clock) -> None:
    store.folder.make_ready()
    clock.time = datetime.now(UTC)
    for name in ("consult-aaaa.json", "consult-bbbb.json.damaged"):
        store.folder.write(name, b'{"format": 3}')
        old = clock.time - timedelta(days=31)
        os.utime(store.folder.path / name, (old.timestamp(), old.timestamp()))
    assert store.retention.clean_up().removed == 2
    assert store.folder.names() == []


def test_a_lock_without_a_talk_is_removed(store: TalkStore) -> None:
    store.folder.make_ready()
    store.folder.write("consult-aaaa.lock", b"")
    assert store.retention.clean_up() == type(store.retention.clean_up())()
    assert store.folder.names() == []


def test_files_with_other_names_are_left_alone(store: TalkStore) -> None:
    store.folder.make_ready()
    for name in ("notes.txt", "consult-AAAA.json", "consult-aaaa.json.bak"):
        store.folder.write(name, b"")
    store.retention.clean_up()
    assert len(store.folder.names()) == 3


def test_set_aside_files_can_be_wiped(store: TalkStore) -> None:
    store.folder.make_ready()
    store.folder.write("consult-aaaa.json.damaged", b"")
    assert store.retention.wipe_set_aside() == []
    assert store.folder.names() == []


def test_an_unreadable_file_does_not_affect_the_other_talks(
    store: TalkStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, odd = put_away(store), put_away(store)
    read = store.folder.read

    def reads(name: str) -> bytes:
        if odd in name:
            raise PermissionError(13, "Permission denied")
        return read(name)

    monkeypatch.setattr(store.folder, "read", reads)
    assert {(talk.id, talk.problem) for talk in store.talks()} == {(old, ""), (odd, "u mag dat hier niet")}
    clock.time += 13 * HOUR
    assert store.retention.clean_up() == Cleanup(removed=1)
    assert [talk.id for talk in store.talks()] == [odd]


def test_a_folder_in_place_of_a_talk_is_set_aside_and_can_be_wiped(store: TalkStore) -> None:
    store.folder.make_ready()
    (store.folder.path / "consult-aaaa.json").mkdir()
    assert store.retention.clean_up().aside == ("consult-aaaa.json.damaged",)
    assert store.retention.wipe_set_aside() == []
    assert store.folder.names() == []
