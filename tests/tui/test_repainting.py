"""Only what changed is painted, and the terminal always shows what a full repaint would show."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.screen import Screen

from herniatui.card.library import DEFAULT_CARD
from herniatui.commands.declared import COMMANDS
from herniatui.tui.app import HerniaApp
from herniatui.tui.dialogs.choice import ChoiceDialog
from tests.support.emulator import Cells, Emulator
from tests.support.soak import soaking
from tests.tui.driving import SOUP, Talking, make_app, talk

LEAVING = {"save", "clipboard", "again", "quit", "handout", "blank"}
KEYS = sorted({key for command in COMMANDS if command.name not in LEAVING for key, _action in command.keys})
OFTEN = ["down", "up", "plus", "minus", "question_mark", "left", "right", "pagedown", "pageup", "p", "z", "u"]
SIZES = st.sampled_from([(60, 18), (80, 24), (100, 30), (120, 40), (160, 20), (40, 10)])
CLICKS = st.tuples(st.just("click"), st.integers(0, 39), st.integers(0, 9))
STEPS = st.lists(
    st.one_of(st.sampled_from(OFTEN), st.sampled_from(OFTEN), st.sampled_from([*KEYS, "escape", "a"]), CLICKS, SIZES),
    min_size=20,
    max_size=60,
)


class Screenful:
    """What a terminal shows of an app that runs without one, and every update that was sent to it."""

    def __init__(self, app: HerniaApp, columns: int, rows: int) -> None:
        self._app = app
        self._emulator = Emulator(columns, rows)
        self.updates: list[CompositorUpdate] = []

    def take(self, update: RenderableType | None) -> None:
        """Draw an update."""
        if isinstance(update, CompositorUpdate) and not self._app._batch_count:
            self.updates.append(update)
            self._emulator.feed(update.render_segments(self._app.console).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Be of another size, and blank: a terminal may keep what it had anywhere."""
        self._emulator = Emulator(columns, rows)

    @property
    def cells(self) -> Cells:
        return self._emulator.cells()


@contextmanager
def shown(app: HerniaApp, columns: int, rows: int) -> Iterator[Screenful]:
    """Have what the app paints drawn in a terminal as well."""
    screenful = Screenful(app, columns, rows)
    display = app._display

    def draw(screen: Screen[object], update: RenderableType | None) -> None:
        screenful.take(update)
        display(screen, update)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "_display", draw)
        yield screenful


def painted_anew(app: HerniaApp) -> Cells:
    """Return what the terminal shows after every widget has forgotten what it drew, and all is painted at once."""
    for widget in app.screen.walk_children(with_self=True):
        widget.refresh()
    screenful = Screenful(app, *app.size)
    screenful.take(app.screen._compositor.render_full_update())
    return screenful.cells


@given(card=st.sampled_from([DEFAULT_CARD, SOUP]), steps=STEPS)
@settings(max_examples=soaking(short=4, long=60), deadline=None, suppress_health_check=list(HealthCheck))
def test_after_any_keys_the_terminal_shows_what_a_full_repaint_shows(
    card: str, steps: list[str | tuple[int, int] | tuple[str, int, int]]
) -> None:
    asyncio.run(compare_at_random(make_app(card), steps))


async def test_a_window_that_comes_back_to_its_size_is_painted_whole() -> None:
    """It may have been of another size for a moment, and have lost what it showed."""
    await compare_at_random(make_app(DEFAULT_CARD), ["pageup", "left", (40, 10), "pageup", (40, 10)])


async def compare_at_random(
    app: HerniaApp, steps: list[str | tuple[int, int] | tuple[str, int, int]], every: int = 10
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        talking = Talking(app, pilot)
        with shown(app, 100, 30) as screenful:
            screenful.take(app.screen._compositor.render_full_update())
            for number, step in enumerate(["2", *steps], 1):
                if isinstance(step, str):
                    if not (isinstance(app.screen, ChoiceDialog) and step in ("j", "y", "w", "b")):
                        await talking.press(step)
                elif len(step) == 3:
                    await pilot.click(offset=step[1:])
                else:
                    screenful.resize(*step)
                    await pilot.resize_terminal(*step)
                if not app.is_running:
                    return
                if number % every == 0 or number > len(steps):
                    await talking.settle()
                    assert_alike(screenful.cells, painted_anew(app), steps[:number])


def assert_alike(seen: Cells, wanted: Cells, after: object) -> None:
    different = [
        (y, "".join(cell[0] for cell in row), "".join(cell[0] for cell in other))
        for y, (row, other) in enumerate(zip(seen, wanted, strict=True))
        if row != other
    ]
    assert not different, f"after {after}: lines {different}"


async def lines_painted(talking: Talking, keys: str) -> list[set[int]]:
    """Return for each paint that these keys led to the lines of the screen that were written."""
    with shown(talking.app, 100, 30) as screenful:
        await talking.press(keys)
        return [lines_of(update) for update in screenful.updates]


def lines_of(update: CompositorUpdate) -> set[int]:
    if isinstance(update, ChopsUpdate):
        return {y for y, _first, _last in update.spans}
    assert isinstance(update, LayoutUpdate)
    return set(range(update.region.height))


async def test_a_mark_paints_the_line_that_it_stands_on_and_no_other() -> None:
    async with talk("3 down") as talking:
        [painted] = await lines_painted(talking, "+")
        assert [talking.lines[y].rstrip()[-6:] for y in painted] == ["+ fijn"]


async def test_a_cursor_move_paints_the_lines_of_two_rows() -> None:
    async with talk("3") as talking:
        before = talking.lines
        [painted] = await lines_painted(talking, "down")
        assert painted == {y for y, line in enumerate(talking.lines) if line != before[y]}
        assert len(painted) <= 4


async def test_another_option_paints_neither_the_bars_nor_the_line_under_the_names() -> None:
    async with talk("3 right left") as talking:
        [painted] = await lines_painted(talking, "right")
        names = next(y for y, line in enumerate(talking.lines) if "A  " in line and "B  " in line)
        assert names in painted
        assert painted & {0, names + 1, 29} == set()


async def test_with_conversation_help_on_a_mark_lays_nothing_out_again() -> None:
    async with talk("3 f2") as talking:
        assert talking.app.prompts_on
        painted = await lines_painted(talking, "+ +")
        assert [len(lines) for lines in painted] == [1, 1]


async def test_a_page_that_scrolls_shows_what_a_full_repaint_shows() -> None:
    async with talk("2", size=(60, 18)) as talking:
        with shown(talking.app, 60, 18) as screenful:
            screenful.take(talking.app.screen._compositor.render_full_update())
            await talking.press("down " * 14)
            assert talking.page.top > 0
            assert_alike(screenful.cells, painted_anew(talking.app), "scrolling")
