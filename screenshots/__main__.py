"""`python -m screenshots`: draw all pictures again."""

import asyncio

from screenshots.shots import FOLDER, PICTURES, draw


async def main() -> None:
    """Draw every picture, and take away those that are no more."""
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for picture in PICTURES:
        picture.path.write_text(await draw(picture), encoding="utf-8")


asyncio.run(main())
