"""Processes that the program starts of itself, from an installation and from a bundle."""

import os
import subprocess
import sys

import pytest

from herniatui import own_process
from herniatui.cli.output import is_reader_gone
from herniatui.system_errors import not_saved, reason


def test_an_unknown_part_ends_without_a_traceback() -> None:
    done = subprocess.run(own_process.command_line("nothing"), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_in_a_bundle_the_program_itself_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/herniatui/herniatui")
    called = own_process.command_line("open-address", "https://www.thuisarts.nl")
    assert called == ["/opt/herniatui/herniatui", "--child", "open-address", "https://www.thuisarts.nl"]


@pytest.mark.parametrize("before", [None, "/usr/local/lib"])
def test_programs_of_the_system_get_their_own_libraries(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/herniatui/_internal")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    own_process.restore_library_path()
    assert os.environ.get("LD_LIBRARY_PATH") == before


class OfWindows(OSError):
    """An error as Windows gives it: with a code of its own, and the errno that Python makes of that."""

    def __init__(self, winerror: int, number: int) -> None:
        super().__init__(number, "")
        self.winerror = winerror


def test_an_error_of_windows_is_told_by_its_own_code() -> None:
    too_long, in_use = OfWindows(206, 2), OfWindows(32, 13)
    assert reason(too_long) == "de naam is te lang"
    assert "deze map bestaat niet" not in not_saved(too_long, "x.txt")
    assert reason(in_use) == "een ander programma gebruikt het"


def test_a_pipe_without_a_reader_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    invalid = OSError(22, "Invalid argument")
    assert is_reader_gone(BrokenPipeError())
    assert not is_reader_gone(invalid)
    monkeypatch.setattr(os, "name", "nt")
    assert is_reader_gone(invalid)
    assert not is_reader_gone(OSError(22, "Invalid argument", "a file"))
