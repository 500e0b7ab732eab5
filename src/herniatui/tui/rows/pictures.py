"""Pictures of numbers as lines of pieces: icons, and the captions that they are never drawn without."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from herniatui.card.figures import Figure
from herniatui.card.links import Link, linked_spans
from herniatui.card.model import Frequency, Relation
from herniatui.i18n import _
from herniatui.report import icons
from herniatui.report.icons import UNICODE
from herniatui.tui.rows.layout import Beside, Pieces, linked, on_lines, wrap

_RUNS = re.compile("|".join(f"(?: *{glyph})+ *" for glyph in (UNICODE.filled, UNICODE.open, UNICODE.unsure)) + "| +")
Links = tuple[Link, ...]
_CARD_LOOKS = ("text", "heading")
"""Looks of the card's own words; the program's words have other looks."""

LOOKS = {UNICODE.filled: "filled", UNICODE.open: "open", UNICODE.unsure: "unsure", " ": "text"}
LEGEND_INDENT = 4
"""Cells of an icon and ` = ` before its meaning."""
MIN_CAPTION = 28
"""Minimum width in cells of a caption to the right of a picture; with less room it goes above the picture."""
MIN_CAPTION_THOUSAND = 16
"""The same for a thousand icons, which fill a small terminal: a caption above them would scroll out of view."""
COLUMN_GAP = 3
"""Cells between columns, and between a picture and its caption."""

_SIGNS = {Relation.EXACTLY: UNICODE.filled, Relation.MORE_THAN: UNICODE.filled, Relation.FEWER_THAN: ""}
_HOW_MANY = {
    Relation.FEWER_THAN: _("how many fewer, the card does not say"),
    Relation.MORE_THAN: _("how many more, the card does not say"),
}


def icon_pieces(line: str) -> Pieces:
    """Split a line of icons into pieces with a single look each; a space goes with the icon before it."""
    return tuple((run, LOOKS[run.lstrip()[:1] or " "]) for run in _RUNS.findall(line))


def small_picture(figures: Sequence[Figure], hint: str) -> Beside | None:
    """Return the small picture for a statement with these figures, or `hint` if no picture of it is small enough."""
    numbers = [(figure, figure.frequency) for figure in figures if figure.frequency and is_drawn(figure.frequency)]
    if not numbers:
        return Beside((((_("unknown"), "quiet"),),)) if any(not figure.frequency for figure in figures) else None
    figure, frequency = numbers[0]
    rows = 2 if figure.rest else 1
    if len(numbers) > 1 or frequency.of > icons.HUNDRED:
        return Beside((((hint, "quiet"),),), rows)
    return Beside(tuple(icon_pieces(line) for line in icons.small_grid(frequency, UNICODE)), rows)


def caption(figure: Figure, width: int, with_legend: bool, links: Links = ()) -> list[Pieces]:
    """Return the lines of a figure's caption: its headings and its statement.

    Args:
        figure: the number, or the statement that it is unknown.
        width: maximum width in cells.
        with_legend: whether to put each icon before its meaning. Without it, the caption keeps only what a shared
            legend cannot say: the card's own words for the rest, and that the card leaves a number open.
        links: words to underline.
    """
    lines = paragraph("", figure.sentence.headings, "heading", width, links) if figure.sentence.headings else []
    for sign, text, look in _caption_parts(figure, with_legend):
        lines += paragraph(sign, text, look, width, links if look in _CARD_LOOKS else ())
    return lines


def _caption_parts(figure: Figure, with_legend: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the parts of a caption: icon (or an empty string), text, and look."""
    text, frequency = figure.sentence.statement.text, figure.frequency
    if frequency is None:
        yield "", _("unknown"), "ours"
        yield "", text, "text"
        return
    sign = _SIGNS[frequency.relation] if is_drawn(frequency) and (with_legend or figure.rest) else ""
    if figure.only_number:
        yield sign, text, "text"
    else:
        yield "", text, "text"
        yield sign, frequency.quote, "heading"
    if figure.rest:
        yield UNICODE.open if sign else "", figure.rest.statement.text, "text"
    if not is_drawn(frequency):
        yield "", _("too many to draw"), "quiet"
        return
    if frequency.relation in _HOW_MANY:
        yield UNICODE.unsure, _HOW_MANY[frequency.relation], "quiet"
    if frequency.relation is Relation.MORE_THAN:
        yield UNICODE.open, _("perhaps, perhaps not"), "quiet"
    elif with_legend and not figure.rest:
        yield UNICODE.open, _("the others"), "quiet"


