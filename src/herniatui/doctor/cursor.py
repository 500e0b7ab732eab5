"""Measure how wide a terminal draws: write each sign, and ask where the cursor is. Not on Windows."""

import sys

assert sys.platform != "win32"

import os  # noqa: E402
import re  # noqa: E402
import select  # noqa: E402
import signal  # noqa: E402
import termios  # noqa: E402
from collections.abc import Iterator, Mapping, Sequence  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from time import monotonic  # noqa: E402
from types import FrameType  # noqa: E402

DEADLINE = 1.0
"""Seconds in which the terminal has to answer, for all signs together."""

_REPORT = re.compile(rb"\x1b\[\d{1,5};(\d{1,5})R")
_ASK_CURSOR = b"\x1b[6n"
_CLEAR_LINE = b"\r\x1b[K"
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_READ_SIZE = 4096


def measure(signs: Sequence[str], reads: int, writes: int) -> Mapping[str, int]:
    """Return the width in cells of each of these signs for which the terminal answers in time, on one line of it.

    The line is cleared after that, and the terminal restored, also on a signal that ends the program. Call in the main
    thread.

    Args:
        signs: the signs to write.
        reads: descriptor of the terminal's input.
        writes: descriptor of its output.
    """
    if os.tcgetpgrp(reads) != os.getpgrp():  # in the background, the system would stop the program
        return {}
    left = b"".join(b"\r" + sign.encode() + _ASK_CURSOR for sign in signs) + _CLEAR_LINE
    answer, deadline = b"", monotonic() + DEADLINE
    with _raw(reads, writes):
        while (wait := deadline - monotonic()) > 0 and len(_REPORT.findall(answer)) < len(signs):
            ready, writable, _errors = select.select([reads], [writes] if left else [], [], wait)
            if ready and not (read := os.read(reads, _READ_SIZE)):
                break
            if ready:
                answer += read
            if writable:
                left = left[os.write(writes, left) :]
    columns = [int(column) for column in _REPORT.findall(answer)]
    return {sign: column - 1 for sign, column in zip(signs, columns, strict=False)}


@contextmanager
def _raw(reads: int, writes: int) -> Iterator[None]:
    """Read the terminal's answers without echo and line editing, and never wait for it to take what is written."""
    before, was_blocking = termios.tcgetattr(reads), os.get_blocking(writes)
    raw = [*before[:3], before[3] & ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN), *before[4:]]
    handlers = {number: signal.getsignal(number) for number in _ENDING}

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    try:
        for number, handler in handlers.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, end)
        termios.tcsetattr(reads, termios.TCSANOW, raw)
        os.set_blocking(writes, False)
        yield
    finally:
        os.set_blocking(writes, was_blocking)
        termios.tcsetattr(reads, termios.TCSANOW, before)
        termios.tcflush(reads, termios.TCIFLUSH)  # what is answered late would be typed at the prompt
        for number, handler in handlers.items():
            signal.signal(number, handler)
