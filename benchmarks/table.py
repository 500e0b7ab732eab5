"""Results as a text table and as JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from benchmarks.measure import Figures
from benchmarks.results import Result

_HEADINGS = ("what", "ours", "beside", "compared with", "ratio", "target", "met", "bytes", "UTF-8 of changed cells")
_TO_THE_RIGHT = {"ours", "beside", "ratio", "target", "bytes", "UTF-8 of changed cells"}
_MET = {True: "yes", False: "NO", None: ""}


def table(results: Iterable[Result]) -> str:
    """Return the results as a text table."""
    lines = [_HEADINGS, *map(_cells, results)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join("  ".join(map(_padded, _HEADINGS, line, widths)).rstrip() for line in lines)


def as_json(machine: Mapping[str, str], results: Iterable[Result], figures: Mapping[str, Figures]) -> str:
    """Return machine, results and all measurements as JSON."""
    everything = {
        "machine": machine,
        "results": [asdict(result) | {"met": result.met} for result in results],
        "measured": {name: asdict(measured) for name, measured in figures.items()},
    }
    return json.dumps(everything, indent=1) + "\n"


def _cells(result: Result) -> tuple[str, ...]:
    return (
        result.what,
        f"{result.ours:.1f} {result.unit}",
        f"{result.beside:.1f} {result.unit}",
        result.beside_what,
        f"{result.ratio:.2f} ×" if result.ours > 0 else "",
        "" if result.at_most is None else f"≤ {result.at_most:.2f} ×",
        _MET[result.met],
        "" if result.written is None else f"{result.written:.0f}",
        "" if result.changed is None else f"{result.changed:.0f}",
    )


def _padded(heading: str, cell: str, width: int) -> str:
    return cell.rjust(width) if heading in _TO_THE_RIGHT else cell.ljust(width)
