"""End the program properly on signals, and when its terminal is gone."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable

from herniatui.ending_signals import ENDING, HUNG_UP

CHECK_INTERVAL = 1.0
"""Seconds between checks that the terminal still exists."""


def end_on_signals(end: Callable[[int], None], follows_a_talk: bool) -> None:
    """Call `end` with the exit code (128 + signal) on a signal that would end the process.

    Textual handles no signals: the terminal would stay in the alternate screen with mouse reporting on. Ignored signals
    stay ignored, except SIGINT in an app that follows another, which ignored it (see `ignore_ctrl_c`). Windows has no
    such signals.
    """
    loop = asyncio.get_running_loop()
    for name in ENDING:
        number = getattr(signal, name, None)
        is_ours = follows_a_talk and number == signal.SIGINT
        if number is not None and (is_ours or signal.getsignal(number) is not signal.SIG_IGN):
            try:
                loop.add_signal_handler(number, end, 128 + number)
            except NotImplementedError:
                return


def ignore_ctrl_c() -> None:
    """Ignore SIGINT until another app runs: this one ends already, and in a restored terminal Ctrl+C is a signal.

    Call in the event loop, which would else set its own handler when it closes.
    """
    asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_if_terminal_disappears(keep_talk: Callable[[], object]) -> threading.Event:
    """End the process when its terminal is gone without a signal, as under `nohup`.

    Checks in a daemon thread and ends the process from there, because Textual blocks forever on writing to a terminal
    that is gone. Does nothing if there is no terminal to begin with.

    Args:
        keep_talk: called before the process ends.

    Returns:
        An event; set it when the app has ended, to stop the checks.
    """
    has_ended = threading.Event()

    def check() -> None:
        while not has_ended.wait(CHECK_INTERVAL):
            if not _has_terminal():
                keep_talk()
                os._exit(HUNG_UP)

    if _has_terminal():
        threading.Thread(target=check, daemon=True).start()
    return has_ended


def _has_terminal() -> bool:
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False
