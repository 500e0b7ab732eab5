"""A talk can be taken back saying by saying, to its very beginning."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from herniatui.consult import walk
from herniatui.consult.edits import choose, mark, note
from herniatui.consult.history import LONGEST_PAST, Talk, moved, say, undo
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import Walk
from tests.consult.sayings import CARD, OPTIONS, QUESTIONS, sayings

Action = Callable[[Talk], Talk]


def _moves() -> st.SearchStrategy[Action]:
    def to_option(talk: Talk, option: str) -> Walk:
        return walk.show(talk.walk, option) if talk.walk.stop in QUESTIONS else talk.walk

    steps = st.sampled_from([1, -1])
    return st.one_of(
        st.sampled_from([*QUESTIONS, walk.START, walk.DECISION, walk.CLOSING]).map(
            lambda stop: lambda talk: moved(talk, walk.go(CARD, talk.walk, stop))
        ),
        steps.map(lambda by: lambda talk: moved(talk, walk.step(CARD, talk.consult.chosen, talk.walk, by))),
        st.sampled_from(OPTIONS).map(lambda option: lambda talk: moved(talk, to_option(talk, option))),
        st.sampled_from(["x", "y"]).map(lambda line: lambda talk: moved(talk, walk.point(talk.walk, line))),
    )


said = sayings.map(lambda saying: lambda talk: say(talk, saying(talk.consult)))


@given(actions=st.lists(said | _moves(), max_size=30))
def test_as_many_undos_as_sayings_come_back_to_the_beginning(actions: list[Action]) -> None:
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
def test_nothing_that_was_seen_is_ever_unseen(actions: list[Action]) -> None:
    talk = Talk()
    for action in actions:
        after = action(talk)
        assert after.walk.seen >= talk.walk.seen
        talk = after


def test_undo_goes_back_to_where_it_was_said() -> None:
    talk = moved(Talk(), walk.show(walk.go(CARD, Walk(), "misgaan"), "tomaat"))
    marked = say(talk, mark(talk.consult, "mis-tomaat", Mark.WORRIES))
    elsewhere = moved(marked, walk.go(CARD, marked.walk, "erbij"))
    back = undo(elsewhere)
    assert walk.place(back.walk) == "misgaan/tomaat"
    assert back.consult == EMPTY
    assert ("erbij", "pompoen") in back.walk.seen


def test_saying_what_was_said_already_is_nothing_to_undo() -> None:
    talk = say(Talk(), note(EMPTY, None, "honger"))
    assert say(talk, note(talk.consult, None, " honger ")) is talk
    assert len(talk.past) == 1


def test_moving_is_nothing_to_undo() -> None:
    talk = moved(Talk(), walk.go(CARD, Walk(), "smaak"))
    assert talk.past == ()
    assert moved(talk, talk.walk) is talk
    assert undo(talk) is talk


def test_what_is_said_after_an_undo_goes_on_from_there() -> None:
    first, second = choose(EMPTY, "smaak"), choose(EMPTY, "erbij")
    talk = say(undo(say(Talk(), first)), second)
    assert talk.consult == second == Consult(chosen=("erbij",))
    assert undo(talk).consult == EMPTY


@given(actions=st.lists(said | _moves(), max_size=10))
def test_a_talk_is_a_value_that_nothing_can_change(actions: list[Action]) -> None:
    one = other = Talk()
    for action in actions:
        one, other = action(one), action(other)
    assert hash(one) == hash(other)
    assert one == other


def test_a_talk_left_running_stays_small() -> None:
    talk = Talk()
    for number in range(LONGEST_PAST + 10):
        talk = say(talk, note(talk.consult, None, str(number)))
    assert len(talk.past) == LONGEST_PAST
    assert undo(talk).consult.note == str(LONGEST_PAST + 8)
