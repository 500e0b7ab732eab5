"""Icon arrays: one icon per person, exact and never rescaled, filled in row order from the top left (iconarray.com)."""

from msgspec import Struct

from herniatui.card.model import Frequency, Relation

MAX_ICONS = 1000
"""Maximum number of icons drawn: the reader must be able to count the part and the whole."""
HUNDRED = 100
"""Largest whole that is drawn as one block."""
_SPACED = 19
"""Width in cells of ten icons with a space between them."""
LARGE_WIDTH = 37
"""Width in cells of ten icons with three spaces between them; the rows then have an empty line between them."""
SMALL_WIDTH = 21
"""Width in cells of a small array: twenty icons in two groups."""
THOUSAND_WIDTH = 54
"""Width in cells of a thousand icons: five blocks of ten with a space between them."""


class Glyphs(Struct, frozen=True):
    """The characters for the three kinds of icon; they differ in shape, so that nothing depends on colour."""

    filled: str
    open: str
    unsure: str
    """For a number that the card leaves open: fewer than the marked icons, or more than the filled icons."""


UNICODE = Glyphs("●", "○", "◊")
ASCII = Glyphs("#", ".", "~")


def icons(frequency: Frequency, glyphs: Glyphs) -> str:
    """Return the icons of a frequency in order, one character per person of the whole.

    `5 van de 100` fills five. `minder dan 1` fills none and marks the first; `meer dan 10` fills ten and marks the
    eleventh.
    """
    filled = 0 if frequency.relation is Relation.FEWER_THAN else frequency.count
    unsure = {
        Relation.EXACTLY: 0,
        Relation.FEWER_THAN: frequency.count,
        Relation.MORE_THAN: min(1, frequency.of - frequency.count),
    }[frequency.relation]
    return glyphs.filled * filled + glyphs.unsure * unsure + glyphs.open * (frequency.of - filled - unsure)


def grid(frequency: Frequency, glyphs: Glyphs, width: int, height: int = 0) -> tuple[str, ...]:
    """Return the lines of an icon array, at most `width` cells wide if a row of ten fits in that.

    A hundred icons are ten rows of ten, large where `width` and `height` (0: any) have room for that. A thousand are
    ten such blocks, five by two if the width allows, with a line between them unless it is a line too many. Above
    `MAX_ICONS` no line is returned.
    """
    drawn = icons(frequency, glyphs) if frequency.of <= MAX_ICONS else ""
    if frequency.of <= HUNDRED:
        tens = _chunks(drawn, 10)
        if width >= LARGE_WIDTH and height >= 2 * len(tens) - 1:
            return tuple(line for ten in tens for line in ("   ".join(ten), ""))[:-1]
        between = " " if width >= _SPACED else ""
        return tuple(between.join(ten) for ten in tens)
    blocks = [_chunks(block, 10) for block in _chunks(drawn, HUNDRED)]
    across = max(1, min(5, (width + 1) // 11))
    bands = [blocks[first : first + across] for first in range(0, len(blocks), across)]
    heights = [max(map(len, band)) for band in bands]
    apart = not height or sum(heights) + len(bands) - 1 <= height
    lines: list[str] = []
    for band, rows in zip(bands, heights, strict=True):
        lines += [""] if lines and apart else []
        lines += [" ".join("".join(block[row : row + 1]).ljust(10) for block in band).rstrip() for row in range(rows)]
    return tuple(lines)


def small_grid(frequency: Frequency, glyphs: Glyphs) -> tuple[str, ...]:
    """Return the lines of a small array of at most a hundred icons: rows of twenty in two groups of ten."""
    return tuple(" ".join(_chunks(row, 10)) for row in _chunks(icons(frequency, glyphs), 20))


def _chunks(drawn: str, length: int) -> list[str]:
    return [drawn[start : start + length] for start in range(0, len(drawn), length)]
