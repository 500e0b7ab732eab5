"""Length of long tests: short in `make test`, long in `make soak`."""

import os


def soaking(short: int, long: int) -> int:
    """Return `long` in `make soak`, otherwise `short`."""
    return long if os.environ.get("SOAK") else short
