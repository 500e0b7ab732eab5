"""The writer saves in order, in the background, and retries after a failure."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from herniatui.consult.edits import note
from herniatui.consult.model import EMPTY
from herniatui.storage import folder as folder_module
from herniatui.storage import writer as writer_module
from herniatui.storage.files import consult_file, pending_file
from herniatui.storage.folder import Folder
from herniatui.storage.lock import Lock
from herniatui.storage.record import CardStamp, Record, from_bytes, to_bytes
from herniatui.storage.writer import TalkWriter

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
FILE = consult_file("abcd")


def record(number: int) -> Record:
    return Record(CardStamp("soep"), NOON, NOON, number, note(EMPTY, None, f"woord {number}"))


class Disk(Folder):
    """A folder on a disk that a test can make slow or full."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.answers = threading.Event()
        self.answers.set()
        self.placing = threading.Event()
        self.full = False
        self.in_place: list[int] = []
        self.writing = 0

    def write(self, name: str, data: bytes) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.writing += 1
        assert self.writing == 1, "concurrent writes"
        super().write(name, data)
        self.writing -= 1

    def put_in_place(self, new: str, name: str, older: Sequence[str] = ()) -> None:
        self.placing.set()
        self.answers.wait(20)
        super().put_in_place(new, name, older)
        self.in_place.append(from_bytes(self.read(name)).change)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "herniatui")


