"""What is out of view is not ticked or marked: the key first brings it into view."""

from herniatui.consult.model import EMPTY
from tests.tui.driving import talk


async def test_a_question_on_start_that_is_below_the_window_is_not_ticked() -> None:
    async with talk("space", size=(60, 18)) as talking:
        assert talking.app.talk.consult == EMPTY
        assert "[ ]  1  Wat gebeurt er bij de behandeling?" in talking.text
        await talking.press("space")
        assert talking.app.talk.consult.chosen == ("behandeling",)


async def test_a_box_on_closing_that_was_scrolled_away_is_not_ticked() -> None:
    async with talk("2 + o", size=(60, 18)) as talking:
        await talking.press("pagedown " * 4)
        while talking.page.has_more(1):
            await talking.press("pagedown")
        before = talking.app.talk.consult
        await talking.press("space")
        assert talking.app.talk.consult == before
        assert "Voor de zorgverlener" in talking.text or "[ ]" in talking.text
        await talking.press("space")
        assert talking.app.talk.consult.discussed


async def test_a_statement_that_was_scrolled_away_by_mouse_is_not_marked() -> None:
    """The cursor comes along: the mark goes to a line that is in view."""
    async with talk("3", size=(60, 18)) as talking:
        scrolled_away = talking.page.key
        for _ in range(5):
            talking.page.on_mouse_scroll_down()
        await talking.press("-")
        [(statement, _mark)] = talking.app.talk.consult.marks
        assert statement != scrolled_away
        [marked] = [line for line in talking.lines if line.rstrip(" ▼▲").endswith("−")]
        assert marked.lstrip().startswith("▌")
