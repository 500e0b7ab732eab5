"""The handout in a real terminal: made, saved, and opened by another program."""

from pathlib import Path
from urllib.request import url2pathname

import pytest

from tests.support.reading import wait_at
from tests.support.saying import go_to_summary, write
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start


def say_and_close(terminal: Terminal) -> None:
    """Give an answer, and go to the closing screen."""
    terminal.press("2")
    wait_at(terminal, "2")
    write(terminal, "n", "Ik wil weer kunnen tuinieren")
    go_to_summary(terminal)


def test_the_page_is_opened_by_the_program_of_the_system(start: Start, home: Path, browser: dict[str, str]) -> None:
    terminal = start(columns=100, rows=30, **browser)
    say_and_close(terminal)
    terminal.press("m")
    terminal.wait_for("Wat gaat er mee naar huis?")
    terminal.press("enter")
    terminal.wait_for("Pagina voor thuis opslaan als")
    terminal.press("enter")
    terminal.wait_until((home / "opened").exists, "a page that is opened", poll=0.05)
    terminal.wait_until(lambda: (home / "opened").read_text().endswith("\n"), "its whole address", poll=0.05)
    (path,) = home.rglob("*-voor-thuis-*.pdf")
    assert url2pathname((home / "opened").read_text().strip().removeprefix("file://")) == str(path)
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_page_is_whole_when_people_stop_while_it_is_being_made(start: Start, home: Path) -> None:
    terminal = start()
    say_and_close(terminal)
    terminal.press("m")
    terminal.wait_for("Wat gaat er mee naar huis?")
    terminal.press("enter")
    terminal.wait_for("Pagina voor thuis opslaan als")
    terminal.press("enter")
    terminal.wait_until(lambda: "opslaan als" not in terminal.text, "the page being made")
    terminal.press("q")
    terminal.press("w")
    assert terminal.wait_exit() == 0
    (path,) = home.rglob("*-voor-thuis-*.pdf")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert not list(home.rglob("*.tmp"))


@pytest.mark.parametrize("env", [{"SSH_TTY": "/dev/pts/9"}, {"DISPLAY": ""}], ids=["over SSH", "without a display"])
def test_where_nothing_can_open_it_the_blank_card_says_where_it_is(
    start: Start, home: Path, browser: dict[str, str], env: dict[str, str]
) -> None:
    terminal = start(columns=160, rows=45, **(browser | env))
    terminal.press("l")
    terminal.wait_for("De pagina kan hier niet worden geopend. Het bestand staat hier:")
    (path,) = home.rglob("*-leeg-*.pdf")
    terminal.wait_until(lambda: str(path) in "".join(terminal.text.split()), "the whole path")  # on several lines
    assert not (home / "opened").exists()
