"""The position in the card, and what has been viewed of it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.consult.walk import (
    CLOSING,
    DECISION,
    START,
    Walk,
    arrive,
    backward,
    forward,
    go,
    is_viewed,
    order,
    place,
    point,
    show,
    stops,
    view,
)
from tests.consult.strategies import CARD, OPTIONS, QUESTIONS

chosen = st.lists(st.sampled_from(QUESTIONS), unique=True).map(tuple)


@given(chosen=chosen)
def test_chosen_questions_come_first_and_then_the_others_as_on_the_card(chosen: tuple[str, ...]) -> None:
    questions = order(CARD, chosen)
    assert sorted(questions) == sorted(QUESTIONS)
    assert questions[: len(chosen)] == list(chosen)
    others = questions[len(chosen) :]
    assert others == [question for question in QUESTIONS if question in others]


def walked(chosen: tuple[str, ...], start: Walk, together: bool = False) -> list[Walk]:
    """Go on to the end, and return every place on the way."""
    there = [start]
    while (after := forward(CARD, chosen, there[-1], together)) != there[-1]:
        there.append(after)
    return there


@given(chosen=chosen)
def test_going_on_comes_to_every_option_of_the_chosen_questions_or_of_all(chosen: tuple[str, ...]) -> None:
    questions = chosen or QUESTIONS
    there = [place(walk) for walk in walked(chosen, Walk())]
    options = [f"{question}/{option}" for question in questions for option in OPTIONS]
    assert there == [START, *options, DECISION, CLOSING]


@given(chosen=chosen, together=st.booleans())
def test_going_back_is_the_same_way(chosen: tuple[str, ...], together: bool) -> None:
    there = walked(chosen, Walk(), together)
    walk = there[-1]
    for before in reversed(there[:-1]):
        walk = backward(CARD, chosen, walk, together)
        assert walk.stop == before.stop
        assert together or place(walk) == place(before)
    assert backward(CARD, chosen, walk) == walk


def test_side_by_side_the_next_question_follows_at_once() -> None:
    assert [walk.stop for walk in walked((), Walk(), together=True)] == stops(CARD, ())


@given(chosen=chosen.filter(lambda chosen: len(chosen) < len(QUESTIONS)))
def test_from_a_question_that_was_not_chosen_it_goes_on_to_the_others(chosen: tuple[str, ...]) -> None:
    others = [question for question in order(CARD, chosen) if question not in chosen]
    there = walked(chosen, arrive(CARD, Walk(), others[0]))
    assert list(dict.fromkeys(walk.stop for walk in there)) == [*others, DECISION, CLOSING]


def test_arriving_shows_the_option_asked_for_whatever_was_shown_before() -> None:
    walk = show(go(CARD, Walk(), "smaak"), "erwt")
    assert place(arrive(CARD, walk, "smaak")) == f"smaak/{OPTIONS[0]}"
    assert place(arrive(CARD, walk, "smaak", -1)) == f"smaak/{OPTIONS[-1]}"


def test_a_question_of_which_no_option_was_shown_yet_goes_on_from_its_first() -> None:
    assert place(forward(CARD, (), Walk("smaak"))) == f"smaak/{OPTIONS[1]}"


def test_going_to_a_question_shows_its_first_option() -> None:
    walk = go(CARD, Walk(), "smaak")
    assert walk.option_of("smaak") == "pompoen"
    assert place(walk) == "smaak/pompoen"


def test_returning_to_a_question_shows_the_option_last_shown() -> None:
    walk = show(go(CARD, Walk(), "smaak"), "erwt")
    walk = go(CARD, go(CARD, walk, DECISION), "maken")
    assert walk.option_of("maken") == "pompoen"
    walk = go(CARD, walk, "smaak")
    assert walk.option_of("smaak") == "erwt"


@pytest.mark.parametrize("stop", [START, DECISION, CLOSING])
def test_a_stop_that_is_not_a_question_shows_no_option(stop: str) -> None:
    walk = go(CARD, Walk(), stop)
    assert (walk.stop, place(walk)) == (stop, stop)


def test_no_stop_can_be_the_id_of_a_question() -> None:
    assert all(not stop[0].isalnum() for stop in (START, DECISION, CLOSING))


def test_a_question_is_done_when_every_option_was_viewed() -> None:
    question = CARD.questions[1]
    walk = Walk()
    walk = go(CARD, walk, question.id)
    for count, option in enumerate(OPTIONS, 1):
        walk = view(walk, [(question.id, option)])
        assert is_viewed(CARD, walk, question.id) is (count == len(OPTIONS))
    assert is_viewed(CARD, view(walk, [(question.id, OPTIONS[0])]), question.id) is True
    assert is_viewed(CARD, walk, CARD.questions[0].id) is False


def test_what_counts_as_viewed_leaves_the_place_and_the_cursor() -> None:
    before = point(show(go(CARD, Walk(), "smaak"), "erwt"), "erwt-lekker")
    walk = view(before, [("smaak", option) for option in OPTIONS])
    assert walk.seen == {("smaak", option) for option in OPTIONS}
    assert (walk.stop, walk.options, walk.lines) == (before.stop, before.options, before.lines)


def test_the_cursor_is_remembered_for_every_option_of_every_question() -> None:
    walk = point(go(CARD, Walk(), "misgaan"), "mis-04")
    walk = point(show(walk, "erwt"), "mis-erwt")
    walk = point(go(CARD, walk, DECISION), "option:erwt")
    assert walk.line_of("misgaan/pompoen") == "mis-04"
    assert walk.line_of("misgaan/erwt") == "mis-erwt"
    assert walk.line_of(DECISION) == "option:erwt"
    assert walk.line_of("misgaan/tomaat") is None
    assert point(walk, "option:tomaat").line_of(DECISION) == "option:tomaat"


moves = st.sampled_from([*QUESTIONS, *OPTIONS, START, DECISION, CLOSING, forward, backward])


@given(moves=st.lists(moves, max_size=30), chosen=chosen)
def test_going_anywhere_makes_nothing_viewed(moves: list[str | Callable[..., Walk]], chosen: tuple[str, ...]) -> None:
    """What a screen has painted counts, and not where the walk went."""
    walk = view(Walk(), [("smaak", "erwt")])
    for move in moves:
        if not isinstance(move, str):
            walk = move(CARD, chosen, walk)
        elif move in OPTIONS:
            walk = show(walk, move) if walk.stop in QUESTIONS else walk
        else:
            walk = go(CARD, walk, move)
        assert walk.seen == {("smaak", "erwt")}
        if walk.stop in QUESTIONS:
            assert place(walk) == f"{walk.stop}/{walk.option_of(walk.stop)}"
