"""Saving a consult after every change, off the screen's path and in order.

Two threads work one behind the other. The first writes every change to a new file: from then on it outlives this
process, whatever ends it. The second has the disk keep that file and puts it in place of the last one: from then on it
outlives a power cut too. `put` waits for the first for as long as nobody notices, so that what is painted after it is
safe from `kill -9`; it never waits for the disk.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic

from herniatui.consult.folder import LARGEST, Folder
from herniatui.consult.lock import Lock
from herniatui.consult.record import Record, to_bytes
from herniatui.trouble import Unsafe, reason
from herniatui.words import _

PATIENCE = 0.040
"""Seconds that a change may wait to be written before it is shown; not even once in a row on a disk that hangs."""
RETRY = 2.0
"""Seconds until saving is tried again after it failed."""
LAST_WAIT = 5.0
"""Seconds that the end of the program waits for a disk that does not answer."""


def consult_file(consult_id: str) -> str:
    """Return the name of the file of the consult with this id."""
    return f"consult-{consult_id}.json"


def new_file(consult_id: str, change: int) -> str:
    """Return the name under which a change is written before it is put in place."""
    return f"consult-{consult_id}.{change}.new"


class Saver:
    """Saves one consult, again and again, until it is kept or wiped for good."""

    def __init__(self, folder: Folder, consult_id: str, lock: Lock, left: Sequence[str] = ()) -> None:
        self.id = consult_id
        self.tell: Callable[[], None] = lambda: None
        """Called, from another thread, when `trouble` has changed."""
        self.trouble = ""
        """Why the last change is not saved, in words; empty when it is, or is about to be."""
        self._folder = folder
        self._lock = lock
        self._turn = threading.Condition()
        self._latest: Record | None = None
        # Counts of changes: asked to be saved, written, and in place on the disk.
        self._asked = self._written = self._kept = 0
        self._waits = True
        self._closing = False
        self._new = list(left)
        """Files of changes that are not in place yet, those left by another process among them."""
        self._threads: list[threading.Thread] = []

    def put(self, record: Record) -> None:
        """Have this record saved. Records must come in the order of their changes."""
        with self._turn:
            self._latest = record
            self._asked += 1
            mine = self._asked
            if not self._threads:
                self._begin()
            self._turn.notify_all()
            if self._waits:
                self._waits = self._turn.wait_for(lambda: self._written >= mine or bool(self.trouble), PATIENCE)

    @property
    def is_safe(self) -> bool:
        """Whether everything is on the disk."""
        with self._turn:
            return self._kept == self._asked

    def close(self) -> bool:
        """Save what is still to be saved and let go of the consult; return whether everything is on the disk."""
        with self._turn:
            self._turn.wait_for(lambda: self._kept == self._asked or bool(self.trouble), LAST_WAIT)
        self._end()
        if self.trouble:
            with suppress(OSError):  # once more
                self._write_next()
                self._keep_next()
        self._lock.release()
        return self.is_safe

    def wipe(self) -> None:
        """Remove everything of this consult from the disk. Raises `OSError` if something cannot be removed."""
        self._end()
        if self._asked or self._new:
            self._folder.remove([consult_file(self.id), *self._new])
        self._lock.release()

    def _begin(self) -> None:
        self._threads = [
            threading.Thread(target=self._work, args=work, daemon=True)
            for work in ((self._write_next, self._has_to_write), (self._keep_next, self._has_to_keep))
        ]
        for thread in self._threads:
            thread.start()

    def _end(self) -> None:
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        for thread in self._threads:
            thread.join(1.0)

    def _work(self, do_next: Callable[[], None], has_to: Callable[[], bool]) -> None:
        """Do one thing after another; after a failure say why, and try again a little later."""
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._closing or has_to())
                if self._closing:
                    return
            try:
                do_next()
            except OSError as error:
                with self._turn:
                    self._written = self._kept  # what was written may be gone: write it again
                self._be_in_trouble(reason(error))
                with self._turn:
                    self._turn.wait_for(lambda: self._closing, RETRY)

    def _has_to_write(self) -> bool:
        return self._written < self._asked

    def _has_to_keep(self) -> bool:
        return self._kept < self._written

    def _write_next(self) -> None:
        with self._turn:
            record, count = self._latest, self._asked
        if record is None:
            return
        began = monotonic()
        data = to_bytes(record)
        if len(data) > LARGEST:
            raise Unsafe(_("there is more than can be kept"))
        self._folder.make_ready()
        self._lock.hold()
        name = new_file(self.id, record.change)
        self._folder.write(name, data)
        with self._turn:
            self._written = count
            self._waits = monotonic() - began < PATIENCE
            self._new.append(name)
            self._turn.notify_all()

    def _keep_next(self) -> None:
        with self._turn:
            count, new = self._written, list(self._new)
        self._folder.put_in_place(new[-1], consult_file(self.id), new[:-1])
        with self._turn:
            self._kept = count
            self._new = [name for name in self._new if name not in new]
            self._turn.notify_all()
            fine = self._kept == self._asked
        if fine:
            self._be_in_trouble("")

    def _be_in_trouble(self, reason: str) -> None:
        with self._turn:
            changed, self.trouble = self.trouble != reason, reason
            self._turn.notify_all()
        if changed:
            self.tell()
