"""Words from right to left on screen: in logical order, isolated, each in its own column, and lines as wide as ever.

The terminal that reorders lines is a bidi algorithm of others: with the isolates, and without them, as some know none.
"""

import re
from collections import Counter
from unicodedata import category

import pytest
from bidi import get_display
from rich.cells import cell_len
from rich.style import Style

from herniatui.card.model import Card
from herniatui.isolation import FENCE, PDI, RLI
from herniatui.tui.rows.layout import Row, lay_out
from herniatui.tui.widgets.page_line import LinePart, PageLine
from tests.support.program import OTHER_LANGUAGES, deck_of
from tests.tui.driving import Talking, talk

MARKS = re.compile(f"[{RLI}{PDI}]")
RIGHT_TO_LEFT = ("ar", "he")
WIDE = (120, 30)
HAS_ISOLATES = "herniatui.tui.terminal.right_to_left.terminal_has_isolates"
_NO_STYLE = Style()


@pytest.fixture(autouse=True)
def a_terminal_with_isolates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw as on a terminal that gives the marks no cells, whatever the system."""
    monkeypatch.setattr(HAS_ISOLATES, lambda: True)


def card_of(language: str) -> Card:
    return deck_of(OTHER_LANGUAGES[language]).card


def words_of(line: str) -> str:
    """Return the characters of a line that have a width, and no fences."""
    return "".join(" " if sign == FENCE else sign for sign in line if category(sign) not in ("Mn", "Cf"))


def assert_drawn_well(talking: Talking, width: int) -> None:
    """Assert that every line is as wide as the window, and that every part from right to left is isolated."""
    for line in talking.lines:
        assert cell_len(line) == width, line
        outside = re.sub(f"{RLI}[^{RLI}{PDI}]*{PDI}", "", line)
        assert not re.search(f"[{RLI}{PDI}\u0590-\u08ff]", outside), line


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
async def test_every_screen_isolates_the_words_of_the_card_in_logical_order(language: str) -> None:
    card, shown = card_of(language), ""
    async with talk("", card=str(OTHER_LANGUAGES[language]), size=(80, 24)) as talking:
        for keys in (
            "",
            "enter",
            "+",
            "enter",
            "enter",
            "enter",
            "f3",
            "pagedown",
            "pagedown",
            "f3",
            "enter",
            "a",
            "enter",
        ):
            await talking.press(keys)
            assert_drawn_well(talking, 80)
            shown += talking.text
        shown = " ".join(words_of(MARKS.sub("", shown)).replace("•", "").replace("–", "").split())
    for text in card.texts():
        assert " ".join(words_of(text).split()[:4]) in shown, text


@pytest.mark.parametrize("knows_isolates", [True, False])
async def test_a_terminal_that_reorders_lines_keeps_every_option_in_its_column(knows_isolates: bool) -> None:
    async with talk("f3", card=str(OTHER_LANGUAGES["ar"]), size=WIDE) as talking:
        lines = [line if knows_isolates else MARKS.sub("", line) for line in talking.lines]
    middle = next(line.index(" B ") for line in map(words_of, lines) if " A " in line and " B " in line)
    assert any(words_of(line)[:middle].strip() and words_of(line)[middle:].strip() for line in lines[5:])
    for line in lines:
        visual = words_of(get_display(line, base_dir="L"))
        assert Counter(visual[:middle]) == Counter(words_of(line)[:middle])


async def test_a_statement_that_begins_with_a_word_in_other_letters_keeps_its_direction() -> None:
    async with talk("enter", card=str(OTHER_LANGUAGES["he"]), size=(100, 30)) as talking:
        (line,) = (line for line in talking.lines if "MRI" in line)
    assert f"{RLI}MRI אינו סוג של תה.{PDI} •" in line
    assert ".הת לש גוס וניא MRI" in MARKS.sub("", get_display(line, base_dir="L"))


async def test_what_a_patient_said_from_right_to_left_is_isolated_on_a_dutch_card() -> None:
    async with talk("2 n") as talking:
        await talking.type("כואב לי")
        await talking.press("enter")
        assert f"“{RLI}כואב לי{PDI}”" in talking.text
        assert_drawn_well(talking, 100)


async def test_a_terminal_that_gives_the_marks_cells_gets_none_and_keeps_the_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(HAS_ISOLATES, lambda: False)
    async with talk("f3", card=str(OTHER_LANGUAGES["ar"]), size=WIDE) as talking:
        assert not MARKS.search(talking.text)
        assert FENCE in talking.text
        assert {cell_len(line) for line in talking.lines} == {WIDE[0]}


async def test_a_name_of_one_sign_stands_on_its_tab() -> None:
    async with talk("enter", card=str(OTHER_LANGUAGES["zh"])) as talking:
        assert any("A  茶" in line and "B  咖啡" in line for line in talking.lines)


async def test_dutch_screens_have_no_marks() -> None:
    async with talk("enter") as talking:
        assert not re.search(f"[{RLI}{PDI}{FENCE}]", talking.text)


def test_a_linked_word_from_right_to_left_is_found_where_it_is_drawn() -> None:
    row = Row("תה עם דבש", links=((0, 2),), is_right_to_left=True, lead="• ")
    (line,) = lay_out([row], 60)
    drawn = PageLine(line, row)
    text = MARKS.sub("", "".join(segment.text for segment in drawn.draw(61, lambda _look: _NO_STYLE)))
    found = [x for x in range(60) if drawn.under(x, 60)[0] is LinePart.WORD]
    assert "".join(text[x] for x in found) == "תה"


async def test_ascii_draws_every_line_as_wide_and_without_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("herniatui.tui.app.locale_is_utf8", lambda: False)
    async with talk("enter", card=str(OTHER_LANGUAGES["ar"])) as talking:
        assert talking.text.isascii()
        assert {cell_len(line) for line in talking.lines} == {100}
