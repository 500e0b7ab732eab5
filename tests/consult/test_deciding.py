"""A decision has one outcome at a time; not deciding yet is an outcome."""

from hypothesis import given
from msgspec.structs import replace

from herniatui.consult.edits import certain, come_back, decide, decide_not_yet, need, need_other
from herniatui.consult.model import EMPTY, Certainty, Consult, Decision, Need
from tests.consult.strategies import consults, needs, options, words


def outcome(consult: Consult) -> tuple[bool, str | None]:
    return consult.decision.not_yet, consult.decision.option


@given(consult=consults(), option=options)
def test_deciding_for_an_option_twice_undoes_it(consult: Consult, option: str) -> None:
    once = decide(consult, option)
    if consult.decision.option == option:
        assert not once.decision.made
    else:
        assert (once.decision.option, once.decision.not_yet) == (option, False)
        assert not decide(once, option).decision.made
    if not consult.decision.made:
        assert decide(once, option) == consult


@given(consult=consults())
def test_not_deciding_yet_twice_undoes_it(consult: Consult) -> None:
    once = decide_not_yet(consult)
    assert once.decision.option is None
    assert once.decision.not_yet is not consult.decision.not_yet
    if consult.decision.option is None:
        assert decide_not_yet(once) == consult


@given(consult=consults(), what=needs)
def test_a_need_is_toggled_and_leaves_the_decision(consult: Consult, what: Need) -> None:
    once = need(consult, what)
    assert once.decision.needs ^ consult.decision.needs == {what}
    assert outcome(once) == outcome(consult)
    assert need(once, what) == consult


@given(consult=consults())
def test_there_is_never_more_than_one_outcome(consult: Consult) -> None:
    decision = consult.decision
    assert not (decision.not_yet and decision.option is not None)
    assert decision.made == (decision.not_yet or decision.option is not None)


@given(consult=consults(), text=words)
def test_the_need_for_something_else_has_words(consult: Consult, text: str) -> None:
    decision = need_other(consult, text).decision
    assert (Need.OTHER in decision.needs) == bool(decision.other)
    assert decision.needs - {Need.OTHER} == consult.decision.needs - {Need.OTHER}
    assert (decision.not_yet, decision.option) == outcome(consult)


def test_a_need_for_something_else_without_words_is_removed_by_empty_words() -> None:
    assert need_other(need(EMPTY, Need.OTHER), "").decision == Decision()


def test_words_for_something_else_can_be_changed() -> None:
    assert need_other(need_other(EMPTY, "naar de markt"), "naar huis").decision.other == "naar huis"


def test_words_leave_a_decision() -> None:
    decided = decide(EMPTY, "erwt")
    assert need_other(decided, " ") == decided
    assert come_back(decided, "") == decided
    assert outcome(come_back(need_other(decided, "naar de markt"), "zondag")) == outcome(decided)


@given(consult=consults())
def test_certainty_cycles_through_every_answer_to_nothing_said_and_leaves_the_decision(consult: Consult) -> None:
    seen = []
    after = consult
    for _ in range(len(Certainty) + 1):
        after = certain(after)
        seen.append(after.decision.certainty)
        assert outcome(after) == outcome(consult)
    assert after == consult
    assert set(seen) == {None, *Certainty}


def test_needs_follow_up_and_certainty_stay_when_an_option_is_chosen_after_all() -> None:
    later = certain(come_back(need_other(need(decide_not_yet(EMPTY), Need.TIME), "naar de markt"), "zondag"))
    decided = decide(later, "erwt")
    assert decided.decision == Decision(
        option="erwt",
        needs=frozenset({Need.TIME, Need.OTHER}),
        other="naar de markt",
        when="zondag",
        certainty=Certainty.CERTAIN,
    )
    assert decide_not_yet(decided) == later


def test_deciding_changes_nothing_else() -> None:
    consult = Consult(chosen=("smaak",), note="honger")
    for edit in (
        *(lambda before: decide(before, "erwt"), decide_not_yet, certain),
        *(lambda before: need(before, Need.TIME), lambda before: come_back(before, "zo")),
    ):
        after = edit(consult)
        assert after != consult
        assert replace(after, decision=consult.decision) == consult
