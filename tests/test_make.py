"""`make` in a fresh clone: its messages on failure, and two runs at once.

Real make, Python, venv and pip, in a folder with the Makefile and a project so small that pip needs no network.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tests.support.programs import program
from tools.install import main, why_pip_failed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make is not part of Windows")

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "herniatui"
version = "1"

[project.optional-dependencies]
dev = []
"""
# Builds an editable wheel as hatchling would; waits while a file `hold` is in the folder.
BACKEND = """
import pathlib, time, zipfile
def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    folder = pathlib.Path.cwd()
    (folder / "building").touch()
    while (folder / "hold").exists():
        time.sleep(0.01)
    info = "herniatui-1.dist-info"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / "herniatui-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("herniatui.pth", str(folder / "src"))
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: herniatui\\nVersion: 1\\n")
        about = "Wheel-Version: 1.0\\nGenerator: here\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(f"{info}/WHEEL", about)
        wheel.writestr(f"{info}/RECORD", "")
    return "herniatui-1-py3-none-any.whl"
build_wheel = build_editable
"""
NO_NETWORK = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "PIP_NO_CACHE_DIR": "1",
}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with the Makefile, the files that it uses, and a project that only prints `opened`."""
    folder = tmp_path / "een kloon"
    (folder / "tools").mkdir(parents=True)
    for name in ("Makefile", "tools/install.py", "constraints.txt"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "src" / "herniatui").mkdir(parents=True)
    (folder / "src" / "herniatui" / "__main__.py").write_text("print('opened')\n", encoding="utf-8")
    return folder


def started(
    folder: Path, *arguments: str, python: str = sys.executable, under: Sequence[str] = (), **env: str
) -> "subprocess.Popen[str]":
    """Start make in this folder in its own process group.

    Args:
        folder: the working folder.
        arguments: targets and variables.
        python: value of PYTHON.
        under: command that runs make.
        env: extra environment variables.
    """
    return subprocess.Popen(
        [*under, program("make"), "--no-print-directory", f"PYTHON={python}", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")} | NO_NETWORK | env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def said(make: "subprocess.Popen[str]", code: int = 0) -> str:
    """Return the output of make without its own last line; fail if it exits with another code."""
    out, err = make.communicate(timeout=300)
    assert make.returncode == code, out + err
    return "".join(line for line in (out + err).splitlines(keepends=True) if not line.startswith("make: ***"))


def wait_for(there: Callable[[], bool], make: "subprocess.Popen[str]") -> None:
    """Wait until this is true; fail if make ends, or takes minutes, before that."""
    for _ in range(12_000):
        if there():
            return
        try:
            make.wait(0.01)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(make.communicate())
    raise AssertionError("not within two minutes")


def test_a_wrong_python_is_named(clone: Path) -> None:
    refused = "PYTHON={} is not a Python 3.11 or newer. Name one that is: make PYTHON=…\n"
    (clone / "python3.6").write_text("#!/bin/sh\necho False\n", encoding="utf-8")
    (clone / "python3.6").chmod(0o755)
    for wrong in ("nothing-of-this-name", "true", "./python3.6"):
        assert said(started(clone, "run", python=wrong), 2) == refused.format(wrong)
    assert not (clone / ".venv").exists()


def test_only_a_python_without_venv_is_answered_with_the_package_of_debian(clone: Path) -> None:
    (clone / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None\n", encoding="utf-8")
    answer = said(started(clone, "run", PYTHONPATH=str(clone)), 2)
    assert answer.endswith(" lacks ensurepip. On Debian and Ubuntu: apt install python3-venv\n")
    assert len(answer.splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_named(clone: Path) -> None:
    # Root can write anywhere unless its capabilities are dropped.
    under = [program("setpriv"), "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    clone.chmod(0o555)
    try:
        answer = said(started(clone, "run", under=under), 2)
    finally:
        clone.chmod(0o755)
    assert answer == f".make.lock cannot be written: Permission denied. The folder is {clone}.\n"


def test_without_a_network_one_sentence_says_so_and_names_the_log_of_pip(clone: Path) -> None:
    wants = PROJECT.replace("requires = []", 'requires = ["hatchling"]')
    (clone / "pyproject.toml").write_text(wants, encoding="utf-8")
    answer = said(started(clone, "run"), 2).splitlines()
    assert [line.split(" with ")[0] for line in answer[:2]] == ["Making .venv", "Installing the program into .venv."]
    assert len(answer) == 3
    assert answer[2].startswith("not installed: pip could not reach a package index. ")
    assert answer[2].endswith(" All that pip said is in .venv/install.log.")
    assert "hatchling" in (clone / ".venv" / "install.log").read_text(encoding="utf-8")


def test_two_at_once_install_once_and_both_open(clone: Path) -> None:
    (clone / "hold").touch()
    first = started(clone, "run")
    wait_for((clone / "building").exists, first)
    second = started(clone, "run")
    assert second.stdout
    waits = second.stdout.readline()
    (clone / "hold").unlink()
    both = said(first), waits + said(second)
    assert both[0].endswith("opened\n")
    assert both[1] == (
        "Another make is installing in this folder; waiting until it is done.\nOpening the hernia card.\nopened\n"
    )
    assert said(started(clone, "run")) == "Opening the hernia card.\nopened\n"


def test_an_interrupted_installation_is_started_again(clone: Path) -> None:
    (clone / "hold").touch()
    first = started(clone, "run")
    wait_for((clone / "building").exists, first)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    (clone / "hold").unlink()
    again = said(started(clone, "run"))
    assert "Making .venv" in again
    assert again.endswith("opened\n")


@pytest.mark.parametrize(
    ("output", "begins"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: [Errno 122] Disk quota exceeded: '/home/x'", "the disk is full"),
        ("WARNING: Retrying after connection broken by 'NameResolutionError(...)'\nERROR: none", "pip could not reach"),
        ("WARNING: ... ProxyError('Cannot connect to proxy.')\nERROR: No matching distribution", "pip could not reach"),
        ("Collecting x\nERROR: No matching distribution found for x==9\n", "pip said: ERROR: No matching distribution"),
        ("", "pip said: nothing"),
    ],
)
def test_the_reason_is_derived_from_the_output_of_pip(output: str, begins: str) -> None:
    assert why_pip_failed(output).startswith(begins)


def test_an_unknown_argument_installs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--developer"]) == 2
    assert capsys.readouterr().err == "unknown argument: --developer. Only --dev is possible here.\n"
