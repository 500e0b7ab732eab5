"""Pictures of numbers as lines of pieces: icons, and the words that they are never drawn without."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from herniatui.card.figures import Figure
from herniatui.card.links import Link, places
from herniatui.card.model import Frequency, Relation
from herniatui.i18n import _
from herniatui.report import icons
from herniatui.report.icons import UNICODE
from herniatui.tui.rows.layout import Beside, Pieces, linked, on_lines, wrap

_RUNS = re.compile("|".join(f"(?: *{glyph})+ *" for glyph in (UNICODE.filled, UNICODE.open, UNICODE.unsure)) + "| +")
Links = tuple[Link, ...]
_OF_THE_CARD = ("text", "heading")
"""How words of the card look; what is ours looks otherwise."""

LOOKS = {UNICODE.filled: "filled", UNICODE.open: "open", UNICODE.unsure: "unsure", " ": "text"}
LEAD = 4
"""Cells for the icon and `=` before the words that say what it stands for."""
NEAR = 28
"""Fewest cells for words to the right of a picture; where there are fewer they stand above it."""
NEAR_THOUSAND = 16
"""The same beside a thousand, which is as high as a small terminal: above it the words would be out of view."""
APART = 3
"""Cells between a picture and its words."""

_SIGNS = {Relation.EXACTLY: UNICODE.filled, Relation.MORE_THAN: UNICODE.filled, Relation.FEWER_THAN: ""}
_HOW_MANY = {
    Relation.FEWER_THAN: _("how many fewer, the card does not say"),
    Relation.MORE_THAN: _("how many more, the card does not say"),
}


def icon_pieces(line: str) -> Pieces:
    """Return a line of icons in pieces of one look; a space goes with the icon before it."""
    return tuple((run, LOOKS[run.lstrip()[:1] or " "]) for run in _RUNS.findall(line))


def beside(figures: Sequence[Figure], hint: str) -> Beside | None:
    """Return the small picture for a statement with these figures; `hint` where it has none that is small enough."""
    numbers = [(figure, figure.frequency) for figure in figures if figure.frequency and drawn(figure.frequency)]
    if not numbers:
        return Beside((((_("unknown"), "quiet"),),)) if any(not figure.frequency for figure in figures) else None
    figure, frequency = numbers[0]
    rows = 2 if figure.rest else 1
    if len(numbers) > 1 or frequency.of > icons.HUNDRED:
        return Beside((((hint, "quiet"),),), rows)
    return Beside(tuple(icon_pieces(line) for line in icons.beside(frequency, UNICODE)), rows)


def words(figure: Figure, width: int, key: bool, links: Links = ()) -> list[Pieces]:
    """Return the lines that say a figure: its headings and its statement.

    With `key` each icon stands before the words that it is for. Where there is a key elsewhere it is left out, but for
    what that does not say: the card's own words for the others, and where it leaves the number open. Words with one of
    these links are underlined.
    """
    lines = paragraph("", figure.says.headings, "heading", width, links) if figure.says.headings else []
    for sign, text, look in _said(figure, key):
        lines += paragraph(sign, text, look, width, links if look in _OF_THE_CARD else ())
    return lines


def _said(figure: Figure, key: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the icon, the words and their look of each thing that is said."""
    text, frequency = figure.says.statement.text, figure.frequency
    if frequency is None:
        yield "", _("unknown"), "ours"
        yield "", text, "text"
        return
    sign = _SIGNS[frequency.relation] if drawn(frequency) and (key or figure.rest) else ""
    if figure.only_number:
        yield sign, text, "text"
    else:
        yield "", text, "text"
        yield sign, frequency.quote, "heading"
    if figure.rest:
        yield UNICODE.open if sign else "", figure.rest.statement.text, "text"
    if not drawn(frequency):
        yield "", _("too many to draw"), "quiet"
        return
    if frequency.relation in _HOW_MANY:
        yield UNICODE.unsure, _HOW_MANY[frequency.relation], "quiet"
    if frequency.relation is Relation.MORE_THAN:
        yield UNICODE.open, _("perhaps, perhaps not"), "quiet"
    elif key and not figure.rest:
        yield UNICODE.open, _("the others"), "quiet"


def paragraph(sign: str, text: str, look: str, width: int, links: Links = ()) -> list[Pieces]:
    """Return a text in lines of at most so many cells; after the icon that it is for, if any, as in a key."""
    lines = wrap(text, width - LEAD if sign else width)
    here = on_lines(text, lines, places(text, links))
    pieces = [linked(line, look, found) or ((line, look),) for line, found in zip(lines, here, strict=True)]
    if not sign:
        return pieces
    hang = (" " * LEAD, "text")
    return [((sign, LOOKS[sign]), (" = ", "quiet"), *pieces[0]), *((hang, *line) for line in pieces[1:])]


def drawn(frequency: Frequency) -> bool:
    """Whether there is a picture of this frequency: there is none of more than a thousand."""
    return frequency.of <= icons.MOST


def picture(head: str, figure: Figure, width: int, links: Links = ()) -> list[Pieces]:
    """Return one figure in full, with `head` above its words.

    The words stand to the right of the icons, or above them where there is no room.
    """
    grid = _grid(figure, width)
    taken = max((cell_len(line) for line in grid), default=0) + APART
    near = NEAR_THOUSAND if len(grid) > icons.HUNDRED // 10 else NEAR
    beside_ = bool(grid) and width - taken >= near
    room = width - taken if beside_ else width
    blocks = [paragraph("", head, "heading", room), words(figure, room, key=True, links=links)]
    if figure.frequency and figure.frequency.of > icons.HUNDRED and grid:
        scale = _("Mind: these are {of} circles, not 100.").format(of=figure.frequency.of)
        blocks.insert(1, paragraph("", scale, "ours", room))
    said = [line for block in blocks for line in ((), *block)][1:]
    if beside_ and len(said) > len(grid):
        said = [line for block in blocks for line in block]  # closer together, so that all is in view at once
    drawn_ = [icon_pieces(line) for line in grid]
    if not beside_:
        return [*said, (), *drawn_]
    return next_to_each_other([drawn_, said], [taken - APART, room])


def band(figures: Sequence[Figure | None], width: int, missing: Sequence[str], links: Links = ()) -> list[Pieces]:
    """Return figures next to each other, each in so many cells: the words of all above, the icons at one height.

    Where there is none, `missing` has what stands in its place.
    """
    said = [
        words(figure, width, key=False, links=links) if figure else paragraph("", instead, "quiet", width)
        for figure, instead in zip(figures, missing, strict=True)
    ]
    drawn_ = [[icon_pieces(line) for line in _grid(figure, width)] if figure else [] for figure in figures]
    widths = [width] * len(figures)
    icons_ = next_to_each_other(drawn_, widths)
    return [*next_to_each_other(said, widths), *([()] if icons_ else []), *icons_]


def next_to_each_other(columns: Sequence[Sequence[Pieces]], widths: Sequence[int]) -> list[Pieces]:
    """Return these blocks of lines in columns of so many cells, with space between them."""
    lines: list[Pieces] = []
    for number in range(max((len(column) for column in columns), default=0)):
        line: list[tuple[str, str]] = []
        for column, width in zip(columns, widths, strict=True):
            pieces = column[number] if number < len(column) else ()
            used = sum(cell_len(text) for text, _look in pieces)
            line += [*pieces, (" " * (width + APART - used), "text")]
        lines.append(tuple(line))
    return lines


def _grid(figure: Figure, width: int) -> tuple[str, ...]:
    return icons.grid(figure.frequency, UNICODE, width) if figure.frequency else ()
