"""Detection of out-of-memory failures. Imports next to nothing: there may be no memory for more."""

import errno

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


def is_out_of_memory(error: BaseException | None) -> bool:
    """Return whether this error, or one in its chain of causes, is a lack of memory."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if any(message in str(error).lower() for message in _MESSAGES):
            return True
        error = error.__cause__ or error.__context__
    return False
