"""Being told to end: by the system, or because the window was closed."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable

HUNG_UP = 129
"""The exit code for a terminal that is gone: 128 and the number of SIGHUP."""


def end_on_signals(end: Callable[[int], None]) -> None:
    """Call `end` with the exit code when the process is told to end, so that the terminal is left as it was.

    Textual alone would leave the terminal drawn on, with the mouse caught. Windows has no such signals.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            try:
                loop.add_signal_handler(number, end, 128 + number)
            except NotImplementedError:
                return


def has_terminal() -> bool:
    """Whether the terminal that we read from is still there."""
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False
