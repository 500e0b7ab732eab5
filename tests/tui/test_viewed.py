"""An answer counts as viewed once all of it was painted: not when the walk came there, and not what lies below."""

import pytest

from herniatui.consult.walk import place
from herniatui.tui.screens.viewing import ViewingScreen
from herniatui.tui.widgets.page import Page
from tests.tui.driving import Talking, talk
from tests.tui.typing import typed_ahead

A, B = ("risicos", "bewegen"), ("risicos", "operatie")
LOW, HIGH = (80, 24), (100, 60)


def viewed(talking: Talking) -> frozenset[tuple[str, str]]:
    return talking.app.talk.walk.seen


async def read_to_the_end(talking: Talking) -> None:
    """Read on until the page ends, and not further."""
    while talking.page.has_more(1):
        await talking.press("pagedown")


async def test_text_below_the_window_was_not_viewed_until_it_was_read() -> None:
    async with talk("3", size=LOW) as talking:
        assert talking.page.has_more(1)
        assert viewed(talking) == frozenset()
        assert "3◐" in talking.lines[0]
        await read_to_the_end(talking)
        assert viewed(talking) == {A}


async def test_a_page_that_is_whole_in_view_was_viewed_at_once() -> None:
    async with talk("3", size=HIGH) as talking:
        assert viewed(talking) == {A}
        await talking.press("b")
        assert viewed(talking) == {A, B}
        assert "3 ●" in talking.lines[0]


async def test_what_was_read_in_parts_with_another_option_in_between_was_viewed() -> None:
    async with talk("3 pagedown b a", size=LOW) as talking:
        await read_to_the_end(talking)
        assert A in viewed(talking)


async def test_the_end_alone_was_not_viewed() -> None:
    """Going back comes to the end of the option before."""
    async with talk("4 backspace", size=(60, 18)) as talking:
        assert talking.page.top
        assert not talking.page.has_more(1)
        assert B not in viewed(talking)


@pytest.mark.parametrize("size", [(100, 30), (200, 60)])
async def test_side_by_side_each_option_counts_for_itself(size: tuple[int, int]) -> None:
    async with talk("3 z", size=size) as talking:
        whole = {
            ("risicos", option.id)
            for option, page in zip(talking.app.deck.card.options, talking.app.screen.query(Page), strict=False)
            if not page.has_more(1)
        }
        assert viewed(talking) == whole


async def test_in_a_window_that_is_too_small_to_draw_nothing_was_viewed() -> None:
    async with talk("", size=(59, 40)) as talking:
        await talking.press("5")
        assert viewed(talking) == frozenset()
        await talking.pilot.resize_terminal(100, 40)
        await talking.settle()
        assert viewed(talking) == {("weer-doen", "bewegen")}


async def test_a_window_that_grows_shows_the_rest() -> None:
    async with talk("3", size=LOW) as talking:
        assert viewed(talking) == frozenset()
        await talking.pilot.resize_terminal(*HIGH)
        await talking.settle()
        assert viewed(talking) == {A}


async def test_a_message_stays_when_what_is_on_screen_counts_as_viewed() -> None:
    async with talk("3 u", size=HIGH) as talking:
        assert "Er is niets om ongedaan te maken." in talking.words
        assert viewed(talking) == {A}


async def test_a_key_typed_ahead_waits_until_what_it_leaves_was_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts as viewed was on screen, and not only on its way there."""
    painted: list[str] = []
    frame_painted = ViewingScreen._frame_painted

    def noted(screen: ViewingScreen) -> None:
        painted.append(place(screen.talk.walk))
        frame_painted(screen)

    monkeypatch.setattr(ViewingScreen, "_frame_painted", noted)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.2)  # paints come long after the keys
    async with talk("1", size=HIGH) as talking:
        await typed_ahead(talking, [["2", "b", "3", "b", "5", "o"]])
        assert {("wanneer-minder", "bewegen"), ("wanneer-minder", "operatie"), A, B} <= viewed(talking)
        assert {f"{question}/{option}" for question, option in viewed(talking)} == set(painted)


async def test_the_answer_is_saved_as_viewed() -> None:
    async with talk("w 3 w", size=HIGH) as talking:
        open_talk = talking.app.session.open_talk
        assert open_talk
        assert open_talk.writer.close()
        assert A in open_talk.record.walk.seen
