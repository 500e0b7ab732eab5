"""What looks as if it can be pressed can be pressed; words of the card only take the cursor."""

import asyncio
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input

from herniatui.consult.model import EMPTY
from herniatui.consult.walk import CLOSING, DECISION, START, place
from herniatui.tui import host
from herniatui.tui.dialogs.choice import Choice, ChoiceDialog
from herniatui.tui.keys.parse_key import keys_shown
from herniatui.tui.screens.lookup import LookupScreen
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.page import Page
from tests.support.soak import soaking
from tests.tui.driving import Talking, talk

WIDE = 120, 30


async def click(talking: Talking, text: str, by: int = 0, row: int | None = None) -> None:
    """Click where this text is first drawn, so many cells to the right."""
    lines = talking.lines
    rows = range(len(lines)) if row is None else [row % len(lines)]
    y = next(y for y in rows if text in lines[y])
    await talking.pilot.click(offset=(lines[y].index(text) + by, y))
    await talking.settle()


def looks_up(word: str) -> Callable[[Talking], bool]:
    def is_first(talking: Talking) -> bool:
        page = talking.page
        return isinstance(talking.app.screen, LookupScreen) and page._rows[1].text.split("\n")[0] == word

    return is_first


def is_at(stop: str) -> Callable[[Talking], bool]:
    return lambda talking: talking.app.talk.walk.stop == stop and talking.app.talk.consult == EMPTY


def picture_is_open(talking: Talking) -> bool:
    screen = talking.app.screen
    return isinstance(screen, QuestionScreen) and screen.pictures.display and not screen.pictures.shows_all


def stands_on(key: str) -> Callable[[Talking], bool]:
    return lambda talking: talking.page.key == key and talking.app.talk.consult == EMPTY


PRESSED: dict[str, tuple[str, str, int, Callable[[Talking], bool]]] = {
    "a word of the introduction": ("", "hernia in de rug", 0, looks_up("hernia")),
    "a box on Start": ("", "[ ]  2", 1, lambda t: t.app.talk.consult.chosen == ("wanneer-minder",)),
    "a box on Start, beside it": ("", "[ ]  2", -2, lambda t: t.app.talk.consult.chosen == ("wanneer-minder",)),
    "a question on Start": ("", "Wat zijn de risico", 3, stands_on("risicos")),
    "a question in the bar": ("", "3 ○", 0, is_at("risicos")),
    "Beslissen in the bar": ("2", "Beslissen", 0, is_at(DECISION)),
    "Afsluiten in the bar": ("f3", "Afsluiten", 0, is_at(CLOSING)),
    "Start in the bar": ("o", "Start", 0, is_at(START)),
    "a tab": ("2", "B  Operatie", 3, lambda t: t.app.talk.walk.option_of("wanneer-minder") == "operatie"),
    "a heading of columns": ("2 z", "B  Operatie", 3, lambda t: t.app.talk.walk.option_of("wanneer-minder") == "operatie"),  # noqa: E501
    "a statement": ("3", "Paracetamol: is", 14, lambda t: "Paracetamol" in _here(t) and t.app.talk.consult == EMPTY),
    "a word of a statement": ("3", "Paracetamol", 2, looks_up("paracetamol")),
    "a word of a column": ("3 z", "Paracetamol", 2, looks_up("paracetamol")),
    "a word of the whole card": ("f3", "Paracetamol", 2, looks_up("paracetamol")),
    "a small picture": ("2", "●●●●●", 3, picture_is_open),
    "a small picture under a column": ("2 z", "●●●●●", 3, picture_is_open),
    "a mark in the key bar": ("3", "fijn", 1, lambda t: len(t.app.talk.consult.marks) == 1),
    "a letter in the key bar": ("down", "↑↓", 0, stands_on("behandeling")),
    "its other letter": ("", "↑↓", 1, stands_on("wanneer-minder")),
    "its words": ("", "↑↓ regel", 4, stands_on("wanneer-minder")),
    "help in the key bar": ("o", "F1 hulp", 4, lambda t: isinstance(t.app.screen, ReadingScreen)),
    "back in the key bar of the help": ("3 f1", "Esc terug", 5, lambda t: isinstance(t.app.screen, QuestionScreen)),
    "a choice": ("o", "( ) B", 1, stands_on("option:operatie")),
    "a box on Afsluiten": ("o enter", "[ ] 2", 1, lambda t: t.app.talk.consult.discussed == {"wanneer-minder"}),
    "a question on Afsluiten": ("o enter", "Wat zijn de risico", 2, stands_on("discussed:risicos")),
    "an entry of the palette": ("3 ctrl+p", "meteen naar beslissen", 0, lambda t: t.app.talk.walk.stop == DECISION),
    "a stored talk": ("f5", "Een nieuw gesprek", 0, lambda t: t.app.screen is t.app.get_screen("start")),
}  # fmt: skip


