"""The colours that the screens will be drawn with."""

import os

from rich.console import Console
from textual import constants


def colour_system() -> str:
    """Return the colours that Textual will use here, by the name that Rich has for them; empty for none."""
    if os.environ.get("NO_COLOR"):
        return ""
    system = constants.COLOR_SYSTEM
    return Console(color_system=system, force_terminal=True, legacy_windows=False).color_system or ""  # type: ignore[arg-type]
