"""The writer of a talk: saves every change in order, in background threads, and retries after a failure.

Two threads form a pipeline. The first writes every change to a new file: from then on the change survives the end of
this process, however it ends. The second syncs that file to disk and renames it over the previous one: from then on the
change survives a power cut too. `put` waits for the first thread, so that what is painted after it survives `kill -9`;
it never waits for the second.

`put` runs on the event loop, so its wait is bounded, in two parts: until the writer thread takes the change (it may
still be importing the lock library), and from there on for the disk. Both count from the oldest change that is not
written yet, so a disk that hangs blocks one key and not every key. After slow writes `put` has less patience, but never
none, so the first quick write is waited for again.
"""

import errno
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic

from herniatui.i18n import _
from herniatui.storage.files import consult_file, pending_file
from herniatui.storage.folder import LARGEST, Folder
from herniatui.storage.lock import Lock
from herniatui.storage.record import Record, to_bytes
from herniatui.system_errors import Unsafe, reason

STARTING = 5.0
"""Seconds that `put` waits for the writer thread to start; importing the lock library takes 40 to 300 ms."""
PATIENCE = 0.25
"""Seconds that `put` waits for the disk at most; a busy machine was seen to need 107 ms once in 1,800 changes."""
QUICK = 0.040
"""Seconds. After a write slower than this, `put` waits half as long for the next; after a quick one, in full."""
LEAST_PATIENCE = 0.010
"""Seconds that `put` waits even for a disk that has been slow for long."""
RETRY = 2.0
"""Seconds between a failure and the next attempt."""
SLOW = 1.0
"""Seconds after which an unwritten change is reported as `trouble`."""
LAST_WAIT = 5.0
"""Seconds that the end of the program waits for an unresponsive disk."""


