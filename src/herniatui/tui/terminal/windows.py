"""The driver for Windows.

The console gives events, from which Textual's monitor makes characters; the filter takes its place before the parser.
"""

import sys

assert sys.platform == "win32"

from textual.drivers import win32  # noqa: E402
from textual.drivers.windows_driver import WindowsDriver  # noqa: E402

from herniatui.tui.terminal.parser import InputParser  # noqa: E402
from herniatui.tui.terminal.writing import takes_text  # noqa: E402
from herniatui.tui.textual_internals import use_monitor, use_parser  # noqa: E402

_AFTER_AN_ERROR = 0.1


class _Monitor(win32.EventMonitor):
    """Reads console events. An exception ends Textual's own silently, and the program would be deaf."""

    def run(self) -> None:
        """Read until input is to stop."""
        parser = InputParser(lambda: takes_text(self.app))
        use_parser(win32, parser)
        while not self.exit_event.is_set():
            super().run()
            self.exit_event.wait(_AFTER_AN_ERROR)


class FilteredWindowsDriver(WindowsDriver):
    """Has our monitor read the console."""

    def start_application_mode(self) -> None:
        """Start application mode."""
        use_monitor(win32, _Monitor)
        super().start_application_mode()
