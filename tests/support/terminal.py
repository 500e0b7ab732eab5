"""Run a program in a real pseudo-terminal: send keys, and read what it draws."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.support.emulator import Cells, Emulator
from tests.support.keys import pasted, sequence

DEADLINE = 60.0
"""Seconds that anything may take; only a test that fails waits this long."""

# Makes the terminal its controlling terminal, as for a program started from a shell in it.
_IN_THE_TERMINAL = "import fcntl,os,sys,termios;fcntl.ioctl(0,termios.TIOCSCTTY,0);os.execvp(sys.argv[1],sys.argv[1:])"


class Cell(NamedTuple):
    """One character on the screen and its style; colours are hexadecimal or a name."""

    data: str
    fg: str
    bg: str
    bold: bool
    italics: bool
    underscore: bool
    strikethrough: bool
    reverse: bool
    blink: bool


class Terminal:
    """A program in a terminal."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._argv = argv
        self._size = columns, rows
        self._env = _environment({"COLORTERM": "truecolor", **(env or {})})
        self._cwd = cwd
        self._emulator = Emulator(columns, rows)
        self.raw = b""
        """All output of the program."""

    def __enter__(self) -> Self:
        self._master, slave = os.openpty()
        self._set_size()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _IN_THE_TERMINAL, *self._argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=self._env,
            cwd=self._cwd,
            start_new_session=True,
        )
        os.close(slave)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._close()

    @property
    def lines(self) -> list[str]:
        """The lines on the screen, without trailing spaces."""
        return [line.rstrip() for line in self._emulator.lines]

    @property
    def text(self) -> str:
        """The text on the screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The text on the screen with white space folded, so that line breaks do not matter."""
        return " ".join(self.text.split())

    @property
    def picture(self) -> Cells:
        """Every cell as it looks."""
        return self._emulator.cells()

    def cells(self, row: int) -> list["Cell"]:
        """Return the cells of one row."""
        line = self._emulator.screen.buffer[row]
        return [Cell(*line[column]) for column in range(self._emulator.screen.columns)]

    def press(self, *keys: str) -> None:
        """Send these keys in one write."""
        self._send("".join(sequence(key) for key in keys))

    def type(self, text: str) -> None:
        """Send this text."""
        self._send(text)

    def paste(self, text: str) -> None:
        """Send a bracketed paste of this text."""
        self._send(pasted(text))

    def send(self, data: bytes, *, draw: bool = True) -> None:
        """Send these bytes; read meanwhile, because a program blocks on output that nobody reads.

        Args:
            data: the bytes to send.
            draw: whether to draw the output in the emulator. If not, the program may also end meanwhile.
        """
        left = memoryview(data)
        while left:
            ready, writable, _ = select.select([self._master], [self._master], [], DEADLINE)
            if ready and not (self._read(0) if draw else self.drain(0)):
                if not draw:
                    return
                raise AssertionError(f"the program ended. On screen:\n{self.text}")
            if writable:
                left = left[os.write(self._master, left[:1024]) :]

    def drain(self, seconds: float) -> bool:
        """Read output for this many seconds without drawing it; return whether there may be more."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            if not select.select([self._master], [], [], max(0.0, left))[0]:
                return True
            try:
                data = os.read(self._master, 1 << 20)
            except OSError:
                data = b""
            self.raw += data
            if not data or left <= 0:
                return bool(data)

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended."""
        return self._process.poll() is not None

    def wait_drained(self) -> int:
        """Read output without drawing it until the program has ended; return the exit code."""
        end = time.monotonic() + DEADLINE
        while self.drain(0.05):
            assert time.monotonic() < end, f"still running after {DEADLINE:g} s"
        return self._process.wait(DEADLINE)

    def resize(self, columns: int, rows: int) -> None:
        """Resize the window; the kernel signals the program."""
        self._size = columns, rows
        self._emulator.resize(columns, rows)
        self._set_size()

    def signal(self, number: signal.Signals) -> None:
        """Send this signal to the program."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """Kill the program with SIGKILL, and read its remaining output."""
        self._process.kill()
        self._process.wait()
        while self._read(0.05) and select.select([self._master], [], [], 0)[0]:
            pass

    def read_on(self, seconds: float) -> None:
        """Read and draw output for this many seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._read(left):
            pass

    def skim(self, true: Callable[[], bool], seconds: float = DEADLINE) -> None:
        """Read output without drawing it until this is true; fail after the deadline."""
        end = time.monotonic() + seconds
        while not true():
            if not self.drain(0.01):
                code = self._process.wait(DEADLINE)
                assert true(), f"the program ended with {code}"
                return
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds:g} s")

    def wait_suspended(self) -> None:
        """Wait until the program has suspended itself, and read its output."""
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOWAIT)
        while select.select([self._master], [], [], 0)[0] and self._read(0):
            pass

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    def hang_up(self, seconds: float = DEADLINE) -> int:
        """Close the terminal, as closing its window does; return the exit code of the program."""
        self._close()
        return self._process.wait(seconds)

    def wait_until(
        self, true: Callable[[], bool], what: str, seconds: float = DEADLINE, poll: float = DEADLINE
    ) -> None:
        """Read and draw output until this is true of a whole frame; otherwise fail with `what` and the screen.

        Args:
            true: the condition.
            what: description of the condition.
            seconds: deadline.
            poll: seconds between checks without output, for conditions on something other than the screen.
        """
        end = time.monotonic() + seconds
        while self._emulator.in_frame or not true():
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"{what}: not within {seconds:g} s. On screen:\n{self.text}")
            if not self._read(min(left, poll)):
                if true():
                    return
                raise AssertionError(f"{what}: the program ended first. On screen:\n{self.text}")

    def wait_for(self, words: str) -> None:
        """Wait until these words are on the screen, independent of line breaks."""
        wanted = " ".join(words.split())
        self.wait_until(lambda: wanted in self.words, f"“{wanted}” on the screen")

    def wait_exit(self, seconds: float = DEADLINE) -> int:
        """Wait until the program has ended; return the exit code."""
        end = time.monotonic() + seconds
        while self._read(end - time.monotonic()):
            if time.monotonic() >= end:
                raise AssertionError(f"still running after {seconds:g} s. On screen:\n{self.text}")
        return self._process.wait(max(0.1, end - time.monotonic()))

    def _read(self, seconds: float) -> bool:
        """Read once, waiting this many seconds at most; return whether there may be more."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return True
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # how Linux reports that the other end is closed
            return False
        self.raw += data
        os.write(self._master, self._emulator.feed(data))
        return bool(data)

    def _close(self) -> None:
        if self._master >= 0:
            os.close(self._master)
        self._master = -1

    def _send(self, text: str) -> None:
        os.write(self._master, text.encode())

    def _set_size(self) -> None:
        columns, rows = self._size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    changed = {**os.environ, **changes}
    return {name: value for name, value in changed.items() if value is not None}
