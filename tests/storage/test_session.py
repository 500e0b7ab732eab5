"""The session knows whether a talk may be kept or wiped without asking."""

import pytest

from herniatui.consult.edits import decide_not_yet, mark, note
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import Walk
from herniatui.storage import writer as writer_module
from herniatui.storage.session import TalkSession
from herniatui.storage.store import TalkStore
from tests.support.program import HERNIA, deck_of

DECK = deck_of(HERNIA)
SAID = decide_not_yet(note(EMPTY, None, "ik twijfel"))
MARKED = mark(SAID, next(DECK.card.questions[0].statements(0))[0].id, Mark.WORRIES)


@pytest.fixture
def session(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> TalkSession:
    monkeypatch.setattr(writer_module, "RETRY", 0.01)
    return TalkSession(DECK, store)


def say(session: TalkSession, consult: Consult) -> None:
    session.save(consult, Walk())


def test_nothing_said_is_wiped(session: TalkSession) -> None:
    assert session.should_keep(EMPTY) is False


def test_a_talk_is_wiped_once_its_note_is_saved_and_nothing_changed_since(session: TalkSession) -> None:
    say(session, SAID)
    assert session.should_keep(SAID) is None
    session.note_saved(SAID)
    assert session.should_keep(SAID) is False
    assert session.should_keep(MARKED) is None


def test_a_kept_talk_is_kept_unless_it_changed_since(session: TalkSession) -> None:
    say(session, SAID)
    assert session.keep("dinsdag", SAID)
    session.note_saved(SAID)
    assert session.should_keep(SAID) is True
    say(session, MARKED)
    assert session.should_keep(MARKED) is None


def test_a_kept_talk_that_is_not_safely_on_disk_is_asked_about(
    session: TalkSession, store: TalkStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(session, SAID)
    assert session.keep("dinsdag", SAID)
    write = store.folder.write
    monkeypatch.setattr(store.folder, "write", _is_full)
    say(session, MARKED)
    say(session, SAID)
    assert session.should_keep(SAID) is None
    monkeypatch.setattr(store.folder, "write", write)
    assert session.open_talk
    assert session.open_talk.writer.close()
    assert session.should_keep(SAID) is True


def _is_full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")
