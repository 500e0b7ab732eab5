"""How many keys six consults take at 100x30, typed text aside."""

from pathlib import Path

import pytest

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.commands import handout_pages
from herniatui.consult.edits import decide_not_yet, note
from herniatui.consult.model import EMPTY, Mark, Need
from herniatui.consult.walk import CLOSING, DECISION, Walk
from herniatui.report import handout
from herniatui.storage.resume import stamp
from herniatui.storage.store import TalkStore
from tests.tui.driving import Talking, new_store, talk


@pytest.fixture(autouse=True)
def quick_paper(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace typesetting, which takes a second per page; no key waits for it."""
    monkeypatch.chdir(documents)
    monkeypatch.setattr(handout, "pdf_bytes", lambda *_arguments, **_how: b"%PDF-")
    monkeypatch.setitem(handout_pages._FORMS, ".pdf", lambda *_arguments, **_how: b"%PDF-")


class Counting:
    """Counts the keys of a talk; what is typed as text does not count."""

    def __init__(self, talking: Talking) -> None:
        self.talking = talking
        self.count = 0

    async def press(self, keys: str) -> None:
        self.count += len(keys.split())
        await self.talking.press(keys)

    async def press_until(self, key: str, stop: str) -> None:
        """Press this key until the walk is at this stop."""
        while self.talking.app.talk.walk.stop != stop:
            await self.press(key)
            assert self.count < 100

    async def down_to(self, key: str) -> None:
        """Move the cursor down to the row with this key."""
        while self.talking.page.key != key:
            await self.press("down")
            assert self.count < 100


async def test_the_whole_card_decide_clipboard_next_patient() -> None:
    async with talk() as talking:
        app, keys = talking.app, Counting(talking)
        await keys.press_until("enter", DECISION)
        options = app.deck.card.options
        assert app.talk.walk.seen == {(question.id, o.id) for question in app.deck.card.questions for o in options}
        await keys.press("a enter enter k r w")
        assert app.talk.consult.decision.option == options[0].id
        assert app.return_value is not None
        assert app.return_value.next_patient
        print(f"the whole card: {keys.count} keys")
        assert keys.count <= 19


async def test_the_whole_card_at_40_by_12_where_one_statement_is_on_screen_at_a_time() -> None:
    async with talk(size=(40, 12)) as talking:
        app, keys = talking.app, Counting(talking)
        await keys.press_until("enter", DECISION)
        options = app.deck.card.options
        assert app.talk.walk.seen == {(question.id, o.id) for question in app.deck.card.questions for o in options}
        print(f"the whole card at 40x12, up to Decide: {keys.count} keys")
        await keys.press("a enter enter enter enter k r w")
        assert app.talk.consult.decision.option == options[0].id
        assert app.return_value is not None
        print(f"the whole card at 40x12: {keys.count} keys")
        assert keys.count <= 66


async def test_two_topics_two_marks_one_that_matters_decide_page_stop(documents: Path) -> None:
    async with talk() as talking:
        app, keys = talking.app, Counting(talking)
        await keys.press("down space down space enter")
        assert app.talk.walk.stop == "wanneer-minder"
        await keys.press("+ w w w")
        await keys.press_until("enter", "risicos")
        await keys.press("down -")
        await keys.press_until("enter", DECISION)
        await keys.press("b enter enter m enter enter q w")
        assert {mark for _statement, mark in app.talk.consult.marks} == {Mark.APPEALS, Mark.WORRIES}
        assert app.talk.consult.decision.option == "operatie"
        assert app.return_value is not None
        assert len(list(documents.iterdir())) == 1
        print(f"two topics: {keys.count} keys")
        assert keys.count <= 28


async def test_undecided_two_needs_a_date_kept_note_page_next_patient(documents: Path) -> None:
    store = new_store()
    async with talk(store=store) as talking:
        app, keys = talking.app, Counting(talking)
        await keys.press("o 0 enter down space down space")
        await keys.down_to("when")
        await keys.press("enter")
        await talking.type("dinsdag over een week")
        await keys.press("enter n")
        await talking.type("Ik wil eerst met mijn man praten")
        await keys.press("enter")
        await keys.down_to("keep")
        await keys.press("space enter")
        await keys.press_until("pagedown", CLOSING)
        await keys.press("m enter enter r")
        decision = app.talk.consult.decision
        assert (decision.not_yet, decision.needs) == (True, frozenset({Need.APPOINTMENT, Need.TIME}))
        assert decision.when == "dinsdag over een week"
        assert app.return_value is not None
        assert (app.return_value.next_patient, app.return_value.keep) == (True, True)
        assert len(list(documents.iterdir())) == 1
        print(f"undecided: {keys.count} keys")
        assert keys.count <= 28


async def test_back_next_week_decide_note(documents: Path) -> None:
    store = _with_a_talk(new_store(), kept=True)
    async with talk(store=store) as talking:
        app, keys = talking.app, Counting(talking)
        await keys.press("f5 down enter")
        assert app.talk.walk.stop == DECISION
        await keys.press("b enter enter s enter")
        assert app.talk.consult.decision.option == "operatie"
        assert len(list(documents.iterdir())) == 1
        print(f"back next week: {keys.count} keys")
        assert keys.count <= 9


async def test_anxious_paralysis_picture_worry_explanation_note_not_yet() -> None:
    async with talk() as talking:
        app, keys = talking.app, Counting(talking)
        await keys.press("3 b")
        card = app.deck.card
        feared = next(
            statement.id
            for statement, _depth in card.questions[2].statements(1)
            if "1 van de 1000" in statement.text or "verlam" in statement.text.lower()
        )
        await keys.down_to(feared)
        await keys.press("p enter - ? n")
        await talking.type("Ik ben bang dat ik in een rolstoel kom")
        await keys.press("enter o 0 enter")
        assert app.talk.consult.marks == {(feared, Mark.WORRIES), (feared, Mark.EXPLAIN)}
        assert app.talk.consult.decision.not_yet
        print(f"anxious: {keys.count} keys")
        assert keys.count <= 25


async def test_interrupted_and_resumed() -> None:
    store = _with_a_talk(new_store(), kept=False)
    async with talk(store=store) as talking:
        keys = Counting(talking)
        await keys.press("down enter")
        assert talking.app.talk.consult.note == "ik twijfel"
        print(f"interrupted: {keys.count} keys")
        assert keys.count <= 2


def _with_a_talk(store: TalkStore, *, kept: bool) -> TalkStore:
    open_talk = store.begin(stamp(open_deck(find(DEFAULT_CARD))))
    consult = note(EMPTY, None, "ik twijfel")
    open_talk.save(decide_not_yet(consult) if kept else consult, Walk("risicos"))
    if kept:
        open_talk.keep("dinsdag")
    assert open_talk.writer.close()
    return store
