"""The command line: parses the arguments, runs a command or the TUI, and turns failures into exit codes."""

from herniatui.cli.main import main

__all__ = ["main"]
