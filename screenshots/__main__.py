"""`python -m screenshots`: draw all pictures again."""

import asyncio

from herniatui.tui.themes import THEMES
from screenshots.shots import FOLDER, SHOTS, draw, path_of


async def main() -> None:
    """Draw every shot in every theme, and take away the pictures of shots that are no more."""
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for shot in SHOTS:
        for theme in THEMES:
            path_of(shot, theme.name).write_text(await draw(shot, theme.name), encoding="utf-8")


asyncio.run(main())
