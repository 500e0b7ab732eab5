"""The position in the card, and what has been viewed of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.consult.walk import (
    CLOSING,
    DECISION,
    START,
    Walk,
    go,
    options_seen,
    order,
    place,
    point,
    show,
    show_all,
    step,
    stops,
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


@given(chosen=chosen)
def test_stepping_visits_every_stop_to_the_last_and_back(chosen: tuple[str, ...]) -> None:
    all_stops = stops(CARD, chosen)
    assert all_stops == [START, *order(CARD, chosen), DECISION, CLOSING]
    walk, there = Walk(), [START]
    while (walk := step(CARD, chosen, walk, 1)).stop != there[-1]:
        there.append(walk.stop)
    assert there == all_stops
    for stop in reversed(all_stops[:-1]):
        walk = step(CARD, chosen, walk, -1)
        assert walk.stop == stop
    assert step(CARD, chosen, walk, -1) == walk


@pytest.mark.parametrize(("by", "stop"), [(100, CLOSING), (-100, START), (0, "smaak"), (2, "erbij")])
def test_steps_of_any_size_stay_on_the_card(by: int, stop: str) -> None:
    assert step(CARD, (), go(CARD, Walk(), "smaak"), by).stop == stop


def test_going_to_a_question_shows_its_first_option() -> None:
    walk = go(CARD, Walk(), "smaak")
    assert walk.option_of("smaak") == "pompoen"
    assert walk.seen == {("smaak", "pompoen")}
    assert place(walk) == "smaak/pompoen"


def test_returning_to_a_question_shows_the_option_last_shown() -> None:
    walk = show(go(CARD, Walk(), "smaak"), "erwt")
    walk = go(CARD, go(CARD, walk, DECISION), "maken")
    assert walk.option_of("maken") == "pompoen"
    walk = go(CARD, walk, "smaak")
    assert walk.option_of("smaak") == "erwt"
    assert walk.seen == {("smaak", "pompoen"), ("smaak", "erwt"), ("maken", "pompoen")}


@pytest.mark.parametrize("stop", [START, DECISION, CLOSING])
def test_a_stop_that_is_not_a_question_shows_no_option(stop: str) -> None:
    walk = go(CARD, Walk(), stop)
    assert (walk.stop, walk.seen, place(walk)) == (stop, frozenset(), stop)


def test_no_stop_can_be_the_id_of_a_question() -> None:
    assert all(not stop[0].isalnum() for stop in (START, DECISION, CLOSING))


def test_a_question_is_done_when_every_option_was_viewed() -> None:
    question = CARD.questions[1]
    walk = Walk()
    assert options_seen(CARD, walk, question) == 0
    walk = go(CARD, walk, question.id)
    for count, option in enumerate(OPTIONS, 1):
        walk = show(walk, option)
        assert options_seen(CARD, walk, question) == count
    assert options_seen(CARD, show(walk, OPTIONS[0]), question) == len(OPTIONS)
    assert options_seen(CARD, walk, CARD.questions[0]) == 0


def test_all_options_side_by_side_count_as_viewed_and_the_cursor_stays() -> None:
    before = point(show(go(CARD, Walk(), "smaak"), "erwt"), "erwt-lekker")
    walk = show_all(CARD, before)
    assert walk.seen == {("smaak", option) for option in OPTIONS}
    assert options_seen(CARD, walk, CARD.questions[CARD.question_index("smaak")]) == len(OPTIONS)
    assert (walk.stop, walk.options, walk.lines) == (before.stop, before.options, before.lines)


@pytest.mark.parametrize("stop", [START, DECISION, CLOSING])
def test_showing_all_options_has_no_effect_outside_questions(stop: str) -> None:
    walk = go(CARD, Walk(), stop)
    assert show_all(CARD, walk) == walk


def test_the_cursor_is_remembered_for_every_option_of_every_question() -> None:
    walk = point(go(CARD, Walk(), "misgaan"), "mis-04")
    walk = point(show(walk, "erwt"), "mis-erwt")
    walk = point(go(CARD, walk, DECISION), "option:erwt")
    assert walk.line_of("misgaan/pompoen") == "mis-04"
    assert walk.line_of("misgaan/erwt") == "mis-erwt"
    assert walk.line_of(DECISION) == "option:erwt"
    assert walk.line_of("misgaan/tomaat") is None
    assert point(walk, "option:tomaat").line_of(DECISION) == "option:tomaat"


moves = st.sampled_from([*QUESTIONS, *OPTIONS, START, DECISION, CLOSING, 1, -1])


@given(moves=st.lists(moves, max_size=30), chosen=chosen)
def test_what_was_shown_counts_as_viewed_and_stays_so(moves: list[str | int], chosen: tuple[str, ...]) -> None:
    walk, shown = Walk(), set()
    for move in moves:
        before = walk
        if isinstance(move, int):
            walk = step(CARD, chosen, walk, move)
        elif move in OPTIONS:
            walk = show(walk, move) if walk.stop in QUESTIONS else walk
        else:
            walk = go(CARD, walk, move)
        assert walk.seen >= before.seen
        if walk.stop in QUESTIONS:
            shown.add((walk.stop, walk.option_of(walk.stop)))
            assert place(walk) == f"{walk.stop}/{walk.option_of(walk.stop)}"
    assert walk.seen == shown
