"""Send text to the clipboard: the system's if it can be reached, otherwise the terminal's (OSC 52)."""

import os
from enum import Enum, auto
from typing import Any

from textual.app import App

from herniatui.desktop.background import run_with_timeout
from herniatui.desktop.clipboard import TIMEOUT, copy_to_system
from herniatui.desktop.remote import over_ssh

MAX_BYTES = 74_000
"""Size that all terminals with a clipboard accept: less than 100,000 bytes in base64."""

_WITHOUT_CLIPBOARD = {"linux", "vt100", "vt102", "vt220", "dumb"}
"""Values of TERM for terminals without a clipboard."""


class Delivery(Enum):
    """What became of a text for the clipboard."""

    READ_BACK = auto()
    """The clipboard was read back, and has the text."""
    SENT = auto()
    """It was sent to the terminal, which does not confirm."""
    NOWHERE = auto()
    """No clipboard could be reached."""


async def send_to_clipboard(app: App[Any], text: str) -> Delivery:
    """Send the text to the system's clipboard; over SSH, only the terminal's is on the user's machine."""
    if not over_ssh():
        if await run_with_timeout(lambda: copy_to_system(text), TIMEOUT, fallback=False):
            return Delivery.READ_BACK
        app.refresh()  # a clipboard program may have written errors across the screen
    if not terminal_accepts(text):
        return Delivery.NOWHERE
    app.copy_to_clipboard(text)
    return Delivery.SENT


def terminal_accepts(text: str) -> bool:
    """Whether this terminal has a clipboard that takes a text of this size, as far as its name tells."""
    term, program = os.environ.get("TERM", ""), os.environ.get("TERM_PROGRAM")
    return term not in _WITHOUT_CLIPBOARD and program != "Apple_Terminal" and len(text.encode()) <= MAX_BYTES
