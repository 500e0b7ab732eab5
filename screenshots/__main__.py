"""`python -m screenshots`: draw all screenshots again."""

import asyncio
import os
import time

from screenshots.pages import draw_pages
from screenshots.shots import FOLDER, SCREENS, draw


async def main() -> None:
    """Draw every screenshot, and remove all others."""
    for old in [*FOLDER.glob("*.svg"), *FOLDER.glob("*.png")]:
        old.unlink()
    for path, page in draw_pages().items():
        path.write_bytes(page)
    for shot, size in SCREENS:
        for path, drawn in (await draw(shot, size)).items():
            path.write_text(drawn, encoding="utf-8")


os.environ["TZ"] = "UTC"  # the same times on every machine
if hasattr(time, "tzset"):
    time.tzset()
asyncio.run(main())
