"""What a page shows: rows of text, and how they lie in a given width. Pure; nothing of Textual's screens in here."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content

from herniatui.card.links import Places
from herniatui.report.icons import SMALL

GUTTER = 2
"""Cells to the left of every row: the cursor, and a space."""
MARKS = 7
"""Cells to the right of every row, for three marks with a space before them."""
BESIDE = SMALL + 3
"""Cells between a text and its marks for a picture, with space before it."""
READABLE = 56
"""Cells that a page leaves for its texts before it puts pictures beside them; told by the page, so that all rows have
a picture or none."""

Pieces = tuple[tuple[str, str], ...]
"""One line in pieces: text, and the component class that draws it, with `LINKED` before it where it is underlined."""
LINKED = "linked "
Drawing = Callable[[int], Sequence[Pieces]]
"""What is drawn in so many cells, line by line."""


class Beside(Struct, frozen=True):
    """A small picture to the right of a text."""

    lines: tuple[Pieces, ...]
    rows: int = 1
    """How many rows it is about, the one that has it and those after it; it stands beside all of them."""


class Row(Struct, frozen=True):
    """One paragraph of a page."""

    text: str
    key: str = ""
    """What the cursor stands on; a row without a key is passed over."""
    look: str = "text"
    """The component class that draws it: `text`, `title`, `heading`, `quiet`, `ours`."""
    lead: str = ""
    """What stands in front of the first line; the lines after it hang."""
    indent: int = 0
    marks: str = ""
    """What stands to the right of the first line."""
    gap: bool = False
    """Whether an empty line stands above."""
    beside: Beside | None = None
    drawing: Drawing | None = None
    """What stands in place of a text."""
    links: Places = ()
    """Where in the text words stand that can be looked up; they are underlined."""


class Line(Struct, frozen=True):
    """One line of a page as laid out."""

    row: int
    """Index of the row that it belongs to; -1 for an empty line between rows."""
    text: str = ""
    first: bool = False
    """Whether it is the first line of its row."""
    pieces: Pieces = ()
    """What is drawn of a picture on this line."""
    links: Places = ()
    """Where on this line words stand that can be looked up."""


EMPTY_LINE = Line(-1)

Wrap = Callable[[str, int], list[str]]


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most so many cells, broken between words where they fit."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(width, 2))] or [""]


def lay_out(rows: Sequence[Row], width: int, wrapped: Wrap = wrap) -> list[Line]:
    """Return the lines of these rows on a page of so many cells, gutter and marks included."""
    pictures = width - GUTTER - MARKS - BESIDE >= READABLE
    lines: list[Line] = []
    waiting: list[Pieces] = []
    sharing = 0
    pictured = False
    for index, row in enumerate(rows):
        drawn = row.drawing(width - GUTTER - 1) if row.drawing else ()
        if row.drawing and not drawn:
            continue
        beside = row.beside if pictures else None
        if beside and waiting:  # the one before is drawn to its end first
            lines += [Line(index - 1, pieces=pieces) for pieces in waiting]
            waiting, sharing = [], 0
        if lines and (row.gap or (pictured and not sharing and lines[-1].pieces)):
            # An empty line, so that a picture does not touch what is not about it; a picture itself has none in it.
            lines.append(Line(index - 1, pieces=waiting.pop(0)) if sharing and waiting else EMPTY_LINE)
        pictured = bool(beside or sharing)
        if row.drawing:
            lines += [Line(index, pieces=pieces) for pieces in drawn]
            continue
        if beside:
            waiting, sharing = list(beside.lines), beside.rows
        room = width - GUTTER - MARKS - row.indent - cell_len(row.lead) - (BESIDE if sharing else 0)
        texts = wrapped(row.text, room)
        if sharing == 1:
            texts = texts + [""] * (len(waiting) - len(texts))  # the picture is drawn to its end
        links = on_lines(row.text, texts, row.links)
        for number, (text, here) in enumerate(zip(texts, links, strict=True)):
            lines.append(Line(index, text, number == 0, waiting.pop(0) if waiting else (), here))
        sharing = max(0, sharing - 1)
    return lines


def is_laid_out_as(rows: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether these rows have the same lines as those before, because they differ at most in key, look or marks."""

    def laid_out(row: Row) -> tuple[object, ...]:
        return row.text, row.lead, row.indent, row.gap, row.beside, row.drawing, row.links

    pairs = zip(rows, before, strict=False)
    return len(rows) == len(before) and all(row is old or laid_out(row) == laid_out(old) for row, old in pairs)


def spans(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Return of each row that has lines the first of them, and the one after the last."""
    found: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        if line.row >= 0:
            found[line.row] = (found.get(line.row, (number, 0))[0], number + 1)
    return found


def on_lines(text: str, lines: Sequence[str], places: Places) -> list[Places]:
    """Return for each line of a wrapped text which of these places in the text are on it, and where.

    A line has the characters of the text in their order; only white space is left out where it was broken.
    """
    if not places:
        return [()] * len(lines)
    found: list[Places] = []
    at = 0
    for line in lines:
        at = text.index(line, at)
        end = at + len(line)
        here = ((max(first, at) - at, min(last, end) - at) for first, last in places)
        found.append(tuple((first, last) for first, last in here if first < last))
        at = end
    return found


def shifted(places: Places, by: int) -> Places:
    """Return these places in a text that has so many characters before it."""
    return tuple((first + by, last + by) for first, last in places)


def linked(text: str, look: str, places: Places) -> Pieces:
    """Return the text in pieces: what stands at these places underlined, and the rest of it in its own look."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for first, last in places:
        pieces += [(text[at:first], look), (text[first:last], LINKED + look)]
        at = last
    return tuple((part, how) for part, how in [*pieces, (text[at:], look)] if part)
