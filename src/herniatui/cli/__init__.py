"""The command line: parses the arguments, runs a command or a walk, and turns failures into exit codes."""

from herniatui.cli.main import main

__all__ = ["main"]
