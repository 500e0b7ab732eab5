"""The numbers of one statement, or of all options of a question together, as rows of a page.

Every option has the same: a column of the same width, icons of the same size and strength, the order of the card.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from herniatui.card.figures import Figure, figures, leaves_out
from herniatui.card.model import Card, Frequency, Question, letter
from herniatui.i18n import _
from herniatui.report.icons import HUNDRED, THOUSAND, UNICODE
from herniatui.tui.rows.layout import Drawing, Pieces, Row
from herniatui.tui.rows.pictures import APART, Links, band, drawn, next_to_each_other, paragraph, picture

NARROWEST = 24
"""Cells that a column has at least; where they do not all fit, options go on under the others."""

_NOT_THE_SAME = _("What stands next to each other is not always the same thing. Read the sentence above it.")

Band = tuple[Figure | None, ...]
"""What stands at one height: a figure of each option, or none."""


def statement_numbers(card: Card, option: int, found: Sequence[Figure], links: Links = ()) -> Iterator[Row]:
    """Yield the pictures of one statement of the option with this index."""
    for number, figure in enumerate(found):
        key = f"number:{number}" if len(found) > 1 else ""
        yield Row("", key=key, drawing=_one(head(card, option), figure, links), gap=True)


def question_numbers(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield all numbers of a question, each option in a column of its own; nothing where there are none."""
    found = [figures(question, option) for option in range(len(card.options))]
    if not any(found):
        return
    if key := _key(found):
        yield Row("", drawing=lambda width: _drawn_key(key, width))
    every = list(bands(found))
    if any(len({_words(figure) for figure in one if figure}) > 1 for one in every):
        yield Row("", drawing=lambda width: paragraph("", _NOT_THE_SAME, "quiet", width))
    more = [leaves_out(question, option) for option in range(len(card.options))]
    for number, one in enumerate(every):
        key_ = f"number:{number}"
        yield Row("", key=key_, drawing=_together(card, one, more if number == 0 else (), links), gap=True)
        for option, figure in enumerate(one):
            if figure and figure.frequency and figure.frequency.of > HUNDRED:
                alone = _on_its_own(head(card, option), figure, len(one), links)
                yield Row("", key=f"{key_}:{option}", drawing=alone, gap=True)


def head(card: Card, option: int) -> str:
    """Return the letter and short name of the option with this index, as a heading."""
    return f"{letter(option)}  {card.options[option].short}"


def bands(columns: Sequence[Sequence[Figure]]) -> Iterator[Band]:
    """Yield what stands at one height: what every column has in the same words, and in between in the order of each."""
    rest = [list(column) for column in columns]
    for figure in columns[0]:
        places = [[_words(one) for one in column].index(_words(figure)) for column in rest if _has(column, figure)]
        if len(places) == len(rest):
            yield from zip_longest(*(column[:place] for column, place in zip(rest, places, strict=True)))
            yield tuple(column[place] for column, place in zip(rest, places, strict=True))
            rest = [column[place + 1 :] for column, place in zip(rest, places, strict=True)]
    yield from zip_longest(*rest)


def _has(column: Sequence[Figure], figure: Figure) -> bool:
    return _words(figure) in [_words(one) for one in column]


def _words(figure: Figure) -> tuple[str, str, Frequency | None]:
    return figure.says.words, figure.rest.words if figure.rest else "", figure.frequency


def _one(heading: str, figure: Figure, links: Links) -> Drawing:
    return lambda width: picture(heading, figure, width, links)


def _key(found: Sequence[Sequence[Figure]]) -> list[tuple[str, str]]:
    """Return what each icon in these pictures stands for, where a picture does not say it itself."""
    if not any(figure.frequency for one in found for figure in one):
        return []
    return [(UNICODE.filled, _("as many as the sentence says")), (UNICODE.open, _("the others"))]


def _drawn_key(key: Sequence[tuple[str, str]], width: int) -> list[Pieces]:
    """Return the key on one line where it fits."""
    lines = [paragraph(sign, text, "quiet", width) for sign, text in key]
    widths = [cell_len("".join(text for text, _look in line[0])) for line in lines]
    if sum(widths) + APART * len(widths) <= width:
        return next_to_each_other(lines, widths)
    return [line for paragraph_ in lines for line in paragraph_]


def _together(card: Card, figures_: Band, more: Sequence[bool], links: Links) -> Drawing:
    """Return how the figures of one height are drawn, each under the name of its option.

    `more` is of which options the card says more than there are numbers for, where that is told here.
    """

    def draw(width: int) -> list[Pieces]:
        at_once, column = _layout(len(figures_), width)
        small = [figure if figure and _fits(figure, column) else None for figure in figures_]
        if not any(small):
            return []
        missing = [_("see below") if figure else _("no number here") for figure in figures_]
        lines: list[Pieces] = []
        for first in range(0, len(figures_), at_once):
            here = range(first, min(first + at_once, len(figures_)))
            heads = [_heads(card, option, column, more) for option in here]
            lines += [*([()] if lines else []), *next_to_each_other(heads, [column] * len(heads)), ()]
            lines += band([small[option] for option in here], column, [missing[option] for option in here], links)
        if _are_the_same(figures_):
            same = [_("= the same for every option"), _("= the card says this for every option")]
            lines += [(), *paragraph("", same[any(not one.frequency for one in figures_ if one)], "quiet", width)]
        return lines

    return draw


def _layout(options: int, width: int) -> tuple[int, int]:
    """Return how many columns there are next to each other, and how wide each is."""
    at_once = max(1, min(options, (width + APART) // (NARROWEST + APART)))
    return at_once, (width + APART) // at_once - APART


def _heads(card: Card, option: int, width: int, more: Sequence[bool]) -> list[Pieces]:
    lines = paragraph("", head(card, option), "heading", width)
    if any(more):
        lines += paragraph("", _("also points without a number") if more[option] else "", "quiet", width)
    return lines


def _are_the_same(figures_: Band) -> bool:
    return None not in figures_ and len({_words(figure) for figure in figures_ if figure}) == 1


def _fits(figure: Figure, column: int) -> bool:
    """Whether a figure has its picture in a column; a thousand may need the whole width."""
    frequency = figure.frequency
    return frequency is None or frequency.of <= HUNDRED or not drawn(frequency) or column >= THOUSAND


def _on_its_own(heading: str, figure: Figure, options: int, links: Links) -> Drawing:
    """Return how a figure is drawn that does not fit in a column; nothing where it does."""

    def draw(width: int) -> list[Pieces]:
        fits = _fits(figure, _layout(options, width)[1])
        return [] if fits else picture(heading, figure, width, links)

    return draw
