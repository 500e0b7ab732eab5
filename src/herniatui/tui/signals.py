"""Being told to end: by the system, or because the window was closed."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

ENDING = (
    "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO",
    "SIGPWR", "SIGXCPU",
)  # fmt: skip
"""Signals that end a process unless it handles them; not those that tell of a fault in the process itself."""

LOOK_AROUND = 1.0
"""Seconds between looking whether there is still a terminal."""

_ALL_OFF = b"".join(b"\x1b[?%dl" % mode for mode in (1000, 1003, 1015, 1006, 1016, 1004, 2004, 2048)) + (
    b"\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Ends every mode that Textual's drivers ask for: mouse, focus, paste, sizes, wrapping, Kitty keys, screen, cursor."""

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


def saved_terminal() -> Callable[[], None]:
    """Return a function that puts the terminal back as it is now.

    For when Textual fails while it takes the terminal: what it has changed by then, it leaves so.
    """
    if sys.platform == "win32":
        return lambda: None
    import termios

    try:
        attributes = termios.tcgetattr(0)
    except (OSError, termios.error):
        return lambda: None

    def restore() -> None:
        with suppress(OSError, ValueError, termios.error):
            termios.tcsetattr(0, termios.TCSANOW, attributes)
            os.write(2, _ALL_OFF)

    return restore


def _has_terminal() -> bool:
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False
