"""Make the environment the same on every machine, before any test is imported."""

import gc
import importlib
import os
import shutil
import sys
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import environment
from tests.support.soak import soaking

_HOME = environment.new_home()
_TESTS = count()
environment.clean(_HOME)

# Textual reads its variables once, and a pytest plugin may have imported it before this file.
if "textual.constants" in sys.modules:
    importlib.reload(sys.modules["textual.constants"])

# A test must not fail on a slow machine.
settings.register_profile("without deadline", deadline=None, max_examples=soaking(short=50, long=1000))
settings.load_profile("without deadline")

# Windows has no pseudo-terminals.
collect_ignore = ["terminal"] if sys.platform == "win32" else []


_NOT_UNIT = (
    "terminal/",
    "printed/",
    "tui/",
    "test_wheel.py",
    "test_make.py",
    "test_release.py",
    "report/handout/test_pdf",
    "doctor/test_pdf",
    "report/test_csv_opened",
    "linear/test_same_talk",
    "test_marked_words",
    "test_empty_cells",
)
"""Where tests run the program in a terminal, draw screens, print pages or install packages."""


def _is_unit(path: Path) -> bool:
    return not path.relative_to(Path(__file__).parent).as_posix().startswith(_NOT_UNIT)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out of `make unit` what it would import and not run."""
    is_left_out = config.option.markexpr == "unit" and collection_path.is_file() and not _is_unit(collection_path)
    return True if is_left_out else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of `make unit`."""
    for item in items:
        if _is_unit(item.path):
            item.add_marker(pytest.mark.unit)


def pytest_collection_finish() -> None:
    """Collect garbage seldom, and never what was imported: each app makes much of it, and searching took 1/10."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(autouse=True)
def no_talks_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test its own folder for saved talks."""
    folder = str(_HOME / "talks" / str(next(_TESTS)))
    monkeypatch.setenv("XDG_STATE_HOME", folder)
    monkeypatch.setenv("LOCALAPPDATA", folder)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty documents folder."""
    folder = tmp_path / "Documenten"
    folder.mkdir()
    monkeypatch.setattr("herniatui.report.file_output.user_documents_dir", lambda: str(folder))
    return folder


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two workers per processor where tests drive a screen, which mostly wait until it is idle; otherwise one."""
    return (1 if config.option.markexpr == "unit" else 2) * (os.cpu_count() or 1)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_HOME, ignore_errors=True)
