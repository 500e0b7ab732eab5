"""Textual's driver for this system, with the filter between the terminal and Textual."""

import sys

if sys.platform == "win32":
    from herniatui.tui.terminal.windows import FilteredWindowsDriver as TerminalDriver
else:
    from herniatui.tui.terminal.unix import FilteredLinuxDriver as TerminalDriver

__all__ = ["TerminalDriver"]
