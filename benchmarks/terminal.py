"""Run a program in a real pseudo-terminal, and time its output."""

import os
import pty
import re
import select
import signal
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

COLUMNS, ROWS = 100, 30
QUIET_AFTER_START, QUIET_AFTER_KEY = 0.150, 0.060
"""Seconds without output after which a screen is complete."""
PATIENCE = 20.0
"""Seconds without output after which a program is stuck."""

_ESCAPE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[ -/]*[0-~])")
# Nothing else of our own environment, so that machines and shells measure the same.
_ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
_KEPT = ("PATH", "TMPDIR")


class Failed(Exception):
    """The program did not behave as measured; the message says how."""


class Terminal:
    """A running program. Its queries to the terminal get no reply."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        environment = (
            _ENVIRONMENT | {"HOME": str(home)} | {name: os.environ[name] for name in _KEPT if name in os.environ}
        )
        self._command = " ".join(command)
        self._ended = False
        self.written = b""
        """What was drawn last: the first screen, or what came for the last key."""
        self.presses: list[tuple[float, float]] = []
        """Times of each key press and of the last byte drawn for it, in seconds of `perf_counter`."""
        self._started = perf_counter()
        self._pid, self._side = pty.fork()
        if not self._pid:
            try:
                termios.tcsetwinsize(0, (ROWS, COLUMNS))
                os.execve(command[0], list(command), environment)
            finally:
                os._exit(127)

    def first_screen(self, expected: Sequence[str]) -> float:
        """Return the seconds from exec to the last byte of the first screen.

        The screen is complete when all expected texts were written and a quiet period followed.
        """
        written, last = b"", self._started
        while any(words not in _text(written) for words in expected):
            more, last = self._read(QUIET_AFTER_START)
            written += more
            if not more:
                raise Failed(f"{self._command}: the first screen lacks one of {expected}:\n{_text(written)}")
        self.written = written
        return last - self._started

    def press(self, key: bytes, quiet: float = QUIET_AFTER_KEY) -> float:
        """Press a key, and return how many seconds passed until the last byte of what was drawn for it.

        That is the last before a period of `quiet` seconds.
        """
        pressed = perf_counter()
        os.write(self._side, key)
        written, last = self._read(quiet)
        if not written or self._ended:
            raise Failed(f"{self._command}: nothing was drawn for the key {key!r}\n{_text(written)}")
        self.written = written
        self.presses.append((pressed, last))
        return last - pressed

    def cpu_ms(self) -> float | None:
        """Return for how many milliseconds the program's threads have run until now; None where nothing tells it."""
        try:
            runs = [task.read_text(encoding="ascii") for task in Path(f"/proc/{self._pid}/task").glob("*/schedstat")]
        except OSError:  # a thread that just ended
            return None
        return sum(int(run.split()[0]) for run in runs) / 1e6 if runs else None

    def stop(self, keys: Sequence[bytes]) -> int:
        """End the program with these keys, or the first ones if they suffice; return its peak memory in bytes."""
        for key in keys:
            if not self._ended:
                os.write(self._side, key)
                self._read(QUIET_AFTER_KEY)
        while not self._ended and self._read(QUIET_AFTER_KEY)[0]:
            pass
        if not self._ended:
            raise Failed(f"{self._command}: went on after the keys {keys}")
        _pid, status, usage = os.wait4(self._pid, 0)
        self._pid = 0
        if status:
            raise Failed(f"{self._command}: ended with {os.waitstatus_to_exitcode(status)}")
        # The peak of a child starts at the memory of its parent at the fork. So this process must stay smaller than
        # the programs that it measures, and does not import what they import.
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def close(self) -> None:
        """Kill the program if it still runs, and close the terminal."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._side)

    def _read(self, quiet: float) -> tuple[bytes, float]:
        """Return the output until the program is quiet for this many seconds or ends, and the time of its last byte."""
        written, last, wait = b"", perf_counter(), PATIENCE
        while not self._ended and select.select([self._side], [], [], wait)[0]:
            try:
                chunk = os.read(self._side, 1 << 16)
            except OSError:  # how Linux reports that the other end is closed
                chunk = b""
            if chunk:
                written, last, wait = written + chunk, perf_counter(), quiet
            else:
                self._ended = True
        return written, last


def _text(written: bytes) -> str:
    return _ESCAPE.sub("", written.decode(errors="replace"))
