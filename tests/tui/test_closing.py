"""Closing screen (Afsluiten): the note as exported, and the ways to export it."""

import gc
from pathlib import Path
from threading import Event

import pytest

from herniatui.card.problems import Problem
from herniatui.consult.walk import CLOSING, DECISION
from herniatui.report.note import icpc_of, note, soep
from herniatui.settings.note_template import NoteTemplate
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.host import Ending
from herniatui.tui.run import forget
from tests.tui.driving import Talking, talk

TALK = "2 right v b w w down - o 0 space down down space pagedown"


def note_of(talking: Talking) -> str:
    app = talking.app
    return note(app.deck.card, app.talk.consult, app.talk.walk, app.today(), app.deck.sha256)


def note_rows(talking: Talking, heading: str = "Zo komt de samenvatting in het dossier") -> list[str]:
    """Return the rows below the heading of the note."""
    rows = [row.text for row in talking.page._rows]
    return rows[rows.index(heading) + 2 :]


async def test_the_note_is_shown_exactly_as_exported() -> None:
    async with talk(TALK, size=(200, 60)) as talking:
        assert note_rows(talking) == note_of(talking).split("\n")
        assert "Besluit: nog niet beslissen" in talking.text


async def test_the_full_note_is_a_key_away_in_both_forms_and_what_is_shown_is_exported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []
    monkeypatch.setattr("pyperclip.copy", sent.append)
    monkeypatch.setattr("pyperclip.paste", lambda: sent[-1])
    async with talk(f"{TALK} f8", size=(200, 80)) as talking:
        app = talking.app
        args = (app.deck.card, app.talk.consult, app.talk.walk, app.today(), app.deck.sha256)
        whole = note(*args, full=True)
        assert note_rows(talking, "Zo komt de volledige samenvatting in het dossier") == whole.split("\n")
        await talking.press("k f6")
        by_letter = soep(*args, icpc_of(app.deck.card), full=True)
        assert note_rows(talking, "Zo komt de volledige samenvatting in het dossier (SOEP)") == by_letter.split("\n")
        await talking.press("k f6 f8 k")
        assert note_rows(talking) == note_of(talking).split("\n")
        assert sent == [whole, by_letter, note_of(talking)]


async def test_a_talk_made_by_paging_through_says_of_nothing_that_it_was_discussed() -> None:
    async with talk("pagedown " * 40, size=(100, 30)) as talking:
        assert talking.app.talk.walk.stop == CLOSING
        for text in (note_of(talking), "\n".join(note_rows(talking))):
            assert text.startswith("Besluit: nog niets opgeschreven\nOp het scherm bekeken: alle 5 vragen van de kaart")
            assert "(dit is niet als besproken bevestigd)" in text
            assert "\nBesproken" not in text


async def test_the_page_was_handed_out_only_if_the_clinician_ticks_it() -> None:
    async with talk(TALK, size=(200, 60)) as talking:
        assert "Meegegeven" not in talking.text
        await talking.press("down " * 6 + "space")
        assert "Meegegeven: pagina voor thuis" in note_rows(talking)
        await talking.press("space")
        assert "Meegegeven" not in talking.text


async def test_saving_writes_the_note_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "samenvatting.txt"
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(path))
        await talking.press("enter")
        assert path.read_text(encoding="utf-8") == note_of(talking) + "\n"
        assert "Opgeslagen. Klaar?" in talking.words


async def test_a_file_that_exists_is_replaced_only_after_a_yes(tmp_path: Path) -> None:
    path = tmp_path / "er-al.txt"
    path.write_text("van iemand anders")
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(path))
        await talking.press("enter")
        assert path.read_text() == "van iemand anders"
        assert "Er is al een bestand met deze naam. Vervangen?" in talking.words
        await talking.press("n")
        assert "Samenvatting opslaan als" in talking.words
        assert path.read_text() == "van iemand anders"
        assert talking.app.session.should_keep(talking.app.talk.consult) is None
        await talking.press("enter j")
        assert path.read_text(encoding="utf-8") == note_of(talking) + "\n"
        assert "Opgeslagen. Klaar?" in talking.words
    assert list(tmp_path.iterdir()) == [path]


async def test_a_folder_cannot_be_replaced_and_another_name_can_be_given(tmp_path: Path) -> None:
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(tmp_path))
        await talking.press("enter")
        assert "dit is een map" in talking.words
        await talking.type("/goed.txt")
        await talking.press("enter")
    assert [path.name for path in tmp_path.iterdir()] == ["goed.txt"]


async def test_escape_does_not_save() -> None:
    async with talk(f"{TALK} s escape") as talking:
        assert "Niet opgeslagen." in talking.text


async def test_the_clipboard_gets_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr("pyperclip.copy", sent.append)
    monkeypatch.setattr("pyperclip.paste", lambda: sent[-1].replace("\n", "\r\n"))
    async with talk(f"{TALK} k") as talking:
        assert sent == [note_of(talking)]
        assert "De samenvatting staat op het klembord." in talking.text
        assert talking.app.clipboard == ""


