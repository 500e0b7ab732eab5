"""No text is cut, or touches an edge or other text, on any screen at nine sizes, at three also in the calm layout."""

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.tui.app import HerniaApp
from herniatui.tui.widgets.bars import KeyBar, OneLine
from herniatui.tui.widgets.line_view import LineView
from herniatui.tui.widgets.page_line import SCROLL_BAR
from tests.support.icons_seen import pictures
from tests.tui.driving import Talking, drawn_lines, new_store, talk

SIZES = [(30, 8), (40, 12), (60, 18), (72, 20), (80, 24), (100, 30), (120, 36), (160, 45), (200, 60)]
CALM_SIZES = [(60, 18), (72, 20), (100, 30)]
"""Where the layout is calm only if it was asked for."""
SCREENS = {
    "start": "",
    "start with prompts": "f2",
    "question": "3",
    "question, B, with marks and prompts": "3 b + down - ? w v b f2",
    "unknown": "4",
    "side by side": "3 z",
    "one number": "2 p",
    "a thousand": "3 b down down down down down p",
    "all numbers": "2 p p",
    "whole card": "f3",
    "whole card, further": "3 b + f3",
    "looking up": "3 down t",
    "nothing to look up": "3 t",
    "decision, nothing said": "o",
    "decision": "2 + 3 b - ? w o",
    "decided": "3 ? o 0 space",
    "closing": "3 + o a enter pagedown",
    "help": "f1",
    "about": "i",
    "note": "3 n",
    "saving": "o pagedown s",
    "stopping": "3 + q",
    "commands": "ctrl+p",
}


def static_texts(app: HerniaApp) -> list[Static]:
    return [text for text in app.screen.query(Static) if text.display and text.region and str(text.content)]


@pytest.mark.parametrize("name", SCREENS)
async def test_nothing_is_cut_or_touches(name: str) -> None:
    async with talk(SCREENS[name], size=SIZES[-1]) as talking:
        for size in reversed(SIZES):
            await talking.pilot.resize_terminal(*size)
            await talking.settle()
            faults = [*cut(talking), *touching(talking), *mostly_empty(talking)]
            assert faults == [], f"{size}\n{talking.text}"
        talking.app.calm_on = True
        for size in CALM_SIZES:
            await talking.pilot.resize_terminal(*size)
            await talking.settle()
            assert [*cut(talking), *touching(talking)] == [], f"calm, {size}\n{talking.text}"


def cut(talking: Talking) -> list[str]:
    """Return the texts of which a part is not on screen."""
    found = []
    for text in static_texts(talking.app):
        if text.id == "said" or not text.content_size.width:
            continue  # one line for each thing said; a long note ends with …
        lines = Content(str(text.content)).wrap(text.content_size.width)
        if len(lines) > text.content_size.height:
            found.append(f"{text.id}: {text.content}")
    for line in talking.app.screen.query(OneLine):
        wide = cell_len("".join(words for words, _look in line._pieces).rstrip())
        if line.region and wide > line.size.width:
            found.append(f"{type(line).__name__} is wider than its line")
    last = drawn_lines(talking.app)[-1]
    if not talking.app.screen.is_modal and last[-1] != " ":
        found.append(f"the key bar touches the edge: {last!r}")
    bars = list(talking.app.screen.query(KeyBar))
    if any(bar.region and bar._pieces == [] for bar in bars):
        found.append("an empty key bar")
    return found


def touching(talking: Talking) -> list[str]:
    """Return the lines with text at an edge of the window, at a scroll bar, or at a picture."""
    found, lines = [], drawn_lines(talking.app)
    has_dialog = any("╭" in line for line in lines)
    for number, line in enumerate(lines[1:-1], 1):
        if not has_dialog and (line[0] != " " or line[-1] not in " ▲▼"):
            found.append(f"at an edge: {line!r}")
        for view in talking.app.screen.query(LineView):
            at = view.region
            if at and at.y <= number < at.bottom:
                before, bar = line[at.right - SCROLL_BAR - 1], line[at.right - SCROLL_BAR]
                if before != " " or bar not in " ▲▼":
                    found.append(f"at the scroll bar: {line!r}")
    for picture in pictures(lines):
        for line in lines[picture.top : picture.top + len(picture.rows)]:
            if line[picture.right : picture.right + 2].strip():
                found.append(f"at a picture: {line!r}")
    return found


def mostly_empty(talking: Talking) -> list[str]:
    """Return whether more than three quarters of the lines are empty, in a window for which the screens are drawn."""
    lines = drawn_lines(talking.app)
    empty = sum(not line.strip() for line in lines)
    return [f"{empty} of {len(lines)} lines are empty"] if len(lines) <= 30 and empty > 0.75 * len(lines) else []


async def test_the_test_would_find_a_text_that_is_cut() -> None:
    async with talk("3 t", size=(60, 18)) as talking:
        message = talking.app.screen.query_one("#message", Static)
        message.update("woord " * 60)
        await talking.settle()
        assert cut(talking)


async def test_in_ascii_the_signs_are_not_misleading() -> None:
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), ascii_only=True, store=new_store())
    async with app.run_test(size=(160, 45)) as pilot:
        drawn = Talking(app, pilot)
        await drawn.press("3")
        assert "1 -  2 -  3 /" in drawn.lines[0]
        assert "pijltjes regel" in drawn.lines[-1]
        await drawn.press("t f1")
        assert "^v" not in drawn.text
        assert "^ v" not in drawn.text
        assert "pijltjes" in drawn.text


@pytest.mark.parametrize(("size", "whole"), [((100, 30), True), ((80, 24), False)])
async def test_the_bar_at_the_top_of_looking_up_is_whole_where_there_is_room_and_has_the_title(
    size: tuple[int, int], whole: bool
) -> None:
    async with talk("3 down t", size=size) as talking:
        assert talking.lines[0].startswith(" Keuzekaart Hernia in de rug")
        (bar,) = [bar for bar in talking.app.screen.query("WalkBar") if bar.region]
        assert (bar.size.width == size[0]) == whole


async def test_in_the_smallest_window_the_bar_says_at_least_what_this_is() -> None:
    async with talk("3 down t", size=(60, 18)) as talking:
        assert talking.lines[0].split() == ["Opzoeken"]


async def test_the_whole_path_is_shown_where_it_does_not_fit_in_its_field() -> None:
    async with talk("o pagedown s", size=(60, 18)) as talking:
        shown = "".join(line.strip(" │") for line in talking.lines)
        (field,) = talking.app.screen.query("Input")
        assert len(field.value) > field.size.width  # type: ignore[attr-defined]
        assert field.value in shown  # type: ignore[attr-defined]


async def test_with_prompts_in_the_smallest_window_there_is_room_for_the_card() -> None:
    async with talk("3 f2", size=(60, 18)) as talking:
        assert "Gesprekshulp:" in talking.text
        assert talking.page.size.height >= 4
