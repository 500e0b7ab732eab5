"""The shelf: finding, taking up, wiping; what has been there too long goes, what is damaged is set aside."""

import os
import secrets
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.consult.edits import decide, decide_not_yet, note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage.lock import Lock
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp, to_bytes
from herniatui.storage.store import Cleanup, TalkNotFound, TalkStore
from herniatui.storage.writer import consult_file, pending_file

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOMETHING = note(EMPTY, None, "ik twijfel")


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> TalkStore:
    return TalkStore(tmp_path / "herniatui", now=clock)


def begun(store: TalkStore, text: str = "ik twijfel") -> OpenTalk:
    open_talk = store.begin(CardStamp("soep"))
    open_talk.save(note(EMPTY, None, text), Walk())
    return open_talk


def put_away(store: TalkStore, text: str = "ik twijfel") -> str:
    open_talk = begun(store, text)
    assert open_talk.writer.close()
    return open_talk.writer.id


def put_away_for_next_visit(store: TalkStore) -> str:
    open_talk = store.begin(CardStamp("soep"))
    open_talk.save(decide_not_yet(SOMETHING), Walk())
    open_talk.keep("spreekuur dinsdag")
    assert open_talk.writer.close()
    return open_talk.writer.id


def test_what_was_put_away_is_found_the_last_first(store: TalkStore, clock: Clock) -> None:
    first = put_away(store, "een")
    clock.time += HOUR
    second = put_away(store, "twee")
    found = store.talks()
    assert [(one.id, one.is_open) for one in found] == [(second, False), (first, False)]
    assert found[0].record is not None
    assert found[0].record.consult.note == "twee"
    assert found[0].record.began == found[0].record.changed == NOON + HOUR


def test_nothing_is_written_before_something_is_said_nor_for_a_moving_cursor(store: TalkStore) -> None:
    open_talk = store.begin(CardStamp("soep"))
    open_talk.save(EMPTY, Walk("smaak"))
    assert open_talk.record.change == 0
    open_talk.save(SOMETHING, Walk("smaak"))
    open_talk.save(SOMETHING, Walk("smaak", lines=(("smaak", "x"),)))
    assert open_talk.record.change == 1
    open_talk.save(SOMETHING, Walk("erbij", lines=(("smaak", "x"),)))
    assert open_talk.record.change == 2
    open_talk.writer.wipe()


def test_what_is_taken_up_goes_on_as_it_was(store: TalkStore) -> None:
    consult_id = put_away(store)
    again = store.open(consult_id)
    assert again.record.consult == SOMETHING
    again.save(note(EMPTY, None, "toch niet"), Walk())
    assert again.writer.close()
    (found,) = store.talks()
    assert found.record == again.record


def test_what_is_taken_up_and_not_changed_is_not_touched(store: TalkStore) -> None:
    consult_id = put_away(store)
    file = store.folder.path / consult_file(consult_id)
    before = file.read_bytes(), file.stat().st_mtime_ns
    assert store.open(consult_id).writer.close()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert store.folder.names() == [file.name]


def test_a_change_that_was_written_but_not_in_place_yet_is_not_lost(store: TalkStore) -> None:
    open_talk = begun(store)
    assert open_talk.writer.close()
    later = to_bytes(replace(open_talk.record, change=7, consult=note(EMPTY, None, "later")))
    store.folder.write(pending_file(open_talk.writer.id, 7), later)
    store.folder.write(
        pending_file(open_talk.writer.id, 8), later[:40]
    )  # cut off by the end of the process
    again = store.open(open_talk.writer.id)
    assert again.record.consult.note == "later"
    again.save_resumed(CardStamp("soep"), again.record.consult, again.record.walk)
    assert again.writer.close()
    assert store.folder.names() == [consult_file(open_talk.writer.id)]


def test_one_that_is_open_is_neither_taken_nor_wiped_nor_tidied(store: TalkStore, clock: Clock) -> None:
    open_talk = begun(store)
    assert [one.is_open for one in store.talks()] == [True]
    for use in (store.open, store.wipe):
        with pytest.raises(TalkNotFound, match="ander venster"):
            use(open_talk.writer.id)
    clock.time += 99 * HOUR
    assert store.tidy().removed == 0
    assert open_talk.writer.close()
    assert store.tidy().removed == 1


