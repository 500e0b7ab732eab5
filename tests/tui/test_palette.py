"""The command palette finds questions, options, commands and themes by their words, and runs what was chosen."""

import pytest
from textual.geometry import Offset
from textual.widgets import Input

from herniatui.tui.dialogs.palette import PaletteDialog
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.widgets.page import Page
from tests.tui.driving import SOUP, talk


async def test_the_palette_finds_a_question_and_goes_there() -> None:
    async with talk("enter ctrl+p") as talking:
        assert isinstance(talking.app.screen, PaletteDialog)
        await talking.type("terugkomen")
        await talking.press("enter")
        assert talking.app.talk.walk.stop == "terugkomen"


@pytest.mark.parametrize(("words", "mark"), [("fijn", "+"), ("zorgen", "-"), ("meer uitleg", "?")])
async def test_the_palette_finds_each_mark_by_its_word(words: str, mark: str) -> None:
    async with talk("enter ctrl+p") as talking:
        await talking.type(words)
        await talking.press("enter")
        assert [str(set_mark) for _statement, set_mark in talking.app.talk.consult.marks] == [mark]


async def test_the_palette_finds_an_option_by_its_name() -> None:
    async with talk("enter ctrl+p") as talking:
        await talking.type("operatie")
        await talking.press("enter")
        assert talking.app.talk.walk.option_of(talking.app.talk.walk.stop) == talking.app.deck.card.options[1].id


async def test_the_palette_changes_the_theme() -> None:
    async with talk("ctrl+p") as talking:
        await talking.type("donker")
        await talking.press("enter")
        assert talking.app.theme == "dark"


async def test_the_palette_offers_the_help_if_nothing_matches() -> None:
    async with talk("ctrl+p", card=SOUP) as talking:
        await talking.type("xyzzy")
        await talking.press("enter")
        assert isinstance(talking.app.screen, ReadingScreen)


async def test_a_letter_takes_the_terminals_cursor_from_the_entries_back_to_the_field() -> None:
    async with talk("ctrl+p", size=(160, 30)) as talking:
        field, entries = talking.app.screen.query_one(Input), talking.app.screen.query_one(Page)
        for keys, x in (("j", 1), ("j j j", 4), ("ctrl+u", 0)):  # fewer entries, none, and all again
            await talking.press("down")
            assert talking.app.cursor_position.y == entries.region.y + entries.cursor_line
            await talking.press(keys)
            assert talking.app.cursor_position == field.content_region.offset + Offset(x, 0)
