"""Clicks in a real terminal, as it reports them."""

from tests.support.program import HERNIA
from tests.support.reading import cursor_text, here, wait_at
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start


def click(terminal: Terminal, text: str, by: int = 0) -> str:
    """Return what a terminal sends for a click where this text is."""
    y = next(y for y, line in enumerate(terminal.lines) if text in line)
    x = terminal.lines[y].index(text) + by
    return f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m"


def test_a_burst_of_clicks_at_one_place_points_at_a_choice_and_does_not_make_it(start: Start) -> None:
    terminal = start(HERNIA, columns=100, rows=30)
    terminal.press("o")
    terminal.wait_for("( ) B")
    at_b, at_bar = click(terminal, "( ) B"), click(terminal, "Start")
    terminal.type(at_b * 4)
    terminal.wait_until(lambda: "OPERATIE" in cursor_text(terminal), "the cursor on the choice")
    terminal.type(at_bar)
    terminal.wait_until(lambda: here(terminal) == "Start", "Start")
    terminal.press("o")
    terminal.wait_for("( ) B")
    assert "(•)" not in terminal.text


def test_clicks_that_come_before_a_screen_is_painted_act_on_it_when_it_is(start: Start) -> None:
    terminal = start(HERNIA, columns=100, rows=30)
    terminal.press("3")
    wait_at(terminal, "3")
    terminal.wait_for("Paracetamol")
    word = click(terminal, "Paracetamol", 3)
    terminal.type(click(terminal, "Start") + click(terminal, "3 ") + word)
    terminal.wait_for("Het woord waar u op klikte")
    terminal.wait_until(lambda: "paracetamol" in cursor_text(terminal), "the word that was clicked first")
