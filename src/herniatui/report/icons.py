"""So many of so many as rows of icons, one for each: exact, filled in row order from the top left, never rescaled."""

from msgspec import Struct

from herniatui.card.model import Frequency, Relation

MOST = 1000
"""More icons than this are not drawn: nobody could count them."""
HUNDRED = 100
SPACED = 19
"""Cells that ten icons take with a space between them."""
SMALL = 21
"""Cells that a small picture is wide: twenty icons in two groups."""
THOUSAND = 54
"""Cells that a thousand icons are wide: five blocks of ten with a space between them."""


class Glyphs(Struct, frozen=True):
    """What an icon looks like; the three are told from each other by shape."""

    filled: str
    open: str
    unsure: str
    """Where the card leaves the number open: fewer than this many, or more than the filled ones."""


UNICODE = Glyphs("●", "○", "◊")
ASCII = Glyphs("#", ".", "~")


def icons(frequency: Frequency, glyphs: Glyphs) -> str:
    """Return the icons of this frequency in order, one character for each of the whole.

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


def grid(frequency: Frequency, glyphs: Glyphs, width: int) -> tuple[str, ...]:
    """Return the lines of the picture, at most `width` cells wide where that holds a row of ten.

    A hundred is ten rows of ten; a thousand is ten blocks of these, five by two where the width allows. Nothing is
    drawn of more than a thousand.
    """
    every = icons(frequency, glyphs) if frequency.of <= MOST else ""
    if frequency.of <= HUNDRED:
        between = " " if width >= SPACED else ""
        return tuple(between.join(row) for row in _cut(every, 10))
    blocks = [_cut(block, 10) for block in _cut(every, HUNDRED)]
    across = max(1, min(5, (width + 1) // 11))
    lines: list[str] = []
    for first in range(0, len(blocks), across):
        band = blocks[first : first + across]
        height = max(len(block) for block in band)
        lines += [""] if lines else []
        lines += [" ".join("".join(block[row : row + 1]).ljust(10) for block in band).rstrip() for row in range(height)]
    return tuple(lines)


def beside(frequency: Frequency, glyphs: Glyphs) -> tuple[str, ...]:
    """Return the lines of a small picture of at most a hundred: rows of twenty in two groups of ten."""
    return tuple(" ".join(_cut(row, 10)) for row in _cut(icons(frequency, glyphs), 20))


def _cut(icons_: str, length: int) -> list[str]:
    return [icons_[start : start + length] for start in range(0, len(icons_), length)]
