"""Time from painting a change to writing it, and to keeping it (fsync)."""

from collections.abc import Sequence
from pathlib import Path

SAID, WRITTEN, KEPT = "said", "written", "kept"
"""Events of a change in the log of a program."""

Press = tuple[float, float]
"""Times of a key press and of the last byte drawn for it, in seconds of `perf_counter`."""


def lags(log: Path, presses: Sequence[Press]) -> tuple[list[float], list[float]]:
    """Return, for each press that made a change, the milliseconds from painting to writing it, and to keeping it.

    Negative if that came before the paint. A change also counts as written or kept when a later one is.
    """
    moments: dict[str, list[tuple[int, float]]] = {SAID: [], WRITTEN: [], KEPT: []}
    for line in log.read_text(encoding="ascii").splitlines():
        what, change, moment = line.split()
        moments[what].append((int(change), float(moment)))
    written, kept = [], []
    for pressed, painted in presses:
        said = [change for change, moment in moments[SAID] if pressed <= moment <= painted]
        if said:
            written += [1000 * (moment - painted) for moment in _first(moments[WRITTEN], said[-1])]
            kept += [1000 * (moment - painted) for moment in _first(moments[KEPT], said[-1])]
    return written, kept


def _first(moments: Sequence[tuple[int, float]], change: int) -> list[float]:
    """Return the time of this change or of the first later one; empty if the talk was wiped before."""
    return [moment for number, moment in moments if number >= change][:1]
