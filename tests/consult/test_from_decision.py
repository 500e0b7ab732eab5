"""A question that is opened from Decide: what is not viewed yet is shown, and going on leads back to Decide."""

import pytest

from herniatui.consult.walk import (
    CLOSING,
    DECISION,
    START,
    Place,
    Walk,
    arrive,
    back_to,
    backward,
    current_place,
    forward,
    go,
    open_from_decision,
    place,
    point,
    show,
    view,
)
from tests.consult.strategies import CARD, OPTIONS, QUESTIONS

AT_DECISION = point(go(CARD, Walk(), DECISION), f"option:{OPTIONS[0]}")
ALL_VIEWED = view(AT_DECISION, [("smaak", option) for option in OPTIONS])
NEXT = QUESTIONS[QUESTIONS.index("smaak") + 1]
BEFORE = QUESTIONS[QUESTIONS.index("smaak") - 1]


@pytest.mark.parametrize("count", range(len(OPTIONS)))
def test_the_first_option_that_was_not_viewed_is_shown(count: int) -> None:
    walk = view(AT_DECISION, [("smaak", option) for option in OPTIONS[:count]])
    assert place(open_from_decision(CARD, walk, "smaak")) == f"smaak/{OPTIONS[count]}"


def test_the_first_option_is_shown_when_all_were_viewed_whatever_was_shown_last() -> None:
    last_shown = go(CARD, show(go(CARD, ALL_VIEWED, "smaak"), OPTIONS[1]), DECISION)
    assert place(open_from_decision(CARD, last_shown, "smaak")) == f"smaak/{OPTIONS[0]}"


def test_of_a_statement_the_option_that_has_it_is_shown_with_the_cursor_on_it() -> None:
    question = CARD.questions[CARD.question_index("smaak")]
    for index, option in enumerate(OPTIONS):
        for statement, _depth in question.statements(index):
            walk = open_from_decision(CARD, AT_DECISION, "smaak", statement.id)
            assert current_place(walk) == Place("smaak", option, statement.id)
            assert walk.returns


def test_without_a_statement_the_cursor_is_where_it_was() -> None:
    assert open_from_decision(CARD, AT_DECISION, "smaak").line_of(f"smaak/{OPTIONS[0]}") is None


def test_going_on_shows_the_other_options_and_leads_back_to_decide_once_all_were_viewed() -> None:
    walk = open_from_decision(CARD, AT_DECISION, "smaak")
    for option in OPTIONS:
        assert (place(walk), walk.returns) == (f"smaak/{option}", True)
        walk = forward(CARD, (), view(walk, [("smaak", option)]))
    assert (walk.stop, walk.returns) == (DECISION, False)


def test_going_on_leads_back_at_once_when_all_were_viewed_and_going_back_only_from_the_first_option() -> None:
    walk = show(open_from_decision(CARD, ALL_VIEWED, "smaak"), OPTIONS[1])
    assert forward(CARD, (), walk).stop == DECISION
    assert place(backward(CARD, (), walk)) == f"smaak/{OPTIONS[0]}"
    assert backward(CARD, (), show(walk, OPTIONS[0])).stop == DECISION
    assert forward(CARD, (), show(go(CARD, ALL_VIEWED, "smaak"), OPTIONS[0])).stop == "smaak"


def test_side_by_side_going_on_and_back_lead_to_decide_at_once() -> None:
    walk = open_from_decision(CARD, AT_DECISION, "smaak")
    assert forward(CARD, (), walk, together=True).stop == backward(CARD, (), walk, together=True).stop == DECISION


def test_side_by_side_the_option_with_the_cursor_stays_and_one_by_one_the_walk_begins_with_the_first() -> None:
    walk = show(go(CARD, Walk(), NEXT), OPTIONS[1])
    walk = show(go(CARD, walk, "smaak"), OPTIONS[-1])
    assert place(forward(CARD, (), walk, together=True)) == f"{NEXT}/{OPTIONS[1]}"
    assert place(forward(CARD, (), walk)) == f"{NEXT}/{OPTIONS[0]}"
    walk = show(go(CARD, show(go(CARD, Walk(), BEFORE), OPTIONS[1]), "smaak"), OPTIONS[0])
    assert place(backward(CARD, (), walk, together=True)) == f"{BEFORE}/{OPTIONS[1]}"
    assert place(backward(CARD, (), walk)) == f"{BEFORE}/{OPTIONS[-1]}"


@pytest.mark.parametrize("stop", [START, NEXT, CLOSING, DECISION])
def test_going_anywhere_else_ends_the_way_back(stop: str) -> None:
    walk = open_from_decision(CARD, AT_DECISION, "smaak")
    assert not go(CARD, walk, stop).returns
    assert not arrive(CARD, walk, stop).returns


def test_at_decide_the_cursor_begins_on_no_choice_and_elsewhere_where_it_was() -> None:
    walk = point(show(go(CARD, AT_DECISION, "smaak"), "erwt"), "erwt-lekker")
    assert walk.line_of(DECISION) == f"option:{OPTIONS[0]}"
    walk = go(CARD, walk, DECISION)
    assert walk.line_of(DECISION) is None
    assert walk.line_of("smaak/erwt") == "erwt-lekker"


def test_returning_to_a_place_without_option_or_cursor_changes_neither() -> None:
    walk = open_from_decision(CARD, AT_DECISION, "smaak", CARD.questions[1].answers[0][0].id)
    back = back_to(walk, Place(START, None, None))
    assert (back.stop, back.returns, back.options, back.lines) == (START, False, walk.options, walk.lines)
