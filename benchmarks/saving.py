"""How long after a change was painted it was written, and was on the disk."""

from collections.abc import Sequence
from pathlib import Path

SAID, WRITTEN, KEPT = "said", "written", "kept"
"""What the log of a program says of a change."""

Press = tuple[float, float]
"""When a key was pressed, and when the last byte of what was drawn for it came; both on the clock of the machine."""


def lags(log: Path, presses: Sequence[Press]) -> tuple[list[float], list[float]]:
    """Return, for each press that changed something, how many milliseconds after the paint it was written, and kept.

    Below 0 it came before. A change is also written, or on the disk, when a later one is.
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
    """Return the first moment of this change or a later one; none if the talk was wiped before."""
    return [moment for number, moment in moments if number >= change][:1]
