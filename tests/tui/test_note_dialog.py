"""The dialog of a note: Enter is done, Esc asks before it throws words away, and undo brings them back."""

import pytest

from herniatui.consult.model import Consult
from herniatui.tui.dialogs.text import NoteDialog
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.text_fields import CleanTextArea
from tests.tui.driving import Talking, talk


def note(talking: Talking) -> str:
    return talking.app.talk.consult.about("wanneer-minder").note


def is_open(talking: Talking) -> bool:
    return isinstance(talking.app.screen, NoteDialog)


async def test_enter_is_done() -> None:
    async with talk("2 n") as talking:
        await talking.type("Ik til veel")
        await talking.press("enter")
        assert (note(talking), is_open(talking)) == ("Ik til veel", False)


async def test_what_is_written_is_saved_before_anything_can_be_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk("2 n") as talking:
        saved = ""

        def save(consult: Consult, *_: object) -> None:
            nonlocal saved
            saved = consult.about("wanneer-minder").note

        monkeypatch.setattr(talking.app.session, "save", save)
        editor = talking.app.screen.query_one(CleanTextArea)
        for edit in (lambda: editor.insert("ab"), editor.action_delete_left, editor.undo, editor.redo):
            edit()  # without a turn of the event loop, in which a frame could be painted
            assert saved == editor.text
        assert saved == "a"


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 18)], ids="{0[0]}x{0[1]}".format)
async def test_the_frame_ends_below_the_keys(size: tuple[int, int]) -> None:
    async with talk("2 n", size=size) as talking:
        frame, keys = (talking.app.screen.query_one(part).region for part in (".dialog", KeyBar))
        assert frame.bottom - keys.bottom == 2  # an empty line and the border


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter"])
async def test_a_new_line_has_a_key_of_its_own(key: str) -> None:
    async with talk("2 n") as talking:
        await talking.type("een")
        await talking.press(key)
        await talking.type("twee")
        await talking.press("enter")
        assert note(talking) == "een\ntwee"


async def test_escape_leaves_an_unchanged_text() -> None:
    async with talk("2 n a enter n escape") as talking:
        assert (note(talking), is_open(talking)) == ("a", False)


async def test_escape_asks_about_a_changed_text_in_one_line() -> None:
    async with talk("2 n a escape") as talking:
        assert is_open(talking)
        assert "Enter klaar  Esc verder schrijven  x weggooien" in talking.text
        await talking.press("enter")
        assert (note(talking), is_open(talking)) == ("a", False)


@pytest.mark.parametrize("back", ["escape", "b"])
async def test_one_can_write_on(back: str) -> None:
    async with talk(f"2 n a escape {back} x enter") as talking:
        assert note(talking) == ("ax" if back == "escape" else "abx")


async def test_what_was_thrown_away_comes_back_with_undo() -> None:
    async with talk("2 n a enter n b escape x") as talking:
        assert (note(talking), is_open(talking)) == ("a", False)
        assert "Weggegooid. u: ongedaan maken." in talking.text
        await talking.press("u")
        assert note(talking) == "ab"
        await talking.press("u")
        assert note(talking) == "a"


async def test_help_opens_over_it_and_the_words_stay() -> None:
    async with talk("2 n a f1") as talking:
        assert isinstance(talking.app.screen, ReadingScreen)
        await talking.press("escape b enter")
        assert note(talking) == "ab"


async def test_a_line_that_was_changed_is_asked_about_too() -> None:
    async with talk("1 + o enter s x escape") as talking:
        assert "Enter klaar  Esc verder schrijven  x weggooien" in talking.text
        await talking.press("x")
        assert "Niet opgeslagen." in talking.text
        await talking.press("s escape")
        assert "Niet opgeslagen." in talking.text
