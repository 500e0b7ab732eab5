"""Rows of a page, and their layout in a given width. Pure functions, independent of widgets and screens."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content

from herniatui.card.quoted_words import Spans
from herniatui.report.icons import SMALL_WIDTH

GUTTER = 2
"""Cells to the left of every row: the cursor and a space."""
MARKS, MARKS_IN_WORDS = 7, 13
"""Cells to the right of every row: for signs, and for a sign with its word where the page is wide."""
NARROW = 44
"""Cells of a page, and of none with columns, below which there are none for marks; these stand in words below their
row."""
WIDE = 88
"""Minimum cells of a page with marks in words."""
BESIDE = SMALL_WIDTH + 3
"""Cells of a picture beside a text, between the text and its marks, with the space before it."""
READABLE = 56
"""Minimum cells for the text of a page with pictures beside it; decided per page, so that all rows have theirs or none
has."""

Pieces = tuple[tuple[str, str], ...]
"""Segments of a line: text and component class, perhaps after the prefixes `BOLD` and `LINKED`, in this order."""
BOLD, LINKED = "bold ", "linked "
"""Prefixes of a component class: in bold, and underlined."""
Drawing = Callable[[int], Sequence[Pieces]]
"""Function from a width in cells to the lines of a picture."""


class Beside(Struct, frozen=True):
    """Small picture to the right of a text."""

    lines: tuple[Pieces, ...]
    rows: int = 1
    """Number of rows that it pictures and stands beside: its own row and the rows after it."""


class Row(Struct, frozen=True):
    """One paragraph or picture of a page."""

    text: str
    key: str = ""
    """Identifies the row under the cursor; the cursor skips rows without a key."""
    painted: str = ""
    """Id of the statement that the row shows, if the cursor skips it; it counts as painted like one with a key."""
    look: str = "text"
    """Component class of the text: `text`, `title`, `heading`, `quiet`, `ours`."""
    lead: str = ""
    """Text before the first line; later lines are indented by its width."""
    indent: int = 0
    marks: str = ""
    """Marks to the right of the first line, as signs."""
    marks_in_words: str = ""
    """The same with a word each, for where there is room; empty for signs alone."""
    gap: bool = False
    """Whether an empty line precedes it."""
    beside: Beside | None = None
    drawing: Drawing | None = None
    """Picture shown in place of a text."""
    links: Spans = ()
    """Spans of linked words in the text; they are underlined."""
    bold: Spans = ()
    """Spans of the words that the card has in bold."""
    is_right_to_left: bool = False
    """Whether it is text of a card that is written from right to left: it stands at the right, with its bullet."""


class Line(Struct, frozen=True):
    """One line of a laid-out page."""

    row: int
    """Index of its row; -1 for an empty line between rows."""
    text: str = ""
    first: bool = False
    """Whether it is the first line of its row."""
    pieces: Pieces = ()
    """Segments of a picture on this line."""
    links: Spans = ()
    """Spans of linked words on this line."""
    bold: Spans = ()
    """Spans of words in bold on this line."""


EMPTY_LINE = Line(-1)

Wrap = Callable[[str, int], list[str]]


def room_for_marks(width: int) -> int:
    """Return the cells to the right of every row on a page of this width."""
    if width < NARROW:
        return 1
    return MARKS_IN_WORDS if width >= WIDE else MARKS


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width` cells, broken between words where these fit."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(width, 2))] or [""]


def lay_out(rows: Sequence[Row], width: int, wrapped: Wrap = wrap) -> list[Line]:
    """Return the lines of these rows on a page of `width` cells, gutter and marks included."""
    around = GUTTER + room_for_marks(width)
    pictures = width - around - BESIDE >= READABLE
    lines: list[Line] = []
    waiting: list[Pieces] = []
    sharing = 0
    pictured = False
    for index, row in enumerate(rows):
        drawn = row.drawing(width - GUTTER - 1) if row.drawing else ()
        if row.drawing and not drawn:
            continue
        beside = row.beside if pictures else None
        if beside and waiting:  # finish the previous picture first
            lines += [Line(index - 1, pieces=pieces) for pieces in waiting]
            waiting, sharing = [], 0
        if lines and (row.gap or (pictured and not sharing and lines[-1].pieces)):
            # An empty line keeps a picture apart from rows that it does not picture; a picture has none inside.
            lines.append(Line(index - 1, pieces=waiting.pop(0)) if sharing and waiting else EMPTY_LINE)
        pictured = bool(beside or sharing)
        if row.drawing:
            lines += [Line(index, pieces=pieces) for pieces in drawn]
            continue
        if beside:
            waiting, sharing = list(beside.lines), beside.rows
        available = width - around - row.indent - cell_len(row.lead) - (BESIDE if sharing else 0)
        texts = wrapped(row.text, available)
        if sharing == 1:
            texts = texts + [""] * (len(waiting) - len(texts))  # finish the picture beside its last row
        links = on_lines(row.text, texts, row.links)
        bold = on_lines(row.text, texts, row.bold)
        for number, (text, *marked) in enumerate(zip(texts, links, bold, strict=True)):
            lines.append(Line(index, text, number == 0, waiting.pop(0) if waiting else (), *marked))
        sharing = max(0, sharing - 1)
    return lines


def is_laid_out_as(rows: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether these rows have the same lines as those before, because they differ at most in key, look or marks."""

    def laid_out(row: Row) -> tuple[object, ...]:
        return row.text, row.lead, row.indent, row.gap, row.beside, row.drawing, row.links, row.bold

    pairs = zip(rows, before, strict=False)
    return len(rows) == len(before) and all(row is old or laid_out(row) == laid_out(old) for row, old in pairs)


def spans(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Return of each row that has lines the first of them, and the one after the last."""
    found: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        if line.row >= 0:
            found[line.row] = (found.get(line.row, (number, 0))[0], number + 1)
    return found


def on_lines(text: str, lines: Sequence[str], places: Spans) -> list[Spans]:
    """Return, for each line of a wrapped text, the parts of these spans on that line, as spans of the line.

    Lines hold the characters of the text in order; only white space at line breaks is missing.
    """
    if not places:
        return [()] * len(lines)
    found: list[Spans] = []
    at = 0
    for line in lines:
        at = text.index(line, at)
        end = at + len(line)
        here = ((max(first, at) - at, min(last, end) - at) for first, last in places)
        found.append(tuple((first, last) for first, last in here if first < last))
        at = end
    return found


def shifted(places: Spans, by: int) -> Spans:
    """Return these spans, shifted by a number of characters."""
    return tuple((first + by, last + by) for first, last in places)


def linked(text: str, look: str, links: Spans, bold: Spans = ()) -> Pieces:
    """Return the segments of a text in this component class, with these spans underlined, and those in bold."""
    edges = {0, len(text), *(edge for span in (*links, *bold) for edge in span)}
    return tuple(
        (text[first:last], _prefix(BOLD, first, bold) + _prefix(LINKED, first, links) + look)
        for first, last in pairwise(sorted(edges))
    )


def _prefix(prefix: str, place: int, spans: Spans) -> str:
    return prefix if any(first <= place < last for first, last in spans) else ""
