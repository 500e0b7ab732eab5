"""Hostile environments (closed streams, little memory, odd variables): one sentence at most, the right exit code, no
traceback."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import herniatui
from tests.support.reading import wait_at
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start
from tests.terminal.test_stopping import is_left_as_it_was, mark_something

NO_MEMORY = "te weinig geheugen"
NO_TERMINAL = "de schermen werken alleen in een terminal"


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGXCPU"])
def test_any_signal_that_ends_it_leaves_the_terminal_as_it_was(start: Start, home: Path, name: str) -> None:
    terminal, number = start(), getattr(signal, name)
    mark_something(terminal)
    terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert is_left_as_it_was(terminal)
    start(stop="Er is nog een gesprek dat niet af is")


@pytest.mark.parametrize(
    "env",
    [
        {"COLUMNS": "100000"},
        {"LINES": "100000"},
        {"COLUMNS": "100000", "LINES": "100000"},
        {"COLUMNS": "-5", "LINES": "0"},
        {"COLUMNS": "²", "LINES": "veel"},
        {"COLUMNS": "1"},
    ],
    ids=str,
)
def test_a_size_in_the_environment_is_not_that_of_the_terminal(start: Start, env: dict[str, str]) -> None:
    terminal = start(**env)
    terminal.press("1")
    wait_at(terminal, "1")
    assert max(map(len, terminal.lines)) <= 80


def test_a_window_that_says_it_is_enormous_is_drawn_in_from_its_corner(start: Start) -> None:
    terminal = start(columns=1_000, rows=300)
    terminal.press("1")
    wait_at(terminal, "1")
    assert not any(line for line in terminal.lines[250:])


# From the least that Python starts in, to enough for the screens.
@pytest.mark.skipif(sys.platform != "linux", reason="macOS does not limit address space")
@pytest.mark.parametrize("kilobytes", [45_000, 60_000, 90_000, 120_000, 205_000])
def test_too_little_memory_for_the_screens(home: Path, kilobytes: int) -> None:
    command = ["/bin/sh", "-c", f"ulimit -v {kilobytes}; exec {shlex.join(herniatui())}"]
    with Terminal(command, env={"HOME": str(home), "XDG_STATE_HOME": None}, cwd=home) as terminal:
        terminal.wait_until(lambda: NO_MEMORY in terminal.words or "Start" in terminal.words, "a sentence, or a screen")
        if NO_MEMORY in terminal.words:
            assert terminal.wait_exit() == 1
            assert is_left_as_it_was(terminal)
        assert b"Traceback" not in terminal.raw


@pytest.mark.skipif(sys.platform != "linux", reason="macOS does not limit address space")
@pytest.mark.parametrize("arguments", [["list"], ["show"], ["check", "hernia-in-de-rug"], ["resume"]], ids=" ".join)
@pytest.mark.parametrize("kilobytes", [24_000, 32_000, 40_000])
def test_too_little_memory_for_a_command(arguments: list[str], kilobytes: int) -> None:
    done = in_shell(f"ulimit -v {kilobytes};", arguments, "")
    if done.returncode == 127:
        pytest.skip("Python itself does not start in so little")
    assert (done.returncode, done.stderr) == (0, "") or (done.returncode == 1 and NO_MEMORY in done.stderr)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["list"], ["onzin"], ["report", "x"], ["resume", "x"], ["--onzin"], []], ids=" ".join
)
def test_nothing_meant_for_a_closed_stderr_lands_on_stdout(arguments: list[str]) -> None:
    done, closed = in_shell("", arguments, ""), in_shell("", arguments, "2>&-")
    assert (closed.returncode, closed.stdout) == (done.returncode, done.stdout)


@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["schema", "card"], ["show"]], ids=" ".join)
def test_a_closed_stdout_is_reported_in_one_sentence(arguments: list[str]) -> None:
    done = in_shell("", arguments, ">&-")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("herniatui: lezen of schrijven lukt niet")


@pytest.mark.parametrize("stream", ["<&-", ">&-", "</dev/null", ">/dev/null", "<&- >&-"])
def test_without_a_terminal_the_screens_are_refused_in_one_sentence(stream: str) -> None:
    done = in_shell("", [], stream)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert NO_TERMINAL in done.stderr


def test_a_talk_does_not_take_the_place_of_a_closed_stream(start: Start, home: Path) -> None:
    """A file opened while stderr is closed gets its file descriptor, and so the output to stderr."""
    program = (
        "import os, sys; from herniatui.__main__ import main; code = main(); sys.exit(code or os.fstat(2).st_mode & 1)"
    )
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" 2>&-', "sh", sys.executable, "-c", program, "list"], capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "hernia-in-de-rug" in done.stdout


def in_shell(before: str, arguments: list[str], after: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell, with this text before and after the command."""
    command = f"{before} exec {shlex.join(herniatui(*arguments))} {after}"
    return subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, timeout=60, check=False, env=os.environ
    )
