"""Saving a consult after every change, off the screen's path and in order.

Two threads work one behind the other. The first writes every change to a new file: from then on it outlives this
process, whatever ends it. The second has the disk keep that file and puts it in place of the last one: from then on it
outlives a power cut too. `put` waits for the first, so that what is painted after it is safe from `kill -9`; it never
waits for the second.

`put` runs on the event loop, so its wait is bounded, in two parts: until the writer thread takes the change (it may
still be importing the lock library), and from there on for the disk. Both count from the oldest change that is not
written yet, so a disk that hangs blocks one key and not every key. After slow writes `put` has less patience, but never
none, so the first quick write is waited for again.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic

from herniatui.i18n import _
from herniatui.storage.folder import LARGEST, Folder
from herniatui.storage.lock import Lock
from herniatui.storage.record import Record, to_bytes
from herniatui.system_errors import Unsafe, reason

STARTING = 5.0
"""Seconds that `put` waits for the writer thread to start; importing the lock library takes 40 to 300 ms."""
PATIENCE = 0.25
"""Seconds that `put` waits for the disk at most; a busy machine was seen to need 107 ms once in 1,800 changes."""
QUICK = 0.040
"""Seconds. After a write slower than this, `put` waits half as long for the next; after one that is not, in full."""
LEAST_PATIENCE = 0.010
"""Seconds that `put` waits even for a disk that has been slow for long."""
RETRY = 2.0
"""Seconds until saving is tried again after it failed."""
SLOW = 1.0
"""Seconds after which people are told that a change is still not written."""
LAST_WAIT = 5.0
"""Seconds that the end of the program waits for a disk that does not answer."""


def consult_file(consult_id: str) -> str:
    """Return the name of the file of the consult with this id."""
    return f"consult-{consult_id}.json"


def pending_file(consult_id: str, number: int) -> str:
    """Return the name under which a change is written before it is put in place."""
    return f"consult-{consult_id}.{number}.new"


class TalkWriter:
    """Saves one consult, again and again, until it is kept or wiped for good."""

    def __init__(self, folder: Folder, consult_id: str, lock: Lock, there: Sequence[str] = ()) -> None:
        self.id = consult_id
        self.on_change: Callable[[], None] = lambda: None
        """Called, from another thread, when `trouble` has changed."""
        self._folder = folder
        self._lock = lock
        self._was_there = bool(there)
        self._new = [name for name in there if name.endswith(".new")]
        """Files of changes that are not in place yet, those left by another process among them."""
        self._turn = threading.Condition()
        self._latest: Record | None = None
        # Counts of changes: asked to be saved, written, and in place on the disk.
        self._asked = self._written = self._kept = 0
        self._asked_at = 0.0
        self._number = max((int(name.split(".")[1]) for name in self._new), default=0)
        self._failure = ""
        self._writing_since: float | None = None
        """When the write that is under way was begun; None between writes."""
        self._slow_writes = 0
        """How many writes in a row were not quick."""
        self._closing = self._wiped = False
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to work, so that the first change need not wait for it. Nothing is written."""
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._write_changes, daemon=True),
                threading.Thread(target=self._work, args=(self._keep_next, self._has_to_keep), daemon=True),
            ]
            for thread in self._threads:
                thread.start()

    def put(self, record: Record) -> None:
        """Have this record saved. Records must come in the order of their changes. After the end it does nothing."""
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
        """Why the last change is not saved, in words; empty when it is, or is about to be."""
        with self._turn:
            if self._failure or not self._is_slow():
                return self._failure
        return _("the disk is slow")

    @property
    def has_saved(self) -> bool:
        """Whether there is something of this consult on the disk."""
        with self._turn:
            return self._was_there or self._written > 0

    def is_safe(self, seconds: float = 0) -> bool:
        """Return whether everything is on the disk, waiting at most so long for it."""
        with self._turn:
            self._turn.wait_for(lambda: self._kept == self._asked or bool(self._failure), seconds)
            return self._kept == self._asked

    def close(self) -> bool:
        """Save what is still to be saved and let go of the consult; return whether everything is on the disk."""
        self.is_safe(LAST_WAIT)
        self._end()
        if self._failure:
            with suppress(Exception):  # once more
                self._write_next()
                self._keep_next()
        self._let_go()
        return self.is_safe()

    def wipe(self) -> None:
        """Remove everything of this consult from the disk. Raises `OSError` if something cannot be removed."""
        with self._turn:
            self._wiped = True
        self._end()
        if self.has_saved:
            mine = f"consult-{self.id}."
            names = [name for name in self._folder.names() if name.startswith(mine)]
            self._folder.remove([name for name in names if name.endswith((".json", ".new"))])
        self._let_go()

    def _wait_until_written(self, count: int) -> None:
        """Wait until this change is written, saving fails, or the writer or the disk has had its time."""
        while self._written < count and not self._failure:
            if self._writing_since is None:
                left = self._asked_at + STARTING - monotonic()
            else:
                patience = max(PATIENCE * 0.5**self._slow_writes, LEAST_PATIENCE)
                left = self._writing_since + patience - monotonic()
            if left <= 0:
                return
            self._turn.wait(left)

    def _end(self) -> None:
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        for thread in self._threads:
            thread.join(SLOW)

    def _let_go(self) -> None:
        if not any(thread.is_alive() for thread in self._threads):  # otherwise the system lets go at the end
            self._lock.release()

    def _write_changes(self) -> None:
        with suppress(Exception):  # the first change will say what is wrong
            self._lock.preload()
        self._work(self._write_next, self._has_to_write)

    def _work(self, do_next: Callable[[], None], has_to: Callable[[], bool]) -> None:
        """Do one thing after another; after a failure say why, and try again a little later."""
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._closing or has_to())
                if self._closing:
                    return
            try:
                do_next()
            except Exception as error:  # noqa: BLE001 - whatever it is, it must be said, and tried again
                with self._turn:
                    self._written = self._kept  # what was written may be gone: write it again
                self._fail(reason(error) if isinstance(error, OSError) else _("something unexpected went wrong"))
                with self._turn:
                    self._turn.wait_for(lambda: self._closing, RETRY)

    def _has_to_write(self) -> bool:
        return self._written < self._asked

    def _has_to_keep(self) -> bool:
        return self._kept < self._written

    def _is_slow(self) -> bool:
        return self._written < self._asked and monotonic() - self._asked_at > SLOW

    def _write_next(self) -> None:
        with self._turn:
            record, count = self._latest, self._asked
            if record is None:
                return
            # Never a name that was used: what was written before may be all there is.
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
            self._asked_at = began  # what is not written yet was asked after this
            self._new.append(name)
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

    def _keep_next(self) -> None:
        with self._turn:
            count, new = self._written, list(self._new)
        self._folder.put_in_place(new[-1], consult_file(self.id), new[:-1])
        with self._turn:
            self._kept = count
            self._new = [name for name in self._new if name not in new]
            well, self._failure = self._failure, "" if count == self._asked else self._failure
            self._turn.notify_all()
            changed = well != self._failure
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
