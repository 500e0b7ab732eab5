"""The pictures in `screenshots/` are of the program as it is now."""

import re

import pytest

from screenshots.shots import FOLDER, PICTURES, Picture, draw


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.path.stem)
async def test_the_picture_is_fresh(picture: Picture) -> None:
    assert await draw(picture) == picture.path.read_text(encoding="utf-8"), "stale; run: make screenshots"


def test_there_is_no_other_picture() -> None:
    assert set(FOLDER.glob("*.svg")) == {picture.path for picture in PICTURES}


def test_opening_a_picture_asks_nothing_of_a_network() -> None:
    for picture in PICTURES:
        svg = re.sub(r"<!--.*?-->", "", picture.path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert set(re.findall(r"https?://[^\"')\s]+", svg)) == {"http://www.w3.org/2000/svg"}, picture
