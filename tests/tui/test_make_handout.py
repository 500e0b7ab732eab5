"""Handout and blank card: made in the background, saved, and opened if something can open them."""

from pathlib import Path
from threading import Event
from urllib.request import url2pathname

import pytest

from herniatui.commands.handout_pages import _FORMS
from herniatui.consult.walk import DECISION
from herniatui.desktop import browser
from herniatui.report import handout
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.dialogs.text import LineDialog
from tests.tui.driving import Talking, talk

TALK = "2 right v b w w down - o 0 space pagedown"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of opened addresses; every address can be opened."""
    addresses: list[str] = []

    def taken(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(browser, "is_available", lambda: True)
    monkeypatch.setattr(browser, "open_address", taken)
    return addresses


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Return an event; no handout is made before it is set, or before a deadline if the test fails."""
    go_on, made = Event(), handout.pdf_bytes
    monkeypatch.setitem(_FORMS, ".pdf", lambda *given, **how: made(*given, **how) if go_on.wait(10) else b"")
    return go_on


def page_of(talking: Talking) -> bytes:
    app = talking.app
    return handout.pdf_bytes(app.deck, app.talk.consult, app.talk.walk, app.today())


def unbroken(talking: Talking) -> str:
    """Return the text on screen without frames and white space, as a path can break anywhere."""
    return "".join(character for character in talking.words if character not in "│ ")


def path_of(address: str) -> Path:
    return Path(url2pathname(address.removeprefix("file://")))


async def save_as(talking: Talking, path: str) -> None:
    """Save the handout under this name."""
    await talking.press("m h ctrl+u")
    await talking.type(path)
    await talking.press("enter")


async def test_enter_saves_the_page_in_the_folder_for_documents_and_opens_it(
    documents: Path, opened: list[str]
) -> None:
    path = documents / "keuzekaart-hernia-in-de-rug-voor-thuis-2026-01-15.pdf"
    async with talk(f"{TALK} m enter") as talking:
        assert "Pagina voor thuis opslaan als" in talking.words
        await talking.press("enter")
        assert path.read_bytes() == page_of(talking)
        assert [path_of(address) for address in opened] == [path]
        assert "Gaat de pagina niet vanzelf open? Ze staat hier:" in talking.words


async def test_a_name_that_ends_in_html_gives_a_web_page(tmp_path: Path, opened: list[str]) -> None:
    path = tmp_path / "voor thuis é.HTML"
    async with talk(TALK, size=(160, 45)) as talking:
        await save_as(talking, str(path))
        assert path.read_bytes().startswith(b"<!DOCTYPE html>")
    assert [path_of(address) for address in opened] == [path]


async def test_another_kind_of_name_is_asked_about_again(tmp_path: Path, opened: list[str]) -> None:
    async with talk(TALK) as talking:
        await save_as(talking, str(tmp_path / "pagina.docx"))
        assert "Kies een naam die eindigt op .pdf of .html." in talking.words
        await talking.press(" ".join(["backspace"] * 4))
        await talking.type("pdf")
        await talking.press("enter")
    assert [path.name for path in tmp_path.iterdir()] == ["pagina.pdf"]
    assert len(opened) == 1


async def test_a_file_that_exists_is_replaced_only_after_a_yes(tmp_path: Path, opened: list[str]) -> None:
    path = tmp_path / "pagina.pdf"
    path.write_text("van iemand anders")
    async with talk(TALK) as talking:
        await save_as(talking, str(path))
        assert isinstance(talking.app.screen, ChoiceDialog)
        await talking.press("n")
        assert "Pagina voor thuis opslaan als" in talking.words
        assert (path.read_text(), opened) == ("van iemand anders", [])
        await talking.press("enter j")
        assert path.read_bytes() == page_of(talking)


@pytest.mark.parametrize(
    ("where", "why"), [("weg/pagina.pdf", "deze map bestaat niet"), ("", "Kies een naam die eindigt")]
)
async def test_where_it_cannot_be_saved_it_says_why_and_asks_again(
    tmp_path: Path, opened: list[str], where: str, why: str
) -> None:
    async with talk(TALK) as talking:
        before = talking.app.talk
        await save_as(talking, f"{tmp_path}/{where}")
        assert isinstance(talking.app.screen, LineDialog)
        assert why in talking.words
        await talking.press("escape")
        assert talking.app.talk == before
    assert (list(tmp_path.iterdir()), opened) == ([], [])


async def test_the_user_can_continue_while_it_is_being_made(documents: Path, opened: list[str], held: Event) -> None:
    async with talk(f"{TALK} m enter") as talking:
        before = page_of(talking)
        await talking.pilot.press("enter")
        assert "De pagina wordt gemaakt…" in talking.words
        await talking.pilot.press("backspace", "2", "v", "b")
        assert talking.app.talk.walk.stop == "wanneer-minder"
        assert list(documents.iterdir()) == []
        held.set()
        await talking.press("")
    (path,) = documents.iterdir()
    assert path.read_bytes() == before  # as it was when the user asked for it
    assert [path_of(address) for address in opened] == [path]


