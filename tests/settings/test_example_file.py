"""The file that `herniatui config --init` writes: it explains the defaults, and changes none."""

import re
import sys
from pathlib import Path

import pytest

from herniatui.cli.config_command import write_example
from herniatui.commands.declared import COMMANDS
from herniatui.settings.config_file import write_new
from herniatui.settings.example_file import toml
from herniatui.settings.model import SETTINGS, Settings
from herniatui.settings.reader import SettingsFound, read_settings
from herniatui.tui.keys.keymap import effective_commands
from tests.support.program import ROOT

COMMENTED = re.compile(r"^# ([a-z_]+ = )", re.MULTILINE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A newly written config.toml."""
    path = tmp_path / "nieuw" / "herniatui" / "config.toml"
    assert write_example(path) == ""
    return path


def test_it_changes_nothing(path: Path) -> None:
    assert read_settings(path) == SettingsFound()


def test_the_commented_out_values_are_the_defaults(path: Path) -> None:
    text, count = COMMENTED.subn(r"\1", path.read_text(encoding="utf-8"))
    assert count == len(SETTINGS) + len(COMMANDS)
    path.write_text(text, encoding="utf-8")
    found = read_settings(path)
    commands, problems = effective_commands(found)
    assert [problem.at("config.toml") for problem in problems] == []
    assert commands == COMMANDS
    assert [name for name, _keys in found.settings.keys] == [command.name for command in COMMANDS]
    assert set(found.places) == {setting.name for setting in SETTINGS} | {
        f"keys.{command.name}" for command in COMMANDS
    }
    assert all(setting.value_in(found.settings) == setting.value_in(Settings()) for setting in SETTINGS)


def test_it_explains_every_setting_and_every_command(path: Path) -> None:
    words = " ".join(path.read_text(encoding="utf-8").replace("#", " ").split())
    for text in [*(setting.words for setting in SETTINGS), *(command.words for command in COMMANDS)]:
        assert text in words


def test_no_line_is_too_wide_to_read(path: Path) -> None:
    assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= 102


def test_an_existing_file_is_not_overwritten(path: Path) -> None:
    path.write_text("van mij")
    assert write_example(path) == f"er zijn al instellingen, en die blijven zoals ze zijn: {path}"
    assert path.read_text() == "van mij"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX permissions")
def test_only_the_owner_can_read_the_folder(path: Path) -> None:
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "herniatui").write_text("")
    assert "herniatui is geen map" in write_new(tmp_path / "herniatui" / "config.toml", "")
    assert "kan niet worden gemaakt" in write_new(tmp_path / "herniatui" / "x" / "config.toml", "")


def test_the_readme_has_every_setting_with_its_default() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        assert f"| `{setting.name}` | `{toml(setting.value_in(Settings()))}` |" in readme


def test_the_example_in_the_readme_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    example = (ROOT / "README.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    path.write_text(example, encoding="utf-8")
    found = read_settings(path)
    assert len(found.places) == 3
    assert effective_commands(found)[1] == []
