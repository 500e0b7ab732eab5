"""Afsluiten: the summary as it leaves, and what is done with it."""

import gc
from pathlib import Path

import pytest

from herniatui.report.summary import summary
from herniatui.tui.front import forget
from herniatui.tui.leave import Ending
from herniatui.tui.screens.ask import AskScreen
from tests.tui.driving import Talking, talk

TALK = "2 right v w w down - o o down down space down space enter"


def summary_of(talking: Talking) -> str:
    app = talking.app
    return summary(app.deck.card, app.talk.consult, app.talk.walk, app.today())


async def test_the_summary_is_shown_exactly_as_it_leaves() -> None:
    async with talk(TALK, size=(200, 60)) as talking:
        assert [row.text for row in talking.page._rows[2:]] == summary_of(talking).split("\n")
        assert "Besluit: nog niet beslissen." in talking.text


async def test_saving_writes_the_summary_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "samenvatting.txt"
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(path))
        await talking.press("enter")
        assert path.read_text(encoding="utf-8") == summary_of(talking) + "\n"
        assert "Opgeslagen. Klaar?" in talking.words


async def test_a_file_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "er-al.txt"
    path.write_text("van iemand anders")
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(path))
        await talking.press("enter")
        assert path.read_text() == "van iemand anders"
        assert "bestaat al" in talking.words
        assert talking.app.saved.settled(talking.app.talk.consult) is None


async def test_escape_does_not_save() -> None:
    async with talk(f"{TALK} s escape") as talking:
        assert "Niet opgeslagen." in talking.text


async def test_the_clipboard_gets_the_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr("pyperclip.copy", sent.append)
    async with talk(f"{TALK} k") as talking:
        assert sent == [summary_of(talking)]
        assert "Naar het klembord gestuurd." in talking.text


async def test_over_ssh_the_clipboard_in_front_of_people_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "here there")
    monkeypatch.setattr("pyperclip.copy", lambda _text: pytest.fail("that is the clipboard of another machine"))
    async with talk(f"{TALK} k") as talking:
        assert talking.app.clipboard == summary_of(talking)


async def test_wiping_asks_and_no_goes_on() -> None:
    async with talk(f"{TALK} r") as talking:
        assert isinstance(talking.app.screen, AskScreen)
        before = talking.app.talk
        await talking.press("n")
        assert talking.app.talk == before
        assert "Besluit: nog niet beslissen." in talking.text


async def test_after_yes_the_app_ends_to_start_afresh() -> None:
    async with talk(f"{TALK} r w") as talking:
        assert talking.app.return_value == Ending(afresh=True, keep=False)


async def test_what_was_saved_is_wiped_without_asking(tmp_path: Path) -> None:
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(tmp_path / "samenvatting.txt"))
        await talking.press("enter r")
        assert talking.app.return_value == Ending(afresh=True, keep=False)


async def test_what_was_only_sent_to_the_clipboard_is_not_wiped_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyperclip.copy", lambda _text: None)
    async with talk(f"{TALK} k r") as talking:
        assert isinstance(talking.app.screen, AskScreen)


async def test_nothing_of_a_patient_stays_in_memory_after_the_app_has_ended() -> None:
    async with talk("2 n") as talking:
        await talking.type("geheimzinnig")
        await talking.press("escape o enter r w")
        talking.app.saved.put_away(keep=False)
    del talking
    forget()
    assert [thing for thing in gc.get_objects() if _holds(thing, "geheimzinnig")] == []


def _holds(thing: object, word: str) -> bool:
    """Whether a container holds a text with this word in it; the word itself stands in this test."""
    values = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list | tuple | set) else ()
    return any(isinstance(value, str) and word in value and value != word for value in list(values))
