"""Every size: nothing is cut off, a sentence says that a window is too small, and a resize keeps the place."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from herniatui.commands.command import Where
from herniatui.tui.keys.commands import key_bar
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.option_tabs import OptionTabs
from tests.tui.driving import SOUP, Talking, key_event, talk

SCREENS = {Where.START: "", Where.QUESTION: "2", Where.DECISION: "o", Where.CLOSING: "o pagedown"}


def entries(talking: Talking, where: Where) -> list[tuple[str, str]]:
    """Return all entries of the key bar, also those that do not fit."""
    screen = talking.app.screen
    assert isinstance(screen, TalkScreen)
    return key_bar(where, on=screen.next_words, options=len(talking.app.deck.card.options))


def last_line(talking: Talking) -> str:
    return talking.lines[-1].rstrip()


@pytest.mark.parametrize("where", SCREENS)
@pytest.mark.parametrize("width", [60, 80, 100, 160])
async def test_the_key_bar_shows_whole_entries_and_always_shows_help(where: Where, width: int) -> None:
    async with talk(SCREENS[where], size=(width, 24)) as talking:
        shown = last_line(talking)
        assert shown.endswith("F1 hulp")
        assert cell_len(shown) <= width
        left = shown
        for key, words in entries(talking, where):
            left = left.replace(f" {key} {words} ", "", 1) if f" {key} {words} " in left else left
        assert left.strip() in ("", "F1 hulp")


@pytest.mark.parametrize("where", SCREENS)
async def test_at_80_columns_the_key_bar_has_the_most_important_commands(where: Where) -> None:
    async with talk(SCREENS[where], size=(80, 24)) as talking:
        for key, words in entries(talking, where)[: 5 if where is Where.QUESTION else 3]:
            assert f"{key} {words}" in last_line(talking)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30), (300, 100)])
async def test_the_walk_bar_shows_all_stops_at_every_size(size: tuple[int, int]) -> None:
    async with talk("3", size=size) as talking:
        bar = talking.lines[0].replace(" ", "")
        assert "Start1○2○3◐4○5○BeslissenAfsluiten" in bar


async def test_a_walk_too_long_for_the_bar_shows_the_current_stop_in_words() -> None:
    async with talk("3", card=SOUP, size=(40, 18)) as talking:
        assert "Vraag 3 van " in talking.lines[0]
        assert talking.app.screen.query_one(WalkBar).size.width == 40


@pytest.mark.parametrize("size", [(29, 24), (80, 7), (20, 5)])
async def test_below_30_by_8_a_sentence_says_that_the_window_is_too_small(size: tuple[int, int]) -> None:
    async with talk("2", size=size) as talking:
        assert "Dit venster is te klein." in talking.words
        assert "klachten" not in talking.text


async def test_a_resize_keeps_place_and_marks() -> None:
    async with talk("3 down down down down + w", size=(100, 30)) as talking:
        before = talking.app.talk
        for size in ((29, 7), (40, 12), (62, 20), (300, 100), (80, 24)):
            await talking.pilot.resize_terminal(*size)
            await talking.pilot.pause()
            there = talking.app.talk
            assert (there.consult, there.past, there.walk.lines) == (before.consult, before.past, before.walk.lines)
            assert (there.walk.stop, there.walk.options) == (before.walk.stop, before.walk.options)
            assert talking.app.focused is not None
        assert "Bloeding in maag of darmen" in talking.text
        assert "Hoe belangrijk is dit voor u? ★☆☆" in talking.text


async def test_the_statement_under_the_cursor_is_always_wholly_in_view() -> None:
    async with talk("3", size=(80, 24)) as talking:
        page = talking.page
        for _ in range(20):
            start, end = page._span(page._cursor)
            assert page.top <= start
            assert end <= page.top + page.size.height
            await talking.press("down")


def test_help_is_the_last_entry_of_the_key_bar() -> None:
    assert KeyBar(key_bar(Where.QUESTION))._entries[-1] == ("F1", "hulp")


async def test_at_the_smallest_size_the_start_screen_begins_at_the_top() -> None:
    async with talk(size=(60, 18)) as talking:
        assert "Keuzekaart Hernia in de rug" in talking.text
        await talking.press("down")
        assert "▌ [ ]  1  Wat gebeurt er bij de behandeling?" in talking.text


async def test_if_not_all_names_fit_every_option_shows_its_letter_and_the_beginning_of_its_name() -> None:
    async with talk("1 b", card=SOUP, size=(60, 18)) as talking:
        tabs = talking.app.screen.query_one(OptionTabs)
        tabs._names = [f"{name.replace('  ', '  Soep van ')} met brood" for name in tabs._names]
        await talking.press("c")
        line = next(line for line in talking.lines if line.strip().startswith("A"))
        assert line.split() == ["A", "Soep…", "B", "Soep…", "C", "Soep", "van", "Erwt", "met", "brood"]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
async def test_tabs_never_take_more_than_the_window_and_name_every_option(width: int) -> None:
    async with talk("1 b", card=SOUP, size=(width, 18)) as talking:
        tabs = talking.app.screen.query_one(OptionTabs)
        tabs._names = ["A  Een lange naam van een keuze", "B  漢字漢字漢字漢字漢字漢字", "C  Kort"]
        for key, shown in (("a", 0), ("b", 1), ("c", 2)):
            await talking.press(key)
            tabs.on_resize()
            pieces = [text for text, _look in tabs._pieces]
            assert sum(map(cell_len, pieces)) <= width
            assert [piece.split()[0] for piece in pieces] == ["A", "B", "C"]
            assert width < 40 or all(len(piece.split()) > 1 for piece in pieces)
            lengths = [cell_len(piece) for index, piece in enumerate(pieces) if index != shown and "…" in piece]
            assert max(lengths, default=0) - min(lengths, default=0) <= 2


@pytest.mark.parametrize("keys", ["3 n", "5 n", "o pagedown s"])
async def test_at_the_smallest_sizes_a_dialog_shows_how_to_close_it(keys: str) -> None:
    async with talk(keys, size=(60, 18)) as talking:
        for size in ((60, 18), (40, 12), (30, 8)):
            await talking.pilot.resize_terminal(*size)
            await talking.settle()
            assert "Esc" in talking.text


async def test_a_dialog_says_too_that_the_window_is_too_small() -> None:
    async with talk("3 n", size=(29, 12)) as talking:
        assert "Dit venster is te klein." in talking.words


async def test_the_reason_why_a_file_was_not_saved_is_shown_even_if_its_path_is_long(tmp_path: Path) -> None:
    path = tmp_path / ("map-met-een-lange-naam-" * 3) / "samenvatting.txt"
    async with talk("o pagedown s ctrl+u", size=(60, 18)) as talking:
        await talking.type(str(path))
        await talking.press("enter")
        told = " ".join(talking.text.replace("│", " ").split())
        assert "Niet opgeslagen: deze map bestaat niet. Kies een andere map." in told


async def test_what_is_typed_right_after_opening_a_note_is_kept() -> None:
    async with talk("2") as talking:
        for key in "nik til veel":
            talking.app.post_message(key_event(key))
        while "ik til veel" not in talking.text:
            await talking.pilot.pause()
        await talking.press("enter")
        assert talking.app.talk.consult.about("wanneer-minder").note == "ik til veel"
