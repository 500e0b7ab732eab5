"""Sending text to the clipboard: to the machine's own where that can be reached, through the terminal otherwise."""

import asyncio
import os
from typing import Any

from textual.app import App


async def send(app: App[Any], text: str) -> None:
    """Send the text. No answer comes back from a terminal, so that it arrived is never certain.

    Over SSH the machine's clipboard is not the one in front of people; the terminal's is.
    """
    if "SSH_CONNECTION" in os.environ or not await asyncio.to_thread(_send_to_machine, text):
        app.copy_to_clipboard(text)


def _send_to_machine(text: str) -> bool:
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
