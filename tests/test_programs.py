"""A test that needs a missing program is skipped with the reason; in CI it fails unless the program is optional."""

import sys
from pathlib import Path

import pytest

from tests.support.programs import PROGRAMS, Program, found, missing_packages, program

ON_THE_PATH = {known.package for name, known in PROGRAMS.items() if name != "libpython"}
"""Debian packages of the programs that are looked for on the path."""


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, the only one in PATH, outside CI."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("TESTS_WITHOUT", raising=False)
    return tmp_path


def install(folder: Path, name: str, code: int = 0) -> None:
    (folder / name).write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_without_the_program_the_test_is_skipped_with_the_reason_and_how_to_get_it() -> None:
    with pytest.raises(pytest.skip.Exception, match="chromium is not installed; on Debian and Ubuntu: apt install chr"):
        program("chromium")
    assert found("chromium") == ""


def test_in_ci_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="In CI no test goes without: install it, or name it in TESTS_WITH"):
        program("strace")


def test_in_ci_it_is_skipped_if_the_program_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("TESTS_WITHOUT", "chromium strace")
    with pytest.raises(pytest.skip.Exception):
        program("strace")
    assert missing_packages() == sorted(ON_THE_PATH - {"chromium", "strace"})


@pytest.mark.skipif(sys.platform == "win32", reason="the programs of this test are scripts of the shell")
def test_a_program_is_found_under_any_of_its_names_but_not_if_it_does_not_work(
    nothing_installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PROGRAMS, "reader", Program(("reader", "other-reader"), "reader-tools"))
    monkeypatch.setitem(PROGRAMS, "tracer", Program(("tracer",), "tracer", ("true",)))
    install(nothing_installed, "other-reader")
    install(nothing_installed, "tracer", code=1)
    assert program("reader") == str(nothing_installed / "other-reader")
    with pytest.raises(pytest.skip.Exception, match="tracer is installed but does not work here"):
        program("tracer")
    assert "tracer" in missing_packages()
    assert "reader-tools" not in missing_packages()
