"""Length of long tests: short in `make test`, long in `make soak`."""

import os


def soaking(short: int, long: int) -> int:
    """Return `long` in `make soak`, otherwise `short`."""
    return long if is_soaking() else short


def is_soaking() -> bool:
    """Return whether this is `make soak`."""
    return bool(os.environ.get("SOAK"))
