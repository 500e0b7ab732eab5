"""Icon arrays: exactly the number in the text, in row order."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.model import Frequency, Relation
from herniatui.report.icons import (
    ASCII,
    UNICODE,
    UNICODE_STRIP,
    Glyphs,
    PictureForm,
    form,
    grid,
    icons,
    small_grid,
    strip,
)
from tests.card.cards import frequencies
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, deck_of

EXACTLY, FEWER, MORE = Relation.EXACTLY, Relation.FEWER_THAN, Relation.MORE_THAN
AT_MOST, AT_LEAST, ABOUT = Relation.AT_MOST, Relation.AT_LEAST, Relation.ABOUT
KINDS = Glyphs("f", "o", "u", "a")
WIDTHS = st.integers(10, 200)


def frequency_of(count: int, of: int, relation: Relation = EXACTLY, to: int | None = None) -> Frequency:
    return Frequency(f"{count} van de {of}", count, of, relation, to=to)


@st.composite
def any_frequency(draw: st.DrawFn, wholes: Sequence[int] = (10, 100, 1000)) -> Frequency:
    of = draw(st.sampled_from(wholes))
    count, relation = draw(st.integers(0, of)), draw(st.sampled_from(list(Relation)))
    is_range = relation in (EXACTLY, Relation.ABOUT) and count < of and draw(st.booleans())
    return frequency_of(count, of, relation, draw(st.integers(count + 1, of)) if is_range else None)


ON_CARDS = [
    pytest.param(frequency, id=f"{path.parent.name}: {frequency.quote}")
    for path in (HERNIA, THREE_OPTIONS, HOSTILE)
    for frequency in frequencies(deck_of(path).card)
]


def in_order(lines: Sequence[str]) -> str:
    """Return the icons of a grid in reading order: row by row, and block by block."""
    if "" not in lines and (len(lines) < 10 or len(lines[0].split()) in (1, 10)):
        return "".join(lines).replace(" ", "")
    read, lines = "", list(lines)
    while lines:
        rows, lines = [line.split() for line in lines[:10]], lines[11:]
        read += "".join(row[block] for block in range(len(rows[0])) for row in rows)
    return read


def assert_icons_match(frequency: Frequency, drawn: str) -> None:
    count, of, relation = int(frequency.count), frequency.of, frequency.relation
    assert len(drawn) == of
    assert set(drawn) <= set("foua")
    assert drawn.count("f") == (0 if relation in (FEWER, AT_MOST, ABOUT) else count)
    assert drawn.count("a") == (count if relation is ABOUT else 0)
    unsure = [index for index, icon in enumerate(drawn) if icon == "u"]
    range_ = list(range(count, int(frequency.to or count)))
    below, next_one = list(range(count)), [count][: of - count]
    marked = {EXACTLY: range_, ABOUT: range_, FEWER: below, AT_MOST: below, MORE: next_one, AT_LEAST: next_one}
    assert unsure == marked[relation]
    assert drawn == "".join(sorted(drawn, key="afuo".index))  # from the top left, without gaps


@pytest.mark.parametrize("frequency", ON_CARDS)
@pytest.mark.parametrize("width", [10, 35, 54, 73, 105])
def test_every_number_of_the_three_cards_is_drawn_exactly(frequency: Frequency, width: int) -> None:
    assert_icons_match(frequency, icons(frequency, KINDS))
    assert_icons_match(frequency, in_order(grid(frequency, KINDS, width)))


@given(any_frequency(), WIDTHS)
def test_every_number_is_drawn_exactly(frequency: Frequency, width: int) -> None:
    assert_icons_match(frequency, icons(frequency, KINDS))
    assert_icons_match(frequency, in_order(grid(frequency, KINDS, width)))


@given(any_frequency((10, 20, 100)))
def test_a_small_array_is_exact_in_rows_of_two_groups_of_ten(frequency: Frequency) -> None:
    lines = small_grid(frequency, KINDS)
    assert_icons_match(frequency, "".join(lines).replace(" ", ""))
    assert [[len(group) for group in line.split(" ")] for line in lines] == {
        10: [[10]],
        20: [[10, 10]],
        100: [[10, 10]] * 5,
    }[frequency.of]


@given(any_frequency(), WIDTHS)
def test_no_line_exceeds_the_width(frequency: Frequency, width: int) -> None:
    widest = max(map(len, grid(frequency, KINDS, width)))
    assert widest <= width
    assert widest <= (54 if frequency.of > 100 else 19)


@given(any_frequency((100,)), WIDTHS)
def test_a_hundred_icons_are_ten_rows_of_ten(frequency: Frequency, width: int) -> None:
    lines = grid(frequency, KINDS, width)
    assert [len(line.replace(" ", "")) for line in lines] == [10] * 10
    assert {len(line) for line in lines} == {19 if width >= 19 else 10}


@given(any_frequency((1000,)), st.integers(54, 200))
def test_a_thousand_icons_are_ten_blocks_of_a_hundred_five_by_two(frequency: Frequency, width: int) -> None:
    lines = grid(frequency, KINDS, width)
    in_blocks = [[len(block) for block in line.split(" ")] for line in lines if line]
    assert in_blocks == [[10] * 5] * 20
    assert [number for number, line in enumerate(lines) if not line] == [10]


@pytest.mark.parametrize(("width", "across"), [(10, 1), (20, 1), (21, 2), (32, 3), (53, 4), (54, 5), (200, 5)])
def test_a_narrow_width_puts_fewer_blocks_of_a_thousand_in_a_row(width: int, across: int) -> None:
    assert len(grid(frequency_of(1, 1000), KINDS, width)[0].split(" ")) == across


@pytest.mark.parametrize("of", [1, 21, 99, 101, 250, 1001, 10_000, 10**9])
def test_only_10_100_and_1000_people_are_drawn_as_icons(of: int) -> None:
    assert grid(frequency_of(1, of), KINDS, 200) == ()
    assert form(frequency_of(1, of)) is (PictureForm.WORDS if of > 20 else PictureForm.STRIP)


def test_a_fraction_of_a_person_is_not_drawn() -> None:
    assert form(Frequency("2,5 van de 100", Decimal("2.5"), 100, EXACTLY)) is PictureForm.WORDS
    assert form(Frequency("2 tot 2,5", 2, 100, EXACTLY, to=Decimal("2.5"))) is PictureForm.WORDS


@given(any_frequency(tuple(range(1, 21))), st.integers(21, 60))
def test_a_strip_has_as_many_equal_lengths_as_the_whole(frequency: Frequency, width: int) -> None:
    drawn = strip(frequency, KINDS, width)
    assert len(drawn) <= width
    lengths = drawn.split(" ") if " " in drawn else list(drawn)
    assert len(set(map(len, lengths))) == 1
    if frequency.of > 1:
        assert_icons_match(frequency, "".join(length[0] for length in lengths))


def test_a_strip_is_apart_where_there_is_room() -> None:
    assert strip(frequency_of(1, 3), UNICODE_STRIP) == "██████ ░░░░░░ ░░░░░░"
    assert strip(frequency_of(1, 2, MORE), UNICODE_STRIP) == "██████████ ◊◊◊◊◊◊◊◊◊◊"
    assert strip(frequency_of(3, 12), UNICODE_STRIP) == "███░░░░░░░░░"


@given(any_frequency(), WIDTHS)
def test_both_sets_of_glyphs_give_the_same_shape(frequency: Frequency, width: int) -> None:
    as_ascii = str.maketrans(
        {
            UNICODE.filled: ASCII.filled,
            UNICODE.open: ASCII.open,
            UNICODE.unsure: ASCII.unsure,
            UNICODE.about: ASCII.about,
        }
    )
    unicode, plain = grid(frequency, UNICODE, width), grid(frequency, ASCII, width)
    assert tuple(line.translate(as_ascii) for line in unicode) == plain
    assert all(line.isascii() for line in plain)


@pytest.mark.parametrize("glyphs", [UNICODE, UNICODE_STRIP, ASCII])
def test_the_kinds_of_icon_differ_in_shape(glyphs: Glyphs) -> None:
    assert len({glyphs.filled, glyphs.open, glyphs.unsure, glyphs.about}) == 4


def test_the_glyphs_are_as_expected() -> None:
    assert small_grid(frequency_of(2, 20, MORE), UNICODE) == ("●●◊○○○○○○○ ○○○○○○○○○○",)
    assert small_grid(frequency_of(2, 20, FEWER), ASCII) == ("~~........ ..........",)
    assert small_grid(frequency_of(2, 20, to=5), UNICODE) == ("●●◊◊◊○○○○○ ○○○○○○○○○○",)
    assert small_grid(frequency_of(2, 20, ABOUT), UNICODE) == ("≈≈○○○○○○○○ ○○○○○○○○○○",)


def test_more_than_all_leaves_nothing_open() -> None:
    assert icons(frequency_of(10, 10, MORE), KINDS) == "f" * 10