async def test_if_the_system_clipboard_fails_silently_the_terminal_gets_the_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pyperclip.copy", lambda _text: None)
    monkeypatch.setattr("pyperclip.paste", lambda: "van een ander")
    async with talk(f"{TALK} k") as talking:
        assert talking.app.clipboard == note_of(talking)
        assert "Naar het klembord gestuurd." in talking.text


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
async def test_over_ssh_the_clipboard_of_the_terminal_gets_the_note(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    sent: list[str] = []
    monkeypatch.setenv(name, "here there")
    monkeypatch.setattr("pyperclip.copy", sent.append)
    monkeypatch.setattr("pyperclip.paste", lambda: sent[-1])
    async with talk(f"{TALK} k") as talking:
        assert talking.app.clipboard == note_of(talking)
        assert sent == []


async def test_a_clipboard_that_hangs_does_not_block_and_the_terminal_gets_the_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    released = Event()
    monkeypatch.setattr("pyperclip.copy", lambda _text: released.wait())
    async with talk(TALK) as talking:
        await talking.pilot.press("k")
        await talking.pilot.press("backspace")
        while talking.app.gate.is_busy:  # input waits a moment for the clipboard
            await talking.pilot.pause()
        assert talking.app.talk.walk.stop == DECISION  # although the call to the clipboard still blocks
        monkeypatch.setattr("herniatui.tui.terminal.clipboard.TIMEOUT", 0.01)
        await talking.press("enter k")
        assert talking.app.clipboard == note_of(talking)
        assert "Naar het klembord gestuurd." in talking.text
        released.set()


@pytest.mark.parametrize("error", [OSError(2, "x"), RuntimeError("x"), UnicodeEncodeError("latin-1", "ë", 0, 1, "x")])
async def test_if_the_system_clipboard_raises_the_terminal_gets_the_note(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(_text: str) -> None:
        raise error

    monkeypatch.setattr("pyperclip.copy", fail)
    async with talk(f"{TALK} k") as talking:
        assert talking.app.clipboard == note_of(talking)
        assert "Naar het klembord gestuurd." in talking.text


@pytest.mark.parametrize(("name", "value"), [("TERM", "linux"), ("TERM_PROGRAM", "Apple_Terminal")])
async def test_without_a_clipboard_a_message_says_so_and_offers_a_file(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "here there")
    monkeypatch.setenv(name, value)
    async with talk(f"{TALK} k") as talking:
        assert "Het klembord is hier niet bereikbaar. Sla de samenvatting op als bestand met s." in talking.words
        assert talking.app.clipboard == ""


async def test_a_note_larger_than_terminals_accept_is_not_sent_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "here there")
    monkeypatch.setattr("herniatui.tui.terminal.clipboard.MAX_BYTES", 100)
    async with talk(f"{TALK} k") as talking:
        assert "Het klembord is hier niet bereikbaar." in talking.words


async def test_the_note_follows_the_clinics_template() -> None:
    async with talk(TALK) as talking:
        talking.app.note_template = NoteTemplate("Uitkomst: {besluit}")
        await talking.press("backspace enter")
        assert note_rows(talking) == ["Uitkomst: nog niet beslissen"]


async def test_a_template_with_a_problem_is_reported_and_the_default_is_used() -> None:
    async with talk(TALK) as talking:
        problem = Problem('"{besliut}" kan niet worden ingevuld; bedoelde u "besluit"?', 3, 7)
        talking.app.note_template = NoteTemplate("", "sjabloon.txt", (problem,))
        await talking.press("backspace enter")
        await talking.press("up up up")
        assert "Besluit: nog niet beslissen" in talking.text
        assert f"Uw sjabloon kan niet worden gebruikt (sjabloon.txt:3:7: {problem.text}); nu geldt" in talking.words


async def test_ending_asks_and_no_returns_to_the_talk() -> None:
    async with talk(f"{TALK} r") as talking:
        assert isinstance(talking.app.screen, ChoiceDialog)
        before = talking.app.talk
        await talking.press("n")
        assert talking.app.talk == before
        assert "Besluit: nog niet beslissen" in talking.text


async def test_after_wiping_the_app_ends_for_the_next_patient() -> None:
    async with talk(f"{TALK} r w") as talking:
        assert talking.app.return_value == Ending(next_patient=True, keep=False)


async def test_a_talk_whose_note_was_saved_is_wiped_without_asking(tmp_path: Path) -> None:
    async with talk(f"{TALK} s ctrl+u") as talking:
        await talking.type(str(tmp_path / "samenvatting.txt"))
        await talking.press("enter r")
        assert talking.app.return_value == Ending(next_patient=True, keep=False)


async def test_a_talk_whose_note_was_only_sent_to_the_clipboard_is_not_wiped_without_asking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pyperclip.copy", lambda _text: None)
    async with talk(f"{TALK} k r") as talking:
        assert isinstance(talking.app.screen, ChoiceDialog)


async def test_nothing_of_a_patient_stays_in_memory_after_the_app_has_ended() -> None:
    async with talk("2 n") as talking:
        await talking.type("geheimzinnig")
        await talking.press("enter o enter r w")
        talking.app.session.close(keep=False)
    del talking
    forget()
    assert [thing for thing in gc.get_objects() if _holds(thing, "geheimzinnig")] == []


def _holds(thing: object, word: str) -> bool:
    """Whether a container holds a text that contains this word; the bare word is a constant of this test."""
    values = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list | tuple | set) else ()
    return any(isinstance(value, str) and word in value and value != word for value in list(values))