class TalkWriter:
    """Saves one talk after every change, until it is closed or wiped. All methods are for the event loop's thread."""

    def __init__(self, folder: Folder, talk_id: str, lock: Lock, there: Sequence[str] = ()) -> None:
        """Make a writer; its threads start with the first change or with `start`.

        Args:
            folder: The folder of talks.
            talk_id: Id of the talk.
            lock: The lock of the talk; for a new talk not yet held.
            there: Names of the files that the talk has already.
        """
        self.id = talk_id
        self.on_change: Callable[[], None] = lambda: None
        """Callback, called from another thread when `trouble` has changed."""
        self._folder = folder
        self._lock = lock
        self._was_there = bool(there)
        self._pending = [name for name in there if name.endswith(".new")]
        """Files of changes that are not in place yet, including those of an earlier process."""
        self._turn = threading.Condition()
        self._latest: Record | None = None
        # Counts of changes: put, written to a file, and in place on the disk.
        self._asked = self._written = self._in_place = 0
        self._asked_at = 0.0
        self._number = max((int(name.split(".")[1]) for name in self._pending), default=0)
        self._failure = ""
        self._writing_since: float | None = None
        """Start time of the current write; None between writes."""
        self._slow_writes = 0
        """Number of slow writes since the last quick one."""
        self._closing = self._wiped = False
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Start the threads early, so that the first save is fast. Writes nothing."""
        for work in (self._write_changes, self._place_changes)[len(self._threads) :]:
            thread = threading.Thread(target=work, daemon=True)
            try:
                thread.start()
            except RuntimeError:  # the system has no thread left; the next change tries again
                self._fail(reason(OSError(errno.ENOMEM, "")))
                return
            self._threads.append(thread)

    def put(self, record: Record) -> None:
        """Save a record. Records must come in the order of their changes. Does nothing once closed or wiped."""
        with self._turn:
            if self._closing:
                return
            self.start()
            if self._written == self._asked:
                self._asked_at = monotonic()
            self._latest = record
            self._asked += 1
            mine = self._asked
            self._turn.notify_all()
            self._wait_until_written(mine)

    @property
    def trouble(self) -> str:
        """Why the last change is not saved, as part of a sentence; empty if it is, or is about to be."""
        with self._turn:
            if self._failure or not self._is_slow():
                return self._failure
        return _("the disk is slow")

    @property
    def has_saved(self) -> bool:
        """Whether some version of this talk is on disk."""
        with self._turn:
            return self._was_there or self._written > 0

    def is_safe(self, seconds: float = 0) -> bool:
        """Return whether every change is in place on disk, after waiting for that at most so many seconds."""
        with self._turn:
            self._turn.wait_for(lambda: self._in_place == self._asked or bool(self._failure), seconds)
            return self._in_place == self._asked

    def close(self) -> bool:
        """Save what is not saved yet, stop, and release the lock; return whether every change is on disk."""
        self.is_safe(LAST_WAIT)
        self._stop()
        if self._failure:
            with suppress(Exception):  # a last attempt
                self._write_next()
                self._place_next()
        self._release()
        return self.is_safe()

    def wipe(self) -> None:
        """Stop, remove every file of this talk, and release the lock.

        Raises:
            OSError: A file cannot be removed.
        """
        with self._turn:
            self._wiped = True
        self._stop()
        if self.has_saved:
            mine = f"consult-{self.id}."
            names = [name for name in self._folder.names() if name.startswith(mine)]
            self._folder.remove([name for name in names if name.endswith((".json", ".new"))])
        self._release()

    def _wait_until_written(self, count: int) -> None:
        """Wait until so many changes are written, saving fails, or the writer thread or the disk is out of time."""
        while self._written < count and not self._failure:
            if self._writing_since is None:
                left = self._asked_at + STARTING - monotonic()
            else:
                patience = max(PATIENCE * 0.5**self._slow_writes, LEAST_PATIENCE)
                left = self._writing_since + patience - monotonic()
            if left <= 0:
                return
            self._turn.wait(left)

    def _stop(self) -> None:
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        for thread in self._threads:
            thread.join(SLOW)

    def _release(self) -> None:
        if not any(thread.is_alive() for thread in self._threads):  # otherwise the system releases it at exit
            self._lock.release()

    def _write_changes(self) -> None:
        with suppress(Exception):  # the first change reports the failure
            self._lock.preload()
        self._work(self._write_next, self._has_to_write)

    def _place_changes(self) -> None:
        self._work(self._place_next, self._has_to_place)

    def _work(self, do_next: Callable[[], None], has_to: Callable[[], bool]) -> None:
        """Run one thread of the pipeline: do each step when there is one; after a failure report it and retry."""
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._closing or has_to())
                if self._closing:
                    return
            try:
                do_next()
            except Exception as error:  # noqa: BLE001 - every failure must be reported and retried
                with self._turn:
                    self._written = self._in_place  # a written file may be gone: write the change again
                self._fail(reason(error) if isinstance(error, OSError) else _("something unexpected went wrong"))
                with self._turn:
                    self._turn.wait_for(lambda: self._closing, RETRY)

    def _has_to_write(self) -> bool:
        return self._written < self._asked

    def _has_to_place(self) -> bool:
        return self._in_place < self._written

    def _is_slow(self) -> bool:
        return self._written < self._asked and monotonic() - self._asked_at > SLOW

    def _write_next(self) -> None:
        with self._turn:
            record, count = self._latest, self._asked
            if record is None:
                return
            # Never reuse a name: the file of that name may be the only copy of the talk.
            self._number = max(self._number + 1, record.change)
            name = pending_file(self.id, self._number)
            self._writing_since = began = monotonic()
            self._turn.notify_all()  # from here on `put` waits for the disk
        try:
            self._write(name, record)
        finally:
            with self._turn:
                self._writing_since = None
                self._slow_writes = 0 if monotonic() - began < QUICK else self._slow_writes + 1
        with self._turn:
            self._written = count
            self._asked_at = began  # changes that are not written yet were put after this
            self._pending.append(name)
            self._turn.notify_all()
            resurrected = self._wiped
        if resurrected:
            self._folder.remove([name])

    def _write(self, name: str, record: Record) -> None:
        data = to_bytes(record)
        if len(data) > LARGEST:
            raise Unsafe(_("there is more than can be kept"))
        self._folder.make_ready()
        self._lock.hold()
        self._folder.write(name, data)

    def _place_next(self) -> None:
        with self._turn:
            count, pending = self._written, list(self._pending)
        self._folder.put_in_place(pending[-1], consult_file(self.id), pending[:-1])
        with self._turn:
            self._in_place = count
            self._pending = [name for name in self._pending if name not in pending]
            before, self._failure = self._failure, "" if count == self._asked else self._failure
            self._turn.notify_all()
            changed = before != self._failure
            resurrected = self._wiped
        if resurrected:
            self._folder.remove([consult_file(self.id)])
        if changed:
            self.on_change()

    def _fail(self, why: str) -> None:
        with self._turn:
            changed, self._failure = self._failure != why, why
            self._turn.notify_all()
        if changed:
            self.on_change()
