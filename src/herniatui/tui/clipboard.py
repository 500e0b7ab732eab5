"""Sending text to the clipboard: to the machine's own where that can be reached, through the terminal otherwise."""

import asyncio
import os
from contextlib import suppress
from threading import Thread
from typing import Any

from textual.app import App

from herniatui.tui.remote import over_ssh

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
        if await _send_to_machine(text):
            return True
        app.refresh()  # the clipboard's program may have complained across the screen
    if not _terminal_has_one(text):
        return False
    app.copy_to_clipboard(text)
    return True


def _terminal_has_one(text: str) -> bool:
    known = os.environ.get("TERM", "") not in _WITHOUT and os.environ.get("TERM_PROGRAM") != "Apple_Terminal"
    return known and len(text.encode()) <= MOST


async def _send_to_machine(text: str) -> bool:
    """Send it in a thread that nobody waits for at the end: a clipboard may hang for as long as it likes."""
    loop = asyncio.get_running_loop()
    sent: asyncio.Future[bool] = loop.create_future()

    def answered(result: bool) -> None:
        if not sent.done():
            sent.set_result(result)

    def work() -> None:
        result = _copied(text)
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(answered, result)

    Thread(target=work, name="clipboard", daemon=True).start()
    try:
        return await asyncio.wait_for(sent, PATIENCE)
    except TimeoutError:
        return False


def _copied(text: str) -> bool:
    """Return whether the machine's clipboard took the text. Some of its programs do not say so, hence the look."""
    try:
        import pyperclip

        pyperclip.copy(text)
        return str(pyperclip.paste()).splitlines() == text.splitlines()
    except Exception:  # noqa: BLE001 (whatever a program of this machine's does wrong, the terminal is left to try)
        return False