@pytest.fixture
def writer(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> TalkWriter:
    monkeypatch.setattr(writer_module, "RETRY", 0.01)
    return TalkWriter(disk, "abcd", Lock(disk.path / "consult-abcd.lock"))


def saved(disk: Disk) -> int:
    return from_bytes(disk.read(FILE)).change


def has_left(disk: Disk) -> list[str]:
    return [name for name in disk.names() if name != FILE]


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until the condition holds; fail after ten seconds."""
    turn = threading.Event()
    for _ in range(2000):
        if condition():
            return
        turn.wait(0.005)
    raise AssertionError("the condition does not hold")


@pytest.mark.parametrize("started", [0, 1])
def test_a_change_is_saved_at_the_end_if_the_system_has_no_thread_left(
    writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch, started: int
) -> None:
    left, start = [True] * started, threading.Thread.start

    def start_if_left(thread: threading.Thread) -> None:
        if not left:
            raise RuntimeError("can't start new thread")
        left.pop()
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_if_left)
    writer.put(record(1))
    assert writer.trouble
    assert writer.close()
    assert saved(disk) == 1


def test_saving_starts_when_the_system_has_threads_again(writer: TalkWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as no_threads:
        no_threads.setattr(threading.Thread, "start", lambda _thread: (_ for _ in ()).throw(RuntimeError))
        writer.put(record(1))
    writer.put(record(2))
    wait_for(writer.is_safe)
    assert writer.trouble == ""
    assert writer.close()


def test_the_last_of_many_changes_is_on_disk_and_nothing_else(writer: TalkWriter, disk: Disk) -> None:
    for number in range(200):
        writer.put(record(number))
    assert writer.close()
    assert saved(disk) == 199
    assert disk.in_place == sorted(disk.in_place)
    assert has_left(disk) == []


def test_every_change_is_written_before_it_is_shown_even_if_the_disk_hangs(writer: TalkWriter, disk: Disk) -> None:
    disk.answers.clear()
    for number in range(5):
        writer.put(record(number))
        assert number in [from_bytes(disk.read(name)).change for name in disk.names() if name.endswith(".new")]
    assert not writer.is_safe()
    disk.answers.set()
    assert writer.close()
    assert saved(disk) == 4


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Timeouts in seconds of the waits in `put`, recorded when each wait starts."""
    seen: list[float] = []
    wait = threading.Condition.wait

    def watched(self: threading.Condition, timeout: float | None = None) -> bool:
        if threading.current_thread() is threading.main_thread() and timeout is not None:
            seen.append(timeout)
        return wait(self, timeout)

    monkeypatch.setattr(threading.Condition, "wait", watched)
    return seen


def is_written(disk: Disk, number: int) -> bool:
    return number in [from_bytes(disk.read(name)).change for name in disk.names() if not name.endswith(".lock")]


def test_the_first_change_waits_for_the_lock_library_and_is_written_on_return(
    writer: TalkWriter, disk: Disk, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "STARTING", 60)
    monkeypatch.setattr(writer_module, "PATIENCE", 20)
    # The import ends once `put` waits for longer than it would for a disk.
    monkeypatch.setattr(writer._lock, "preload", lambda: wait_for(lambda: max(waits, default=0) > 20))
    writer.put(record(1))
    assert is_written(disk, 1)
    assert writer.close()


def test_a_lock_library_that_never_comes_makes_one_change_wait_and_the_next_ones_not(
    writer: TalkWriter, disk: Disk, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "STARTING", 0.01)
    imported = threading.Event()
    monkeypatch.setattr(writer._lock, "preload", lambda: imported.wait(20))
    writer.put(record(0))
    assert waits
    waits.clear()
    for number in range(1, 10):
        writer.put(record(number))
    assert waits == []
    imported.set()
    assert writer.close()
    assert saved(disk) == 9


def test_a_lock_library_that_cannot_be_imported_is_trouble_and_makes_no_change_wait_again(
    writer: TalkWriter, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise ImportError("filelock")

    monkeypatch.setattr(writer._lock, "preload", missing)
    monkeypatch.setattr(writer._lock, "hold", missing)
    writer.put(record(0))
    wait_for(lambda: writer.trouble == "er ging iets onverwachts mis")
    monkeypatch.setattr(writer_module, "STARTING", 20)
    waits.clear()
    writer.put(record(1))
    assert waits == []
    assert not writer.close()


def test_a_disk_that_hangs_makes_one_change_wait_and_the_next_ones_not_until_it_answers(
    writer: TalkWriter, disk: Disk, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "PATIENCE", 0.01)
    answers, make_ready = threading.Event(), disk.make_ready
    monkeypatch.setattr(disk, "make_ready", lambda: (answers.wait(20), make_ready()))
    writer.put(record(0))
    assert waits
    waits.clear()
    for number in range(1, 10):
        writer.put(record(number))
    assert waits == []
    monkeypatch.setattr(writer_module, "PATIENCE", 20)
    answers.set()
    assert writer.is_safe(20)
    assert saved(disk) == 9
    writer.put(record(10))
    assert is_written(disk, 10)
    assert writer.close()


def test_a_slow_disk_makes_each_change_wait_shorter_and_a_quick_write_restores_the_full_patience(
    writer: TalkWriter, disk: Disk, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "STARTING", 1000)
    monkeypatch.setattr(writer_module, "PATIENCE", 64)
    monkeypatch.setattr(writer_module, "LEAST_PATIENCE", 0.5)
    monkeypatch.setattr(writer_module, "QUICK", 0)
    make_ready = disk.make_ready

    def make_ready_once_put_waits() -> None:
        wait_for(lambda: any(timeout <= 64 for timeout in waits))
        make_ready()

    monkeypatch.setattr(disk, "make_ready", make_ready_once_put_waits)

    def patience(number: int) -> float:
        waits.clear()
        writer.put(record(number))
        most = max(timeout for timeout in waits if timeout <= 64)
        assert writer.is_safe(20)
        return most

    allowed = [64, 32, 16, 8, 4, 2, 1, 0.5, 0.5, 0.5]
    most = [patience(number) for number in range(10)]
    assert most[0] > 32
    assert all(timeout <= limit for timeout, limit in zip(most, allowed, strict=True))
    monkeypatch.setattr(writer_module, "QUICK", 64)
    patience(10)
    assert patience(11) > 32
    assert writer.close()


def test_a_full_disk_is_reported_and_saving_is_retried_without_a_new_change(writer: TalkWriter, disk: Disk) -> None:
    writer.put(record(1))
    wait_for(lambda: writer.is_safe())
    told = []
    writer.on_change = lambda: told.append(writer.trouble)
    disk.full = True
    writer.put(record(2))
    wait_for(lambda: told == ["de schijf is vol"])
    assert saved(disk) == 1
    disk.full = False
    wait_for(lambda: told == ["de schijf is vol", ""])
    assert saved(disk) == 2
    assert writer.close()
    assert has_left(disk) == []


def test_a_folder_that_is_removed_is_made_again(writer: TalkWriter, disk: Disk) -> None:
    disk.answers.clear()
    writer.put(record(1))
    for name in disk.names():
        (disk.path / name).unlink()
    disk.path.rmdir()
    disk.answers.set()
    wait_for(lambda: disk.path.is_dir() and FILE in disk.names() and saved(disk) == 1)


def test_closing_tries_to_save_once_more(writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "RETRY", 1000)
    disk.full = True
    writer.put(record(1))
    wait_for(lambda: bool(writer.trouble))
    assert not writer.is_safe()
    disk.full = False
    assert writer.close()
    assert saved(disk) == 1


def test_a_talk_that_cannot_be_saved_does_not_block_closing(writer: TalkWriter, disk: Disk) -> None:
    disk.full = True
    writer.put(record(1))
    assert not writer.close()


def test_wiping_leaves_no_file(writer: TalkWriter, disk: Disk) -> None:
    disk.answers.clear()
    for number in range(3):
        writer.put(record(number))
    disk.answers.set()
    writer.wipe()
    assert disk.names() == []


def test_a_talk_without_changes_leaves_no_file(writer: TalkWriter, disk: Disk) -> None:
    assert writer.close()
    writer.wipe()
    assert not disk.path.exists()


def test_a_record_that_is_too_large_is_trouble_and_not_a_crash(
    writer: TalkWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "LARGEST", 10)
    writer.put(replace(record(1), label="lang"))
    wait_for(lambda: writer.trouble == "er is meer dan bewaard kan worden")


def test_an_unexpected_error_is_reported(writer: TalkWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "to_bytes", lambda _record: "\udcff".encode())
    writer.put(record(1))
    wait_for(lambda: writer.trouble == "er ging iets onverwachts mis")
    assert not writer.close()


def test_a_disk_that_hangs_is_reported_as_slow(writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "SLOW", 0.01)
    answers = threading.Event()
    make_ready = disk.make_ready
    monkeypatch.setattr(disk, "make_ready", lambda: (answers.wait(20), make_ready()))
    writer.put(record(1))
    wait_for(lambda: writer.trouble == "de schijf is traag")
    answers.set()
    wait_for(lambda: writer.trouble == "" and writer.is_safe())
    assert writer.close()


def test_a_change_that_is_written_during_a_wipe_does_not_come_back(
    writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "SLOW", 0.01)
    monkeypatch.setattr(writer_module, "PATIENCE", 0.01)
    begun, answers, write = threading.Event(), threading.Event(), disk.write

    def writes(name: str, data: bytes) -> None:
        begun.set()
        answers.wait(20)
        write(name, data)

    monkeypatch.setattr(disk, "write", writes)
    writer.put(record(1))
    begun.wait(20)
    writer.wipe()
    answers.set()
    for thread in writer._threads:
        thread.join(20)
    assert [name for name in disk.names() if not name.endswith(".lock")] == []


def test_a_change_that_is_put_in_place_during_a_wipe_does_not_come_back(
    writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "SLOW", 0.01)
    disk.answers.clear()
    writer.put(record(1))
    assert disk.placing.wait(20)
    names = disk.names

    def names_before_it_is_in_place() -> list[str]:
        found = names()
        disk.answers.set()
        wait_for(lambda: disk.in_place == [1])
        return found

    monkeypatch.setattr(disk, "names", names_before_it_is_in_place)
    writer.wipe()
    for thread in writer._threads:
        thread.join(20)
    assert [name for name in names() if not name.endswith(".lock")] == []


def test_a_retry_never_reuses_the_file_of_an_earlier_attempt(
    writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "put_in_place", _fails)
    writer.put(record(1))
    wait_for(lambda: bool(writer.trouble))
    monkeypatch.setattr(folder_module, "new_file", _is_full)
    wait_for(lambda: writer.trouble == "de schijf is vol")
    assert [from_bytes(disk.read(name)).change for name in disk.names() if name.endswith(".new")]


def test_a_writer_never_reuses_the_file_of_an_earlier_process(disk: Disk) -> None:
    there = [pending_file("abcd", number) for number in (2, 7)]
    disk.make_ready()
    for name in there:
        disk.write(name, to_bytes(record(1)))
    disk.answers.clear()
    resumed = TalkWriter(disk, "abcd", Lock(disk.path / "consult-abcd.lock"), there)
    resumed.put(record(2))
    assert [from_bytes(disk.read(name)).change for name in there] == [1, 1]
    disk.answers.set()
    assert resumed.close()
    assert saved(disk) == 2
    assert has_left(disk) == []


def test_a_retry_never_removes_a_written_change(
    writer: TalkWriter, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "put_in_place", _fails)
    writer.put(record(1))
    wait_for(lambda: bool(writer.trouble))
    disk.full = True
    writer.put(record(1))
    wait_for(lambda: writer.trouble == "de schijf is vol")
    assert [from_bytes(disk.read(name)).change for name in disk.names() if name.endswith(".new")]


def _is_full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def _fails(*_arguments: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_change_after_a_wipe_is_not_saved(writer: TalkWriter, disk: Disk) -> None:
    writer.put(record(1))
    writer.wipe()
    writer.put(record(2))
    assert disk.names() == []
