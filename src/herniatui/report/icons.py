"""Icon arrays: one icon per person, exact and never rescaled, filled in row order from the top left (iconarray.com).

Only 10, 100 and 1000 people are drawn as icons: a reader compares arrays of the same size. A part of few (`een derde`,
`3 op de 12`) is a strip of as many equal lengths. Anything else is said in words.
"""

from enum import Enum

from msgspec import Struct

from herniatui.card.model import Frequency, Relation

WHOLES = (10, 100, 1000)
"""Numbers of people that are drawn as icons."""
MAX_LENGTHS = 20
"""Maximum number of lengths in a strip: each is at least a cell wide, beside a statement too."""
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
    about: str
    """In place of filled, where the card says that the number is not exact: `ongeveer 5`."""


UNICODE = Glyphs("●", "○", "◊", "≈")
UNICODE_STRIP = Glyphs("█", "░", "◊", "≈")
ASCII = Glyphs("#", ".", "~", "@")


class PictureForm(Enum):
    """How a frequency is drawn."""

    ICONS = "icons"
    STRIP = "strip"
    WORDS = "words"
    """Not: it is said in words, because no picture of it would be exact."""


def form(frequency: Frequency) -> PictureForm:
    """Return how this frequency is drawn."""
    if not all(isinstance(number, int) for number in (frequency.count, frequency.to or 0)):
        return PictureForm.WORDS
    if frequency.of in WHOLES:
        return PictureForm.ICONS
    return PictureForm.STRIP if frequency.of <= MAX_LENGTHS else PictureForm.WORDS


def icons(frequency: Frequency, glyphs: Glyphs) -> str:
    """Return the icons of a frequency in order, one character per person of the whole.

    `5 van de 100` fills five. `5 tot 10` fills five, and marks five more. `minder dan 1` and `hooguit 1` fill none and
    mark the first; `meer dan 10` and `minstens 10` fill ten and mark the eleventh. `ongeveer 5` has an icon of its own.
    """
    count, high = int(frequency.count), int(frequency.count if frequency.to is None else frequency.to)
    filled, unsure = count, high - count
    if frequency.relation in (Relation.FEWER_THAN, Relation.AT_MOST):
        filled, unsure = 0, count
    elif frequency.relation in (Relation.MORE_THAN, Relation.AT_LEAST):
        unsure = min(1, frequency.of - count)
    first = glyphs.about if frequency.relation is Relation.ABOUT else glyphs.filled
    return first * filled + glyphs.unsure * unsure + glyphs.open * (frequency.of - filled - unsure)


def grid(frequency: Frequency, glyphs: Glyphs, width: int, height: int = 0) -> tuple[str, ...]:
    """Return the lines of an icon array, at most `width` cells wide if a row of ten fits in that; of other forms none.

    A hundred icons are ten rows of ten, large where `width` and `height` (0: any) have room for that. A thousand are
    ten such blocks, five by two if the width allows, with a line between them unless it is a line too many.
    """
    if form(frequency) is not PictureForm.ICONS:
        return ()
    drawn = icons(frequency, glyphs)
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


def strip(frequency: Frequency, glyphs: Glyphs, width: int = SMALL_WIDTH) -> str:
    """Return a strip in at most this many cells (`SMALL_WIDTH` or more): equal lengths, apart where there is room."""
    of = frequency.of
    length = (width + 1) // of - 1
    between = " " if length >= 1 else ""
    return between.join(kind * max(1, length) for kind in icons(frequency, glyphs))


def _chunks(drawn: str, length: int) -> list[str]:
    return [drawn[start : start + length] for start in range(0, len(drawn), length)]
