"""Open an address in the browser of the system. Run as a child process, see `own_process`."""

import webbrowser
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Open the address; return 0 if a browser accepted it."""
    return 0 if webbrowser.open(arguments[0]) else 1
