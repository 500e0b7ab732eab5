"""The images in `screenshots/` show the program as it is now."""

from xml.etree import ElementTree

import pytest

from screenshots.shots import FOLDER, PICTURES, SCREENS, draw


@pytest.mark.parametrize(("shot", "size"), [pytest.param(*screen, id=f"{screen[0]}-{screen[1]}") for screen in SCREENS])
async def test_the_screenshots_are_fresh_in_every_theme(shot: str, size: tuple[int, int]) -> None:
    for path, drawn in (await draw(shot, size)).items():
        assert drawn == path.read_text(encoding="utf-8"), f"{path.name} is stale; run: make screenshots"


def test_there_is_no_other_screenshot() -> None:
    assert set(FOLDER.glob("*.svg")) == {picture.path for picture in PICTURES}


def test_a_screenshot_refers_to_nothing_outside_it() -> None:
    for picture in PICTURES:
        for element in ElementTree.parse(picture.path).iter():
            assert element.tag.startswith("{http://www.w3.org/2000/svg}"), picture
            text = "".join([*element.attrib.values(), element.text or "" if element.tag.endswith("style") else ""])
            assert "//" not in text, picture
            assert "url(" not in text.replace("url(#", ""), picture
