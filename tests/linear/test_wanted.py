"""When a walk is in lines: the option decides, then ACCESSIBLE, then the settings, then what the terminal can do."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from herniatui.cli import start_walk
from herniatui.cli.start_walk import first_line, why_linear
from herniatui.settings.model import Settings
from herniatui.settings.reader import SettingsFound, read_settings

PLAIN, LINEAR = SettingsFound(), SettingsFound(Settings(linear=True))


class _Terminal:
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True

    def fileno(self) -> int:
        """Return no real one."""
        raise ValueError


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the standard streams terminals."""
    monkeypatch.setattr(start_walk, "sys", SimpleNamespace(stdin=_Terminal(), stdout=_Terminal()))


def test_the_option_goes_above_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert why_linear(False, LINEAR) == ""
    assert why_linear(True, PLAIN) == "u vroeg erom met --linear"


@pytest.mark.parametrize("value", ["1", "yes", "ja", "true", " ON "])
def test_accessible_asks_for_lines(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", value)
    assert why_linear(None, PLAIN) == "ACCESSIBLE staat aan op deze computer"


@pytest.mark.parametrize("value", ["0", "no", "false", "nee", "NEE"])
def test_accessible_can_say_no_above_the_settings(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", value)
    assert why_linear(None, PLAIN) == ""
    assert why_linear(None, LINEAR) == ""


def test_an_empty_accessible_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "")
    assert why_linear(None, PLAIN) == ""
    assert why_linear(None, LINEAR) == "in uw instellingen staat linear = true"


def test_the_setting_is_read_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("linear = true\n", encoding="utf-8")
    assert why_linear(None, read_settings(path)) == "in uw instellingen staat linear = true"


@pytest.mark.usefixtures("in_a_terminal")
def test_a_terminal_that_cannot_draw_gets_lines_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert why_linear(None, PLAIN) == ""
    monkeypatch.setattr(start_walk, "_can_place_cursor", lambda: False)
    assert why_linear(None, PLAIN) == "deze terminal kan de cursor niet verplaatsen"
    monkeypatch.setenv("TERM", "dumb")
    assert why_linear(None, PLAIN) == "deze terminal (TERM=dumb) kan geen schermen tonen"
    assert why_linear(False, PLAIN) == ""


def test_a_dumb_terminal_that_is_not_there_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert why_linear(None, PLAIN) == ""


def test_the_first_line_says_that_it_is_on_why_and_how_to_leave_it() -> None:
    line = first_line(why_linear(True, PLAIN))
    assert "in regels" in line
    assert "--linear" in line
    assert "--no-linear" in line
