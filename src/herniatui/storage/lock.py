"""One program for each consult: a lock that ends with the process that holds it, however that ends."""

import errno
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from herniatui.i18n import _

if TYPE_CHECKING:
    from filelock import FileLock


PATIENCE = 0.2
"""Seconds to wait for a program that only looks whether a consult is open."""


class Lock:
    """The lock of one consult. The system lets go of it for a process that has died, so none is ever stale."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: FileLock | None = None

    def preload(self) -> None:
        """Import the lock library: 40 ms or more, so the writer thread does it, and not the start of the program."""
        import_module("filelock")

    def hold(self, patience: float = PATIENCE) -> None:
        """Take the lock, or go on holding it. Raises `BlockingIOError` if another program holds it."""
        if self._lock is None:
            from filelock import FileLock, Timeout

            lock = FileLock(self._path, timeout=patience, mode=0o600, thread_local=False)
            try:
                lock.acquire(poll_interval=0.02)
            except Timeout as taken:
                raise BlockingIOError(errno.EAGAIN, _("it is open in another window")) from taken
            self._lock = lock

    def is_held_elsewhere(self) -> bool:
        """Whether another program holds it now."""
        if not self._path.exists():
            return False
        try:
            self.hold(patience=0)
        except BlockingIOError:
            return True
        self.release()
        return False

    def release(self) -> None:
        """Let go of it, and leave no file behind."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        try:
            self._path.unlink(missing_ok=True)
        except PermissionError:  # Windows removes no file that is open
            lock.release()
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        else:
            lock.release()
