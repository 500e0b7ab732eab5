"""Trying keys: each is asked for, once more if another arrives, and what did not arrive is noted."""

from textual.widgets import Static

from herniatui.commands.declared import COMMANDS
from herniatui.tui.key_trial import KeyTrial, keys_to_try

KEYS = keys_to_try()


def shown(app: KeyTrial) -> str:
    return str(app.query_one(Static).content)


def test_every_named_key_of_a_talk_is_tried_once() -> None:
    used = {key for command in COMMANDS for key, _action in command.keys}
    assert {key for key in used if key[0] == "f" and key[1:].isdigit()} < set(KEYS)
    assert {"enter", "backspace", "tab", "pagedown", "plus", "minus", "question_mark", "escape"} < set(KEYS)
    assert len(KEYS) == len(set(KEYS))


async def test_keys_that_all_arrive_end_the_trial() -> None:
    app = KeyTrial()
    async with app.run_test() as pilot:
        assert "Toetsen proberen: 1 van" in shown(app)
        await pilot.press(*KEYS)
    assert app.return_value == {key: key for key in KEYS}


async def test_another_key_is_asked_for_once_more_and_then_noted() -> None:
    app = KeyTrial()
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert "x kwam aan. Druk nog een keer op: Enter" in shown(app)
        await pilot.press("enter", "ctrl+h")
        await pilot.press("delete")
        assert "pijl omhoog" not in shown(app)
        await pilot.press("tab")
        assert "Druk op: pijl omhoog" in shown(app)
        await pilot.press("q")
    assert app.return_value == {"enter": "enter", "backspace": "delete", "tab": "tab"}


async def test_a_key_that_does_nothing_is_noted_and_ctrl_c_skips_the_rest() -> None:
    for skip in ("ctrl+c", "q", "ctrl+q"):
        app = KeyTrial()
        async with app.run_test() as pilot:
            await pilot.press("space", skip)
        assert app.return_value == {"enter": ""}


async def test_nobody_at_the_keyboard_ends_it() -> None:
    app = KeyTrial(patience=0.05)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        while app.is_running:
            await pilot.pause(0.01)
    assert app.return_value == {"enter": "enter"}
