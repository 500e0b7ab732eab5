"""Numbers as page rows: of one statement, or of all options of a question side by side.

All options are drawn alike: equal columns, icons of one size and style, in the order of the card.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from herniatui.card.figures import Figure, figures, has_statements_without_number
from herniatui.card.model import Card, Frequency, Question, letter
from herniatui.i18n import _
from herniatui.report.icons import HUNDRED, THOUSAND_WIDTH, UNICODE
from herniatui.tui.rows.layout import Drawing, Pieces, Row
from herniatui.tui.rows.pictures import COLUMN_GAP, Links, figure_columns, is_drawn, join_columns, paragraph, picture

MIN_COLUMN = 24
"""Minimum width of a column in cells; columns that do not fit continue below."""

_MAY_DIFFER = _("What stands next to each other is not always the same thing. Read the sentence above it.")

Band = tuple[Figure | None, ...]
"""Figures drawn at the same height: the figure of each option, or None."""


def statement_numbers(card: Card, option: int, found: Sequence[Figure], links: Links = ()) -> Iterator[Row]:
    """Yield the pictures of one statement of the option with this index."""
    for number, figure in enumerate(found):
        key = f"number:{number}" if len(found) > 1 else ""
        yield Row("", key=key, drawing=_full_width(option_heading(card, option), figure, links), gap=True)


def question_numbers(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield all numbers of a question, in a column per option; nothing if it has none."""
    found = [figures(question, option) for option in range(len(card.options))]
    if not any(found):
        return
    if legend := _legend(found):
        yield Row("", drawing=lambda width: _draw_legend(legend, width))
    all_bands = list(bands(found))
    if any(len({_content(figure) for figure in band if figure}) > 1 for band in all_bands):
        yield Row("", drawing=lambda width: paragraph("", _MAY_DIFFER, "quiet", width))
    has_more = [has_statements_without_number(question, option) for option in range(len(card.options))]
    for number, band in enumerate(all_bands):
        key = f"number:{number}"
        yield Row("", key=key, drawing=_band(card, band, has_more if number == 0 else (), links), gap=True)
        for option, figure in enumerate(band):
            if figure and figure.frequency and figure.frequency.of > HUNDRED:
                below = _if_too_wide(option_heading(card, option), figure, len(band), links)
                yield Row("", key=f"{key}:{option}", drawing=below, gap=True)


def option_heading(card: Card, option: int) -> str:
    """Return the letter and short name of the option with this index."""
    return f"{letter(option)}  {card.options[option].short}"


def bands(columns: Sequence[Sequence[Figure]]) -> Iterator[Band]:
    """Align the columns on the figures that all of them have in the same words; each keeps its own order."""
    rest = [list(column) for column in columns]
    for figure in columns[0]:
        contents = [[_content(other) for other in column] for column in rest]
        if all(_content(figure) in column for column in contents):
            places = [column.index(_content(figure)) for column in contents]
            yield from zip_longest(*(column[:place] for column, place in zip(rest, places, strict=True)))
            yield tuple(column[place] for column, place in zip(rest, places, strict=True))
            rest = [column[place + 1 :] for column, place in zip(rest, places, strict=True)]
    yield from zip_longest(*rest)


def _content(figure: Figure) -> tuple[str, str, Frequency | None]:
    """Return what makes two figures the same."""
    return figure.sentence.words, figure.rest.words if figure.rest else "", figure.frequency


def _full_width(heading: str, figure: Figure, links: Links) -> Drawing:
    return lambda width: picture(heading, figure, width, links)


def _legend(found: Sequence[Sequence[Figure]]) -> list[tuple[str, str]]:
    """Return the meaning of each icon in these pictures, as far as the captions do not give it."""
    if not any(figure.frequency for column in found for figure in column):
        return []
    return [(UNICODE.filled, _("as many as the sentence says")), (UNICODE.open, _("the others"))]


def _draw_legend(legend: Sequence[tuple[str, str]], width: int) -> list[Pieces]:
    """Return the lines of the legend: a single one where it fits."""
    paragraphs = [paragraph(sign, text, "quiet", width) for sign, text in legend]
    widths = [cell_len("".join(text for text, _look in lines[0])) for lines in paragraphs]
    if sum(widths) + COLUMN_GAP * len(widths) <= width:
        return join_columns(paragraphs, widths)
    return [line for lines in paragraphs for line in lines]


def _band(card: Card, band: Band, has_more: Sequence[bool], links: Links) -> Drawing:
    """Return the drawing of one band, each figure under the name of its option.

    Args:
        card: names the options.
        band: a figure per option.
        has_more: for each option, whether the card also says things without a number; empty to leave that out.
        links: words to underline.
    """

    def draw(width: int) -> list[Pieces]:
        across, column = _layout(len(band), width)
        fitting = [figure if figure and _fits(figure, column) else None for figure in band]
        if not any(fitting):
            return []
        missing = [_("see below") if figure else _("no number here") for figure in band]
        lines: list[Pieces] = []
        for first in range(0, len(band), across):
            here = range(first, min(first + across, len(band)))
            headings = [_headings(card, option, column, has_more) for option in here]
            lines += [*([()] if lines else []), *join_columns(headings, [column] * len(headings)), ()]
            lines += figure_columns(
                [fitting[option] for option in here], column, [missing[option] for option in here], links
            )
        if _are_the_same(band):
            same = [_("= the same for every option"), _("= the card says this for every option")]
            has_unknown = any(not figure.frequency for figure in band if figure)
            lines += [(), *paragraph("", same[has_unknown], "quiet", width)]
        return lines

    return draw


def _layout(options: int, width: int) -> tuple[int, int]:
    """Return the number of columns side by side, and the width of each in cells."""
    across = max(1, min(options, (width + COLUMN_GAP) // (MIN_COLUMN + COLUMN_GAP)))
    return across, (width + COLUMN_GAP) // across - COLUMN_GAP


def _headings(card: Card, option: int, width: int, has_more: Sequence[bool]) -> list[Pieces]:
    lines = paragraph("", option_heading(card, option), "heading", width)
    if any(has_more):
        lines += paragraph("", _("also points without a number") if has_more[option] else "", "quiet", width)
    return lines


def _are_the_same(band: Band) -> bool:
    return None not in band and len({_content(figure) for figure in band if figure}) == 1


def _fits(figure: Figure, column: int) -> bool:
    """Whether the picture fits in a column of this width; a thousand icons may need the whole page."""
    frequency = figure.frequency
    return frequency is None or frequency.of <= HUNDRED or not is_drawn(frequency) or column >= THOUSAND_WIDTH


def _if_too_wide(heading: str, figure: Figure, options: int, links: Links) -> Drawing:
    """Return a drawing in the full width of a figure that does not fit in its column; empty if it fits."""

    def draw(width: int) -> list[Pieces]:
        fits = _fits(figure, _layout(options, width)[1])
        return [] if fits else picture(heading, figure, width, links)

    return draw
