"""Driver for Linux and macOS."""

import codecs
import os
import select
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from herniatui.tui.terminal.input_parser import InputParser
from herniatui.tui.terminal.signals import ignore_ctrl_c
from herniatui.tui.terminal.text_entry import takes_text

_POLL = 0.1
"""Seconds between checks whether to stop reading, as in Textual's driver."""
_READ_SIZE = 65_536


class FilteredLinuxDriver(LinuxDriver):
    """Linux driver with its own input loop: Textual's ends at a byte that is not UTF-8."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None):
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._for_app = app

    def stop_application_mode(self) -> None:
        """Restore the terminal, including the mouse mode in pixels (1016), which Textual sets but does not reset.

        Input ends first: on a late report of mode 2048, Textual's driver switches modes on again.
        """
        self.disable_input()
        if getattr(self._for_app, "is_ending", False):  # not where it is suspended
            ignore_ctrl_c()
        self.write("\x1b[?1016l")
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read input and post its messages until the driver stops. Runs in the input thread.

        An exception ends the app like an exception in a message handler, with its message and exit code; Textual's
        driver would print a traceback and exit with 0.
        """
        try:
            self._read_input()
        except Exception as error:  # noqa: BLE001
            self._for_app.call_later(_raise, error)

    def _read_input(self) -> None:
        decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
        parser = InputParser(lambda: takes_text(self._for_app))
        while not self.exit_event.is_set():
            wait = _POLL if parser.wait is None else min(_POLL, parser.wait)
            if not self._is_readable(0):
                for message in parser.tick():
                    self.process_message(message)
                if not self._is_readable(wait):
                    continue
            data = self._read()
            if not data:
                self.exit_event.wait(_POLL)  # the terminal is gone; see `end_if_terminal_disappears`
                continue
            for message in parser.feed(decode(data)):
                self.process_message(message)

    def _is_readable(self, seconds: float) -> bool:
        return bool(select.select([self.fileno], [], [], seconds)[0])

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ_SIZE)
        except OSError:  # how Linux reports that the other end is closed
            return b""


def _raise(error: Exception) -> None:
    raise error
