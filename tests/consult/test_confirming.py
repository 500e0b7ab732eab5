"""What the clinician says: explained, discussed, told back."""

from functools import partial

from hypothesis import given

from herniatui.consult.edits import (
    confirm,
    mark,
    toggle_discussed,
    toggle_explained,
    toggle_handed_out,
    toggle_taught_back,
)
from herniatui.consult.model import EMPTY, Consult, Mark
from tests.consult.strategies import QUESTIONS, STATEMENTS, consults, questions

STATEMENT = STATEMENTS[0]


def test_explained_is_on_and_off_and_the_need_for_it_stays() -> None:
    asked = mark(EMPTY, STATEMENT, Mark.EXPLAIN)
    told = toggle_explained(asked, STATEMENT)
    assert told.marks_of(STATEMENT) == (Mark.EXPLAIN, Mark.EXPLAINED)
    assert toggle_explained(told, STATEMENT) == asked


def test_without_the_need_nothing_is_explained() -> None:
    assert toggle_explained(EMPTY, STATEMENT) == EMPTY
    told = toggle_explained(mark(EMPTY, STATEMENT, Mark.EXPLAIN), STATEMENT)
    assert mark(told, STATEMENT, Mark.EXPLAIN) == EMPTY


@given(consult=consults())
def test_nothing_is_explained_that_did_not_need_it(consult: Consult) -> None:
    for statement in {statement for statement, _mark in consult.marks}:
        assert Mark.EXPLAINED not in consult.marks_of(statement) or Mark.EXPLAIN in consult.marks_of(statement)


@given(consult=consults(), question=questions)
def test_a_tick_is_on_and_off_and_changes_nothing_else(consult: Consult, question: str) -> None:
    for toggle in (partial(toggle_discussed, question=question), toggle_taught_back, toggle_handed_out):
        ticked = toggle(consult)
        assert ticked != consult
        assert toggle(ticked) == consult


def test_confirming_adds_to_what_was_ticked() -> None:
    first, second, third, *_others = QUESTIONS
    ticked = toggle_discussed(EMPTY, third)
    assert confirm(ticked, [first, second]).discussed == {first, second, third}
    assert confirm(confirm(ticked, [first]), [first]).discussed == {first, third}
