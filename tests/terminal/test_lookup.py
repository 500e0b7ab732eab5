"""Lookup in a real terminal: a phone can read the code on the screen, and only Enter opens an address."""

from pathlib import Path

import pytest

from herniatui.card.links import Term, terms_in
from tests.support.codes import codes_on
from tests.support.program import HERNIA, deck_of
from tests.support.reading import wait_at
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

HERE = 35
"""Cells to the left of the largest code at 80 columns."""


def terms(number: int) -> list[Term]:
    """Return the terms of a question of the hernia card, in the order of the card."""
    deck = deck_of(HERNIA)
    question = deck.card.questions[number - 1]
    options = range(len(deck.card.options))
    texts = [statement.text for option in options for statement, _depth in question.statements(option)]
    return terms_in([question.text, *texts], deck.additions.links)


def look_up(terminal: Terminal, question: str) -> None:
    """Look up the words of the second line of a question, which has the first of them."""
    terminal.press(question)
    wait_at(terminal, question)
    terminal.press("down", "t")
    terminal.wait_for("ander woord")


def under_cursor(terminal: Terminal, width: int) -> str:
    """Return the row under the cursor without spaces: an address may be longer than a line."""
    lines = [line[:width].strip() for line in terminal.lines]
    return "".join(line.lstrip("▌> ") for line in lines if line.startswith(("▌", ">")))


def read_every_code(terminal: Terminal, found: list[Term], width: int) -> None:
    """Move from term to term, and check that word, full address and code are on the screen together."""
    for number, term in enumerate(found):
        if number:
            terminal.press("down")
        shown = f"{term.word}{term.link.address}"
        terminal.wait_until(lambda shown=shown: under_cursor(terminal, width).startswith(shown), shown)  # type: ignore[misc]
        terminal.wait_until(lambda term=term: codes_on(terminal) == [term.link.address], f"the code of {term}")  # type: ignore[misc]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_phone_reads_the_code_of_every_term_from_a_screen_of_80_by_24(start: Start, theme: str) -> None:
    terminal = start(HERNIA, "--theme", theme)
    look_up(terminal, "3")
    found = terms(3)
    assert {len(term.link.address) for term in found} >= {24, 92}  # the shortest and the longest address of the card
    read_every_code(terminal, found, HERE)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"COLORTERM": ""}], ids=["without colour", "256 colours"])
def test_it_does_so_too_where_there_are_fewer_colours(start: Start, env: dict[str, str]) -> None:
    terminal = start(HERNIA, "--theme", "dark", **env)
    look_up(terminal, "5")
    read_every_code(terminal, terms(5), HERE + 3)


def test_in_ascii_the_code_is_drawn_in_background_only_where_there_is_room(start: Start) -> None:
    terminal = start(HERNIA, "--ascii", columns=160, rows=50)
    look_up(terminal, "3")
    read_every_code(terminal, terms(3), 70)
    assert not set("▀▄█") & set(terminal.raw.decode())
    terminal.resize(80, 24)
    terminal.wait_for("typ het adres over.")
    assert codes_on(terminal) == []


def test_only_enter_opens_the_browser(start: Start, home: Path, browser: dict[str, str]) -> None:
    terminal = start(HERNIA, columns=100, rows=30, **browser)
    look_up(terminal, "3")
    read_every_code(terminal, terms(3), 55)
    assert not (home / "opened").exists()
    terminal.press("enter")
    terminal.wait_for("Naar de browser gestuurd.")
    assert (home / "opened").read_text() == f"{terms(3)[-1].link.address}\n"
    terminal.press("escape")
    wait_at(terminal, "3")


def test_a_browser_that_draws_in_a_terminal_does_not_come_up_in_the_screen(start: Start, home: Path) -> None:
    script = home / "lynx"
    script.write_text("#!/bin/sh\necho RAGFIJN\necho RAGFIJN >&2\necho RAGFIJN > /dev/tty\n", encoding="utf-8")
    script.chmod(0o700)
    terminal = start(HERNIA, DISPLAY=":7", BROWSER=str(script), PATH="")
    look_up(terminal, "3")
    terminal.press("enter")
    terminal.wait_for("Hier is geen browser.")
    terminal.press("escape")
    wait_at(terminal, "3")
    assert b"RAGFIJN" not in terminal.raw


@pytest.mark.parametrize("over_ssh", [True, False], ids=["over SSH", "without a display"])
def test_where_no_browser_can_be_it_says_so_and_the_code_stays(
    start: Start, home: Path, browser: dict[str, str], over_ssh: bool
) -> None:
    env = browser | ({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"} if over_ssh else {"DISPLAY": ""})
    terminal = start(HERNIA, **env)
    look_up(terminal, "3")
    terminal.press("enter")
    terminal.wait_for("Hier is geen browser.")
    assert codes_on(terminal) == [terms(3)[0].link.address]
    assert not (home / "opened").exists()
