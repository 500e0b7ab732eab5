"""Every size: nothing cut off, one sentence when it is too small, and a resize keeps the place."""

import pytest
from rich.cells import cell_len

from herniatui.tui.commands import KEY_BARS, Where, key_bar
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from tests.tui.driving import SOUP, Talking, talk

SCREENS = {Where.START: "", Where.QUESTION: "2", Where.DECISION: "o", Where.CLOSING: "o enter"}


def last_line(talking: Talking) -> str:
    return talking.lines[-1].rstrip()


@pytest.mark.parametrize("where", SCREENS)
@pytest.mark.parametrize("width", [60, 80, 100, 160])
async def test_the_key_bar_shows_whole_entries_and_always_help(where: Where, width: int) -> None:
    async with talk(SCREENS[where], size=(width, 24)) as talking:
        shown = last_line(talking)
        assert shown.endswith("F1 hulp")
        assert cell_len(shown) <= width
        left = shown
        for key, words in key_bar(where):
            left = left.replace(f" {key} {words} ", "", 1) if f" {key} {words} " in left else left
        assert left.strip() in ("", "F1 hulp")


@pytest.mark.parametrize("where", SCREENS)
async def test_at_80_columns_going_on_and_what_matters_most_is_in_the_key_bar(where: Where) -> None:
    async with talk(SCREENS[where], size=(80, 24)) as talking:
        entries = dict(zip(KEY_BARS[where], key_bar(where), strict=False))
        for name in KEY_BARS[where][: 6 if where is Where.QUESTION else 3]:
            key, words = entries[name]
            assert f"{key} {words}" in last_line(talking)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30), (300, 100)])
async def test_the_walk_is_named_at_every_size(size: tuple[int, int]) -> None:
    async with talk("3", size=size) as talking:
        bar = talking.lines[0].replace(" ", "")
        assert "Start1○2○3◐4○5○BeslissenAfsluiten" in bar


async def test_a_walk_too_long_for_the_bar_shows_where_we_are() -> None:
    async with talk("3", card=SOUP, size=(60, 18)) as talking:
        bar = talking.app.screen.query_one(WalkBar)
        assert "3 ◐" in talking.lines[0] or "3◐" in talking.lines[0]
        assert bar.size.width == 60


@pytest.mark.parametrize("size", [(59, 24), (80, 17), (20, 5)])
async def test_below_60_by_18_one_sentence_says_so(size: tuple[int, int]) -> None:
    async with talk("2", size=size) as talking:
        assert "Dit venster is te klein." in talking.words
        assert "klachten" not in talking.text


async def test_a_resize_keeps_place_and_marks() -> None:
    async with talk("3 down down down down + w", size=(100, 30)) as talking:
        before = talking.app.talk
        for size in ((59, 10), (62, 20), (300, 100), (80, 24)):
            await talking.pilot.resize_terminal(*size)
            await talking.pilot.pause()
            assert talking.app.talk == before
            assert talking.app.focused is talking.page
        assert "Bloeding in maag of darmen" in talking.text
        assert "Weegt mee: ★☆☆" in talking.text


async def test_the_statement_under_the_cursor_is_never_half_off_the_page() -> None:
    async with talk("3", size=(80, 24)) as talking:
        page = talking.page
        for _ in range(20):
            start, end = page._span(page._cursor)
            assert page.top <= start
            assert end <= page.top + page.size.height
            await talking.press("down")


def test_a_key_bar_without_room_still_has_help() -> None:
    assert KeyBar(key_bar(Where.QUESTION))._entries[-1] == ("F1", "hulp")
