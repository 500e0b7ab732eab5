"""Every edit of a talk can be undone, back to its start."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from herniatui.consult import walk
from herniatui.consult.edits import choose, mark, note
from herniatui.consult.history import LONGEST_PAST, Talk, edit, move, undo
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import Walk
from tests.consult.strategies import CARD, OPTIONS, QUESTIONS, consult_edits

Action = Callable[[Talk], Talk]


def _moves() -> st.SearchStrategy[Action]:
    def to_option(talk: Talk, option: str) -> Walk:
        if talk.walk.stop not in QUESTIONS:
            return talk.walk
        return walk.view(walk.show(talk.walk, option), [(talk.walk.stop, option)])

    steps = st.sampled_from([walk.forward, walk.backward])
    return st.one_of(
        st.sampled_from([*QUESTIONS, walk.START, walk.DECISION, walk.CLOSING]).map(
            lambda stop: lambda talk: move(talk, walk.go(CARD, talk.walk, stop))
        ),
        steps.map(lambda step: lambda talk: move(talk, step(CARD, talk.consult.chosen, talk.walk))),
        st.sampled_from(OPTIONS).map(lambda option: lambda talk: move(talk, to_option(talk, option))),
        st.sampled_from(["x", "y"]).map(lambda line: lambda talk: move(talk, walk.point(talk.walk, line))),
    )


said = consult_edits.map(lambda change: lambda talk: edit(talk, change(talk.consult)))


@given(actions=st.lists(said | _moves(), max_size=30))
def test_undoing_every_edit_returns_to_the_start(actions: list[Action]) -> None:
    talk, before = Talk(), []
    for action in actions:
        after = action(talk)
        assert after.walk.seen >= talk.walk.seen
        if after.consult != talk.consult:
            before.append((talk.consult, talk.walk))
        talk = after
    seen = talk.walk.seen
    assert len(talk.past) == len(before)
    for consult, where in reversed(before):
        talk = undo(talk)
        assert talk.consult == consult
        place = walk.place(where)
        assert walk.place(talk.walk) == place
        assert where.line_of(place) in (talk.walk.line_of(place), None)
        assert talk.walk.seen == seen
    assert talk.consult == EMPTY
    assert talk.past == ()
    assert undo(talk) == talk


@given(actions=st.lists(said | _moves() | st.just(undo), max_size=30))
def test_what_was_viewed_stays_viewed(actions: list[Action]) -> None:
    talk = Talk()
    for action in actions:
        after = action(talk)
        assert after.walk.seen >= talk.walk.seen
        talk = after


def test_undo_returns_to_where_the_edit_was_made() -> None:
    talk = move(Talk(), walk.show(walk.go(CARD, Walk(), "misgaan"), "tomaat"))
    marked = edit(talk, mark(talk.consult, "mis-tomaat", Mark.WORRIES))
    elsewhere = move(marked, walk.view(walk.go(CARD, marked.walk, "erbij"), [("erbij", "pompoen")]))
    back = undo(elsewhere)
    assert walk.place(back.walk) == "misgaan/tomaat"
    assert back.consult == EMPTY
    assert ("erbij", "pompoen") in back.walk.seen


def test_undo_returns_to_the_line_of_the_edit() -> None:
    talk = move(Talk(), walk.point(walk.go(CARD, Walk(), "misgaan"), "mis-04"))
    marked = edit(talk, mark(talk.consult, "mis-04", Mark.WORRIES))
    further = move(marked, walk.point(marked.walk, "mis-05"))
    assert undo(further).walk.line_of("misgaan/pompoen") == "mis-04"


def test_an_edit_without_effect_adds_no_undo_step() -> None:
    talk = edit(Talk(), note(EMPTY, None, "honger"))
    assert edit(talk, note(talk.consult, None, " honger ")) is talk
    assert len(talk.past) == 1


def test_navigation_adds_no_undo_step() -> None:
    talk = move(Talk(), walk.go(CARD, Walk(), "smaak"))
    assert talk.past == ()
    assert move(talk, talk.walk) is talk
    assert undo(talk) is talk


def test_an_edit_after_an_undo_continues_from_there() -> None:
    first, second = choose(EMPTY, "smaak"), choose(EMPTY, "erbij")
    talk = edit(undo(edit(Talk(), first)), second)
    assert talk.consult == second == Consult(chosen=("erbij",))
    assert undo(talk).consult == EMPTY


@given(actions=st.lists(said | _moves(), max_size=10))
def test_a_talk_is_a_hashable_value(actions: list[Action]) -> None:
    first = second = Talk()
    for action in actions:
        first, second = action(first), action(second)
    assert hash(first) == hash(second)
    assert first == second


def test_an_undo_step_holds_only_the_mark_that_changed() -> None:
    """A talk has many steps, and most are marks: each with all marks would take the memory of the square of them."""
    talk = Talk()
    for statement in ("mis-04", "mis-05"):
        talk = edit(talk, mark(talk.consult, statement, Mark.WORRIES))
    assert talk.past[-1].marks == {("mis-05", Mark.WORRIES)}
    assert talk.past[-1].others == EMPTY


def test_the_number_of_undo_steps_is_bounded() -> None:
    talk = Talk()
    for number in range(LONGEST_PAST + 10):
        talk = edit(talk, note(talk.consult, None, str(number)))
    assert len(talk.past) == LONGEST_PAST
    assert undo(talk).consult.note == str(LONGEST_PAST + 8)
