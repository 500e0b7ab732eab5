"""Send text to the clipboard: the system's if it can be reached, otherwise the terminal's (OSC 52)."""

import os
import subprocess
from enum import Enum, auto
from typing import Any

from textual.app import App

from herniatui.tui.terminal.background import run_with_timeout
from herniatui.tui.terminal.remote import over_ssh

TIMEOUT = 2.0
"""Seconds to wait for the system clipboard."""
MAX_BYTES = 74_000
"""Size that all terminals with a clipboard accept: less than 100,000 bytes in base64."""

_WITHOUT_CLIPBOARD = {"linux", "vt100", "vt102", "vt220", "dumb"}
"""Values of TERM for terminals without a clipboard."""


_QUERIES = {
    "xclip": ("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS"),
    "xsel": ("xsel", "-b", "-o"),
    "wl": ("wl-paste", "--list-types"),
}
"""Calls that tell whether the display answers; what the clipboard holds is discarded."""


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
        if await run_with_timeout(lambda: _copy_to_system(text), TIMEOUT, fallback=False):
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


def system_program() -> str:
    """Return the name of what the system's clipboard is reached through; empty if there is nothing."""
    import pyperclip

    copy, _paste = pyperclip.determine_clipboard()
    return str(getattr(copy, "__name__", "")).removeprefix("copy_") if copy else ""


def answers(program: str) -> bool:
    """Return whether this program of the system reaches a clipboard, without reading or writing what is on it."""
    if program not in _QUERIES:
        return True  # part of the system
    try:
        done = subprocess.run(  # noqa: S603 (a program of the system; no shell)
            _QUERIES[program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return not any(words in done.stderr for words in (b"open display", b"connect"))  # an empty clipboard fails too


def _copy_to_system(text: str) -> bool:
    """Copy to the system clipboard and return whether it has the text; read back, as some programs fail silently."""
    try:
        import pyperclip

        pyperclip.copy(text)
        return str(pyperclip.paste()).splitlines() == text.splitlines()
    except Exception:  # noqa: BLE001 (any failure of a clipboard program: try the terminal instead)
        return False
