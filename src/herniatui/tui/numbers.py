"""The numbers of one statement, or of all options of a question together, as rows of a page.

Every option has the same: a column of the same width, icons of the same size and strength, the order of the card.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from herniatui.card.figures import Figure, figures, leaves_out
from herniatui.card.model import Card, Frequency, Question, Relation, letter
from herniatui.report.icons import HUNDRED, THOUSAND, UNICODE
from herniatui.tui.pictures import APART, Links, band, drawn, next_to_each_other, paragraph, picture
from herniatui.tui.rows import Drawing, Pieces, Row
from herniatui.words import _

NARROWEST = 24
"""Cells that a column has at least; where they do not all fit, options go on under the others."""

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
        yield Row("", drawing=lambda width: _drawn_key(key, width), gap=True)
    for number, one in enumerate(bands(found)):
        yield Row("", key=f"number:{number}", drawing=_together(card, one, links), gap=True)
    yield from _without_number(question, found)


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
    return lambda width: picture([(heading, "heading")], figure, width, links)


def _key(found: Sequence[Sequence[Figure]]) -> list[tuple[str, str]]:
    """Return what each icon in these pictures stands for."""
    frequencies = [figure.frequency for one in found for figure in one if figure.frequency]
    key = [(UNICODE.filled, _("as many as the sentence says")), (UNICODE.open, _("the others"))] if frequencies else []
    if any(frequency.relation is not Relation.EXACTLY for frequency in frequencies):
        key.append((UNICODE.unsure, _("how many exactly, the card does not say")))
    return key


def _drawn_key(key: Sequence[tuple[str, str]], width: int) -> list[Pieces]:
    """Return the key on one line where it fits."""
    lines = [paragraph(sign, text, "quiet", width) for sign, text in key]
    widths = [cell_len("".join(text for text, _look in line[0])) for line in lines]
    if sum(widths) + APART * len(widths) <= width:
        return next_to_each_other(lines, widths)
    return [line for paragraph_ in lines for line in paragraph_]


def _together(card: Card, figures_: Band, links: Links) -> Drawing:
    """Return how the figures of one height are drawn, each under the name of its option."""

    def draw(width: int) -> list[Pieces]:
        at_once = max(1, min(len(figures_), (width + APART) // (NARROWEST + APART)))
        column = (width + APART) // at_once - APART
        small = [figure if figure and _fits(figure, column) else None for figure in figures_]
        lines: list[Pieces] = []
        for first in range(0, len(figures_), at_once):
            here = range(first, min(first + at_once, len(figures_)))
            if any(small[option] for option in here):
                heads = [paragraph("", head(card, option), "heading", column) for option in here]
                lines += [*([()] if lines else []), *next_to_each_other(heads, [column] * len(heads)), ()]
                lines += band([small[option] for option in here], column, links)
        if _are_the_same(figures_):
            lines += [(), *paragraph("", _("= the same for every option"), "quiet", width)]
        for option, figure in enumerate(figures_):
            if figure and not _fits(figure, column):
                lines += [*([()] if lines else []), *_on_its_own(head(card, option), figure, width, links)]
        return lines

    return draw


def _are_the_same(figures_: Band) -> bool:
    return None not in figures_ and len({_words(figure) for figure in figures_ if figure}) == 1


def _fits(figure: Figure, column: int) -> bool:
    """Whether a figure has its picture in a column; a thousand may need the whole width."""
    frequency = figure.frequency
    return frequency is None or frequency.of <= HUNDRED or not drawn(frequency) or column >= THOUSAND


def _on_its_own(heading: str, figure: Figure, width: int, links: Links) -> list[Pieces]:
    of = figure.frequency.of if figure.frequency else 0
    scale = _("Mind: out of {of} here. That is another scale.").format(of=of)
    return picture([(heading, "heading"), (scale, "ours")], figure, width, links)


def _without_number(question: Question, found: Sequence[Sequence[Figure]]) -> Iterator[Row]:
    """Yield what is no number, so that nothing counts as none for want of one."""
    for option, one in enumerate(found):
        if not one:
            words = _("The card gives no number here.")
        elif leaves_out(question, option):
            words = _("The card names more here, without a number.")
        else:
            continue
        yield Row(words, look="quiet", lead=f"{letter(option)}  ", gap=True)
