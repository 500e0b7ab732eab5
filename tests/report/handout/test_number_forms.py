"""Every form of a number on paper: icons, strips, and large words where no picture would be exact."""

import re

from herniatui.card.library import open_deck
from herniatui.report.handout import html_bytes
from herniatui.report.handout.numbers import IN_WORDS, numbers
from herniatui.report.handout.svg import Drawing
from tests.report.handout.handouts import DAY
from tests.support.program import NUMBERS

DECK = open_deck(NUMBERS)
FOUND = numbers(DECK.card)
ROWS = {row.texts[0].words: row for row in FOUND.rows}


def drawing(words: str, option: int) -> Drawing:
    found = next(row.drawings[option] for row in FOUND.rows if words in row.texts[0].words)
    assert isinstance(found, Drawing)
    return found


def shapes(found: Drawing) -> list[int]:
    """Return the number of icons of each kind, in the order filled, open, unsure, about."""
    return [path.count("M") for path in re.findall(r' d="([^"]*)"', found.svg)]


def test_a_range_has_filled_icons_and_unsure_ones_to_its_high_end() -> None:
    assert shapes(drawing("Bij weinig wind gaan 5 tot 10", 0)) == [5, 90, 5]


def test_about_has_icons_of_its_own() -> None:
    assert shapes(drawing("ongeveer 80", 0)) == [20, 80]


def test_at_most_and_at_least_leave_a_part_open() -> None:
    first, second = (row for row in FOUND.rows if "touwen breken" in row.texts[0].words)
    at_most, at_least = first.drawings[0], second.drawings[0]
    assert isinstance(at_most, Drawing)
    assert isinstance(at_least, Drawing)
    assert (shapes(at_most), shapes(at_least)) == ([97, 3], [90, 9, 1])


def test_a_part_is_a_strip_of_equal_lengths() -> None:
    strip = drawing("Een derde van de vliegers", 1)
    assert strip.svg.count("<rect") == 3
    assert len(set(re.findall(r'width="(\d+\.\d+)" height="2.2"', strip.svg))) == 1


def test_what_no_picture_can_say_exactly_is_told_in_large_words() -> None:
    for words, quote, option in (("Een meeuw", "1 op de 10.000", 0), ("van zijde", "2,5%", 1)):
        row = next(row for said, row in ROWS.items() if words in said)
        assert row.texts[0].large == quote
        assert row.drawings[option] == IN_WORDS
    asides = [text.aside for row in FOUND.rows for text in row.texts]
    assert "de andere mensen: 9.999 van de 10.000" in asides
    assert "de andere mensen: 97,5 van de 100" in asides
    html = html_bytes(DECK, None, None, DAY).decode()
    assert re.search(r'<strong class="number"[^>]*>1 op de 10\.000</strong>', html)


def test_a_count_under_a_heading_with_its_whole_is_told_with_both() -> None:
    row = ROWS["Van de 100 vliegers op het strand: 12 worden nat"]
    assert row.texts[0].aside == "88 blijven droog"
    assert shapes(drawing("12 worden nat", 0)) == [12, 88]
    assert drawing("12 worden nat", 0).words == "Van de 100 vliegers: 12"


def test_the_legend_names_every_kind_of_icon_and_denies_no_number() -> None:
    words = [key.words for key in FOUND.legend]
    assert words[2:] == [
        "ongeveer zoveel",
        "geen vast getal",
        "dit deel van de mensen",
        "– alleen in woorden: een plaatje zou niet precies zijn",
        "leeg: geen plaatje",
    ]
