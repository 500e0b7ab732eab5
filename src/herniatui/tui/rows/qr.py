"""A QR code in cells of a terminal: black on white in every theme, because phones read it so.

Size and quiet zone are those of ISO/IEC 18004: four modules of white around the code.
"""

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style

QUIET = 4
"""Modules of white around a code."""

Modules = tuple[tuple[bool, ...], ...]
"""A code with its quiet zone, row by row; true is dark."""

_BLACK, _WHITE = "#000000", "#ffffff"
_PAPER = Style(color=_BLACK, bgcolor=_WHITE)
_INK = Style(color=_WHITE, bgcolor=_BLACK)
# Whole cells are drawn as background, and never as a block: fonts leave seams between blocks.
_HALVES = {
    (False, False): (" ", _PAPER),
    (True, False): ("▀", _PAPER),
    (False, True): ("▄", _PAPER),
    (True, True): (" ", _INK),
}


@lru_cache(maxsize=50)
def modules(address: str) -> Modules:
    """Return the smallest code for this address, at the highest level of correction that does not make it larger."""
    import segno  # only who looks something up needs it

    code = segno.make_qr(address, error="l")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET))


def size(code: Modules, in_ascii: bool) -> tuple[int, int]:
    """Return how many cells wide and high a code is drawn."""
    return (2 * len(code), len(code)) if in_ascii else (len(code), (len(code) + 1) // 2)


def drawn(code: Modules, in_ascii: bool) -> list[list[Segment]]:
    """Return the lines of a code: two modules in a cell, or in ASCII two cells of background for each module."""
    if in_ascii:
        return [[Segment("  ", _INK if dark else _PAPER) for dark in row] for row in code]
    return [_two_rows(code[at], code[at + 1] if at + 1 < len(code) else ()) for at in range(0, len(code), 2)]


def _two_rows(upper: Sequence[bool], lower: Sequence[bool]) -> list[Segment]:
    lower = lower or (False,) * len(upper)  # an odd number of rows: half a cell more of white
    return [Segment(*_HALVES[pair]) for pair in zip(upper, lower, strict=True)]
