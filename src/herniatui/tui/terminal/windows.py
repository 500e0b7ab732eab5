"""Driver for Windows.

Textual's console monitor turns console events into characters; the filter stands between these and the parser.
"""

import sys

assert sys.platform == "win32"

from textual.drivers import win32  # noqa: E402
from textual.drivers.windows_driver import WindowsDriver  # noqa: E402

from herniatui.tui.terminal.input_parser import InputParser  # noqa: E402
from herniatui.tui.terminal.text_entry import takes_text  # noqa: E402
from herniatui.tui.textual_internals import use_monitor, use_parser  # noqa: E402

_RETRY = 0.1
"""Seconds to wait after an exception."""

_KITTY_OFF = "\x1b[=0u"
"""Textual asks for Kitty keys without event types; some builds of Windows Terminal then do not repeat a held key."""


class _Monitor(win32.EventMonitor):
    """Console monitor that restarts after an exception: Textual's ends silently, and keys would do nothing."""

    def run(self) -> None:
        """Read until the driver stops."""
        parser = InputParser(lambda: takes_text(self.app))
        use_parser(win32, parser)
        while not self.exit_event.is_set():
            super().run()
            self.exit_event.wait(_RETRY)


class FilteredWindowsDriver(WindowsDriver):
    """Windows driver with the filtered console monitor."""

    def start_application_mode(self) -> None:
        """Start application mode with the filtered console monitor, and without keys of the Kitty protocol."""
        use_monitor(win32, _Monitor)
        super().start_application_mode()
        self.write(_KITTY_OFF)
        self.flush()
