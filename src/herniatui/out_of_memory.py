"""Lack of memory: found out before it can do harm, and told from other failures. Imports next to nothing itself."""

import errno
import sys
from contextlib import suppress
from mmap import mmap

ROOM = 24_000_000
"""Bytes that the imports of the commands take, or those of the screens, and what a screen needs to be drawn."""

_M_ARENA_MAX = -8
"""From glibc's `malloc.h`."""
_MESSAGES = (
    "can't start new thread",
    "failed to map segment",
    "cannot allocate memory",
    # Calls and imports that Python itself gave up:
    "error return without exception set",
    "without setting an exception",
    "raised unreported exception",
)
"""Messages of Python and the linker in other exceptions when memory runs out."""


def require_memory() -> None:
    """Raise `MemoryError` if there is no `ROOM` of memory.

    Called before it is needed: without memory, an import fails in any way, and Python itself may crash.
    """
    try:
        mmap(-1, ROOM).close()
    except OSError as error:
        raise MemoryError from error


def share_addresses() -> None:
    """Have all threads allocate from one place if addresses are limited, as with `ulimit -v`.

    glibc reserves 64 MB of them for each thread; then none may be left to draw with, which Python itself can crash on.
    """
    if sys.platform == "linux":
        import resource  # lazy import: Windows does not have it

        if resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY:
            import ctypes  # lazy import: 9 ms

            with suppress(OSError, AttributeError):  # another C library
                ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def is_out_of_memory(error: BaseException | None) -> bool:
    """Return whether this error, or one in its chain of causes, is a lack of memory."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if any(message in str(error).lower() for message in _MESSAGES):
            return True
        error = error.__cause__ or error.__context__
    return False
