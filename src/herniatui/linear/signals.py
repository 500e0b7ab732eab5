"""Signals in the linear walk: they act only while it reads or prints, so never halfway a change."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from herniatui.ending_signals import ENDING


class Interrupted(Exception):
    """The user pressed Ctrl+C in a terminal: ask what becomes of the talk."""


class Stopped(Exception):
    """A signal ends the program."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code
        """Exit code: 128 + signal."""


class Signals:
    """Turns signals into exceptions.

    Args:
        asks: Whether SIGINT is Ctrl+C, after which the user can be asked; elsewhere it ends the program.
    """

    def __init__(self, asks: bool) -> None:
        self._asks = asks
        self._can_act = False
        self._waiting: Exception | None = None

    @contextmanager
    def handled(self) -> Iterator[None]:
        """Handle in this block every signal that would end the process; ignored ones stay ignored."""
        numbers = [number for name in ENDING if (number := getattr(signal, name, None)) is not None]
        before = {number: signal.getsignal(number) for number in numbers}
        mine = {number: handler for number, handler in before.items() if handler is not signal.SIG_IGN}
        for number in mine:
            signal.signal(number, self._handle)
        try:
            yield
        finally:
            for number, handler in mine.items():
                signal.signal(number, handler)

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Let a signal act at once in this block, and one that came before it at its start."""
        self._can_act = True
        try:
            self._act()
            yield
        finally:
            self._can_act = False

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        ends = number != signal.SIGINT or not self._asks
        if ends or self._waiting is None:
            self._waiting = Stopped(128 + number) if ends else Interrupted()
        if self._can_act:
            self._act()

    def _act(self) -> None:
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            raise waiting
