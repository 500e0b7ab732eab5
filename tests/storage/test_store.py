"""The store lists, reads, opens and wipes talks, and never loses a change that was written."""

import secrets
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.consult.edits import note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage.files import consult_file, pending_file
from herniatui.storage.record import CardStamp, to_bytes
from herniatui.storage.store import TalkNotFound, TalkStore
from tests.storage.conftest import NOON, Clock
from tests.storage.stored import SOMETHING, begun, put_away

HOUR = timedelta(hours=1)


def test_stored_talks_are_listed_last_changed_first(store: TalkStore, clock: Clock) -> None:
    first = put_away(store, "een")
    clock.time += HOUR
    second = put_away(store, "twee")
    found = store.talks()
    assert [(talk.id, talk.is_open) for talk in found] == [(second, False), (first, False)]
    assert found[0].record is not None
    assert found[0].record.consult.note == "twee"
    assert found[0].record.began == found[0].record.changed == NOON + HOUR


def test_an_opened_talk_continues_as_it_was_stored(store: TalkStore) -> None:
    talk_id = put_away(store)
    again = store.open(talk_id)
    assert again.record.consult == SOMETHING
    again.save(note(EMPTY, None, "toch niet"), Walk())
    assert again.writer.close()
    (found,) = store.talks()
    assert found.record == again.record


def test_a_talk_that_is_opened_and_not_changed_is_not_written(store: TalkStore) -> None:
    talk_id = put_away(store)
    file = store.folder.path / consult_file(talk_id)
    before = file.read_bytes(), file.stat().st_mtime_ns
    assert store.open(talk_id).writer.close()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert store.folder.names() == [file.name]


def test_a_change_that_was_written_but_not_yet_in_place_is_not_lost(store: TalkStore) -> None:
    open_talk = begun(store)
    assert open_talk.writer.close()
    later = to_bytes(replace(open_talk.record, change=7, consult=note(EMPTY, None, "later")))
    store.folder.write(pending_file(open_talk.writer.id, 7), later)
    store.folder.write(pending_file(open_talk.writer.id, 8), later[:40])  # cut off by the end of the process
    again = store.open(open_talk.writer.id)
    assert again.record.consult.note == "later"
    again.save_resumed(CardStamp("soep"), again.record.consult, again.record.walk)
    assert again.writer.close()
    assert store.folder.names() == [consult_file(open_talk.writer.id)]


def test_a_talk_that_is_open_is_neither_opened_again_nor_wiped_nor_cleaned_up(store: TalkStore, clock: Clock) -> None:
    open_talk = begun(store)
    assert [talk.is_open for talk in store.talks()] == [True]
    for use in (store.open, store.wipe):
        with pytest.raises(TalkNotFound, match="ander venster"):
            use(open_talk.writer.id)
    clock.time += 99 * HOUR
    assert store.retention.clean_up().removed == 0
    assert open_talk.writer.close()
    assert store.retention.clean_up().removed == 1


KILLED = """
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
def test_the_lock_of_a_process_that_died_is_free(tmp_path: Path) -> None:
    store = TalkStore(tmp_path / "herniatui")
    subprocess.run([sys.executable, "-c", KILLED, str(store.folder.path)], check=False, timeout=60)
    assert any(name.endswith(".lock") for name in store.folder.names())
    (found,) = store.talks()
    assert not found.is_open
    again = store.open(found.id)
    assert again.record.consult.note == "voor het einde"
    again.writer.wipe()
    assert store.folder.names() == []


def test_wiping_removes_one_talk_and_leaves_the_others(store: TalkStore) -> None:
    wiped, other = put_away(store), put_away(store)
    store.wipe(wiped)
    assert [found.id for found in store.talks()] == [other]
    with pytest.raises(TalkNotFound, match="geen bewaard gesprek"):
        store.wipe(wiped)


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are those of POSIX")
def test_a_lock_that_cannot_be_acquired_is_listed_as_a_problem(store: TalkStore, tmp_path: Path) -> None:
    good, odd = put_away(store), put_away(store)
    (store.folder.path / f"consult-{odd}.lock").symlink_to(tmp_path)
    store.retention.clean_up()
    assert {talk.id: bool(talk.problem) for talk in store.talks()} == {good: False, odd: True}


def test_a_damaged_file_beside_a_good_one_is_set_aside_when_the_talk_is_opened(store: TalkStore) -> None:
    talk_id = put_away(store)
    file = store.folder.path / consult_file(talk_id)
    store.folder.write(pending_file(talk_id, 9), file.read_bytes())
    file.write_bytes(b"geheim")
    again = store.open(talk_id)
    again.save_resumed(CardStamp("soep"), again.record.consult, again.record.walk)
    assert again.writer.close()
    (aside,) = store.retention.files_set_aside()
    assert aside.read_bytes() == b"geheim"


def test_a_new_talk_never_gets_the_id_of_another(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put_away(store)
    drawn = iter(first + "zzzz")
    monkeypatch.setattr(secrets, "choice", lambda _letters: next(drawn))
    assert store.begin(CardStamp("soep")).writer.id == "zzzz"


def test_the_id_of_a_new_talk_is_no_number_or_date_to_a_spreadsheet(
    store: TalkStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`2345` is a number, and in Dutch `3mrt` is the third of March."""
    monkeypatch.setattr(secrets, "choice", lambda signs: max(signs) if "9" not in signs else "9")
    assert store.begin(CardStamp("soep")).writer.id == "z999"


def test_reading_a_talk_writes_nothing_and_works_while_it_is_open(store: TalkStore, tmp_path: Path) -> None:
    open_talk = begun(store)
    assert open_talk.writer.is_safe(10)
    before = {path.name: path.read_bytes() for path in (tmp_path / "herniatui").iterdir()}
    assert store.read(open_talk.writer.id).consult.note == "ik twijfel"
    assert {path.name: path.read_bytes() for path in (tmp_path / "herniatui").iterdir()} == before
    assert open_talk.writer.close()


def test_a_file_that_is_replaced_while_it_is_read_is_read_again(
    store: TalkStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk_id, really, gone = put_away(store), store.folder.read, [FileNotFoundError(), FileNotFoundError()]

    def read(name: str) -> bytes:
        if gone:
            raise gone.pop()
        return really(name)

    monkeypatch.setattr(store.folder, "read", read)
    assert store.read(talk_id).consult.note == "ik twijfel"


def test_a_talk_that_cannot_be_read_stays_as_it_is_and_the_error_says_why(store: TalkStore, tmp_path: Path) -> None:
    talk_id = put_away(store)
    file = tmp_path / "herniatui" / consult_file(talk_id)
    file.write_bytes(b"geheimzinnig")
    with pytest.raises(TalkNotFound, match=f'het gesprek "{talk_id}" kan niet worden geopend: '):
        store.read(talk_id)
    assert file.read_bytes() == b"geheimzinnig"
    with pytest.raises(TalkNotFound, match='er is geen bewaard gesprek "zzzz"'):
        store.read("zzzz")
