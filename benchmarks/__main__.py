"""`python -m benchmarks`: measure, and print a table of comparisons."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

if sys.platform == "win32":
    sys.exit("The benchmarks need a pseudo-terminal, which Windows does not have; run them on Linux or macOS.")

from benchmarks.cards import write_large_card
from benchmarks.machine import machine
from benchmarks.measure import Figures, measure
from benchmarks.programs import bare, hernia, large, saving
from benchmarks.results import BARE, HERNIA, LARGE, SAVING, SLOW, results
from benchmarks.table import as_json, table
from benchmarks.terminal import COLUMNS, ROWS, Failed

SLOW_DISK = 0.1
"""Extra seconds of each fsync on a slow disk: one for a file, one for its name."""


def main() -> int:
    """Measure, print the table, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure speed beside a bare Textual app."
    )
    parser.add_argument("--rounds", type=_count, default=10, help="how often each program is started (%(default)s)")
    parser.add_argument(
        "--pairs", type=_count, default=10, help="presses there and back, per kind and round (%(default)s)"
    )
    parser.add_argument("--without-documents", action="store_true", help="measure start, keys and saving only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write all figures to this file")
    options = parser.parse_args()
    machine_info = machine()
    try:
        figures = _measured(options.rounds, options.pairs, options.without_documents)
    except Failed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    outcome = list(results(figures))
    print(table(outcome))
    presses = options.rounds * options.pairs * 2
    print(f"\nOn a screen of {COLUMNS}×{ROWS}; {options.rounds} starts, {presses} presses of each kind.")
    print(", ".join(f"{name}: {value}" for name, value in machine_info.items()))
    if options.json:
        options.json.write_text(as_json(machine_info, outcome, figures), encoding="utf-8")
    return 0


def _measured(rounds: int, pairs: int, without_documents: bool) -> dict[str, Figures]:
    def tell(done: int) -> None:
        print(f"\rround {done} of {rounds}", end="\n" if done == rounds else "", file=sys.stderr, flush=True)

    with TemporaryDirectory() as folder:
        write_large_card(Path(folder))
        programs = {
            BARE: bare(),
            HERNIA: hernia(),
            LARGE: large(Path(folder)),
            SAVING: saving(Path(folder) / "log", 0),
            SLOW: saving(Path(folder) / "slow log", SLOW_DISK),
        }
        if without_documents:
            programs = {name: replace(program, documents=0) for name, program in programs.items()}
        # Each has a home folder of its own, where it saves and where nobody else's talks are.
        homes = {name: Path(folder) / f"home of {name}" for name in programs}
        for home in homes.values():
            home.mkdir()
        return measure(programs, homes, rounds, pairs, tell)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 is needed")
    return int(text)


sys.exit(main())
