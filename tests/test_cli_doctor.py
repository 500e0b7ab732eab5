"""`herniatui doctor` without a terminal: whatever is missing or broken, one page, and an exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from herniatui import __version__
from tests.support.no_network import REFUSING
from tests.support.program import herniatui, run

KEYS = [
    "program", "terminal", "signs", "keys", "clipboard", "browser", "pdf", "printer", "folders", "disk", "settings",
    "cards", "talks",
]  # fmt: skip


def settings_in(home: Path, text: str) -> dict[str, str]:
    """Write these settings, and return the environment in which they are found."""
    file = home / "herniatui" / "config.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(home)}


def test_the_page_says_what_there_is_and_that_all_is_well() -> None:
    done = run("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"  Programma     herniatui {__version__}" in done.stdout
    assert "niet gemeten: hier is geen terminal" in done.stdout
    assert done.stdout.endswith("\nAlles is in orde.\n")
    assert str(Path.home()) not in done.stdout


@pytest.mark.skipif(sys.platform == "darwin", reason="the folder of settings cannot be chosen there")
def test_as_json_every_check_is_there_and_what_is_amiss_is_named(tmp_path: Path) -> None:
    done = run("doctor", "--json", env=settings_in(tmp_path, 'thema = "dark"\nglyphs = "ascii"\n'))
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert found["amiss"] == ["settings"]
    assert list(found) == ["amiss", *KEYS]
    assert any('glyphs = "ascii"' in line and "regel 2" in line for line in found["settings"]["settings"])
    assert 'onbekende instelling "thema"' in found["settings"]["advice"][0]


def test_settings_that_cannot_be_read_are_amiss_and_end_nothing(tmp_path: Path) -> None:
    done = run("doctor", env=settings_in(tmp_path, "theme = dark\n[[[\n"))
    assert (done.returncode, done.stderr) == (1, "")
    assert "! Instellingen" in done.stdout
    assert "1 punt vraagt aandacht" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="the home folder is another one there")
def test_without_a_home_there_is_a_page(tmp_path: Path) -> None:
    names = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "TERM", "PATH")
    env = {name: value for name, value in os.environ.items() if name not in names} | {"HOME": str(tmp_path / "weg")}
    done = subprocess.run(
        herniatui("doctor"), capture_output=True, encoding="utf-8", env=env, cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "! Schijf        er kan geen bestand worden opgeslagen: de thuismap bestaat niet" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_keys_are_not_asked_for_where_there_is_no_terminal() -> None:
    done = run("doctor", "--keys")
    assert done.returncode == 2
    assert (
        done.stderr
        == "herniatui: hier kunnen geen toetsen worden geprobeerd, want dit is geen terminal; laat --keys weg\n"
    )


def test_nothing_uses_the_network(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", REFUSING, str(tmp_path / "asked"), "doctor"]
    done = subprocess.run(argv, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "asked").exists()
