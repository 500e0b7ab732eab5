"""Sending text to the clipboard: to the machine's own where that can be reached, through the terminal otherwise."""

import os
from typing import Any

from textual.app import App

from herniatui.tui.terminal.background import aside
from herniatui.tui.terminal.remote import over_ssh

PATIENCE = 2.0
"""Seconds to wait for the machine's clipboard."""
MOST = 74_000
"""Bytes that terminals take at least, of those that have a clipboard; in base64 they are under 100,000."""

_WITHOUT = {"linux", "vt100", "vt102", "vt220", "dumb"}
"""Terminals, as TERM names them, that know no clipboard."""


async def send(app: App[Any], text: str) -> bool:
    """Send the text; return whether there was a way. That it arrived is never certain: a terminal does not answer.

    Over SSH the machine's clipboard is not the one in front of people; the terminal's is.
    """
    if not over_ssh():
        if await aside(lambda: _copied(text), PATIENCE, otherwise=False):
            return True
        app.refresh()  # the clipboard's program may have complained across the screen
    if not _terminal_has_one(text):
        return False
    app.copy_to_clipboard(text)
    return True


def _terminal_has_one(text: str) -> bool:
    known = os.environ.get("TERM", "") not in _WITHOUT and os.environ.get("TERM_PROGRAM") != "Apple_Terminal"
    return known and len(text.encode()) <= MOST


def _copied(text: str) -> bool:
    """Return whether the machine's clipboard took the text. Some of its programs do not say so, hence the look."""
    try:
        import pyperclip

        pyperclip.copy(text)
        return str(pyperclip.paste()).splitlines() == text.splitlines()
    except Exception:  # noqa: BLE001 (whatever a program of this machine's does wrong, the terminal is left to try)
        return False
