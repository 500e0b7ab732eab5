"""The installed program: the wheel is built from the checkout and installed where the checkout is out of reach."""

import os
import shlex
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from herniatui import __version__
from tests.support.documented import commands_of, run_documented
from tests.support.program import HERNIA, ROOT, deck_of
from tests.support.programs import program
from tools import release

BIN, SUFFIX = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
TITLE = deck_of(HERNIA).card.title


def call(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a command without the checkout in its path and return its output; fail with its output if it fails."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**env, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout, collect those of what it needs, and return their folder."""
    folder = tmp_path_factory.mktemp("wheels")
    with zipfile.ZipFile(release.wheelhouse(folder)) as inside:
        assert any(name.startswith("wheelhouse/typst-") for name in inside.namelist())
    return folder / "wheelhouse"


@pytest.fixture(scope="module")
def wheel(wheelhouse: Path) -> Path:
    """Return the wheel of the program."""
    (built,) = wheelhouse.glob("herniatui-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command, installed as the documents say: without an index, into a folder with a space."""
    folder = tmp_path_factory.mktemp("een map") / "met spaties"
    if sys.platform == "win32":
        venv.create(folder, with_pip=True)
        offline = ("--no-index", "--find-links", wheelhouse)
        call(folder / BIN / "python", "-m", "pip", "install", "--quiet", *offline, "herniatui[pdf]")
        return folder / BIN / f"herniatui{SUFFIX}"
    program("unzip")
    (archive,) = wheelhouse.parent.glob("*.zip")
    documented = {
        "herniatui-0.1.0-wheelhouse-linux-x86_64-python3.13.zip": shlex.quote(str(archive)),
        "/opt/herniatui": shlex.quote(str(folder)),
        "python3 ": f"{shlex.quote(sys.executable)} ",
    }
    commands = commands_of("docs/installeren.md", "2. ")
    assert f"\nherniatui {__version__}\n" in run_documented(commands, folder.parent, documented)
    return folder / BIN / f"herniatui{SUFFIX}"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """Return an empty folder, which must stay empty."""
    yield tmp_path
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_holds_every_file_that_is_read_at_run_time(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    in_tree = [
        *(path.relative_to(ROOT / "src") for path in (ROOT / "src" / "herniatui").rglob("*") if path.is_file()),
        *(Path("herniatui") / path.relative_to(ROOT) for path in (ROOT / "content").rglob("*") if path.is_file()),
    ]
    assert "herniatui/py.typed" in inside
    kinds = (".py", ".mo", ".tcss", ".css", ".typ", ".yaml", ".txt", ".typed", ".woff2")
    wanted = {path.as_posix() for path in in_tree if path.suffix in kinds}
    assert {Path(name).suffix for name in wanted} >= {".py", ".mo", ".tcss", ".yaml"}
    assert wanted - inside == set()


def test_the_wheel_holds_only_files_of_the_program(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"herniatui"}
    assert [name for name in inside if "test" in name or name.endswith(".pyc")] == []


def test_installed_it_lists_shows_checks_prints_and_draws_its_card_from_any_folder(
    installed: Path, elsewhere: Path
) -> None:
    assert TITLE in call(installed, "list", cwd=elsewhere)
    shown = call(installed, "show", cwd=elsewhere)
    assert [text for text in deck_of(HERNIA).card.texts() if text not in shown] == []
    assert call(installed, "check", HERNIA.parent.name, cwd=elsewhere).rstrip().endswith("in orde")
    for form, begins in (("html", "<!DOCTYPE html>"), ("pdf", "%PDF-1.7")):
        page = installed.parent / f"page.{form}"
        call(installed, "show", "--format", form, "--out", page, cwd=elsewhere)
        assert page.read_bytes().startswith(begins.encode())
    if sys.platform != "win32":
        _draws_its_first_screen_in_dutch(installed, elsewhere)


def _draws_its_first_screen_in_dutch(installed: Path, elsewhere: Path) -> None:
    from tests.support.terminal import Terminal  # Windows has no pseudo-terminals

    with Terminal([str(installed)], cwd=elsewhere, env={"PYTHONPATH": None}) as terminal:
        terminal.wait_for("Waar wilt u het over hebben?")
        assert TITLE in terminal.words
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_without_typst_it_says_in_one_sentence_how_to_get_a_pdf(wheel: Path, installed: Path, elsewhere: Path) -> None:
    call(installed.parent / f"python{SUFFIX}", "-m", "pip", "uninstall", "--quiet", "--yes", "typst")
    command = [str(installed), "show", "--format", "pdf"]
    done = subprocess.run(command, capture_output=True, cwd=elsewhere, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "pip install 'herniatui[pdf]'" in done.stderr
    metadata = next(name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("METADATA"))
    assert b"; extra == 'pdf'" in zipfile.ZipFile(wheel).read(metadata)
