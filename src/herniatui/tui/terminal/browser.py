"""Opening an address in a browser, where there is one beside the screen."""

import os
import subprocess
import sys

from herniatui.tui.terminal.remote import over_ssh

PATIENCE = 10.0
"""Seconds that a browser may take to say whether it opens."""

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def may_be_one() -> bool:
    """Whether a browser can come up where the people are: over SSH, or without a display, none can."""
    if over_ssh():
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_address(address: str) -> bool:
    """Open the address; return whether a browser takes it. Blocks, so call it in a thread.

    A process of its own asks the browser, without the terminal: a browser that draws in one (lynx, w3m) cannot come up
    in our screen, and what a browser says on its way is not written over it.
    """
    argv = [sys.executable, "-I", "-c", _OPEN, address]
    nowhere = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 (our own Python, and an address that the reader of additions let through)
            argv,
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
