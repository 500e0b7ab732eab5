"""Decode QR codes on a terminal as a phone does: from an image of its cells."""

from collections.abc import Sequence

import zxingcpp

from tests.support.terminal import Cell, Terminal

WIDE, HIGH = 4, 8
"""Pixels of a cell in the image; a terminal cell is about twice as high as it is wide."""

_NAMED = {"default": 128, "black": 0, "white": 255}


def codes_on(terminal: Terminal) -> list[str]:
    """Return the text of every code on the screen."""
    return codes_in([terminal.cells(row) for row in range(len(terminal.lines))])


def codes_in(cells: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the text of every code in these cells."""
    image = b"".join(_strip(row) for row in cells)
    shape = (HIGH * len(cells), WIDE * len(cells[0]))
    return [found.text for found in zxingcpp.read_barcodes(memoryview(image).cast("B", shape))]


def _strip(row: Sequence[Cell]) -> bytes:
    """Return one row of cells as lines of grey pixels. Any character but a half block is a bar of ink in its cell."""
    upper, lower = bytearray(), bytearray()
    for cell in row:
        ink, paper = _grey(cell.fg), _grey(cell.bg)
        if cell.reverse:
            ink, paper = paper, ink
        blank = bytes([paper]) * WIDE
        full = bytes([ink]) * WIDE
        letter = bytes([paper, ink, ink, paper])
        above, below = {" ": (blank, blank), "▀": (full, blank), "▄": (blank, full)}.get(cell.data, (letter, letter))
        upper += above
        lower += below
    return bytes(upper) * (HIGH // 2) + bytes(lower) * (HIGH // 2)


def _grey(colour: str) -> int:
    if colour in _NAMED:
        return _NAMED[colour]
    red, green, blue = bytes.fromhex(colour)
    return (299 * red + 587 * green + 114 * blue) // 1000
