"""The whole card as bands of rows, as it is on paper: a question, then the statements of every option.

Pure functions; where columns do not fit, the options of a question stand under each other.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.languages import is_right_to_left
from herniatui.card.model import Card
from herniatui.card.quoted_words import bold_spans
from herniatui.consult.model import Consult
from herniatui.tui.rows.calm import with_marks_below
from herniatui.tui.rows.layout import Line, Row, Wrap, lay_out
from herniatui.tui.rows.numbers import option_heading
from herniatui.tui.rows.pictures import Links
from herniatui.tui.rows.side_by_side import column_width
from herniatui.tui.rows.statements import statement_rows, with_marks

WHOLE = -1
"""The column of a row that is as wide as the page."""


class Band(Struct, frozen=True):
    """Rows that begin on one line: those of a single column over the full width, or a column for each option."""

    columns: tuple[tuple[Row, ...], ...]

    @property
    def is_whole(self) -> bool:
        """Whether its rows are as wide as the page."""
        return len(self.columns) == 1


def whole_card(card: Card, together: bool, links: Links = ()) -> Iterator[Band]:
    """Yield the bands of a card: its question and introduction, its questions, and its last words.

    Args:
        card: the card.
        together: whether the options stand beside each other.
        links: words to underline.
    """
    rtl = is_right_to_left(card.language)
    title, asked = Row(card.title, look="title", is_right_to_left=rtl), Row(card.question, is_right_to_left=rtl)
    yield Band(((title, asked, *_introduction(card, rtl)),))
    options = range(len(card.options))
    for number, question in enumerate(card.questions, 1):
        group = [Row(question.group, look="heading", gap=True, is_right_to_left=rtl)] if question.group else []
        hint = [Row(question.hint, look="quiet", indent=3, is_right_to_left=rtl)] if question.hint else []
        text = Row(question.text, look="title", lead=f"{number}  ", gap=not group, is_right_to_left=rtl)
        yield Band(((*group, text, *hint),))
        columns = [
            tuple(
                replace(row, beside=None) for row in statement_rows(question, option, links=links, is_right_to_left=rtl)
            )
            for option in options
        ]
        if together:
            yield Band(tuple((Row(option_heading(card, option), look="heading", gap=True),) for option in options))
            yield Band(tuple(columns))
            continue
        for option, column in enumerate(columns):
            yield Band(((Row(option_heading(card, option), look="heading", gap=True), *column),))
    if card.closing:
        yield Band(((Row(card.closing, look="quiet", gap=True, is_right_to_left=rtl),),))


def _introduction(card: Card, rtl: bool) -> Iterator[Row]:
    for passage in card.introduction:
        for statement, depth in passage.walk():
            bold = bold_spans(statement.text, statement.bold)
            yield Row(statement.text, indent=2 * depth, gap=depth == 0, bold=bold, is_right_to_left=rtl)


def with_marks_on(bands: Sequence[Band], card: Card, consult: Consult, has_room: bool = True) -> list[Band]:
    """Return the bands with the marks of this consult; below their statement if there is no room beside it."""

    def marked(column: Sequence[Row]) -> Iterable[Row]:
        rows = with_marks(column, card, consult)
        return rows if has_room else with_marks_below(rows)

    return [Band(tuple(tuple(marked(column)) for column in band.columns)) for band in bands]


class Grid(Struct, frozen=True):
    """The lines of all bands on a page."""

    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    """Column of each row: the index of an option, or `WHOLE`."""
    lines: tuple[tuple[Line, ...], ...]
    """Of each line of the page one part, or a part for each option. Parts know their row by its index in `rows`."""


def lay_out_bands(bands: Sequence[Band], card: Card, width: int, wrap: Wrap) -> Grid:
    """Lay the bands out on a page of `width` cells, all columns of a band equally wide and high."""
    rows: list[Row] = []
    columns: list[int] = []
    lines: list[tuple[Line, ...]] = []
    for band in bands:
        room = width if band.is_whole else column_width(width, card)
        parts: list[list[Line]] = []
        for index, column in enumerate(band.columns):
            first = len(rows)
            rows += column
            columns += [WHOLE if band.is_whole else index] * len(column)
            laid = lay_out(column, room, wrap)
            gap = [Line(-1)] if lines and column and column[0].gap else []  # `lay_out` leaves out the first
            parts.append([*gap, *(replace(line, row=line.row + first if line.row >= 0 else -1) for line in laid)])
        height = max((len(part) for part in parts), default=0)
        padded = [part + [Line(-1)] * (height - len(part)) for part in parts]
        lines += zip(*padded, strict=True)
    return Grid(tuple(rows), tuple(columns), tuple(lines))
