"""Whether the user is entering text."""

from typing import Any

from textual.app import App, ScreenStackError


def takes_text(app: App[Any]) -> bool:
    """Whether the active screen has a text field. Reads only, so the input thread may call it."""
    try:
        return bool(getattr(app.screen, "takes_text", False))
    except ScreenStackError:  # at startup and shutdown
        return False
