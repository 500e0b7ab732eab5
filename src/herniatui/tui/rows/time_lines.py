"""Times on lines of weeks. Each clock has a line and a beginning of its own; all of a question are to one scale."""

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from herniatui.card.model import Card, Question
from herniatui.card.timelines import Lane, Moment, lanes, weeks, without_numbers
from herniatui.i18n import _
from herniatui.report.picture_text import now, weeks_from
from herniatui.tui.rows.layout import Drawing, Pieces, Row
from herniatui.tui.rows.numbers import head
from herniatui.tui.rows.pictures import Links, paragraph

_CELLS_PER_WEEK = (28.0, 14.0, 7.0, 4.0, 2.0, 1.0, 1 / 2, 1 / 4, 1 / 13, 1 / 26, 1 / 52, 1 / 104, 1 / 520)
_TICKS = (1, 2, 4, 13, 26, 52, 104, 520, 1040, 5200)
"""Weeks between two numbers under the line."""
_NUMBER = 4
"""Fewest cells from number to number."""
_NOW = str.maketrans("━●", "═◊")
"""Where the patient is now looks other than what the card says will be."""
_END = 10
"""Cells to the right of the line, for the last number and the word for weeks."""


class Scale(Struct, frozen=True):
    """How long a week is drawn."""

    cells: float
    """Cells for one week."""
    tick: int
    """Weeks from number to number."""
    last: int
    """The week at the end of the line."""

    def at(self, week: float) -> int:
        """Return the cell of this week, from 0."""
        return round(week * self.cells)


def scale(longest: float, width: int) -> Scale:
    """Return the scale at which so many weeks fit in so many cells, with the number at the end of the line."""
    every = [_scale(longest, cells) for cells in _CELLS_PER_WEEK]
    return next((one for one in every if one.at(one.last) <= width - _END), every[-1])


def _scale(longest: float, cells: float) -> Scale:
    tick = next((one for one in _TICKS if one * cells >= _NUMBER), _TICKS[-1])
    return Scale(cells, tick, math.ceil(longest / tick) * tick)


def timeline_rows(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield the rows that show when: for each option its lines, and on each line what the card says of it."""
    longest = weeks(card, question)
    if not longest:
        return
    opening = [(_("When"), "ours")]
    if len({lane.clock for option in range(len(card.options)) for lane in lanes(card, question, option)}) > 1:
        own = _("Every line begins at a moment of its own. Do not compare the lines week by week.")
        opening.append((own, "quiet"))
    opening.append(("", "text"))
    for option in range(len(card.options)):
        found = lanes(card, question, option)
        for number, lane in enumerate(found):
            heads = [*opening, (head(card, option), "heading"), (weeks_from(lane), "quiet")]
            yield Row("", key=f"time:{option}:{number}", drawing=_lane(heads, lane, longest, links), gap=True)
            opening = []
        if others := _not_on_a_line(question, option, bool(found)):
            heads = [*opening, (head(card, option), "heading"), *others]
            yield Row("", key=f"time:{option}", drawing=_words(heads), gap=True)
            opening = []


def _not_on_a_line(question: Question, option: int, has_lines: bool) -> list[tuple[str, str]]:
    """Return what the card says of times that have no place on a line; that it names none, if it has no line either."""
    said = without_numbers(question, option)
    if said:
        return [(_("Without a number:"), "quiet"), *((words, "text") for words in said)]
    return [] if has_lines else [(_("The card names no time here."), "quiet")]


def _words(heads: Sequence[tuple[str, str]]) -> Drawing:
    return lambda width: [line for text, look in heads for line in paragraph("", text, look, width)]


def _lane(heads: Sequence[tuple[str, str]], lane: Lane, longest: float, links: Links) -> Drawing:
    def draw(width: int) -> list[Pieces]:
        on = scale(longest, width)
        lines = [*_words(heads)(width), *ruler(on)]
        for number, moment in enumerate(lane.moments):
            lines += [*([()] if number else []), bar(moment, on)]
            first, *others = moment.words
            lines += paragraph("", now(first) if moment.now else first, "text", width, links)
            lines += [line for words in others for line in paragraph("", f"– {words}", "text", width, links)]
        return lines

    return draw


def ruler(on: Scale) -> list[Pieces]:
    """Return the line with its weeks."""
    numbers, line = "", ""
    for week in range(0, on.last + 1, on.tick):
        numbers = numbers.ljust(on.at(week)) + str(week)
        line = line.ljust(on.at(week), "─") + ("├" if week == 0 else "┤" if week == on.last else "┼")
    return [((_("{numbers} weeks").format(numbers=numbers), "quiet"),), ((line, "open"),)]


def bar(moment: Moment, on: Scale) -> Pieces:
    """Return the line of one moment: a dot where it is one moment, a bar from beginning to end of a period."""
    cells = [" "] * (on.at(on.last) + 1)
    for span in moment.spans:
        start, end = (on.at(week) for week in span.weeks)
        cells[start : end + 1] = "●" if start == end else "━" * (end - start + 1)
    drawn = "".join(cells).rstrip()
    before = len(drawn) - len(drawn.lstrip())
    if moment.now:
        return ((drawn[:before], "text"), (drawn[before:].translate(_NOW), "unsure"))
    return ((drawn[:before], "text"), (drawn[before:], "filled"))
