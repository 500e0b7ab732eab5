"""The program in a folder, as a computer without Python gets it: built, copied elsewhere, and used from there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from herniatui import __version__
from herniatui.report.formats import FORMATS
from tests.support import programs
from tests.support.documented import commands_of, run_documented
from tests.support.program import HERNIA, herniatui
from tests.support.reading import marks, wait_at
from tests.support.rest import wait_at_rest
from tests.support.saved import saved_records
from tests.support.saying import go_to_summary, write
from tests.support.terminal import Terminal
from tools import release

SUFFIX = ".exe" if sys.platform == "win32" else ""
CALLED = """#!/bin/sh
printf '%s|%s\\n' "${LD_LIBRARY_PATH-unset}" "$1" >>"$HOME/opened"
"""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundle, install it as the documents say in a folder with a space, and return the program there.

    The variable BUNDLE may name the zip of one that was built before.
    """
    archive = Path(os.environ["BUNDLE"]) if "BUNDLE" in os.environ else _built(tmp_path_factory.mktemp("built"))
    folder = tmp_path_factory.mktemp("een map")
    shutil.copy(archive, folder)
    release.checksums(folder)
    documented = {"herniatui-0.1.0-linux-x86_64.zip": archive.name}
    assert "OK" in run_documented(commands_of("docs/installeren.md", "Installeren"), folder, {})
    installed = run_documented(commands_of("docs/installeren.md", "1. "), folder, documented)
    assert installed.startswith(f"herniatui {__version__}")
    return folder / "programma" / "herniatui" / f"herniatui{SUFFIX}"


def _built(folder: Path) -> Path:
    for program in ("objdump", "libpython", "unzip"):
        programs.program(program)
    archive = release.bundle(folder)
    shutil.rmtree(folder / "herniatui")  # it must not need the place where it was built
    return archive


@pytest.fixture(autouse=True)
def unchanged(bundle: Path) -> Iterator[None]:
    """Whatever it does, it writes nothing into its own folder, which may be read-only."""
    before = _contents(bundle.parent)
    yield
    assert _contents(bundle.parent) == before


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a home folder, and without a Python or anything else on the path."""
    (tmp_path / "leeg").mkdir()
    (tmp_path / "Documents").mkdir()
    return {"HOME": str(tmp_path), "PATH": str(tmp_path / "leeg"), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def _contents(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def _call(bundle: Path, *arguments: str, env: Mapping[str, str], code: int = 0) -> bytes:
    return _output([str(bundle), *arguments], env, code)


def _call_checkout(*arguments: str, env: Mapping[str, str]) -> bytes:
    return _output(herniatui(*arguments), env)


def _output(argv: list[str], env: Mapping[str, str], code: int = 0) -> bytes:
    done = subprocess.run(argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout if code == 0 else done.stderr


def _in_terminal(bundle: Path, env: Mapping[str, str], *arguments: str) -> Terminal:
    cleared = {name: None for name in os.environ if name not in env}
    return Terminal([str(bundle), *arguments], columns=100, rows=30, env={**cleared, **env})


def test_every_command_works_from_it(bundle: Path, env: dict[str, str]) -> None:
    for line in ("--version", "list", "show --pictures", "schema card", "schema consult", "config"):
        assert _call(bundle, *line.split(), env=env) == _call_checkout(*line.split(), env=env), line
    for kind in ("html", "pdf"):
        arguments = ("show", "--format", kind)
        assert _call(bundle, *arguments, env=env) == _call_checkout(*arguments, env=env), kind
    assert b"in orde" in _call(bundle, "check", str(HERNIA), env=env)
    assert b"nergens" in _call(bundle, "nergens", env=env, code=2)


def test_a_talk_survives_a_kill_and_every_export_is_that_of_the_installed_program(
    bundle: Path, env: dict[str, str], tmp_path: Path
) -> None:
    with _in_terminal(bundle, env) as terminal:
        wait_at(terminal, "Start")
        terminal.press("2")
        wait_at(terminal, "2")
        terminal.press("+")
        terminal.wait_until(lambda: marks(terminal) == "+", "the mark")
        terminal.kill()
    with _in_terminal(bundle, env) as terminal:
        terminal.wait_for("Er is nog een gesprek dat niet af is")
        terminal.press("down", "enter")
        terminal.wait_until(lambda: marks(terminal) == "+", "the mark")
        write(terminal, "n", "Ik wil weer kunnen tuinieren")
        terminal.press("q")
        terminal.wait_for("wissen")
        terminal.press("b")
        assert terminal.wait_exit() == 0
    (record,) = saved_records(tmp_path)
    assert len(record.consult.marks) == 1
    (name,) = (path.stem.removeprefix("consult-") for path in tmp_path.rglob("consult-*.json"))
    for kind in FORMATS:
        arguments = ("report", name, "--format", kind, "--out", str(tmp_path / f"b.{kind}"))
        _call(bundle, *arguments, env=env)
        _call_checkout("report", name, "--format", kind, "--out", str(tmp_path / f"c.{kind}"), env=env)
        assert (tmp_path / f"b.{kind}").read_bytes() == (tmp_path / f"c.{kind}").read_bytes(), kind
    assert json.loads((tmp_path / "b.fhir").read_bytes())["resourceType"]


def test_the_page_to_take_home_is_made_and_opened_and_the_next_patient_gets_a_new_process(
    bundle: Path, env: dict[str, str], tmp_path: Path
) -> None:
    opener = tmp_path / "browser"
    opener.write_text(CALLED)
    opener.chmod(0o755)
    with _in_terminal(bundle, {**env, "DISPLAY": ":7", "BROWSER": str(opener)}) as terminal:
        wait_at(terminal, "Start")
        terminal.press("2")
        wait_at(terminal, "2")
        write(terminal, "n", "Ik wil weer kunnen tuinieren")
        go_to_summary(terminal)
        terminal.press("m")
        terminal.wait_for("Wat gaat er mee naar huis?")
        terminal.press("enter")
        terminal.wait_for("Pagina voor thuis opslaan als")
        terminal.press("enter")
        opened = tmp_path / "opened"
        terminal.wait_until(lambda: opened.exists() and opened.read_text().endswith("\n"), "an opened page", poll=0.05)
        library_path, _bar, address = opened.read_text().strip().partition("|")
        assert (library_path, address.startswith("file://")) == ("unset", True)
        assert next(tmp_path.rglob("*-voor-thuis-*.pdf")).read_bytes().startswith(b"%PDF-1.7")
        wait_at_rest(terminal)
        terminal.press("r")
        terminal.wait_for("wissen")
        terminal.press("w")
        terminal.wait_for("Het vorige gesprek is gewist.")
        process = Path(f"/proc/{terminal.pid}")
        assert (process / "exe").resolve() == bundle.resolve()
        assert b"HERNIATUI_NEXT" in (process / "environ").read_bytes()  # a new process image
