"""Dialogs: each returns one answer."""

import pytest
from textual.widgets import Input, TextArea

from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.screens.base import TalkScreen
from tests.tui.driving import Talking, talk


def opened(talking: Talking, dialog: ChoiceDialog) -> list[Answer | None]:
    """Open the dialog, and return the list to which its answers are added."""
    answers: list[Answer | None] = []
    talking.app.push_screen(dialog, answers.append)
    return answers


async def test_a_dialog_that_has_closed_does_not_answer_again() -> None:
    async with talk("1 f1") as talking:
        below = list(talking.app.screen_stack)
        dialog = ChoiceDialog(ChoiceQuestion("Zeker?", {Answer.YES: "ja", Answer.NO: "nee"}))
        answers = opened(talking, dialog)
        await talking.settle()
        dialog.answer(Answer.YES)
        dialog.answer(Answer.NO)
        await talking.settle()
        dialog.answer(Answer.NO)
        await talking.settle()
        assert answers == [Answer.YES]
        assert talking.app.screen_stack == below


@pytest.mark.parametrize("keys", ["3 n", "o pagedown s", "ctrl+p"])
async def test_a_text_field_keeps_the_focus(keys: str) -> None:
    async with talk(keys) as talking:
        field = talking.app.focused
        assert isinstance(field, Input | TextArea)
        for key in ("tab", "shift+tab", "f1", "escape", "tab"):
            await talking.press(key)
        elsewhere = (50, 15) if keys != "ctrl+p" else (95, 1)  # in the palette a row is chosen there
        for offset in ((99, 29), (1, 1), elsewhere):
            await talking.pilot.click(offset=offset)
        assert talking.app.focused is field
        await talking.press("escape")
        assert isinstance(talking.app.screen, TalkScreen)


async def test_a_dialog_under_another_screen_does_not_answer() -> None:
    async with talk("1") as talking:
        under = ChoiceDialog(ChoiceQuestion("Zeker?", {Answer.NO: "nee"}))
        answers = opened(talking, under)
        talking.app.push_screen(ChoiceDialog(ChoiceQuestion("Echt?", {Answer.NO: "nee"})))
        await talking.settle()
        stack = list(talking.app.screen_stack)
        under.answer(Answer.NO)
        await talking.settle()
        assert (answers, talking.app.screen_stack) == ([], stack)
