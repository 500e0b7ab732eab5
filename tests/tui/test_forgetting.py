"""Nothing of what was written or drawn stays in memory: of a closed dialog, a covered screen or the last patient."""

import gc

import pytest
from textual.strip import Strip

from herniatui.tui.run import forget
from herniatui.tui.widgets.text_fields import CleanTextArea
from tests.tui.driving import talk


@pytest.fixture(autouse=True)
def nothing_of_other_tests() -> None:
    """Clear the caches of earlier tests."""
    forget()


def drawn(word: str) -> list[Strip]:
    """Return every line with this word in it that is still in memory."""
    gc.collect()
    strips = [thing for thing in gc.get_objects() if isinstance(thing, Strip)]
    return [strip for strip in strips if word in strip.text]


def note_editors(word: str) -> list[CleanTextArea]:
    """Return the note editors in memory that hold this word."""
    gc.collect()
    areas = [thing for thing in gc.get_objects() if isinstance(thing, CleanTextArea)]
    return [area for area in areas if word in area.text]


async def test_a_closed_note_editor_is_gone() -> None:
    async with talk("n") as talking:
        await talking.type("geheimzinnig")
        assert note_editors("geheimzinnig")
        await talking.press("enter")
        for _ in range(1000):
            if not note_editors("geheimzinnig"):
                break
            await talking.pilot.pause()  # a timer may still hold it
        assert note_editors("geheimzinnig") == []


async def test_lines_of_a_dialog_are_gone_when_it_is_closed() -> None:
    async with talk("enter + q") as talking:
        assert drawn("er blijft niets staan")
        await talking.press("n down")
        assert drawn("er blijft niets staan") == []


async def test_lines_of_a_page_are_gone_when_another_screen_covers_it() -> None:
    async with talk("n") as talking:
        await talking.type("geheimzinnig")
        await talking.press("enter o")
        assert drawn("geheimzinnig")
        await talking.press("f1")
        assert drawn("geheimzinnig") == []
