"""The lock of a talk: one process at a time; the system releases it when the process ends, however it ends."""

import errno
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from herniatui.i18n import _

if TYPE_CHECKING:
    from filelock import FileLock


PATIENCE = 0.2
"""Seconds to wait for a process that only checks whether a talk is open."""


class Lock:
    """The lock of one talk. Never stale: the system releases the lock of a process that has died."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: FileLock | None = None

    def __enter__(self) -> Self:
        """Hold the lock; see `hold`."""
        self.hold()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Release the lock."""
        self.release()

    def preload(self) -> None:
        """Import the lock library: 40 ms or more, so the writer thread does it, and not the start of the program."""
        import_module("filelock")

    def hold(self, patience: float = PATIENCE) -> None:
        """Acquire the lock, unless it is already held.

        Args:
            patience: Seconds to wait for another process.

        Raises:
            BlockingIOError: Another process holds it.
        """
        if self._lock is None:
            from filelock import FileLock, Timeout

            lock = FileLock(self._path, timeout=patience, mode=0o600, thread_local=False)
            try:
                lock.acquire(poll_interval=0.02)
            except Timeout as timeout:
                raise BlockingIOError(errno.EAGAIN, _("it is open in another window")) from timeout
            self._lock = lock

    def is_held_elsewhere(self) -> bool:
        """Return whether another process holds it now."""
        if not self._path.exists():
            return False
        try:
            self.hold(patience=0)
        except BlockingIOError:
            return True
        self.release()
        return False

    def release(self) -> None:
        """Release the lock, if it is held, and remove its file."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        try:
            self._path.unlink(missing_ok=True)
        except PermissionError:  # Windows cannot remove an open file
            lock.release()
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        else:
            lock.release()
