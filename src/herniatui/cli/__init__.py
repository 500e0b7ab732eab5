"""The front door: parse the command line, hand over, nothing else."""

from herniatui.cli.main import main

__all__ = ["main"]
