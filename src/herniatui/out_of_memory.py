"""Telling a failure for want of memory from others. Imports next to nothing: there may be no memory for more."""

import errno

_SAYINGS = ("can't start new thread", "failed to map segment", "cannot allocate memory")
"""What Python and the linker say, in other exceptions, when memory cannot be had."""


def is_out_of_memory(error: BaseException | None) -> bool:
    """Return whether this failed, or what it came of, because memory could not be had."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if any(saying in str(error).lower() for saying in _SAYINGS):
            return True
        error = error.__cause__ or error.__context__
    return False
