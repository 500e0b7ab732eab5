"""Being told to end: by the system, or because the window was closed."""

import asyncio
import signal
from collections.abc import Callable


def end_on_signals(end: Callable[[int], None]) -> None:
    """Call `end` with the exit code when the process is told to end, so that the terminal is left as it was.

    Textual alone would leave the terminal drawn on, with the mouse caught. Windows has no such signals.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, end, 128 + number)
            except NotImplementedError:
                return
