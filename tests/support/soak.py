"""How long the long tests take: `make soak` runs them at length, `make test` a little."""

import os


def soaking(short: int, long: int) -> int:
    """Return how often to do what `make test` does a little of."""
    return long if os.environ.get("SOAK") else short
