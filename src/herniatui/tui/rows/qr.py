"""QR codes in terminal cells: black on white in every theme, as phones expect.

Size and quiet zone follow ISO/IEC 18004: four light modules on each side.
"""

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style

QUIET_ZONE = 4
"""Width in modules of the light border around a code."""

Modules = tuple[tuple[bool, ...], ...]
"""Rows of a code, quiet zone included; True is dark."""

_BLACK, _WHITE = "#000000", "#ffffff"
_PAPER = Style(color=_BLACK, bgcolor=_WHITE)
_INK = Style(color=_WHITE, bgcolor=_BLACK)
# Cells of a single colour are drawn as background, never as a full block: fonts leave seams between blocks.
_HALVES = {
    (False, False): (" ", _PAPER),
    (True, False): ("▀", _PAPER),
    (False, True): ("▄", _PAPER),
    (True, True): (" ", _INK),
}


@lru_cache(maxsize=50)
def modules(address: str) -> Modules:
    """Return the smallest code for this address, with the highest error correction that fits in that size."""
    import segno  # lazy import: only looking up needs it

    code = segno.make_qr(address, error="l")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET_ZONE))


def size(code: Modules, in_ascii: bool) -> tuple[int, int]:
    """Return the width and height of a drawn code in cells."""
    return (2 * len(code), len(code)) if in_ascii else (len(code), (len(code) + 1) // 2)


def draw(code: Modules, in_ascii: bool) -> list[list[Segment]]:
    """Return the lines of a code: two modules per cell, or in ASCII two cells of background per module."""
    if in_ascii:
        return [[Segment("  ", _INK if dark else _PAPER) for dark in row] for row in code]
    return [_two_rows(code[at], code[at + 1] if at + 1 < len(code) else ()) for at in range(0, len(code), 2)]


def _two_rows(upper: Sequence[bool], lower: Sequence[bool]) -> list[Segment]:
    lower = lower or (False,) * len(upper)  # odd number of rows: pad with half a cell of light
    return [Segment(*_HALVES[pair]) for pair in zip(upper, lower, strict=True)]
