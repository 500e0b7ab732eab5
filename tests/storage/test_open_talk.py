"""An open talk is written when something changes, and kept for the next visit as long as there is a decision."""

from herniatui.consult.edits import decide, decide_not_yet, note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage.record import CardStamp
from herniatui.storage.store import TalkStore
from tests.storage.stored import SOMETHING, put_away_for_next_visit


def test_nothing_is_written_before_something_is_said_nor_for_a_moving_cursor(store: TalkStore) -> None:
    open_talk = store.begin(CardStamp("soep"))
    open_talk.save(EMPTY, Walk("smaak"))
    assert open_talk.record.change == 0
    open_talk.save(SOMETHING, Walk("smaak"))
    open_talk.save(SOMETHING, Walk("smaak", lines=(("smaak", "x"),)))
    assert open_talk.record.change == 1
    open_talk.save(SOMETHING, Walk("erbij", lines=(("smaak", "x"),)))
    assert open_talk.record.change == 2
    open_talk.writer.wipe()


def test_a_label_stays_until_the_talk_is_no_longer_kept(store: TalkStore) -> None:
    again = store.open(put_away_for_next_visit(store))
    assert (again.record.kept, again.record.label) == (True, "spreekuur dinsdag")
    again.keep_no_longer()
    assert (again.record.kept, again.record.label) == (False, "")
    again.writer.wipe()


def test_a_kept_talk_that_is_continued_stays_kept_whatever_is_decided(store: TalkStore) -> None:
    again = store.open(put_away_for_next_visit(store))
    again.save(note(again.record.consult, None, "nog iets"), Walk())
    assert again.record.kept
    again.save(decide(again.record.consult, "erwt"), Walk())
    assert again.record.kept
    again.writer.wipe()


def test_a_talk_without_a_decision_is_not_kept_for_the_next_visit_until_there_is_one(store: TalkStore) -> None:
    again = store.open(put_away_for_next_visit(store))
    decided = again.record.consult
    again.save(decide_not_yet(decided), Walk())
    assert not again.record.kept
    again.save(decided, Walk())
    assert again.record.kept
    again.writer.wipe()
