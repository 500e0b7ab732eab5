"""Open an address in a graphical browser, if this machine can show one to the user."""

import os
import subprocess
import sys

from herniatui.desktop.background import run_with_timeout
from herniatui.desktop.remote import over_ssh
from herniatui.own_process import command_line

TIMEOUT = 10.0
"""Seconds to wait for the call to the browser to return."""


def is_available() -> bool:
    """Whether a browser window can appear in front of the user: not over SSH, and not without a display."""
    if over_ssh():
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


async def open_in_background(address: str) -> bool:
    """Open the address without blocking the event loop; return whether a browser accepted it in time."""
    return await run_with_timeout(lambda: open_address(address), 2 * TIMEOUT, fallback=False)


def open_address(address: str) -> bool:
    """Open the address; return whether a browser accepted it. Blocks; see `open_in_background`.

    A separate process, detached from the terminal, calls the browser: a text browser (lynx, w3m) cannot take over the
    screen, and messages of the browser are not written across it.
    """
    try:
        done = subprocess.run(  # noqa: S603 (the program itself; the address was validated when the additions were read)
            command_line("open-address", address),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
