"""`python -m benchmarks.checking`: cost of `herniatui check` for hostile files, compared with libyaml alone."""

import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from yaml._yaml import CParser

from benchmarks.hostile import hostile_files
from herniatui.card.library import check

PATIENCE = 1.0
MOST_RATIO, MOST_SECONDS, MOST_MB = 6.0, 2.0, 200.0
"""Limits: this many times the CPU time of libyaml or this many seconds, whichever is more; and this much memory."""


def cpu(act: Callable[[], object]) -> float:
    """Return the CPU seconds of this call."""
    before = time.process_time()
    act()
    return time.process_time() - before


def libyaml(data: bytes) -> None:
    """Parse this file with libyaml, for `PATIENCE` seconds at most: libyaml is quadratic in depth."""
    parser, end = CParser(data), time.process_time() + PATIENCE
    try:
        while parser.get_event() is not None and time.process_time() < end:
            pass
    except (yaml.YAMLError, ValueError):
        pass


def main() -> int:
    """Measure each file and print a line for it; return 1 if a limit is exceeded."""
    over, most = False, 0.0
    print(f"{'check s':>8} {'libyaml s':>9} {'ratio':>6} {'printed':>8}  what")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "card.yaml"
        check(path)
        for name, data in hostile_files().items():
            path.write_bytes(data)
            alone = cpu(partial(libyaml, data))
            lines: list[str] = []
            ours = cpu(lambda lines=lines: lines.extend(check(path)))  # type: ignore[misc]
            too_much = ours > max(MOST_RATIO * alone, MOST_SECONDS)
            over, most = over or too_much, max(most, ours)
            ratio = f"{ours / alone:.1f}" if alone > 0.001 else "-"
            printed = sum(map(len, lines))
            print(
                f"{ours:8.3f} {alone:9.3f} {ratio:>6} {printed:8}  {name}{'  TOO MUCH' if too_much else ''}", flush=True
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(f"Most: {most:.3f} s; memory of this process, which holds all files and libyaml's events: {peak:.0f} MB.")
    return int(over or peak > MOST_MB)


if __name__ == "__main__":
    sys.exit(main())
