"""Printing the handout in a real terminal, with programs that stand in for those of CUPS."""

import os
from pathlib import Path

import pytest

from tests.support.terminal import Terminal
from tests.terminal.conftest import Start, printing_programs
from tests.terminal.test_handout import say_and_close


def ask_to_print(terminal: Terminal) -> None:
    """Go to the closing screen, and press the key that prints in the dialog of the page."""
    say_and_close(terminal)
    terminal.press("m")
    terminal.wait_for("Wat gaat er mee naar huis?")
    terminal.press("enter")
    terminal.wait_for("F9 afdrukken")
    terminal.press("f9")


def test_it_asks_once_with_the_name_of_the_printer_which_then_gets_the_file(
    start: Start, home: Path, printing: dict[str, str], browser: dict[str, str]
) -> None:
    terminal = start(columns=160, rows=45, **printing, **browser)
    ask_to_print(terminal)
    terminal.wait_for("Afdrukken op Spreekkamer_2?")
    assert not list(home.rglob("*-voor-thuis-*.pdf"))
    terminal.press("j")
    terminal.wait_for("Opgeslagen, en naar Spreekkamer_2 gestuurd.")
    (path,) = home.rglob("*-voor-thuis-*.pdf")
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert (home / "printed").read_text() == f"-s\n-d\nSpreekkamer_2\n--\n{path}\ninput: \n"
    assert not (home / "opened").exists()


def test_after_a_no_nothing_is_printed_or_saved(start: Start, home: Path, printing: dict[str, str]) -> None:
    terminal = start(**printing)
    ask_to_print(terminal)
    terminal.wait_for("Afdrukken op Spreekkamer_2?")
    terminal.press("n")
    terminal.wait_for("Pagina voor thuis opslaan als")
    terminal.press("escape")
    terminal.wait_for("Niet opgeslagen.")
    assert not (home / "printed").exists()
    assert not list(home.rglob("*-voor-thuis-*.pdf"))


def test_the_only_printer_needs_not_be_the_default(start: Start, home: Path) -> None:
    terminal = start(**printing_programs(home, "no system default destination", r"Balie\n"))
    ask_to_print(terminal)
    terminal.wait_for("Afdrukken op Balie?")


@pytest.mark.parametrize("printers", ["", r"Balie\nGang\n"], ids=["no printer", "two, and none is the default"])
def test_where_there_is_no_printer_it_says_so(start: Start, home: Path, printers: str) -> None:
    terminal = start(columns=100, rows=30, **printing_programs(home, "no system default destination", printers))
    ask_to_print(terminal)
    terminal.wait_for("Niet afgedrukt: hier is geen printer ingesteld.")
    terminal.wait_for("Pagina voor thuis opslaan als")
    assert not (home / "printed").exists()


def test_a_system_without_printing_is_no_printer(start: Start, home: Path) -> None:
    terminal = start(columns=100, rows=30, PATH=str(home))
    ask_to_print(terminal)
    terminal.wait_for("Niet afgedrukt: hier is geen printer ingesteld.")


def test_a_printer_that_refuses_leaves_the_file(start: Start, home: Path) -> None:
    env = printing_programs(home, "system default destination: Balie", lp="echo offline >&2; exit 1")
    terminal = start(columns=160, rows=45, **env)
    ask_to_print(terminal)
    terminal.wait_for("Afdrukken op Balie?")
    terminal.press("j")
    terminal.wait_for("Opgeslagen, maar Balie drukt de pagina niet af.")
    assert "offline" not in terminal.text
    assert list(home.rglob("*-voor-thuis-*.pdf"))


def test_the_talk_goes_on_while_the_printer_does_not_answer(start: Start, home: Path) -> None:
    answer = home / "answer"
    os.mkfifo(answer)
    env = printing_programs(home, "system default destination: Balie", lp=f"cat {answer}")
    terminal = start(columns=160, rows=45, **env)
    ask_to_print(terminal)
    terminal.wait_for("Afdrukken op Balie?")
    terminal.press("j")
    terminal.wait_until((home / "printed").exists, "a page at the printer", poll=0.05)
    terminal.press("f1")
    terminal.wait_for("Hulp")
    terminal.press("f1", "q", "w")
    assert terminal.wait_exit() == 0
    os.close(os.open(answer, os.O_WRONLY | os.O_NONBLOCK))  # which ends the stand-in; an error without it
