"""Options side by side: whether they fit, the width of a column, and notes on statements that several options share."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace
from rich.cells import cell_len

from herniatui.card.model import Card, letter
from herniatui.consult.walk import Walk, is_question
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.tui.rows.layout import Beside, Row

MIN_PER_OPTION, MAX_PER_OPTION = 50, 80
"""Cells of the window per option: with fewer there are no columns; with more, lines would be too long to read."""

BODY = 112
"""Maximum width of the body with one option in cells, as in the style sheet; it stands in the middle of the window."""

GAP = 3
"""Cells between two columns."""


def required_width(card: Card) -> int:
    """Return the minimum width of the window, in cells, for the options of this card."""
    return MIN_PER_OPTION * len(card.options)


def is_side_by_side(wanted: bool, width: int, card: Card, walk: Walk) -> bool:
    """Whether the current stop shows the options side by side.

    Args:
        wanted: whether the user asked for it.
        width: of the window, in cells.
        card: the card on screen.
        walk: gives the stop; only questions have columns.
    """
    return wanted and width >= required_width(card) and is_question(walk.stop)


def body_place(width: int, card: Card) -> tuple[int, int]:
    """Return where the body with all columns begins in a window of this width, and how wide it is, in cells.

    It begins where the body with one option does, so that nothing jumps, unless the columns need that room.
    """
    start = min(max(0, (width - BODY) // 2), max(0, width - required_width(card)))
    return start, min(width - start, MAX_PER_OPTION * len(card.options))


def column_width(room: int, card: Card) -> int:
    """Return the width of each column in this many cells; all are equal, so the remainder stays empty."""
    count = len(card.options)
    return (room - GAP * (count - 1)) // count


def too_narrow(width: int, card: Card) -> str:
    """Return why a window of this width cannot show the options side by side; empty if it can."""
    if width >= required_width(card):
        return ""
    narrow = _("Side by side does not fit: {needed} columns are needed, and there are {width}.")
    return narrow.format(needed=required_width(card), width=width)


def column_rows(rows: Iterable[Row], others: Mapping[str, tuple[int, ...]]) -> Iterator[Row]:
    """Yield the rows of an option as they stand in a column.

    A column is too narrow for a small picture beside a text: the picture is below the statements that it pictures. A
    line below each statement that other options share says so.

    Args:
        rows: of one option.
        others: by statement id, the indices of the other options with the same statement.
    """
    picture, left, gap = None, 0, False
    for row in rows:
        yield replace(row, beside=None, gap=row.gap or gap)
        if row.key in others:
            same = _("= also for {options}").format(
                options=phrases.listed([letter(index) for index in others[row.key]])
            )
            yield Row(same, look="quiet", indent=row.indent + cell_len(row.lead))
        if row.beside:
            picture, left = row.beside, row.beside.rows
        left -= 1
        gap = picture is not None and not left
        if picture and gap:
            yield _below(row, picture)
            picture = None


def _below(row: Row, picture: Beside) -> Row:
    """Return the picture in a row of its own, as far to the right as the text of this row."""
    indent = (" " * (row.indent + cell_len(row.lead)), "text")
    lines = [(indent, *line) for line in picture.lines]
    return Row("", drawing=lambda _width: lines)
