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
from herniatui.storage.writer import consult_file, new_file

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
def shelf(tmp_path: Path, clock: Clock) -> TalkStore:
    return TalkStore(tmp_path / "herniatui", now=clock)


def begun(shelf: TalkStore, text: str = "ik twijfel") -> OpenTalk:
    keeping = shelf.begin(CardStamp("soep"))
    keeping.save(note(EMPTY, None, text), Walk())
    return keeping


def put_away(shelf: TalkStore, text: str = "ik twijfel") -> str:
    keeping = begun(shelf, text)
    assert keeping.saver.close()
    return keeping.saver.id


def put_away_for_next_visit(shelf: TalkStore) -> str:
    keeping = shelf.begin(CardStamp("soep"))
    keeping.save(decide_not_yet(SOMETHING), Walk())
    keeping.keep("spreekuur dinsdag")
    assert keeping.saver.close()
    return keeping.saver.id


def test_what_was_put_away_is_found_the_last_first(shelf: TalkStore, clock: Clock) -> None:
    first = put_away(shelf, "een")
    clock.time += HOUR
    second = put_away(shelf, "twee")
    found = shelf.look()
    assert [(one.id, one.is_open) for one in found] == [(second, False), (first, False)]
    assert found[0].record is not None
    assert found[0].record.consult.note == "twee"
    assert found[0].record.began == found[0].record.changed == NOON + HOUR


def test_nothing_is_written_before_something_is_said_nor_for_a_moving_cursor(shelf: TalkStore) -> None:
    keeping = shelf.begin(CardStamp("soep"))
    keeping.save(EMPTY, Walk("smaak"))
    assert keeping.record.change == 0
    keeping.save(SOMETHING, Walk("smaak"))
    keeping.save(SOMETHING, Walk("smaak", lines=(("smaak", "x"),)))
    assert keeping.record.change == 1
    keeping.save(SOMETHING, Walk("erbij", lines=(("smaak", "x"),)))
    assert keeping.record.change == 2
    keeping.saver.wipe()


def test_what_is_taken_up_goes_on_as_it_was(shelf: TalkStore) -> None:
    consult_id = put_away(shelf)
    again = shelf.take(consult_id)
    assert again.record.consult == SOMETHING
    again.save(note(EMPTY, None, "toch niet"), Walk())
    assert again.saver.close()
    (found,) = shelf.look()
    assert found.record == again.record


def test_what_is_taken_up_and_not_changed_is_not_touched(shelf: TalkStore) -> None:
    consult_id = put_away(shelf)
    file = shelf.folder.path / consult_file(consult_id)
    before = file.read_bytes(), file.stat().st_mtime_ns
    assert shelf.take(consult_id).saver.close()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert shelf.folder.names() == [file.name]


def test_a_change_that_was_written_but_not_in_place_yet_is_not_lost(shelf: TalkStore) -> None:
    keeping = begun(shelf)
    assert keeping.saver.close()
    later = to_bytes(replace(keeping.record, change=7, consult=note(EMPTY, None, "later")))
    shelf.folder.write(new_file(keeping.saver.id, 7), later)
    shelf.folder.write(new_file(keeping.saver.id, 8), later[:40])  # what was being written when the process ended
    again = shelf.take(keeping.saver.id)
    assert again.record.consult.note == "later"
    again.go_on(CardStamp("soep"), again.record.consult, again.record.walk)
    assert again.saver.close()
    assert shelf.folder.names() == [consult_file(keeping.saver.id)]


def test_one_that_is_open_is_neither_taken_nor_wiped_nor_tidied(shelf: TalkStore, clock: Clock) -> None:
    keeping = begun(shelf)
    assert [one.is_open for one in shelf.look()] == [True]
    for use in (shelf.take, shelf.wipe):
        with pytest.raises(TalkNotFound, match="ander venster"):
            use(keeping.saver.id)
    clock.time += 99 * HOUR
    assert shelf.tidy().removed == 0
    assert keeping.saver.close()
    assert shelf.tidy().removed == 1


