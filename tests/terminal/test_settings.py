"""Settings in a real terminal: in force from the first screen on."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from herniatui.tui.terminal.themes import THEMES
from tests.support.program import HERNIA
from tests.support.reading import wait_at
from tests.support.saying import go_to_summary, prefer
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="the folder of settings cannot be chosen here")

Begin = Callable[..., Terminal]
PAPER = {theme.name: theme.variables["paper"].removeprefix("#") for theme in THEMES}


@pytest.fixture
def begin(start: Start, home: Path) -> Begin:
    """Return a function that starts the program with these settings."""

    def with_settings(text: str, *arguments: str) -> Terminal:
        config = home / "config" / "herniatui" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(text, encoding="utf-8")
        place = {"XDG_CONFIG_HOME": str(home / "config"), "COLORTERM": "truecolor"}
        place |= {"XDG_STATE_HOME": str(home / "state")}
        return start(HERNIA, *arguments, columns=100, rows=30, **place)

    return with_settings


def paper(terminal: Terminal) -> str:
    """Return the most frequent background colour."""
    colours = [cell.bg for row in range(30) for cell in terminal.cells(row)]
    return max(set(colours), key=colours.count)


def test_theme_glyphs_conversation_help_and_keys_are_as_set(begin: Begin) -> None:
    terminal = begin('theme = "dark"\nglyphs = "ascii"\nprompts = true\n[keys]\nnext = "j"\nhelp = "f10"\n')
    terminal.wait_for("Gesprekshulp, niet van de kaart.")
    assert paper(terminal) == PAPER["dark"]
    assert terminal.lines[-1].isascii()
    assert "j naar vraag 1" in terminal.lines[-1]
    assert "F10 hulp" in terminal.lines[-1]
    terminal.press("j")
    wait_at(terminal, "1")


def test_it_begins_step_by_step_if_that_is_set(begin: Begin) -> None:
    terminal = begin("calm = true\n")
    terminal.press("1")
    terminal.wait_for("Uitspraak 1 van 6, A Bewegen en medicijnen")


def test_the_command_line_wins(begin: Begin) -> None:
    terminal = begin('theme = "dark"\n', "--theme", "contrast", "--ascii")
    assert paper(terminal) == PAPER["contrast"]
    assert terminal.lines[-1].isascii()


def test_without_a_word_about_it_in_the_file_the_theme_is_light(begin: Begin) -> None:
    assert paper(begin("")) == PAPER["light"]


def test_wrong_settings_are_told_on_the_first_screen_and_the_rest_is_in_force(begin: Begin) -> None:
    terminal = begin('thema = 1\ntheme = "dark"\n[keys]\nnote = "w"\n')
    terminal.wait_for('config.toml, regel 1: onbekende instelling "thema"; bedoelde u "theme"? (en nog 1;')
    assert paper(terminal) == PAPER["dark"]
    terminal.press("down")
    terminal.wait_until(lambda: "config.toml" not in terminal.text, "the next thing being said")


def test_a_single_problem_is_reported(begin: Begin) -> None:
    begin("theme = dark\n").wait_for("config.toml, regel 1: hier hoort een waarde;")


def test_a_summary_is_proposed_in_the_folder_that_was_set(begin: Begin, home: Path) -> None:
    (home / "map").mkdir()
    terminal = begin("summary_folder = '~/map'\n")
    go_to_summary(terminal)
    terminal.press("s")
    terminal.wait_for("Samenvatting opslaan als")
    terminal.press("enter")
    terminal.wait_for("Opgeslagen.")
    assert len(list((home / "map").iterdir())) == 1


def test_the_summary_is_by_the_template_that_was_set(begin: Begin, home: Path) -> None:
    (home / "mijn.txt").write_text("Keuzehulp gebruikt: {kaart}\n", encoding="utf-8")
    terminal = begin("note_template = '~/mijn.txt'\n")
    go_to_summary(terminal)
    terminal.wait_for("Keuzehulp gebruikt: Keuzekaart Hernia in de rug")


def test_a_template_of_no_use_is_told_at_the_start_and_where_the_summary_is(begin: Begin, home: Path) -> None:
    (home / "mijn.txt").write_text("{kart}\n", encoding="utf-8")
    terminal = begin("note_template = '~/mijn.txt'\n")
    wrong = 'mijn.txt:1:1: "{kart}" kan niet worden ingevuld; bedoelde u "kaart"?'
    terminal.wait_for(wrong)
    terminal.press("o")
    wait_at(terminal, "Beslissen")
    terminal.wait_until(lambda: "{kart}" not in terminal.text, "the next thing being said")
    terminal.press("enter")
    wait_at(terminal, "Afsluiten")
    terminal.wait_for(wrong)
    terminal.wait_for("Besluit: nog niets opgeschreven")


@pytest.mark.parametrize("save", [True, False], ids=["saving", "not saving"])
def test_a_talk_is_stored_only_if_the_settings_say_so(begin: Begin, home: Path, save: bool) -> None:
    terminal = begin(f"save = {str(save).lower()}\n")
    terminal.press("2")
    wait_at(terminal, "2")
    prefer(terminal, "a")
    terminal.wait_for("Voorkeur: A")
    stored = home / "state"
    if save:
        terminal.wait_until(lambda: any(path.is_file() for path in stored.rglob("*")), "the talk being stored")
    terminal.press("q")
    terminal.wait_for("n")
    assert any(path.is_file() for path in stored.rglob("*")) is save