def paragraph(sign: str, text: str, look: str, width: int, links: Links = ()) -> list[Pieces]:
    """Wrap a text to this width in cells; with a `sign`, as an entry of a legend with a hanging indent."""
    lines = wrap(text, width - LEGEND_INDENT if sign else width)
    links_per_line = on_lines(text, lines, linked_spans(text, links))
    pieces = [linked(line, look, found) or ((line, look),) for line, found in zip(lines, links_per_line, strict=True)]
    if not sign:
        return pieces
    hang = (" " * LEGEND_INDENT, "text")
    return [((sign, LOOKS[sign]), (" = ", "quiet"), *pieces[0]), *((hang, *line) for line in pieces[1:])]


def is_drawn(frequency: Frequency) -> bool:
    """Whether this frequency has a picture; more than a thousand icons are not drawn."""
    return frequency.of <= icons.MAX_ICONS


def picture(heading: str, figure: Figure, width: int, links: Links = ()) -> list[Pieces]:
    """Return a figure in full: icons, and under `heading` its caption, to the right of them or above them."""
    grid = _grid(figure, width)
    used = max((cell_len(line) for line in grid), default=0) + COLUMN_GAP
    min_caption = MIN_CAPTION_THOUSAND if len(grid) > icons.HUNDRED // 10 else MIN_CAPTION
    to_the_right = bool(grid) and width - used >= min_caption
    room = width - used if to_the_right else width
    blocks = [paragraph("", heading, "heading", room), caption(figure, room, with_legend=True, links=links)]
    if figure.frequency and figure.frequency.of > icons.HUNDRED and grid:
        scale = _("Mind: these are {of} circles, not 100.").format(of=figure.frequency.of)
        blocks.insert(1, paragraph("", scale, "ours", room))
    lines = [line for block in blocks for line in ((), *block)][1:]
    if to_the_right and len(lines) > len(grid):
        lines = [line for block in blocks for line in block]  # without gaps, to keep all of it in view
    icon_lines = [icon_pieces(line) for line in grid]
    if not to_the_right:
        return [*lines, (), *icon_lines]
    return join_columns([icon_lines, lines], [used - COLUMN_GAP, room])


def figure_columns(
    figures: Sequence[Figure | None], width: int, missing: Sequence[str], links: Links = ()
) -> list[Pieces]:
    """Return figures in columns of this width: all captions first, then all icons from the same line on.

    Args:
        figures: a figure for each column, or None.
        width: of each column, in cells.
        missing: for each column, the text shown if it has no figure.
        links: words to underline.
    """
    captions = [
        caption(figure, width, with_legend=False, links=links) if figure else paragraph("", instead, "quiet", width)
        for figure, instead in zip(figures, missing, strict=True)
    ]
    grids = [[icon_pieces(line) for line in _grid(figure, width)] if figure else [] for figure in figures]
    widths = [width] * len(figures)
    icon_lines = join_columns(grids, widths)
    return [*join_columns(captions, widths), *([()] if icon_lines else []), *icon_lines]


def join_columns(columns: Sequence[Sequence[Pieces]], widths: Sequence[int]) -> list[Pieces]:
    """Put blocks of lines side by side, each padded to its width in cells, with a gap between them."""
    lines: list[Pieces] = []
    for number in range(max((len(column) for column in columns), default=0)):
        line: list[tuple[str, str]] = []
        for column, width in zip(columns, widths, strict=True):
            pieces = column[number] if number < len(column) else ()
            used = sum(cell_len(text) for text, _look in pieces)
            line += [*pieces, (" " * (width + COLUMN_GAP - used), "text")]
        lines.append(tuple(line))
    return lines


def _grid(figure: Figure, width: int) -> tuple[str, ...]:
    return icons.grid(figure.frequency, UNICODE, width) if figure.frequency else ()