DIES = """
import os, sys
from pathlib import Path
from herniatui.consult.lock import Lock
from herniatui.consult.model import EMPTY
from herniatui.consult.record import CardStamp
from herniatui.consult.saying import note
from herniatui.consult.shelf import Shelf
from herniatui.consult.walk import Walk
keeping = Shelf(Path(sys.argv[1])).begin(CardStamp("soep"))
keeping.save(note(EMPTY, None, "voor het einde"), Walk())
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed as POSIX does it")
def test_the_lock_of_a_process_that_died_is_taken_over(tmp_path: Path) -> None:
    shelf = TalkStore(tmp_path / "herniatui")
    subprocess.run([sys.executable, "-c", DIES, str(shelf.folder.path)], check=False, timeout=60)
    assert any(name.endswith(".lock") for name in shelf.folder.names())
    (found,) = shelf.look()
    assert not found.is_open
    again = shelf.take(found.id)
    assert again.record.consult.note == "voor het einde"
    again.saver.wipe()
    assert shelf.folder.names() == []


def test_an_unfinished_one_stays_twelve_hours_and_a_kept_one_thirty_days(shelf: TalkStore, clock: Clock) -> None:
    unfinished, kept = put_away(shelf), put_away_for_next_visit(shelf)
    clock.time += 12 * HOUR
    assert shelf.tidy().removed == 0
    clock.time += timedelta(seconds=1)
    assert shelf.tidy().removed == 1
    assert [one.id for one in shelf.look()] == [kept] != [unfinished]
    clock.time = NOON + timedelta(days=30)
    assert shelf.tidy().removed == 0
    clock.time += timedelta(seconds=1)
    assert shelf.tidy().removed == 1
    assert shelf.folder.names() == []


def test_how_long_can_be_set(tmp_path: Path, clock: Clock) -> None:
    shelf = TalkStore(tmp_path / "herniatui", unfinished=timedelta(0), kept=timedelta(days=1), now=clock)
    put_away(shelf)
    put_away_for_next_visit(shelf)
    clock.time += HOUR
    assert shelf.tidy().removed == 1
    clock.time += 24 * HOUR
    assert shelf.tidy().removed == 1


def test_a_clock_that_is_put_back_removes_nothing(shelf: TalkStore, clock: Clock) -> None:
    put_away(shelf)
    clock.time -= 1000 * HOUR
    assert shelf.tidy().removed == 0


def test_a_label_stays_until_it_is_kept_no_longer(shelf: TalkStore) -> None:
    again = shelf.take(put_away_for_next_visit(shelf))
    assert (again.record.kept, again.record.label) == (True, "spreekuur dinsdag")
    again.keep_no_longer()
    assert (again.record.kept, again.record.label) == (False, "")
    again.saver.wipe()


def test_a_kept_talk_that_goes_on_is_kept_as_long_as_nothing_is_decided(shelf: TalkStore) -> None:
    again = shelf.take(put_away_for_next_visit(shelf))
    again.save(note(again.record.consult, None, "nog iets"), Walk())
    assert again.record.kept
    again.saver.wipe()


def test_what_is_decided_is_not_kept_for_the_next_visit(shelf: TalkStore) -> None:
    again = shelf.take(put_away_for_next_visit(shelf))
    again.save(decide(again.record.consult, "erwt"), Walk())
    assert not again.record.kept
    again.saver.wipe()


def test_one_of_which_everything_was_taken_back_is_removed_without_a_word(shelf: TalkStore) -> None:
    keeping = begun(shelf)
    keeping.save(EMPTY, Walk())
    assert keeping.saver.close()
    assert shelf.tidy().removed == 0
    assert shelf.folder.names() == []


DAMAGED = {
    "empty": b"",
    "cut off": b'{"format":1,"sha256":"',
    "wrong JSON": b'{{"format":1}',
    "not a consult": b'{"format": 1}',
    "other bytes": b"\x00\xff" * 100,
}


@pytest.mark.parametrize("held", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_named_and_set_aside_and_keeps_what_it_held(shelf: TalkStore, held: bytes) -> None:
    consult_id = put_away(shelf)
    file = shelf.folder.path / consult_file(consult_id)
    file.write_bytes(held)
    (found,) = shelf.look()
    assert found.record is None
    assert found.problem
    with pytest.raises(TalkNotFound, match="niet worden geopend"):
        shelf.take(consult_id)
    (aside,) = shelf.tidy().aside
    assert (shelf.folder.path / aside).read_bytes() == held
    assert shelf.look() == []
    assert shelf.tidy().aside == ()


def test_a_link_is_set_aside_and_what_it_points_to_is_left_alone(shelf: TalkStore, tmp_path: Path) -> None:
    consult_id = put_away(shelf)
    file = shelf.folder.path / consult_file(consult_id)
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    assert len(shelf.tidy().aside) == 1
    assert (tmp_path / "elsewhere.json").is_file()
    assert shelf.look() == []


def test_one_from_a_later_program_is_named_and_left_where_it_is(shelf: TalkStore) -> None:
    consult_id = put_away(shelf)
    file = shelf.folder.path / consult_file(consult_id)
    file.write_bytes(b'{"format": 3}')
    assert shelf.tidy().aside == ()
    (found,) = shelf.look()
    assert found.problem == "een nieuwere versie van dit programma heeft het gemaakt"
    assert file.read_bytes() == b'{"format": 3}'


def test_what_cannot_be_read_goes_too_when_it_is_too_old(shelf: TalkStore, clock: Clock) -> None:
    shelf.folder.make_ready()
    clock.time = datetime.now(UTC)
    for name in ("consult-aaaa.json", "consult-bbbb.json.damaged"):
        shelf.folder.write(name, b'{"format": 3}')
        old = clock.time - timedelta(days=31)
        os.utime(shelf.folder.path / name, (old.timestamp(), old.timestamp()))
    assert shelf.tidy().removed == 2
    assert shelf.folder.names() == []


def test_a_lock_that_was_left_alone_is_removed(shelf: TalkStore) -> None:
    shelf.folder.make_ready()
    shelf.folder.write("consult-aaaa.lock", b"")
    assert shelf.tidy() == type(shelf.tidy())()
    assert shelf.folder.names() == []


def test_files_of_others_are_left_alone(shelf: TalkStore) -> None:
    shelf.folder.make_ready()
    for name in ("notes.txt", "consult-AAAA.json", "consult-aaaa.json.bak"):
        shelf.folder.write(name, b"")
    shelf.tidy()
    assert len(shelf.folder.names()) == 3


def test_wiping_removes_one_and_leaves_the_others(shelf: TalkStore) -> None:
    one, other = put_away(shelf), put_away(shelf)
    shelf.wipe(one)
    assert [found.id for found in shelf.look()] == [other]
    with pytest.raises(TalkNotFound, match="geen bewaard gesprek"):
        shelf.wipe(one)


def test_wiping_what_was_set_aside(shelf: TalkStore) -> None:
    shelf.folder.make_ready()
    shelf.folder.write("consult-aaaa.json.damaged", b"")
    assert shelf.wipe_aside() == []
    assert shelf.folder.names() == []


def test_one_odd_file_leaves_the_others_as_they_are(
    shelf: TalkStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, odd = put_away(shelf), put_away(shelf)
    read = shelf.folder.read

    def reads(name: str) -> bytes:
        if odd in name:
            raise PermissionError(13, "Permission denied")
        return read(name)

    monkeypatch.setattr(shelf.folder, "read", reads)
    assert {(one.id, one.problem) for one in shelf.look()} == {(old, ""), (odd, "u mag dat hier niet")}
    clock.time += 13 * HOUR
    assert shelf.tidy() == Cleanup(removed=1)
    assert [one.id for one in shelf.look()] == [odd]


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are those of POSIX")
def test_a_lock_that_cannot_be_taken_is_named(shelf: TalkStore, tmp_path: Path) -> None:
    good, odd = put_away(shelf), put_away(shelf)
    (shelf.folder.path / f"consult-{odd}.lock").symlink_to(tmp_path)
    shelf.tidy()
    assert {one.id: bool(one.problem) for one in shelf.look()} == {good: False, odd: True}


def test_a_damaged_file_beside_a_good_one_is_set_aside_before_it_is_taken_up(shelf: TalkStore) -> None:
    consult_id = put_away(shelf)
    file = shelf.folder.path / consult_file(consult_id)
    shelf.folder.write(new_file(consult_id, 9), file.read_bytes())
    file.write_bytes(b"geheim")
    again = shelf.take(consult_id)
    again.go_on(CardStamp("soep"), again.record.consult, again.record.walk)
    assert again.saver.close()
    (aside,) = shelf.set_aside()
    assert aside.read_bytes() == b"geheim"


def test_a_folder_that_was_set_aside_can_be_wiped(shelf: TalkStore) -> None:
    shelf.folder.make_ready()
    (shelf.folder.path / "consult-aaaa.json").mkdir()
    assert shelf.tidy().aside == ("consult-aaaa.json.damaged",)
    assert shelf.wipe_aside() == []
    assert shelf.folder.names() == []


def test_letting_go_of_a_lock_leaves_that_of_another_alone(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    one.hold()
    one.release()
    other.hold()
    one.release()
    assert (tmp_path / "a.lock").exists()
    other.release()


def test_a_new_talk_never_takes_the_id_of_another(shelf: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put_away(shelf)
    drawn = iter(first + "zzzz")
    monkeypatch.setattr(secrets, "choice", lambda _letters: next(drawn))
    assert shelf.begin(CardStamp("soep")).saver.id == "zzzz"


def test_a_consult_is_read_without_taking_it_also_while_it_is_open(shelf: TalkStore, tmp_path: Path) -> None:
    keeping = begun(shelf)
    assert keeping.saver.is_safe(10)
    before = {path.name: path.read_bytes() for path in (tmp_path / "herniatui").iterdir()}
    assert shelf.read(keeping.saver.id).consult.note == "ik twijfel"
    assert {path.name: path.read_bytes() for path in (tmp_path / "herniatui").iterdir()} == before
    assert keeping.saver.close()


def test_a_file_that_is_replaced_while_it_is_read_is_read_again(
    shelf: TalkStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    consult_id, really, gone = put_away(shelf), shelf.folder.read, [FileNotFoundError(), FileNotFoundError()]

    def read(name: str) -> bytes:
        if gone:
            raise gone.pop()
        return really(name)

    monkeypatch.setattr(shelf.folder, "read", read)
    assert shelf.read(consult_id).consult.note == "ik twijfel"


def test_a_consult_that_cannot_be_read_stays_as_it_is_and_says_why(shelf: TalkStore, tmp_path: Path) -> None:
    consult_id = put_away(shelf)
    file = tmp_path / "herniatui" / consult_file(consult_id)
    file.write_bytes(b"geheimzinnig")
    with pytest.raises(TalkNotFound, match=f'het gesprek "{consult_id}" kan niet worden geopend: '):
        shelf.read(consult_id)
    assert file.read_bytes() == b"geheimzinnig"
    with pytest.raises(TalkNotFound, match='er is geen bewaard gesprek "zzzz"'):
        shelf.read("zzzz")
