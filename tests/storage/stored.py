"""Talks to store in tests."""

from herniatui.consult.edits import decide_not_yet, note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp
from herniatui.storage.store import TalkStore

SOMETHING = note(EMPTY, None, "ik twijfel")


def begun(store: TalkStore, text: str = "ik twijfel") -> OpenTalk:
    """Return a talk that is open, with a note."""
    open_talk = store.begin(CardStamp("soep"))
    open_talk.save(note(EMPTY, None, text), Walk())
    return open_talk


def put_away(store: TalkStore, text: str = "ik twijfel") -> str:
    """Store an unfinished talk; return its id."""
    open_talk = begun(store, text)
    assert open_talk.writer.close()
    return open_talk.writer.id


def put_away_for_next_visit(store: TalkStore) -> str:
    """Store a talk that is kept for the next visit; return its id."""
    open_talk = store.begin(CardStamp("soep"))
    open_talk.save(decide_not_yet(SOMETHING), Walk())
    open_talk.keep("spreekuur dinsdag")
    assert open_talk.writer.close()
    return open_talk.writer.id
