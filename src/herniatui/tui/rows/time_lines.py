"""Timelines: a line with its own start for each clock, in the card's own unit, with one scale per unit and question."""

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from herniatui.card.model import Card, Question, Unit
from herniatui.card.timelines import Lane, Moment, lanes, last_times, names_no_time, times_without_numbers
from herniatui.card.wording.numbers_said import says_a_number
from herniatui.i18n import _
from herniatui.report.picture_text import lane_label, now_label
from herniatui.tui.rows.layout import Drawing, Pieces, Row, shifted
from herniatui.tui.rows.numbers import option_heading
from herniatui.tui.rows.pictures import Links, Paragraph, paragraph, paragraphs

_CELLS_PER_UNIT = (28.0, 14.0, 7.0, 4.0, 2.0, 1.0, 1 / 2, 1 / 4, 1 / 13, 1 / 26, 1 / 52, 1 / 104, 1 / 520)
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_TICKS = {
    Unit.MINUTES: (1, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 5760),
    Unit.HOURS: (1, 2, 4, 6, 12, 24, 48, 96, 192, 480, 960, 4800),
    Unit.DAYS: (1, 2, 7, 14, 28, 56, 112, 364, 728, 1820, 3640),
    Unit.WEEKS: (1, 2, 4, 13, 26, 52, 104, 520, 1040, 5200),
    Unit.MONTHS: (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000),
    Unit.YEARS: _ROUND,
}
"""Units between two ticks: steps in which people count them."""
_MIN_TICK = 4
"""Minimum number of cells between two ticks."""
_NOW = str.maketrans("━●", "═◊")
"""Other glyphs for where the patient is now, to distinguish it from what the card says will happen."""
_END = 12
"""Cells to the right of the line, for its last number and the word for its unit."""
_UNIT_WORDS = {
    Unit.MINUTES: _("minutes"),
    Unit.HOURS: _("hours"),
    Unit.DAYS: _("days"),
    Unit.WEEKS: _("weeks"),
    Unit.MONTHS: _("months"),
    Unit.YEARS: _("years"),
}
"""As they stand after a number."""


class Scale(Struct, frozen=True):
    """Scale of a timeline."""

    unit: Unit
    cells: float
    """Cells per unit."""
    tick: int
    """Units between two ticks."""
    last: int
    """Time at the end of the line."""

    def at(self, time: float) -> int:
        """Return the cell of this time, counted from 0."""
        return round(time * self.cells)


def scale(longest: int, unit: Unit, width: int) -> Scale:
    """Return the largest scale at which this number of units and the last tick's label fit in this many cells."""
    scales = [_scale(longest, unit, cells) for cells in _CELLS_PER_UNIT]
    return next((on for on in scales if on.at(on.last) <= width - _END), scales[-1])


def _scale(longest: int, unit: Unit, cells: float) -> Scale:
    tick = next((units for units in _TICKS[unit] if units * cells >= _MIN_TICK), _TICKS[unit][-1])
    return Scale(unit, cells, tick, math.ceil(max(longest, 1) / tick) * tick)


def timeline_rows(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield the timelines of each option, with the card's words under each moment; nothing if no time has a number."""
    longest = last_times(card, question)
    if not longest:
        return
    opening: list[Paragraph] = [(_("When"), "ours", ())]
    if (
        len({(lane.clock, lane.unit) for option in range(len(card.options)) for lane in lanes(card, question, option)})
        > 1
    ):
        own = _("Every line begins at a moment of its own. Do not compare the lines with each other.")
        opening.append((own, "quiet", ()))
    opening.append(("", "text", ()))
    for option in range(len(card.options)):
        found = lanes(card, question, option)
        heading: Paragraph = (option_heading(card, option), "heading", ())
        for number, lane in enumerate(found):
            above = [*opening, heading, (lane_label(lane), "quiet", ())]
            yield Row(
                "", key=f"time:{option}:{number}", drawing=_lane(above, lane, longest[lane.unit], links), gap=True
            )
            opening = []
        if others := _not_on_a_line(card, question, option, bool(found)):
            texts = [*opening, heading, *others]
            yield Row("", key=f"time:{option}", drawing=paragraphs(texts), gap=True)
            opening = []


def _not_on_a_line(card: Card, question: Question, option: int, has_lines: bool) -> list[Paragraph]:
    """Return the card's words on times that have no line; for an option without any time, a sentence that says so."""
    without = times_without_numbers(question, option)
    if without:
        has_numbers = any(says_a_number(sentence.words, card.language) for sentence in without)
        label = _("Not on a line:") if has_numbers else _("Without a number:")
        return [(label, "quiet", ()), *((sentence.words, "text", sentence.bold) for sentence in without)]
    if has_lines or not names_no_time(card, question, option):
        return []
    return [(_("The card names no time here."), "quiet", ())]


def _lane(above: Sequence[Paragraph], lane: Lane, longest: int, links: Links) -> Drawing:
    def draw(width: int) -> list[Pieces]:
        on = scale(longest, lane.unit, width)
        lines = [*paragraphs(above)(width), *ruler(on)]
        for number, moment in enumerate(lane.moments):
            lines += [*([()] if number else []), bar(moment, on)]
            for place, words in enumerate(moment.words):
                dash, bold = "– " if place else "", moment.bold[place] if moment.bold else ()
                told = now_label(words) if moment.now else dash + words
                lines += paragraph("", told, "text", width, links, shifted(bold, len(dash)))
        return lines

    return draw


def ruler(on: Scale) -> list[Pieces]:
    """Return the line with its ticks, under their numbers."""
    numbers, line = "", ""
    for time in range(0, on.last + 1, on.tick):
        numbers = numbers.ljust(on.at(time)) + str(time)
        line = line.ljust(on.at(time), "─") + ("├" if time == 0 else "┤" if time == on.last else "┼")
    return [((f"{numbers} {_UNIT_WORDS[on.unit]}", "quiet"),), ((line, "open"),)]


def bar(moment: Moment, on: Scale) -> Pieces:
    """Return the line of a moment: a dot for a single time, a bar for a period, with an arrow if it has no end."""
    cells = [" "] * (on.at(on.last) + 1)
    for span in moment.spans:
        start, end = on.at(float(span.first)), on.at(on.last if span.end is None else float(span.last))
        cells[start : end + 1] = "●" if start == end else "━" * (end - start + 1)
        if span.end is None:
            cells[end + 1 :] = "→"
    drawn = "".join(cells).rstrip()
    before = len(drawn) - len(drawn.lstrip())
    if moment.now:
        return ((drawn[:before], "text"), (drawn[before:].translate(_NOW), "unsure"))
    return ((drawn[:before], "text"), (drawn[before:], "filled"))
