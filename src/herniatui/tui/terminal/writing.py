"""Whether people are writing text."""

from typing import Any

from textual.app import App, ScreenStackError


def takes_text(app: App[Any]) -> bool:
    """Whether the screen in front is one to write text in. Only reads, so that the input thread may ask."""
    try:
        return bool(getattr(app.screen, "takes_text", False))
    except ScreenStackError:  # before the first screen and after the last
        return False