DIES = """
import os, sys
from pathlib import Path
from herniatui.consult.edits import note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage.record import CardStamp
from herniatui.storage.store import TalkStore
open_talk = TalkStore(Path(sys.argv[1])).begin(CardStamp("soep"))
open_talk.save(note(EMPTY, None, "voor het einde"), Walk())
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed as POSIX does it")
def test_the_lock_of_a_process_that_died_is_taken_over(tmp_path: Path) -> None:
    store = TalkStore(tmp_path / "herniatui")
    subprocess.run([sys.executable, "-c", DIES, str(store.folder.path)], check=False, timeout=60)
    assert any(name.endswith(".lock") for name in store.folder.names())
    (found,) = store.talks()
    assert not found.is_open
    again = store.open(found.id)
    assert again.record.consult.note == "voor het einde"
    again.writer.wipe()
    assert store.folder.names() == []


def test_an_unfinished_one_stays_twelve_hours_and_a_kept_one_thirty_days(store: TalkStore, clock: Clock) -> None:
    unfinished, kept = put_away(store), put_away_for_next_visit(store)
    clock.time += 12 * HOUR
    assert store.tidy().removed == 0
    clock.time += timedelta(seconds=1)
    assert store.tidy().removed == 1
    assert [one.id for one in store.talks()] == [kept] != [unfinished]
    clock.time = NOON + timedelta(days=30)
    assert store.tidy().removed == 0
    clock.time += timedelta(seconds=1)
    assert store.tidy().removed == 1
    assert store.folder.names() == []


def test_how_long_can_be_set(tmp_path: Path, clock: Clock) -> None:
    store = TalkStore(tmp_path / "herniatui", unfinished=timedelta(0), kept=timedelta(days=1), now=clock)
    put_away(store)
    put_away_for_next_visit(store)
    clock.time += HOUR
    assert store.tidy().removed == 1
    clock.time += 24 * HOUR
    assert store.tidy().removed == 1


def test_a_clock_that_is_put_back_removes_nothing(store: TalkStore, clock: Clock) -> None:
    put_away(store)
    clock.time -= 1000 * HOUR
    assert store.tidy().removed == 0


def test_a_label_stays_until_it_is_kept_no_longer(store: TalkStore) -> None:
    again = store.open(put_away_for_next_visit(store))
    assert (again.record.kept, again.record.label) == (True, "spreekuur dinsdag")
    again.keep_no_longer()
    assert (again.record.kept, again.record.label) == (False, "")
    again.writer.wipe()


def test_a_kept_talk_that_goes_on_is_kept_as_long_as_nothing_is_decided(store: TalkStore) -> None:
    again = store.open(put_away_for_next_visit(store))
    again.save(note(again.record.consult, None, "nog iets"), Walk())
    assert again.record.kept
    again.writer.wipe()


def test_what_is_decided_is_not_kept_for_the_next_visit(store: TalkStore) -> None:
    again = store.open(put_away_for_next_visit(store))
    again.save(decide(again.record.consult, "erwt"), Walk())
    assert not again.record.kept
    again.writer.wipe()


def test_one_of_which_everything_was_taken_back_is_removed_without_a_word(store: TalkStore) -> None:
    open_talk = begun(store)
    open_talk.save(EMPTY, Walk())
    assert open_talk.writer.close()
    assert store.tidy().removed == 0
    assert store.folder.names() == []


DAMAGED = {
    "empty": b"",
    "cut off": b'{"format":1,"sha256":"',
    "wrong JSON": b'{{"format":1}',
    "not a consult": b'{"format": 1}',
    "other bytes": b"\x00\xff" * 100,
}


@pytest.mark.parametrize("held", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_named_and_set_aside_and_keeps_what_it_held(store: TalkStore, held: bytes) -> None:
    consult_id = put_away(store)
    file = store.folder.path / consult_file(consult_id)
    file.write_bytes(held)
    (found,) = store.talks()
    assert found.record is None
    assert found.problem
    with pytest.raises(TalkNotFound, match="niet worden geopend"):
        store.open(consult_id)
    (aside,) = store.tidy().aside
    assert (store.folder.path / aside).read_bytes() == held
    assert store.talks() == []
    assert store.tidy().aside == ()


def test_a_link_is_set_aside_and_what_it_points_to_is_left_alone(store: TalkStore, tmp_path: Path) -> None:
    consult_id = put_away(store)
    file = store.folder.path / consult_file(consult_id)
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    assert len(store.tidy().aside) == 1
    assert (tmp_path / "elsewhere.json").is_file()
    assert store.talks() == []


def test_one_from_a_later_program_is_named_and_left_where_it_is(store: TalkStore) -> None:
    consult_id = put_away(store)
    file = store.folder.path / consult_file(consult_id)
    file.write_bytes(b'{"format": 3}')
    assert store.tidy().aside == ()
    (found,) = store.talks()
    assert found.problem == "een nieuwere versie van dit programma heeft het gemaakt"
    assert file.read_bytes() == b'{"format": 3}'


def test_what_cannot_be_read_goes_too_when_it_is_too_old(store: TalkStore, clock: Clock) -> None:
    store.folder.make_ready()
    clock.time = datetime.now(UTC)
    for name in ("consult-aaaa.json", "consult-bbbb.json.damaged"):
        store.folder.write(name, b'{"format": 3}')
        old = clock.time - timedelta(days=31)
        os.utime(store.folder.path / name, (old.timestamp(), old.timestamp()))
    assert store.tidy().removed == 2
    assert store.folder.names() == []


def test_a_lock_that_was_left_alone_is_removed(store: TalkStore) -> None:
    store.folder.make_ready()
    store.folder.write("consult-aaaa.lock", b"")
    assert store.tidy() == type(store.tidy())()
    assert store.folder.names() == []


def test_files_of_others_are_left_alone(store: TalkStore) -> None:
    store.folder.make_ready()
    for name in ("notes.txt", "consult-AAAA.json", "consult-aaaa.json.bak"):
        store.folder.write(name, b"")
    store.tidy()
    assert len(store.folder.names()) == 3


def test_wiping_removes_one_and_leaves_the_others(store: TalkStore) -> None:
    one, other = put_away(store), put_away(store)
    store.wipe(one)
    assert [found.id for found in store.talks()] == [other]
    with pytest.raises(TalkNotFound, match="geen bewaard gesprek"):
        store.wipe(one)


def test_wiping_what_was_set_aside(store: TalkStore) -> None:
    store.folder.make_ready()
    store.folder.write("consult-aaaa.json.damaged", b"")
    assert store.wipe_aside() == []
    assert store.folder.names() == []


def test_one_odd_file_leaves_the_others_as_they_are(
    store: TalkStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, odd = put_away(store), put_away(store)
    read = store.folder.read

    def reads(name: str) -> bytes:
        if odd in name:
            raise PermissionError(13, "Permission denied")
        return read(name)

    monkeypatch.setattr(store.folder, "read", reads)
    assert {(one.id, one.problem) for one in store.talks()} == {(old, ""), (odd, "u mag dat hier niet")}
    clock.time += 13 * HOUR
    assert store.tidy() == Cleanup(removed=1)
    assert [one.id for one in store.talks()] == [odd]


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are those of POSIX")
def test_a_lock_that_cannot_be_taken_is_named(store: TalkStore, tmp_path: Path) -> None:
    good, odd = put_away(store), put_away(store)
    (store.folder.path / f"consult-{odd}.lock").symlink_to(tmp_path)
    store.tidy()
    assert {one.id: bool(one.problem) for one in store.talks()} == {good: False, odd: True}


def test_a_damaged_file_beside_a_good_one_is_set_aside_before_it_is_taken_up(store: TalkStore) -> None:
    consult_id = put_away(store)
    file = store.folder.path / consult_file(consult_id)
    store.folder.write(pending_file(consult_id, 9), file.read_bytes())
    file.write_bytes(b"geheim")
    again = store.open(consult_id)
    again.save_resumed(CardStamp("soep"), again.record.consult, again.record.walk)
    assert again.writer.close()
    (aside,) = store.set_aside()
    assert aside.read_bytes() == b"geheim"


def test_a_folder_that_was_set_aside_can_be_wiped(store: TalkStore) -> None:
    store.folder.make_ready()
    (store.folder.path / "consult-aaaa.json").mkdir()
    assert store.tidy().aside == ("consult-aaaa.json.damaged",)
    assert store.wipe_aside() == []
    assert store.folder.names() == []


def test_letting_go_of_a_lock_leaves_that_of_another_alone(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    one.hold()
    one.release()
    other.hold()
    one.release()
    assert (tmp_path / "a.lock").exists()
    other.release()


def test_a_new_talk_never_takes_the_id_of_another(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put_away(store)
    drawn = iter(first + "zzzz")
    monkeypatch.setattr(secrets, "choice", lambda _letters: next(drawn))
    assert store.begin(CardStamp("soep")).writer.id == "zzzz"


def test_a_consult_is_read_without_taking_it_also_while_it_is_open(store: TalkStore, tmp_path: Path) -> None:
    open_talk = begun(store)
    assert open_talk.writer.is_safe(10)
    before = {path.name: path.read_bytes() for path in (tmp_path / "herniatui").iterdir()}
    assert store.read(open_talk.writer.id).consult.note == "ik twijfel"
    assert {path.name: path.read_bytes() for path in (tmp_path / "herniatui").iterdir()} == before
    assert open_talk.writer.close()


def test_a_file_that_is_replaced_while_it_is_read_is_read_again(
    store: TalkStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    consult_id, really, gone = put_away(store), store.folder.read, [FileNotFoundError(), FileNotFoundError()]

    def read(name: str) -> bytes:
        if gone:
            raise gone.pop()
        return really(name)

    monkeypatch.setattr(store.folder, "read", read)
    assert store.read(consult_id).consult.note == "ik twijfel"


def test_a_consult_that_cannot_be_read_stays_as_it_is_and_says_why(store: TalkStore, tmp_path: Path) -> None:
    consult_id = put_away(store)
    file = tmp_path / "herniatui" / consult_file(consult_id)
    file.write_bytes(b"geheimzinnig")
    with pytest.raises(TalkNotFound, match=f'het gesprek "{consult_id}" kan niet worden geopend: '):
        store.read(consult_id)
    assert file.read_bytes() == b"geheimzinnig"
    with pytest.raises(TalkNotFound, match='er is geen bewaard gesprek "zzzz"'):
        store.read("zzzz")
