"""The measured width of every sign that the program draws: each is written, and the terminal asked for its cursor."""

import os
import re
import select
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from types import FrameType

from rich.cells import cell_len

from herniatui.doctor.finding import Finding, unmeasured
from herniatui.i18n import _, ngettext
from herniatui.tui.terminal.ascii import SIGNS

DEADLINE = 1.0
"""Seconds in which the terminal has to answer, for all signs together."""

_REPORT = re.compile(rb"\x1b\[\d{1,5};(\d{1,5})R")
_ASK_CURSOR = b"\x1b[6n"
_CLEAR_LINE = b"\r\x1b[K"
_ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
_READ_SIZE = 4096


def the_signs(descriptors: tuple[int, int] | None) -> Finding:
    """Return the width of every sign, as measured in the terminal.

    Args:
        descriptors: the terminal's input and output; None if there is none.
    """
    title = _("Signs")
    if descriptors is None:
        return unmeasured("signs", title, _("there is no terminal here"))
    if sys.platform == "win32":
        return unmeasured("signs", title, _("not on Windows; look whether these end in a straight line, or use ascii"))
    widths = measure(SIGNS, *descriptors)
    if not widths:
        return unmeasured("signs", title, _("the terminal does not say where its cursor is, not within a second"))
    wide = [sign for sign, width in widths.items() if width != cell_len(sign)]
    lines = [
        ngettext("{count} sign measured", "{count} signs measured", len(widths)).format(count=len(widths)),
        *([_("of another width than the program thinks: {signs}").format(signs=" ".join(wide))] if wide else []),
    ]
    if len(widths) < len(SIGNS):
        lines.append(_("the terminal did not answer for all of them within a second"))
    advice = _('Lines do not end below each other. Put glyphs = "ascii" in config.toml, or choose another typeface.')
    return Finding("signs", title, tuple(lines), {"widths": widths}, (advice,) if wide else ())


def measure(signs: Sequence[str], reads: int, writes: int) -> Mapping[str, int]:
    """Return the width in cells of each of these signs for which the terminal answers in time, on one line of it.

    The line is cleared after that, and the terminal restored, also on a signal that ends the program. Call in the main
    thread.

    Args:
        signs: the signs to write.
        reads: descriptor of the terminal's input.
        writes: descriptor of its output.
    """
    if sys.platform == "win32" or os.tcgetpgrp(reads) != os.getpgrp():  # in the background, it would be stopped
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
    assert sys.platform != "win32"
    import termios

    before, was_blocking = termios.tcgetattr(reads), os.get_blocking(writes)
    raw = [*before[:3], before[3] & ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN), *before[4:]]
    handlers = {number: signal.getsignal(number) for name in _ENDING if (number := getattr(signal, name, None))}

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
