"""Dialogs: each returns one answer."""

from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from tests.tui.driving import Talking, talk


def opened(talking: Talking, dialog: ChoiceDialog) -> list[Answer | None]:
    """Open the dialog, and return the list to which its answers are added."""
    answers: list[Answer | None] = []
    talking.app.push_screen(dialog, answers.append)
    return answers


async def test_a_dialog_that_has_closed_does_not_answer_again() -> None:
    async with talk("1 f1") as talking:
        below = list(talking.app.screen_stack)
        dialog = ChoiceDialog("Zeker?", {Answer.YES: "ja", Answer.NO: "nee"})
        answers = opened(talking, dialog)
        await talking.settle()
        dialog.answer(Answer.YES)
        dialog.answer(Answer.NO)
        await talking.settle()
        dialog.answer(Answer.NO)
        await talking.settle()
        assert answers == [Answer.YES]
        assert talking.app.screen_stack == below


async def test_a_dialog_under_another_screen_does_not_answer() -> None:
    async with talk("1") as talking:
        under = ChoiceDialog("Zeker?", {Answer.NO: "nee"})
        answers = opened(talking, under)
        talking.app.push_screen(ChoiceDialog("Echt?", {Answer.NO: "nee"}))
        await talking.settle()
        stack = list(talking.app.screen_stack)
        under.answer(Answer.NO)
        await talking.settle()
        assert (answers, talking.app.screen_stack) == ([], stack)