def _here(talking: Talking) -> str:
    return " ".join(line for line in talking.lines if line.lstrip().startswith("▌"))


@pytest.mark.parametrize("name", PRESSED)
async def test_a_click_does_what_it_looks_like(name: str) -> None:
    keys, text, by, is_done = PRESSED[name]
    async with talk(keys, size=WIDE) as talking:
        assert not is_done(talking)
        await click(talking, text, by)
        assert is_done(talking), talking.text


async def test_a_click_on_a_choice_places_the_cursor_and_another_chooses() -> None:
    async with talk("o", size=WIDE) as talking:
        await click(talking, "( ) B")
        await click(talking, "( ) A", 9)
        assert talking.app.talk.consult == EMPTY
        await click(talking, "( ) A", 9)
        assert talking.app.talk.consult.decision.option == "bewegen"


async def test_a_double_click_does_not_choose_or_tick_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "DOUBLE_CLICK", 3600.0)
    async with talk("o", size=WIDE) as talking:
        for _ in range(3):
            await click(talking, "( ) B")
        assert stands_on("option:operatie")(talking)
        await click(talking, "Start", row=0)  # elsewhere, so it is a click of its own
        await click(talking, "[ ]  2")
        await click(talking, "[x]  2", 2)
        assert talking.app.talk.consult.chosen == ("wanneer-minder",)
        await click(talking, "Beslissen", row=0)
        await click(talking, "( ) B")
        await click(talking, "( ) A")
        await click(talking, "( ) A", 2)
        assert talking.app.talk.consult.decision.option is None


async def test_what_comes_under_a_double_click_is_not_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "DOUBLE_CLICK", 3600.0)
    async with talk("2", size=WIDE) as talking:
        await click(talking, "●●●●●", 3)
        assert picture_is_open(talking)
        await talking.press("escape")
        x = talking.lines[0].index("Afsluiten")
        await talking.pilot.click(offset=(x, 0))
        await talking.press("2")
        await talking.pilot.click(offset=(x + 1, 0))
        await talking.settle()
        assert talking.app.talk.walk.stop == "wanneer-minder"


async def test_an_answer_that_wipes_the_talk_needs_two_clicks() -> None:
    async with talk("3 + q", size=WIDE) as talking:
        assert isinstance(talking.app.screen, ChoiceDialog)
        await click(talking, "wissen")
        assert talking.app.return_value is None
        assert "▌  w" in talking.text
        assert isinstance(talking.app.focused, Choice)
        await click(talking, "wissen")
        assert talking.app.return_value is not None
        assert not talking.app.return_value.keep


async def test_a_double_click_on_an_answer_only_selects_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "DOUBLE_CLICK", 3600.0)
    async with talk("3 + q", size=WIDE) as talking:
        await click(talking, "wissen")
        await click(talking, "wissen", 1)
        assert talking.app.return_value is None
        await talking.press("enter")
        assert talking.app.return_value is not None


async def test_the_key_bar_of_a_text_field_is_pressed_and_the_field_keeps_the_focus() -> None:
    async with talk("3 n", size=WIDE) as talking:
        await talking.type("moe")
        await click(talking, "Ctrl+J")
        await talking.type("pijn")
        await click(talking, "Enter klaar", 7)
        assert talking.app.talk.consult.about("risicos").note == "moe\npijn"
    async with talk("ctrl+p", size=WIDE) as talking:
        await click(talking, "↑↓", 1)
        assert isinstance(talking.app.focused, Input)
        await click(talking, "Esc terug")
        assert talking.app.screen is talking.app.get_screen("start")


@pytest.mark.parametrize(
    "keys", ["", "3", "3 p p", "3 z", "o", "o enter", "f1", "f3", "3 t", "f5", "ctrl+p", "3 n", "n x escape"]
)
async def test_every_entry_of_every_key_bar_names_keys(keys: str) -> None:
    async with talk(keys, size=(250, 40)) as talking:
        bar = talking.app.screen.query_one(KeyBar)
        assert bar._entries
        for shown, words in bar._entries:
            assert keys_shown(shown), (shown, words)
            assert "".join(shown[start:end] for start, end, _key in keys_shown(shown)) == re.sub(r"[\s,]", "", shown)


