"""Saved talks: resume a talk, keep it for the next visit, and wipe or keep it at the end."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult.edits import choose, decide_not_yet, note
from herniatui.consult.history import edit
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import CLOSING, DECISION, Walk, point, show
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from tests.tui.driving import NOW, Talking, new_store, talk

STAMP = stamp(open_deck(find(DEFAULT_CARD)))
NOT_YET = "o 0 space"
"""Keys that choose not to decide yet, from any stop."""
KEEP = f"{NOT_YET} {'down ' * 9}space"
"""Keys that then ask under which label to keep the talk."""


@pytest.fixture
def store() -> TalkStore:
    return new_store()


def add_talk(store: TalkStore, text: str = "ik twijfel", *, kept: bool = False, stop: str = "risicos") -> str:
    """Add a talk to the store, as an earlier run of the program would."""
    open_talk = store.begin(STAMP)
    walk = point(Walk(DECISION), "not-yet") if kept else show(Walk(stop), "operatie")
    open_talk.save(decide_not_yet(note(EMPTY, None, text)) if kept else note(EMPTY, None, text), walk)
    if kept:
        open_talk.keep("dinsdag")
    assert open_talk.writer.close()
    return open_talk.writer.id


def saved(store: TalkStore) -> OpenTalk:
    """Return the only talk in the store, with its writer closed."""
    (stored,) = store.talks()
    open_talk = store.open(stored.id)
    open_talk.writer.close()
    return open_talk


async def test_what_is_said_is_saved_before_it_is_shown(store: TalkStore) -> None:
    async with talk("enter +", store=store) as talking:
        (stored,) = store.talks()
        assert stored.record is not None
        assert replace(stored.record.consult, words=()) == talking.app.talk.consult != EMPTY


async def test_what_is_still_being_written_is_saved(store: TalkStore) -> None:
    async with talk("enter n", store=store) as talking:
        await talking.type("ik durf")
        (stored,) = store.talks()
        assert stored.record is not None
        assert stored.record.consult.about("behandeling").note == "ik durf"
        await talking.press("enter u")
        assert talking.app.talk.consult == EMPTY


async def test_looking_around_saves_nothing(store: TalkStore) -> None:
    async with talk("enter down b enter o", store=store):
        assert store.talks() == []


async def test_a_talk_that_was_not_finished_is_asked_about_first(store: TalkStore) -> None:
    add_talk(store)
    async with talk(store=store) as talking:
        assert "Er is nog een gesprek dat niet af is" in talking.text
        assert "vandaag 10:30 · 1 van de 5 vragen bekeken" in talking.text
        assert "blijft bewaard tot vandaag 22:30" in talking.text
        assert "twijfel" not in talking.text


async def test_resuming_restores_the_talk_and_its_place(store: TalkStore) -> None:
    add_talk(store)
    async with talk("down enter", store=store) as talking:
        assert talking.app.talk.consult == note(EMPTY, None, "ik twijfel")
        assert talking.app.talk.walk.stop == "risicos"
        await talking.press("+")
        assert len(store.talks()) == 1


@pytest.mark.parametrize("key", ["enter", "n", "escape"])
async def test_a_new_talk_leaves_the_other_as_it_was(store: TalkStore, key: str) -> None:
    other = add_talk(store)
    async with talk(f"{key} enter +", store=store) as talking:
        assert talking.app.talk.consult.note == ""
        assert len(store.talks()) == 2
        await talking.press("q w")
    assert [stored.id for stored in store.talks()] == [other]


async def test_a_talk_can_be_wiped_there_after_a_question(store: TalkStore) -> None:
    add_talk(store)
    async with talk("down w n", store=store) as talking:
        assert len(store.talks()) == 1
        await talking.press("w")
        assert "Dit gesprek wissen?" in talking.text
        await talking.press("j")
        assert "Dit gesprek is gewist." in talking.text
        assert store.talks() == []


async def test_the_row_for_a_new_talk_cannot_be_wiped(store: TalkStore) -> None:
    add_talk(store)
    async with talk("w", store=store) as talking:
        assert "wissen?" not in talking.text


async def test_a_kept_talk_is_not_offered_but_can_be_opened(store: TalkStore) -> None:
    add_talk(store, kept=True)
    async with talk(store=store) as talking:
        assert "Er is een gesprek bewaard. Verdergaan? Druk op F5." in talking.words
        await talking.press("f5")
        assert "“dinsdag”" in talking.text
        assert "blijft bewaard tot za 14-02-2026" in talking.text
        await talking.press("down enter")
        assert talking.app.talk.walk.stop == DECISION
        assert "(•) 0  Ik beslis nog niet" in talking.text
        assert talking.app.talk.consult.decision.not_yet


async def test_a_resumed_kept_talk_stays_kept_until_the_user_decides_otherwise(store: TalkStore) -> None:
    add_talk(store, kept=True)
    async with talk("f5 down enter q", store=store) as talking:
        assert "Wat wilt u met dit gesprek doen?" in talking.text
        await talking.press("b")
        assert talking.app.return_value == Ending(next_patient=False, keep=True)
    assert saved(store).record.kept


async def test_stored_talks_are_shown_only_before_something_is_said(store: TalkStore) -> None:
    async with talk("space f5", store=store) as talking:
        assert "Rond dit gesprek eerst af" in talking.text
        await talking.press("u f5")
        assert "Er zijn geen bewaarde gesprekken." in talking.text


async def test_not_deciding_yet_can_be_kept_with_a_label_and_then_nothing_is_asked(store: TalkStore) -> None:
    async with talk(f"{KEEP}", store=store) as talking:
        assert "Geen naam" in talking.words
        await talking.type("spreekuur 3")
        await talking.press("enter")
        assert "Bewaard tot za 14-02-2026." in talking.words
        await talking.press("q")
        assert talking.app.return_value == Ending(next_patient=False, keep=True)
    assert (saved(store).record.kept, saved(store).record.label) == (True, "spreekuur 3")


async def test_after_keeping_the_keys_that_are_named_work_where_they_are_named(store: TalkStore) -> None:
    async with talk(f"{KEEP} enter", store=store) as talking:
        assert "Klaar? r: volgende patiënt, q: stoppen." in talking.text
        await talking.press("r")
        assert talking.app.return_value == Ending(next_patient=True, keep=True)


async def test_keeping_can_be_undone(store: TalkStore) -> None:
    async with talk(f"{KEEP} enter space", store=store) as talking:
        assert "niet meer bewaard" in talking.words
        await talking.press("q")
        assert "Wat wilt u met dit gesprek doen?" in talking.text


@pytest.mark.parametrize(("choice", "offers"), [("", False), ("0 space", True), ("b space", True)])
async def test_keeping_needs_a_decision(store: TalkStore, choice: str, offers: bool) -> None:
    async with talk(f"enter + o {choice}", store=store, size=(100, 40)) as talking:
        assert ("[ ] Dit gesprek bewaren voor de volgende keer" in talking.words) == offers
        await talking.press("pagedown")
        assert talking.app.talk.walk.stop == CLOSING
        assert ("[ ] Dit gesprek bewaren voor de volgende keer" in talking.words) == offers


async def test_escape_does_not_keep(store: TalkStore) -> None:
    async with talk(f"{KEEP} escape", store=store) as talking:
        assert "Niet bewaard." in talking.text
        assert not talking.app.session.is_kept


@pytest.mark.parametrize("slip", ["0 space u", "b space u", "b space 0 space"])
async def test_an_undone_slip_leaves_the_talk_kept(store: TalkStore, slip: str) -> None:
    async with talk(f"{KEEP} enter {slip} q", store=store) as talking:
        assert talking.app.return_value == Ending(next_patient=False, keep=True)
    assert saved(store).record.kept


async def test_keeping_a_talk_whose_summary_is_saved_is_asked_about(store: TalkStore, tmp_path: Path) -> None:
    add_talk(store, kept=True)
    async with talk("f5 down enter pagedown s ctrl+u", store=store) as talking:
        await talking.type(str(tmp_path / "a.txt"))
        await talking.press("enter q")
        assert "bewaren voor de volgende keer (tot za 14-02-2026)" in talking.text


async def test_what_is_kept_is_not_shown_unasked(store: TalkStore) -> None:
    add_talk(store)
    add_talk(store, kept=True)
    async with talk(store=store) as talking:
        assert "Er is nog een gesprek dat niet af is" in talking.text
        assert "dinsdag" not in talking.text
        await talking.press("n f5")
        assert "dinsdag" in talking.text


async def test_a_talk_that_was_just_ended_is_not_offered(store: TalkStore) -> None:
    add_talk(store)
    app = HerniaApp(
        open_deck(find(DEFAULT_CARD)), today=NOW.date, store=store, message="Bewaard.", asks_about_unfinished=False
    )
    async with app.run_test() as pilot:
        assert "Bewaard. Er is een gesprek bewaard. Verdergaan? Druk op F5." in Talking(app, pilot).words


async def test_not_deciding_yet_says_how_to_keep_the_talk(store: TalkStore) -> None:
    async with talk(NOT_YET, store=store) as talking:
        assert "[ ] Dit gesprek bewaren voor de volgende keer" in talking.text


async def test_a_talk_that_cannot_be_kept_is_not_said_to_be(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk(f"{KEEP}", store=store) as talking:
        monkeypatch.setattr(store.folder, "write", _full)
        await talking.press("enter")
        assert "Bewaard tot" not in talking.text
        await talking.press("q")
        assert "Wat het laatst is aangegeven, kon niet worden bewaard." in talking.words


def _full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


async def test_retention_counts_from_the_end_of_the_talk(tmp_path: Path) -> None:
    now = [NOW]
    store = TalkStore(tmp_path / "herniatui", now=lambda: now[0])
    async with talk("enter +", store=store) as talking:
        now[0] += timedelta(hours=20)
        await talking.press("q")
        assert "(tot morgen 18:30)" in talking.text or "(tot vr 16-01-2026 18:30)" in talking.text
        await talking.press("b")
    assert store.retention.clean_up().removed == 0
    assert len(store.talks()) == 1


@pytest.mark.parametrize("key", ["w", "b"])
async def test_nothing_that_comes_after_the_answer_undoes_it(store: TalkStore, key: str) -> None:
    async with talk("enter + q", store=store) as talking:
        await talking.press(key)
        talking.app.go_on(edit(talking.app.talk, note(EMPTY, None, "te laat")))
        talking.app.exit(talking.app.return_value, return_code=129)
        assert talking.app.session.close(keep=key == "w") == ""
    assert len(store.talks()) == (key == "b")
    assert all(stored.record and stored.record.consult.note == "" for stored in store.talks())


async def test_what_is_said_after_keeping_is_asked_about_again(store: TalkStore) -> None:
    async with talk(f"{KEEP} enter 1 + q", store=store) as talking:
        assert "Wat wilt u met dit gesprek doen?" in talking.text


@pytest.mark.parametrize(("key", "left"), [("w", 0), ("b", 1)])
async def test_at_the_end_it_is_wiped_or_kept_as_the_user_chooses(store: TalkStore, key: str, left: int) -> None:
    async with talk(f"enter + q {key}", store=store) as talking:
        pass
    ending = talking.app.return_value
    assert ending is not None
    assert len(store.talks()) == len(store.folder.names()) == left


async def test_a_talk_about_an_older_card_resumes_with_a_message(store: TalkStore) -> None:
    open_talk = store.begin(replace(STAMP, sha256="older"))
    open_talk.save(choose(choose(EMPTY, "risicos"), "afgeschaft"), Walk())
    assert open_talk.writer.close()
    async with talk("down enter", store=store) as talking:
        assert "De kaart is veranderd sinds dit gesprek. Wat over andere woorden is gezegd, staat bij" in talking.words
        assert talking.app.talk.consult.chosen == ("risicos", "afgeschaft")
        assert "eerder gekozen: 3. Wat zijn de risico’s en bijwerkingen?" in talking.words


async def test_while_saving_fails_the_screen_shows_a_warning(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("herniatui.storage.writer.RETRY", 0.01)
    write, full = store.folder.write, Event()
    full.set()

    def writes(name: str, data: bytes) -> None:
        if full.is_set():
            raise OSError(28, "No space left on device")
        write(name, data)

    monkeypatch.setattr(store.folder, "write", writes)
    async with talk("enter +", store=store) as talking:
        await until(talking, lambda: "Bewaren lukt nu niet: de schijf is vol." in talking.words)
        await talking.press("- down enter")
        assert "Bewaren lukt nu niet: de schijf is vol." in talking.words
        await talking.press("q")
        assert "Stoppen? Dit gesprek is niet bewaard. U bent het dan kwijt." in talking.words
        await talking.press("n")
        full.clear()
        await until(talking, lambda: "lukt nu niet" not in talking.words)
        (stored,) = store.talks()
        assert stored.record is not None
        assert replace(stored.record.consult, words=()) == talking.app.talk.consult


async def test_without_saving_the_screen_says_so_and_nothing_is_kept() -> None:
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), today=NOW.date)
    async with app.run_test(size=(80, 24)) as pilot:
        talking = Talking(app, pilot)
        for keys in ("", "enter +", "o", "enter"):
            await talking.press(keys)
            assert "Er wordt niets bewaard: dit gesprek is weg als het programma stopt." in talking.words
        await talking.press("backspace 0 space")
        assert "bewaren voor de volgende keer" not in talking.words
        await talking.press("q")
        assert "Stoppen? Dit gesprek is niet bewaard. U bent het dan kwijt." in talking.words
        await talking.press("j")
        assert app.return_value == Ending(next_patient=False, keep=False)


async def until(talking: Talking, true: Callable[[], bool]) -> None:
    """Wait until this is true; fail if it does not become true."""
    for _ in range(400):
        if true():
            return
        await talking.pilot.pause(0.005)
    raise AssertionError(talking.text)
