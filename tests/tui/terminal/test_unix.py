"""The driver for Linux and macOS leaves the terminal as it was."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("the driver is for Linux and macOS", allow_module_level=True)

from textual.app import App
from textual.messages import InBandWindowResize

from herniatui.tui.terminal.unix import FilteredLinuxDriver

OFF = ("\x1b[?1016l", "\x1b[?2048l")


class Driver(FilteredLinuxDriver):
    """A driver without a terminal, whose input has a report of mode 2048 left when the driver stops."""

    def __init__(self) -> None:
        super().__init__(App[None](), size=(80, 24))
        self.written: list[str] = []
        self._reads = True

    def write(self, data: str) -> None:
        self.written.append(data)

    def flush(self) -> None:
        pass

    def send_message(self, message: object) -> None:
        pass

    def disable_input(self) -> None:
        if self._reads:
            self._reads = False
            self.process_message(InBandWindowResize(True, False))


async def test_a_late_report_switches_no_mode_on_that_stays_on() -> None:
    driver = Driver()
    driver.stop_application_mode()
    written = "".join(driver.written)
    for off in OFF:
        on = off[:-1] + "h"
        assert on in written
        assert written.rfind(on) < written.rfind(off)
