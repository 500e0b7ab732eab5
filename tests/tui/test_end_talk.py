"""Ending a talk: one clear question if anything was said, and none otherwise."""

import pytest

from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.host import Ending
from tests.tui.driving import talk

STOPS = ["q", "ctrl+c", "ctrl+q"]


@pytest.mark.parametrize("key", STOPS)
@pytest.mark.parametrize("before", ["", "enter", "o", "o enter", "f1", "i"])
async def test_with_nothing_marked_the_program_stops_at_once(before: str, key: str) -> None:
    async with talk(f"{before} {key}") as talking:
        assert talking.app.return_value == Ending(next_patient=False, keep=False)


@pytest.mark.parametrize("key", STOPS)
async def test_with_something_marked_it_asks_and_no_continues(key: str) -> None:
    async with talk(f"enter + {key}") as talking:
        assert "Stoppen? Wat wilt u met dit gesprek doen?" in talking.text
        await talking.press("n")
        assert not isinstance(talking.app.screen, ChoiceDialog)
        assert talking.app.is_running
        await talking.press(f"{key} w")
        assert talking.app.return_value == Ending(next_patient=False, keep=False)


@pytest.mark.parametrize("key", ["enter", "escape", "backspace"])
async def test_any_answer_but_yes_continues(key: str) -> None:
    async with talk(f"enter + q {key}") as talking:
        assert not isinstance(talking.app.screen, ChoiceDialog)
        assert talking.app.return_value is None


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_stopping_while_a_note_is_written_asks_and_no_continues_writing(key: str) -> None:
    async with talk("enter n") as talking:
        await talking.type("ik wil")
        await talking.press(key)
        assert isinstance(talking.app.screen, ChoiceDialog)
        await talking.press("n")
        await talking.type(" graag")
        await talking.press("enter")
        assert talking.app.talk.consult.about("behandeling").note == "ik wil graag"


async def test_asking_twice_stacks_no_questions() -> None:
    async with talk("enter + q ctrl+c ctrl+c n") as talking:
        assert not isinstance(talking.app.screen, ChoiceDialog)
