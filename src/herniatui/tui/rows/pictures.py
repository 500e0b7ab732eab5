"""Pictures of numbers as lines of pieces: icons, and the captions that they are never drawn without."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from herniatui.card.figures import Figure
from herniatui.card.links import Link, linked_spans
from herniatui.card.model import Frequency, Relation
from herniatui.card.quoted_words import Spans, bold_spans
from herniatui.i18n import _
from herniatui.isolation import PDI, RLI, begins_right_to_left
from herniatui.report import icons, phrases
from herniatui.report.icons import UNICODE, UNICODE_STRIP
from herniatui.tui.rows.layout import NARROW, Beside, Drawing, Pieces, linked, on_lines, wrap

LOOKS = {
    UNICODE.filled: "filled", UNICODE.open: "open", UNICODE.unsure: "unsure", UNICODE.about: "filled",
    UNICODE_STRIP.filled: "filled", UNICODE_STRIP.open: "open", " ": "text",
}  # fmt: skip
_RUNS = re.compile("|".join(f"(?: *{glyph})+ *" for glyph in LOOKS if glyph != " ") + "| +")
Links = tuple[Link, ...]
Paragraph = tuple[str, str, Spans]
"""A text with its look, and what of it is in bold."""
_CARD_LOOKS = ("text", "heading")
"""Looks of the card's own words; the program's words have other looks."""

LEGEND_INDENT = 4
"""Cells of an icon and ` = ` before its meaning."""
MIN_CAPTION = 28
"""Minimum width in cells of a caption to the right of a picture; with less room it goes above the picture."""
MIN_CAPTION_NARROW = 20
"""The same on a page of fewer than `NARROW` cells: beside it the picture of a hundred fits in a low window."""
MIN_CAPTION_THOUSAND = 16
"""The same for a thousand icons, which fill a small terminal: a caption above them would scroll out of view."""
COLUMN_GAP = 3
"""Cells between columns, and between a picture and its caption."""

_HOW_MANY = {
    Relation.FEWER_THAN: _("how many fewer, the card does not say"),
    Relation.MORE_THAN: _("how many more, the card does not say"),
    Relation.AT_MOST: _("at most so many; how many, the card does not say"),
    Relation.AT_LEAST: _("at least so many; whether more, the card does not say"),
    Relation.ABOUT: _("how many exactly, the card does not say"),
}


def icon_pieces(line: str) -> Pieces:
    """Split a line of icons into pieces with a single look each; a space goes with the icon before it."""
    return tuple((run, LOOKS[run.lstrip()[:1] or " "]) for run in _RUNS.findall(line))


def small_picture(figures: Sequence[Figure], key: str) -> Beside | None:
    """Return the small picture to stand beside the statement of these figures; None if there is none.

    Of what is too large to stand there, it is the key that shows it, with the number in the card's words.
    """
    numbers = [(figure, figure.frequency) for figure in figures if figure.frequency and is_drawn(figure.frequency)]
    if not numbers:
        return None
    figure, frequency = numbers[0]
    rows = 2 if figure.rest else 1
    if len(numbers) > 1 or frequency.of > icons.HUNDRED:
        quotes = ", ".join(frequency.quote for _figure, frequency in numbers)
        words = _("{key}: {quotes} as a picture").format(key=key, quotes=quotes)
        return Beside(tuple(((line, "quiet"),) for line in wrap(words, icons.SMALL_WIDTH)), rows)
    return Beside(tuple(icon_pieces(line) for line in _small_lines(frequency, icons.SMALL_WIDTH)), rows)


def caption(figure: Figure, width: int, look: str = "text", links: Links = ()) -> list[Pieces]:
    """Return the lines of a figure's caption: its headings, its statement, and what each kind of icon means.

    Args:
        figure: the number, or the statement that it is unknown.
        width: maximum width in cells.
        look: of the statement.
        links: words to underline.
    """
    lines = paragraph("", figure.sentence.headings, "heading", width, links) if figure.sentence.headings else []
    for sign, text, how, bold in _caption_parts(figure, look):
        lines += paragraph(sign, text, how, width, links if how in _CARD_LOOKS else (), bold)
    return lines


def _caption_parts(figure: Figure, look: str) -> Iterator[tuple[str, str, str, Spans]]:
    """Yield the parts of a caption: icon (or an empty string), text, look, and what of it is in bold."""
    statement, frequency = figure.sentence.statement, figure.frequency
    text, bold = statement.text, bold_spans(statement.text, statement.bold)
    if frequency is None:
        yield "", text, look, bold
        return
    if not is_drawn(frequency):
        yield "", frequency.quote, "heading", ()
        yield "", text, "text", bold
        yield "", _("No picture: it would not be exact with 10, 100 or 1000 circles."), "quiet", ()
    else:
        sign = _sign(frequency)
        if figure.only_number:
            yield sign, text, look, bold
        else:
            yield "", text, look, bold
            yield sign, frequency.quote, "heading", ()
        yield from ((*part, ()) for part in _how_many(frequency))
    other = glyphs(frequency).open if is_drawn(frequency) else ""
    if figure.rest:
        rest = figure.rest.statement
        yield other, rest.text, look, bold_spans(rest.text, rest.bold)
    else:
        yield other, phrases.others(frequency), "quiet", ()


def glyphs(frequency: Frequency) -> icons.Glyphs:
    """Return the characters that a frequency is drawn with."""
    return UNICODE_STRIP if icons.form(frequency) is icons.PictureForm.STRIP else UNICODE


def _sign(frequency: Frequency) -> str:
    """Return the icon of those whom the sentence is about; none where it is not certain that there are any."""
    if frequency.relation in (Relation.FEWER_THAN, Relation.AT_MOST):
        return ""
    return glyphs(frequency).about if frequency.relation is Relation.ABOUT else glyphs(frequency).filled


def _how_many(frequency: Frequency) -> Iterator[tuple[str, str, str]]:
    """Yield what the card leaves open of the number."""
    if frequency.relation is Relation.ABOUT:
        yield glyphs(frequency).about, _HOW_MANY[frequency.relation], "quiet"
    elif frequency.relation in _HOW_MANY:
        yield UNICODE.unsure, _HOW_MANY[frequency.relation], "quiet"
    if frequency.to is not None:
        words = _("between {count} and {to}; how many, the card does not say")
        yield UNICODE.unsure, words.format(count=frequency.count, to=frequency.to), "quiet"


def paragraphs(texts: Sequence[Paragraph]) -> Drawing:
    """Return the drawing of these texts."""
    return lambda width: [line for text, look, bold in texts for line in paragraph("", text, look, width, (), bold)]


def paragraph(sign: str, text: str, look: str, width: int, links: Links = (), bold: Spans = ()) -> list[Pieces]:
    """Wrap a text to this width in cells; with a `sign`, as an entry of a legend with a hanging indent."""
    lines = wrap(text, width - LEGEND_INDENT if sign else width)
    marked = zip(lines, on_lines(text, lines, linked_spans(text, links)), on_lines(text, lines, bold), strict=True)
    pieces = [linked(line, look, *found) or ((line, look),) for line, *found in marked]
    if begins_right_to_left(text):
        pieces = [((RLI, look), *line, (PDI, look)) for line in pieces]
    if not sign:
        return pieces
    hang = (" " * LEGEND_INDENT, "text")
    return [((sign, LOOKS[sign]), (" = ", "quiet"), *pieces[0]), *((hang, *line) for line in pieces[1:])]


def is_drawn(frequency: Frequency) -> bool:
    """Whether this frequency has a picture, icons or a strip; of others no picture would be exact."""
    return icons.form(frequency) is not icons.PictureForm.WORDS


def picture(heading: str, figure: Figure, width: int, height: int = 0, links: Links = ()) -> list[Pieces]:
    """Return a figure in full: icons, and under `heading` its caption, to the right of them or above them.

    Args:
        heading: the option, or empty.
        figure: the number, or the statement that it is unknown.
        width: maximum width in cells.
        height: lines that there is room for, which decides how large the icons are; 0: any.
        links: words to underline.
    """
    min_caption = MIN_CAPTION_NARROW if width < NARROW else MIN_CAPTION
    if _is_thousand(figure):
        min_caption = MIN_CAPTION_THOUSAND
    if _is_thousand(figure) and width < NARROW:  # above each other, or a thousand icons would be a hundred lines high
        grid = _grid(figure, width, 0)
    else:
        grid = _grid(figure, width - COLUMN_GAP - min_caption, height)
    used = max((cell_len(line) for line in grid), default=0) + COLUMN_GAP
    to_the_right = bool(grid) and width - used >= min_caption
    room = width - used if to_the_right else width
    blocks = [paragraph("", heading, "heading", room), caption(figure, room, "heading", links)]
    if _is_thousand(figure) and figure.frequency and grid:
        scale = _("Mind: these are {of} circles, not 100.").format(of=figure.frequency.of)
        blocks.insert(1, paragraph("", scale, "ours", room))
    if figure.frequency and not figure.has_time:
        blocks.append(paragraph("", _("The card does not say in how much time."), "quiet", room))
    lines = [line for block in blocks if block for line in ((), *block)][1:]
    if to_the_right and len(lines) > len(grid):  # without gaps, and if need be the last, to keep all of it in view
        if sum(map(len, blocks)) > len(grid) and not figure.has_time:
            blocks.pop()
        lines = [line for block in blocks for line in block]
    icon_lines = [icon_pieces(line) for line in grid]
    if not to_the_right:
        return [*lines, (), *icon_lines]
    return join_columns([icon_lines, lines], [used - COLUMN_GAP, room])


def small_figure(heading: str, figure: Figure, width: int, links: Links = ()) -> list[Pieces]:
    """Return a figure as one of a list: a small picture, and to the right of it `heading` and caption, or below it."""
    if _is_thousand(figure):
        return picture(heading, figure, width, links=links)
    grid = small_grid(figure, width)
    room = width - icons.SMALL_WIDTH - COLUMN_GAP
    to_the_right = bool(grid) and room >= MIN_CAPTION
    room = room if to_the_right else width
    lines = [*paragraph("", heading, "heading", room), *caption(figure, room, links=links)]
    return join_columns([grid, lines], [icons.SMALL_WIDTH, room]) if to_the_right else [*lines, *grid]


def small_grid(figure: Figure, width: int) -> list[Pieces]:
    """Return the lines of the small picture of a figure; of a thousand the picture as it is, and none if unknown."""
    frequency = figure.frequency
    if frequency is None:
        return []
    return [icon_pieces(line) for line in _small_lines(frequency, width)]


def _small_lines(frequency: Frequency, width: int) -> tuple[str, ...]:
    if icons.form(frequency) is icons.PictureForm.STRIP:
        return (icons.strip(frequency, UNICODE_STRIP),)
    if icons.form(frequency) is icons.PictureForm.ICONS and frequency.of <= icons.HUNDRED:
        return icons.small_grid(frequency, UNICODE)
    return icons.grid(frequency, UNICODE, width)


def _is_thousand(figure: Figure) -> bool:
    return bool(figure.frequency and is_drawn(figure.frequency) and figure.frequency.of > icons.HUNDRED)


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


def _grid(figure: Figure, width: int, height: int) -> tuple[str, ...]:
    if figure.frequency and icons.form(figure.frequency) is icons.PictureForm.STRIP:
        line = icons.strip(figure.frequency, UNICODE_STRIP, min(max(width, icons.SMALL_WIDTH), icons.LARGE_WIDTH))
        return (line, line)
    return icons.grid(figure.frequency, UNICODE, width, height) if figure.frequency else ()