async def test_an_error_does_not_interrupt_a_user_who_is_writing(
    tmp_path: Path, opened: list[str], held: Event
) -> None:
    async with talk(TALK) as talking:
        await talking.press("m h ctrl+u")
        await talking.type(str(tmp_path / "weg" / "pagina.pdf"))
        await talking.pilot.press("enter", "n")
        held.set()
        await talking.press("")
        await talking.type("mijn woorden")
        await talking.press("enter")
        assert talking.app.talk.consult.note == "mijn woorden"
    assert opened == []


@pytest.mark.parametrize("there_is", [False, True], ids=["none", "one that does not open it"])
async def test_without_anything_to_open_it_with_it_says_where_it_is(
    documents: Path, monkeypatch: pytest.MonkeyPatch, there_is: bool
) -> None:
    monkeypatch.setattr(browser, "is_available", lambda: there_is)
    monkeypatch.setattr(browser, "open_address", lambda _address: False)
    async with talk(f"{TALK} m enter enter", size=(160, 45)) as talking:
        (path,) = documents.iterdir()
        assert "De pagina kan hier niet worden geopend. Het bestand staat hier:" in talking.words
        assert str(path) in unbroken(talking)


async def test_a_page_that_cannot_be_made_ends_nothing(
    documents: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(_FORMS, ".pdf", lambda *_given, **_how: 1 / 0)
    async with talk(f"{TALK} m enter enter") as talking:
        assert "depaginakonnietwordengemaakt.Probeereennaamdieeindigtop.html." in unbroken(talking)
        await talking.press("escape backspace")
        assert talking.app.talk.walk.stop == DECISION
    assert (list(documents.iterdir()), opened) == ([], [])


async def test_a_talk_of_which_only_the_page_was_saved_is_not_wiped_without_asking(
    documents: Path, opened: list[str]
) -> None:
    async with talk(f"{TALK} m enter enter r") as talking:
        assert isinstance(talking.app.screen, ChoiceDialog)


DECIDED = "2 right v b w w down - o b space pagedown"


@pytest.mark.parametrize(
    ("said", "keys", "short"), [(TALK, "m", False), (TALK, "m k", True), (DECIDED, "m", True), (DECIDED, "m h", False)]
)
async def test_after_a_decision_for_an_option_the_page_about_the_talk_is_proposed_and_otherwise_all(
    documents: Path, opened: list[str], said: str, keys: str, short: bool
) -> None:
    async with talk(f"{said} {keys}") as talking:
        await talking.press("enter" if keys != "m" else "enter enter")
        app = talking.app
        (path,) = documents.iterdir()
        assert ("-voor-thuis-kort-" in path.name) == short
        assert path.read_bytes() == handout.pdf_bytes(
            app.deck, app.talk.consult, app.talk.walk, app.today(), short=short
        )


async def test_no_page_is_an_answer_too(documents: Path, opened: list[str]) -> None:
    async with talk(f"{TALK} m n") as talking:
        assert "Niet opgeslagen." in talking.words
    assert (list(documents.iterdir()), opened) == ([], [])


async def test_a_blank_card_is_one_key_and_has_nothing_of_the_talk(documents: Path, opened: list[str]) -> None:
    async with talk("2 v a n") as talking:
        await talking.type("van mij alleen")
        await talking.press("enter l")
        (path,) = documents.iterdir()
        assert path.name == "keuzekaart-hernia-in-de-rug-leeg-2026-01-15.pdf"
        assert path.read_bytes() == handout.pdf_bytes(talking.app.deck, None, None, talking.app.today())
        await talking.press("o l")
        assert list(documents.iterdir()) == [path]
    assert [path_of(address) for address in opened] == [path, path]


async def test_a_blank_card_takes_no_place_of_another_file(documents: Path, opened: list[str]) -> None:
    path = documents / "keuzekaart-hernia-in-de-rug-leeg-2026-01-15.pdf"
    path.write_text("van iemand anders")
    async with talk("l") as talking:
        assert "Lege kaart opslaan als" in talking.words
        assert "bestaat al" in talking.words
        await talking.press("escape")
    assert (path.read_text(), opened) == ("van iemand anders", [])


async def test_the_end_of_a_long_name_is_in_view(documents: Path) -> None:
    async with talk(f"{TALK} m enter", size=(80, 24)) as talking:
        assert "2026-01-15.pdf" in talking.text


async def test_what_could_not_be_printed_is_said_at_once(documents: Path, opened: list[str]) -> None:
    async with talk(f"{TALK} n", size=(100, 30)) as talking:
        await talking.type("rug \U00013000 en ظهري")
        await talking.press("enter m enter enter")
        assert "Op de pagina staat □ voor tekens die hier niet gedrukt kunnen worden: \U00013000" in talking.words
        assert "Ze staat hier:" in talking.words


async def test_where_no_pdf_can_be_made_a_page_for_a_browser_is_proposed(
    documents: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("herniatui.report.handout.as_pdf.find_spec", lambda _name: None)
    async with talk(f"{TALK} m enter enter l") as talking:
        assert "2026-01-15.html" in talking.words
    assert sorted(path.name for path in documents.iterdir()) == [
        "keuzekaart-hernia-in-de-rug-leeg-2026-01-15.html",
        "keuzekaart-hernia-in-de-rug-voor-thuis-2026-01-15.html",
    ]
