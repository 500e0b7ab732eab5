"""One program for each consult: a lock that ends with the process that holds it, however that ends."""

import errno
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from herniatui.words import _

if TYPE_CHECKING:
    from filelock import FileLock


class Lock:
    """The lock of one consult. The system lets go of it for a process that has died, so none is ever stale."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: FileLock | None = None

    def hold(self) -> None:
        """Take the lock, or go on holding it. Raises `BlockingIOError` if another program holds it."""
        if self._lock is None:
            from filelock import FileLock, Timeout  # not needed to show the first screen

            lock = FileLock(self._path, timeout=0, mode=0o600, thread_local=False)
            try:
                lock.acquire()
            except Timeout as taken:
                raise BlockingIOError(errno.EAGAIN, _("it is open in another window")) from taken
            self._lock = lock

    def is_held_elsewhere(self) -> bool:
        """Whether another program holds it now."""
        if not self._path.exists():
            return False
        try:
            self.hold()
        except BlockingIOError:
            return True
        self.release()
        return False

    def release(self) -> None:
        """Let go of it, and leave no file behind."""
        if self._lock is not None:
            with suppress(PermissionError):  # Windows removes no file that is open
                self._path.unlink(missing_ok=True)
            self._lock.release()
            self._lock = None
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
