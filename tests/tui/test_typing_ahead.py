"""Keys that come faster than screens are drawn: each does what it would have done at leisure."""

from pathlib import Path

import pytest
from textual import events

from herniatui.consult.talk import moved
from herniatui.consult.walk import DECISION, Walk
from herniatui.tui.app import HerniaApp
from herniatui.tui.screens.decision import DecisionScreen
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.writing import NoteScreen
from tests.tui.driving import NAMES, Talking, talk


async def burst(talking: Talking, keys: str) -> None:
    for key in keys.split():
        name = NAMES.get(key, key)
        talking.app.post_message(events.Key(name, key if len(key) == 1 else None))
    for _ in range(8):
        await talking.pilot.pause()


async def said(keys: str, fast: bool) -> HerniaApp:
    async with talk() as talking:
        await (burst(talking, keys) if fast else talking.press(keys))
        return talking.app


@pytest.mark.parametrize(
    "keys",
    [
        "enter down + down -",
        "enter down right down + left -",
        "3 + v w o o space",
        "2 down right w 3 down down + u",
        "space down space enter v",
    ],
)
async def test_what_is_said_is_the_same_fast_and_slow(keys: str) -> None:
    fast, slow = await said(keys, fast=True), await said(keys, fast=False)
    assert fast.talk.consult == slow.talk.consult
    assert fast.talk.walk == slow.talk.walk


@pytest.mark.parametrize("keys", ["enter down n", "enter down f1", "down ctrl+p", "3 right down n"])
async def test_what_comes_in_front_stays_there(keys: str) -> None:
    fast, slow = await said(keys, fast=True), await said(keys, fast=False)
    assert [type(screen) for screen in fast.screen_stack] == [type(screen) for screen in slow.screen_stack]


@pytest.mark.parametrize("keys", ["enter escape", "enter enter enter"])
@pytest.mark.parametrize("before", ["ctrl+p", "f1", "enter + q", "o o down down space b", "o enter s"])
async def test_a_dialog_is_answered_once_however_many_keys_come(before: str, keys: str) -> None:
    async with talk(before) as talking:
        await burst(talking, keys)
        assert talking.app.is_running
        assert talking.app.focused is not None
        await talking.press("escape f1 f1 1")
        assert talking.app.talk.walk.stop == "behandeling"


@pytest.mark.parametrize("keys", ["q n " * 4, "f1 i f1 f1 i escape", "n escape n escape", "ctrl+p escape ctrl+p enter"])
async def test_a_screen_that_goes_before_it_was_drawn_breaks_nothing(keys: str) -> None:
    async with talk("enter +") as talking:
        await burst(talking, keys)
        assert talking.app.is_running
        assert talking.app.focused is not None


async def test_a_dialog_goes_only_when_it_is_in_front() -> None:
    async with talk("enter n x ctrl+c") as talking:
        question, note = talking.app.screen, talking.app.screen_stack[-2]
        assert isinstance(note, NoteScreen)
        note.answer("toch")
        await talking.pilot.pause()
        assert talking.app.screen is question
        await talking.press("n")
        assert isinstance(talking.app.screen, QuestionScreen)
        assert talking.app.talk.consult.about("behandeling").note == "toch"


async def test_a_talk_that_goes_on_behind_a_dialog_is_caught_up_with() -> None:
    async with talk("enter + q") as talking:
        talking.app.go_on(moved(talking.app.talk, Walk(DECISION)))
        await talking.pilot.pause()
        assert "Stoppen?" in talking.text
        await talking.press("n")
        assert isinstance(talking.app.screen, DecisionScreen)


async def test_what_is_typed_after_a_name_is_not_part_of_it(tmp_path: Path) -> None:
    async with talk("o enter s ctrl+u") as talking:
        await talking.type(str(tmp_path / "naam.txt"))
        await burst(talking, "enter q w")
    assert [path.name for path in tmp_path.iterdir()] == ["naam.txt"]
