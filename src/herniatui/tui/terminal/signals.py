"""Being told to end: by the system, or because the window was closed."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable

ENDING = (
    "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO",
    "SIGPWR", "SIGXCPU",
)  # fmt: skip
"""Signals that end a process unless it handles them; not those that tell of a fault in the process itself."""

LOOK_AROUND = 1.0
"""Seconds between looking whether there is still a terminal."""

HUNG_UP = 129
"""The exit code for a terminal that is gone: 128 and the number of SIGHUP."""


def end_on_signals(end: Callable[[int], None]) -> None:
    """Call `end` with the exit code when the process is told to end, so that the terminal is left as it was.

    Textual alone would leave the terminal drawn on, with the mouse caught. Windows has no such signals.
    """
    loop = asyncio.get_running_loop()
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            try:
                loop.add_signal_handler(number, end, 128 + number)
            except NotImplementedError:
                return


def end_without_terminal(put_away: Callable[[], object]) -> threading.Event:
    """End the process when its terminal is gone and it was not told so, as under `nohup`; `put_away` comes before.

    This is a thread of its own, and ends at once, because Textual waits for ever to write to a terminal that is gone.
    Where there is no terminal to begin with, nothing happens. Set the event that is returned when it is over.
    """
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK_AROUND):
            if not _has_terminal():
                put_away()
                os._exit(HUNG_UP)

    if _has_terminal():
        threading.Thread(target=look, daemon=True).start()
    return over


def _has_terminal() -> bool:
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False