async def test_an_underlined_word_of_a_caption_is_looked_up() -> None:
    async with talk("3 down p", size=WIDE) as talking:
        places = [
            (x, y)
            for y in range(1, 29)
            for x in range(110)
            if talking.app.get_widget_at(x, y)[0] is talking.app.screen.query_one("PictureView")
            and talking.app.screen.query_one("PictureView", Page)
            .under_mouse(x - talking.app.screen.query_one("PictureView").region.x, y - 1)
            .word
        ]
        for x, y in places[:1]:
            await talking.pilot.click(offset=(x, y))
            await talking.settle()
            assert isinstance(talking.app.screen, LookupScreen)


# Scrolling.


async def test_the_wheel_takes_the_cursor_along_and_a_mark_goes_to_a_line_that_is_seen() -> None:
    async with talk("3", size=(60, 18)) as talking:
        for turn in ["on_mouse_scroll_down"] * 5 + ["on_mouse_scroll_up"] * 2:
            getattr(talking.page, turn)()
            await talking.settle()
            assert _here(talking), talking.text
        seen = _here(talking)
        await talking.press("+")
        [(statement, _mark)] = talking.app.talk.consult.marks
        assert statement == talking.page.key == talking.app.talk.walk.line_of(place(talking.app.talk.walk))
        assert _here(talking).startswith(seen[:20])


async def test_the_scroll_bar_is_pressed_and_dragged() -> None:
    async with talk("f1", size=(80, 24)) as talking:
        page = talking.page
        right, bottom = page.region.right - 1, page.region.bottom - 1
        await talking.pilot.click(offset=(right, bottom))
        assert page.top == 3
        await talking.pilot.click(offset=(right, page.region.y))
        assert page.top == 0
        await talking.pilot.mouse_down(offset=(right, page.region.y + 5))
        assert 0 < page.top < page._lowest()
        await talking.pilot.hover(offset=(40, 23))  # held, the mouse may leave the page
        assert page.top == page._lowest()
        await talking.pilot.mouse_up(offset=(40, 23))
        await talking.pilot.hover(offset=(40, page.region.y + 3))
        assert page.top == page._lowest()


# By accident.

PLACES = ["", "3", "3 b", "2 p", "2 p p", "2 z", "f3", "o", "o b", "o enter", "3 t", "f1"]
SIZES = [(60, 18), (100, 30)]
BOX = re.compile(r"[ ▌]*\[.\] *(\d+ )?")
STEPS = st.lists(
    st.one_of(st.tuples(st.integers(0, 99), st.integers(1, 28)), st.sampled_from(["up", "down"])),
    min_size=5,
    max_size=30,
)


@given(start=st.sampled_from(PLACES), size=st.sampled_from(SIZES), steps=STEPS)
@settings(max_examples=soaking(short=15, long=500), deadline=None, suppress_health_check=list(HealthCheck))
def test_no_clicks_or_turns_of_the_wheel_say_anything_but_by_a_box_or_a_choice(
    start: str, size: tuple[int, int], steps: list[tuple[int, int] | str]
) -> None:
    asyncio.run(click_at_random(start, size, steps))


async def click_at_random(start: str, size: tuple[int, int], steps: list[tuple[int, int] | str]) -> None:
    async with talk(start, size=size) as talking:
        for step in steps:
            before, lines, stop = talking.app.talk.consult, talking.lines, talking.app.talk.walk.stop
            if isinstance(step, str):
                for page in talking.app.screen.query(Page):
                    getattr(page, f"on_mouse_scroll_{step}")()
            elif step[0] < size[0] and step[1] < size[1] - 1:
                await talking.pilot.click(offset=step)
            await talking.settle()
            after = talking.app.talk.consult
            if talking.app.screen.is_modal:
                await talking.press("escape")
            if after == before:
                continue
            assert not isinstance(step, str), "the wheel said something"
            assert (after.marks, after.said, after.note) == (before.marks, before.said, before.note)
            drawn = lines[step[1]]
            box = BOX.match(drawn)
            if stop == DECISION:
                assert "▌" in drawn, f"a first click on “{drawn}”"
            else:
                assert stop in (START, CLOSING), stop
                assert box, drawn
                assert step[0] < box.end(), drawn


async def test_a_click_is_of_its_own_again_after_a_while() -> None:
    async with talk() as talking:
        app = talking.app
        widget = app.screen

        def made(x: int, y: int, time: float) -> events.Click:
            event = events.Click(widget, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
            event.time = time
            return event

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(host, "DOUBLE_CLICK", 0.5)
            clicks = [made(5, 5, 10.0), made(6, 5, 10.3), made(6, 5, 10.7), made(6, 5, 11.3), made(20, 5, 11.4)]
            assert [app.is_repeated(event) for event in clicks] == [False, True, True, False, False]
