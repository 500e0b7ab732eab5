"""Redo: what was undone comes back, until the next edit."""

from hypothesis import given
from hypothesis import strategies as st

from herniatui.consult.edits import note
from herniatui.consult.history import Talk, edit, redo, undo
from herniatui.consult.model import Consult
from tests.consult.strategies import Edit, consult_edits


@given(edits=st.lists(consult_edits, max_size=10), back=st.integers(0, 10))
def test_what_was_undone_comes_back_step_by_step(edits: list[Edit], back: int) -> None:
    talk, consults = Talk(), [Talk().consult]
    for change in edits:
        after = edit(talk, change(talk.consult))
        if after is not talk:
            consults.append(after.consult)
        talk = after
    count = min(back, len(consults) - 1)
    for expected in [*reversed(consults[len(consults) - 1 - count : -1])]:
        talk = undo(talk)
        assert talk.consult == expected
    for expected in consults[len(consults) - count :]:
        talk = redo(talk)
        assert talk.consult == expected
    assert redo(talk) is talk


def test_an_edit_ends_what_can_be_done_again() -> None:
    talk = undo(edit(Talk(), _noted(Talk().consult, "een")))
    talk = edit(talk, _noted(talk.consult, "twee"))
    assert redo(talk) is talk


def test_what_was_done_again_can_be_undone() -> None:
    talk = redo(undo(edit(Talk(), _noted(Talk().consult, "een"))))
    assert undo(talk).consult == Talk().consult


def _noted(consult: Consult, text: str) -> Consult:
    return note(consult, None, text)
