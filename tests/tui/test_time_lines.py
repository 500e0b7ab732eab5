"""Timelines: one scale per unit and question, a start per clock, and every moment at its own time."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from herniatui.card.model import Card, Question, Span, Unit
from herniatui.card.reader import read_card
from herniatui.card.timelines import Moment, lanes
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.time_lines import bar, ruler, scale, timeline_rows
from tests.support.program import HERNIA, THREE_OPTIONS

CARD, SOUP = read_card(HERNIA), read_card(THREE_OPTIONS)
QUESTION = CARD.questions[1]
WIDTHS = st.integers(40, 200)
UNITS = st.sampled_from(Unit)
LONGEST = st.integers(0, 520)
SPANS = st.builds(
    lambda start, more, unit: Span(start, start + more, unit), st.integers(0, 400), st.integers(0, 120), UNITS
)


def moment(*spans: Span) -> Moment:
    return Moment(spans, ("Dan.",))


def weeks(start: int, end: int) -> Span:
    return Span(start, end, Unit.WEEKS)


def text(pieces: tuple[tuple[str, str], ...]) -> str:
    return "".join(piece for piece, _look in pieces)


def drawn(row: Row, width: int) -> list[str]:
    assert row.drawing
    return [text(pieces).rstrip() for pieces in row.drawing(width)]


def drawn_timeline(width: int, card: Card = CARD, question: Question = QUESTION) -> list[list[str]]:
    return [drawn(row, width) for row in timeline_rows(card, question)]


def is_ruler(line: str) -> bool:
    return line.startswith("├")


def week_of(cell: int, numbers: str, line: str) -> int:
    """Return the week of a cell as a reader sees it, from the numbers above the line."""
    last = line.index("┤")
    return round(cell * int(numbers[last:].split()[0]) / last)


@given(LONGEST, UNITS, WIDTHS)
def test_every_time_fits_in_the_width(longest: int, unit: Unit, width: int) -> None:
    on = scale(longest, unit, width)
    assert on.last >= longest
    for pieces in [*ruler(on), bar(Moment((Span(0, longest, unit),), ()), on)]:
        assert cell_len(text(pieces)) <= width


@pytest.mark.parametrize("width", [40, 53, 54, 73, 85, 105])
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 10])
def test_a_line_that_ends_at_the_tick_after_the_last_time_fits_in_the_width(
    number: int, unit: Unit, width: int
) -> None:
    """For example 8 days, whose line ends at 14."""
    on = scale(number, unit, width)
    assert max(cell_len(text(pieces)) for pieces in ruler(on)) <= width


@given(LONGEST, UNITS, WIDTHS, st.lists(st.floats(0, 520), min_size=2).map(sorted))
def test_a_later_time_is_never_drawn_before_an_earlier(
    longest: int, unit: Unit, width: int, times: list[float]
) -> None:
    on = scale(longest, unit, width)
    assert on.at(0) == 0
    assert all(on.at(earlier) <= on.at(later) for earlier, later in pairwise(times))


@given(LONGEST, LONGEST, UNITS, WIDTHS, WIDTHS)
def test_the_scale_never_grows_with_more_time_nor_shrinks_with_more_width(
    time_1: int, time_2: int, unit: Unit, width_1: int, width_2: int
) -> None:
    assert scale(max(time_1, time_2), unit, width_1).cells <= scale(min(time_1, time_2), unit, width_1).cells
    assert scale(time_1, unit, max(width_1, width_2)).cells >= scale(time_1, unit, min(width_1, width_2)).cells


WORDS = {
    Unit.MINUTES: "minuten",
    Unit.HOURS: "uur",
    Unit.DAYS: "dagen",
    Unit.WEEKS: "weken",
    Unit.MONTHS: "maanden",
    Unit.YEARS: "jaar",
}


@given(LONGEST, UNITS, WIDTHS)
def test_the_numbers_stand_above_their_ticks_with_space_between(longest: int, unit: Unit, width: int) -> None:
    on = scale(longest, unit, width)
    numbers, line = (text(pieces) for pieces in ruler(on))
    labels = {cell: int(numbers[cell:].split()[0]) for cell, glyph in enumerate(line) if glyph in "├┼┤"}
    assert list(labels.values()) == list(range(0, on.last + 1, on.tick))
    assert numbers.split() == [*map(str, labels.values()), WORDS[unit]]
    assert (line[0], line[-1]) == ("├", "┤")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((weeks(0, 2),), "━━━━━━━━━"),
        ((weeks(1, 3),), "    ━━━━━━━━━"),
        ((weeks(3, 3),), "            ●"),
        ((weeks(0, 0),), "●"),
        ((weeks(1, 1), weeks(4, 4)), "    ●           ●"),
        ((weeks(0, 1), weeks(3, 4)), "━━━━━       ━━━━━"),
    ],
)
def test_a_period_is_a_bar_from_its_first_week_to_its_last_and_a_moment_a_dot(
    spans: tuple[Span, ...], expected: str
) -> None:
    on = scale(12, Unit.WEEKS, 73)
    assert on.cells == 4
    assert text(bar(moment(*spans), on)) == expected


@given(SPANS, WIDTHS)
def test_a_bar_begins_and_ends_at_its_times_on_the_line(span: Span, width: int) -> None:
    start, end = int(span.first), int(span.last)
    assume(0 < end <= 520)
    on = scale(end, span.unit, width)
    line, drawn_bar = text(ruler(on)[1]), text(bar(moment(span), on))
    assert len(drawn_bar) - len(drawn_bar.lstrip()) == on.at(start)
    assert len(drawn_bar) == on.at(end) + 1
    assert len(drawn_bar) <= len(line)
    assert set(drawn_bar.strip()) == ({"●"} if on.at(start) == on.at(end) else {"━"})


def test_each_clock_of_an_option_has_its_own_line_with_a_name_and_a_start() -> None:
    rows = drawn_timeline(105)
    assert [[line for line in row if line.startswith(("A  ", "B  ", "Weken", "Jaren"))] for row in rows] == [
        ["A  Bewegen en medicijnen", "Weken vanaf het begin van de klachten"],
        ["A  Bewegen en medicijnen", "Weken na de prikken"],
        ["A  Bewegen en medicijnen", "Jaren (de kaart zegt niet vanaf wanneer)"],
        ["B  Operatie", "Weken na de operatie"],
        ["B  Operatie", "Jaren (de kaart zegt niet vanaf wanneer)"],
    ]
    for row in rows:
        assert len([line for line in row if line.startswith("0 ")]) == 1
    assert rows[0][0] == "Wanneer"
    assert "Elke lijn begint op een ander moment" in rows[0][1]


@pytest.mark.parametrize("width", [54, 61, 62, 73, 85, 105, 153, 200])
def test_all_lines_in_one_unit_have_the_same_scale_and_fit_in_the_width(width: int) -> None:
    rows = drawn_timeline(width)
    numbers = {line for row in rows for line in row if line.startswith("0 ")}
    assert sorted(line.split()[-1] for line in numbers) == ["jaar", "weken"]
    assert len({line for row in rows for line in row if is_ruler(line)}) == 2
    assert max(cell_len(line) for row in rows for line in row) <= width


@pytest.mark.parametrize("width", [54, 61, 62, 73, 85, 105, 153, 200])
def test_the_weeks_and_years_of_the_hernia_card_are_where_its_words_say(width: int) -> None:
    found = []
    for row in drawn_timeline(width):
        at = next(number for number, line in enumerate(row) if is_ruler(line))
        for line in row[at + 1 :]:
            if line.strip() and set(line) <= set(" ━●═"):
                cells = [cell for cell, glyph in enumerate(line) if glyph != " "]
                dots = line.count("●")
                ends = cells if dots else [cells[0], cells[-1]]
                found.append(("●" * dots, [week_of(cell, row[at - 1], row[at]) for cell in ends]))
    assert found == [("", [6, 8]), ("", [0, 12]), ("", [0, 4]), ("●", [1]), ("●●", [3, 8]), ("●", [1])]


@pytest.mark.parametrize("card", [CARD, SOUP], ids=["hernia", "soep"])
@pytest.mark.parametrize("width", [54, 73, 105])
def test_every_word_of_every_moment_stands_under_its_own_line(card: Card, width: int) -> None:
    for question in card.questions:
        rows = [row for row in timeline_rows(card, question) if row.key.count(":") == 2]
        expected = [lane for option in range(len(card.options)) for lane in lanes(card, question, option)]
        for row, lane in zip(rows, expected, strict=True):
            shown = " ".join(word for line in drawn(row, width) for word in line.split())
            for moment_ in lane.moments:
                assert " – ".join(moment_.words) in shown
            assert shown.count("Nu:") == sum(moment_.now for moment_ in lane.moments)
            assert (lane.clock.quote if lane.clock else "de kaart zegt niet vanaf wanneer") in shown


def test_the_moment_where_the_patient_is_now_is_labelled() -> None:
    first = drawn_timeline(105)[0]
    assert "Nu: 6 weken tot 8 weken" in first


def test_times_without_a_number_are_given_in_words_and_one_clock_needs_no_warning() -> None:
    first, *others = drawn_timeline(105, question=CARD.questions[4])
    words = "U kunt direct weer werken. Bespreek dit met uw bedrijfsarts."
    assert [line for line in first if line] == ["Wanneer", "A  Bewegen en medicijnen", "Zonder getal:", words]
    assert [row[0] for row in others] == ["B  Operatie"]


@pytest.mark.parametrize("number", [0, 2, 3])
def test_a_question_without_times_in_numbers_has_no_lines(number: int) -> None:
    assert list(timeline_rows(CARD, CARD.questions[number])) == []


@pytest.mark.parametrize("card", [CARD, SOUP], ids=["hernia", "soep"])
def test_every_line_can_have_the_cursor_and_no_two_have_the_same_key(card: Card) -> None:
    for question in card.questions:
        keys = [row.key for row in timeline_rows(card, question) if row.key]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("width", [54, 73, 105])
def test_no_option_has_a_look_of_its_own(width: int) -> None:
    looks: dict[str, set[str]] = {}
    for row in timeline_rows(CARD, QUESTION):
        for pieces in row.drawing(width) if row.drawing else ():
            for piece, look in pieces:
                if set(piece) & set("━●├"):
                    looks.setdefault("line" if is_ruler(piece) else "bar", set()).add(look)
    assert looks == {"line": {"open"}, "bar": {"filled"}}
