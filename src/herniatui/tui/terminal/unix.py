"""The driver for Linux and macOS."""

import codecs
import os
import select
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from herniatui.tui.terminal.parser import InputParser
from herniatui.tui.terminal.writing import takes_text

_LOOK_UP = 0.1
"""Seconds between looking whether input is to stop, as in Textual's driver."""
_AT_ONCE = 65_536


class FilteredLinuxDriver(LinuxDriver):
    """Reads the terminal itself, because Textual's driver ends at a byte that is not UTF-8."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None):
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._for_app = app

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was. Textual leaves the mouse measured in pixels, where it switched that on."""
        self.write("\x1b[?1016l")
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read input and send its messages until the driver stops input. Runs in a thread of its own.

        What is raised here ends the app as what is raised in it, with its message and exit code; Textual's driver would
        print a traceback with exit code 0.
        """
        try:
            self._read_input()
        except Exception as error:  # noqa: BLE001
            self._for_app.call_later(_raise, error)

    def _read_input(self) -> None:
        decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
        parser = InputParser(lambda: takes_text(self._for_app))
        while not self.exit_event.is_set():
            wait = _LOOK_UP if parser.wait is None else min(_LOOK_UP, parser.wait)
            if not self._is_readable(0):
                for message in parser.tick():
                    self.process_message(message)
                if not self._is_readable(wait):
                    continue
            data = self._read()
            if not data:
                self.exit_event.wait(_LOOK_UP)  # the terminal is gone; this is noticed elsewhere
                continue
            for message in parser.feed(decode(data)):
                self.process_message(message)

    def _is_readable(self, seconds: float) -> bool:
        return bool(select.select([self.fileno], [], [], seconds)[0])

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:  # how Linux says that nobody has the other end open any more
            return b""


def _raise(error: Exception) -> None:
    raise error
