"""Output fits the terminal: its characters and its colours."""

import re

import pytest

from herniatui.card.model import letter
from tests.support.program import HERNIA, deck_of
from tests.support.reading import wait_at, wait_tab
from tests.support.saying import go_to_summary, write
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

CARD = deck_of(HERNIA).card
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
OTHER_LOCALES = [{"LC_ALL": "C"}, {"LC_ALL": "nl_NL.ISO-8859-1"}, {"LANG": "nl_NL.ISO-8859-1"}]


def visit_every_screen(terminal: Terminal) -> None:
    """Visit every screen and give every kind of answer, so that everything is drawn."""
    for key, stop in (("f1", "Hulp"), ("i", "Over deze kaart")):
        terminal.press(key)
        wait_at(terminal, stop)
    terminal.press("i", "f2")
    wait_at(terminal, "Start")
    terminal.press("3")
    wait_at(terminal, "3")
    terminal.press("+", "-", "?", "v", "w", "w")
    write(terminal, "n", "gewoon")
    terminal.press("b", "ctrl+p")
    terminal.wait_for("Zoek een vraag")
    terminal.press("escape")
    terminal.wait_until(lambda: "Zoek een vraag" not in terminal.words, "the palette closed")
    go_to_summary(terminal)
    terminal.press("s")
    terminal.wait_for("Samenvatting opslaan als")
    terminal.press("escape")
    terminal.wait_for("Niet opgeslagen.")
    terminal.press("q")
    terminal.wait_for("Stoppen?")
    terminal.press("w")
    assert terminal.wait_exit() == 0


def drawn(terminal: Terminal) -> set[str]:
    return set(SEQUENCE.sub("", terminal.raw.decode()))


def test_with_ascii_only_what_the_card_says_itself_is_not_ascii(start: Start) -> None:
    terminal = start(HERNIA, "--ascii")
    visit_every_screen(terminal)
    of_card = {character for text in CARD.texts() for character in text}
    ours = set("ëéï")
    assert {character for character in drawn(terminal) - of_card - ours if not character.isascii()} == set()
    assert "’" in drawn(terminal)


@pytest.mark.parametrize("locale", OTHER_LOCALES, ids=lambda locale: "-".join(next(iter(locale.items()))))
def test_in_a_locale_that_is_not_utf_8_every_character_drawn_is_ascii(start: Start, locale: dict[str, str]) -> None:
    terminal = start(HERNIA, **{"LANG": None, **locale})
    visit_every_screen(terminal)
    assert {character for character in drawn(terminal) if not character.isascii()} == set()


def test_ascii_moves_nothing(start: Start) -> None:
    plain, ascii_only = start(), start(HERNIA, "--ascii")
    for terminal in (plain, ascii_only):
        terminal.press("2")
        wait_at(terminal, "2")
    # The key bar names the arrow keys in a word; nothing stands to the right of what moves there.
    drawn = ["\n".join(terminal.lines[:-1]) for terminal in (plain, ascii_only)]
    of_ours = [(a, b) for a, b in zip(*drawn, strict=True) if a != b]
    assert of_ours
    assert [a for a, b in of_ours if a.isascii() or not b.isascii()] == []


def test_no_color_draws_greys_only(start: Start) -> None:
    terminal = start(HERNIA, NO_COLOR="1")
    visit_every_screen(terminal)
    assert colours(terminal) != set()
    assert [colour for colour in colours(terminal) if len(set(colour)) > 1] == []


def test_no_color_still_tells_which_option_is_shown(start: Start) -> None:
    terminal = start(HERNIA, NO_COLOR="1")
    terminal.press("3", "b")
    wait_tab(terminal, f"{letter(1)}  {CARD.options[1].short}")


def test_without_true_colour_it_keeps_to_the_256_colours(start: Start) -> None:
    terminal = start(HERNIA, COLORTERM=None)
    visit_every_screen(terminal)
    assert re.search(rb"\x1b\[[\d;]*[34]8;5;\d+", terminal.raw)
    assert colours(terminal) == set()


def colours(terminal: Terminal) -> set[tuple[str, ...]]:
    """Return every true colour that was drawn, as (red, green, blue)."""
    return set(re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", terminal.raw.decode()))
