"""Timelines in weeks: a line with its own start for each clock, and one scale for a whole question."""

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from herniatui.card.model import Card, Question
from herniatui.card.timelines import Lane, Moment, lanes, last_week, times_without_numbers
from herniatui.i18n import _
from herniatui.report.picture_text import lane_label, now_label
from herniatui.tui.rows.layout import Drawing, Pieces, Row
from herniatui.tui.rows.numbers import option_heading
from herniatui.tui.rows.pictures import Links, paragraph

_CELLS_PER_WEEK = (28.0, 14.0, 7.0, 4.0, 2.0, 1.0, 1 / 2, 1 / 4, 1 / 13, 1 / 26, 1 / 52, 1 / 104, 1 / 520)
_TICKS = (1, 2, 4, 13, 26, 52, 104, 520, 1040, 5200)
"""Weeks between two ticks."""
_MIN_TICK = 4
"""Minimum number of cells between two ticks."""
_NOW = str.maketrans("━●", "═◊")
"""Other glyphs for where the patient is now, to distinguish it from what the card says will happen."""
_END = 10
"""Cells to the right of the line, for its last number and the word for weeks."""


class Scale(Struct, frozen=True):
    """Scale of a timeline."""

    cells: float
    """Cells per week."""
    tick: int
    """Weeks between two ticks."""
    last: int
    """Week at the end of the line."""

    def at(self, week: float) -> int:
        """Return the cell of this week, counted from 0."""
        return round(week * self.cells)


def scale(longest: float, width: int) -> Scale:
    """Return the largest scale at which this number of weeks and the last tick's label fit in this many cells."""
    scales = [_scale(longest, cells) for cells in _CELLS_PER_WEEK]
    return next((on for on in scales if on.at(on.last) <= width - _END), scales[-1])


def _scale(longest: float, cells: float) -> Scale:
    tick = next((weeks_ for weeks_ in _TICKS if weeks_ * cells >= _MIN_TICK), _TICKS[-1])
    return Scale(cells, tick, math.ceil(longest / tick) * tick)


def timeline_rows(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield the timelines of each option, with the card's words under each moment; nothing if no time has a number."""
    longest = last_week(card, question)
    if not longest:
        return
    opening = [(_("When"), "ours")]
    if len({lane.clock for option in range(len(card.options)) for lane in lanes(card, question, option)}) > 1:
        own = _("Every line begins at a moment of its own. Do not compare the lines week by week.")
        opening.append((own, "quiet"))
    opening.append(("", "text"))
    for option in range(len(card.options)):
        found = lanes(card, question, option)
        heading = (option_heading(card, option), "heading")
        for number, lane in enumerate(found):
            above = [*opening, heading, (lane_label(lane), "quiet")]
            yield Row("", key=f"time:{option}:{number}", drawing=_lane(above, lane, longest, links), gap=True)
            opening = []
        if others := _not_on_a_line(question, option, bool(found)):
            paragraphs = [*opening, heading, *others]
            yield Row("", key=f"time:{option}", drawing=_paragraphs(paragraphs), gap=True)
            opening = []


def _not_on_a_line(question: Question, option: int, has_lines: bool) -> list[tuple[str, str]]:
    """Return the card's words on times without a number; for an option without any time, a sentence that says so."""
    without = times_without_numbers(question, option)
    if without:
        return [(_("Without a number:"), "quiet"), *((words, "text") for words in without)]
    return [] if has_lines else [(_("The card names no time here."), "quiet")]


def _paragraphs(texts: Sequence[tuple[str, str]]) -> Drawing:
    """Return a drawing of these texts, each given with its look."""
    return lambda width: [line for text, look in texts for line in paragraph("", text, look, width)]


def _lane(above: Sequence[tuple[str, str]], lane: Lane, longest: float, links: Links) -> Drawing:
    def draw(width: int) -> list[Pieces]:
        on = scale(longest, width)
        lines = [*_paragraphs(above)(width), *ruler(on)]
        for number, moment in enumerate(lane.moments):
            lines += [*([()] if number else []), bar(moment, on)]
            first, *others = moment.words
            lines += paragraph("", now_label(first) if moment.now else first, "text", width, links)
            lines += [line for words in others for line in paragraph("", f"– {words}", "text", width, links)]
        return lines

    return draw


def ruler(on: Scale) -> list[Pieces]:
    """Return the line with its ticks, under their week numbers."""
    numbers, line = "", ""
    for week in range(0, on.last + 1, on.tick):
        numbers = numbers.ljust(on.at(week)) + str(week)
        line = line.ljust(on.at(week), "─") + ("├" if week == 0 else "┤" if week == on.last else "┼")
    return [((_("{numbers} weeks").format(numbers=numbers), "quiet"),), ((line, "open"),)]


def bar(moment: Moment, on: Scale) -> Pieces:
    """Return the line of a moment: a dot for a single time, a bar from start to end for a period."""
    cells = [" "] * (on.at(on.last) + 1)
    for span in moment.spans:
        start, end = (on.at(week) for week in span.weeks)
        cells[start : end + 1] = "●" if start == end else "━" * (end - start + 1)
    drawn = "".join(cells).rstrip()
    before = len(drawn) - len(drawn.lstrip())
    if moment.now:
        return ((drawn[:before], "text"), (drawn[before:].translate(_NOW), "unsure"))
    return ((drawn[:before], "text"), (drawn[before:], "filled"))
