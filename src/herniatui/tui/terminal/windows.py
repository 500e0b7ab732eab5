"""The driver for Windows.

The console gives events, from which Textual's monitor makes characters; the filter takes its place before the parser.
"""

import sys

assert sys.platform == "win32"

from textual.drivers import win32  # noqa: E402
from textual.drivers.windows_driver import WindowsDriver  # noqa: E402

from herniatui.tui.terminal.parser import InputParser  # noqa: E402
from herniatui.tui.terminal.writing import takes_text  # noqa: E402

_AFTER_AN_ERROR = 0.1


class _Monitor(win32.EventMonitor):
    """Reads console events. An exception ends Textual's own silently, and the program would be deaf."""

    def run(self) -> None:
        """Read until input is to stop."""
        parser = InputParser(lambda: takes_text(self.app))
        setattr(win32, "XTermParser", lambda **_debug: parser)  # noqa: B010  (what the monitor makes its own from)
        while not self.exit_event.is_set():
            super().run()
            self.exit_event.wait(_AFTER_AN_ERROR)


class FilteredWindowsDriver(WindowsDriver):
    """Has our monitor read the console."""

    def start_application_mode(self) -> None:
        """Start application mode."""
        setattr(win32, "EventMonitor", _Monitor)  # noqa: B010  (the class that the driver makes its monitor from)
        super().start_application_mode()
