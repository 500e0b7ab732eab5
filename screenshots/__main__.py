"""`python -m screenshots`: draw all screenshots again."""

import asyncio
import os
import time

from screenshots.shots import FOLDER, PICTURES, draw


async def main() -> None:
    """Draw every screenshot, and remove all others."""
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for picture in PICTURES:
        picture.path.write_text(await draw(picture), encoding="utf-8")


os.environ["TZ"] = "UTC"  # the same times on every machine
if hasattr(time, "tzset"):
    time.tzset()
asyncio.run(main())
