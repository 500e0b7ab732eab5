"""Undo: step by step to the start, each step shown."""

from herniatui.consult.model import EMPTY
from tests.tui.driving import talk


async def test_undo_goes_to_where_it_was_said() -> None:
    async with talk("2 right down + 4 w u") as talking:
        assert talking.app.talk.walk.stop == "terugkomen"
        assert "Ongedaan gemaakt: hoe belangrijk bij vraag 4. Ctrl+Y: toch weer doen." in talking.text
        await talking.press("5 u")
        assert talking.app.talk.walk.stop == "wanneer-minder"
        assert talking.page.key == "rugpijn"
        assert talking.app.talk.consult == EMPTY


async def test_undo_goes_back_to_other_screens() -> None:
    async with talk("space o a space enter u") as talking:
        assert "( ) A" in talking.text
        await talking.press("u")
        assert "Waar wilt u het over hebben?" in talking.text
        assert "Ongedaan gemaakt: de vragen om over te praten. Ctrl+Y: toch weer doen." in talking.text
        assert talking.app.talk.consult == EMPTY


async def test_with_nothing_to_undo_it_says_so() -> None:
    async with talk("enter u") as talking:
        assert "Er is niets om ongedaan te maken." in talking.text


async def test_what_was_seen_stays_seen() -> None:
    async with talk("2 w right 3 u") as talking:
        assert "2 ●" in talking.lines[0]
        assert "3 ◐" in talking.lines[0]
