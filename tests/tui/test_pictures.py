"""The pictures in `screenshots/` are of the program as it is now."""

from xml.etree import ElementTree

import pytest

from screenshots.shots import FOLDER, PICTURES, Picture, draw


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.path.stem)
async def test_the_picture_is_fresh(picture: Picture) -> None:
    assert await draw(picture) == picture.path.read_text(encoding="utf-8"), "stale; run: make screenshots"


def test_there_is_no_other_picture() -> None:
    assert set(FOLDER.glob("*.svg")) == {picture.path for picture in PICTURES}


def test_opening_a_picture_asks_nothing_of_a_network() -> None:
    for picture in PICTURES:
        for element in ElementTree.parse(picture.path).iter():
            assert element.tag.startswith("{http://www.w3.org/2000/svg}"), picture
            asked = "".join([*element.attrib.values(), element.text or "" if element.tag.endswith("style") else ""])
            assert "//" not in asked, picture
            assert "url(" not in asked.replace("url(#", ""), picture
