"""Edits of questions and statements: each cycles, and changes nothing else."""

from hypothesis import given
from msgspec.structs import asdict, replace

from herniatui.consult.edits import choose, mark, prefer, prefer_none, weigh
from herniatui.consult.model import EMPTY, Consult, Mark, Preference, Said
from tests.consult.strategies import consults, marked, options, questions

by_patient = marked.filter(lambda pair: pair[1] is not Mark.EXPLAINED)


@given(consult=consults(), question=questions)
def test_choosing_a_question_twice_takes_it_back(consult: Consult, question: str) -> None:
    others = tuple(chosen for chosen in consult.chosen if chosen != question)
    assert set(choose(consult, question).chosen) ^ set(consult.chosen) == {question}
    assert choose(choose(consult, question), question).chosen in (consult.chosen, (*others, question))
    if question not in consult.chosen:
        assert choose(choose(consult, question), question) == consult


def test_chosen_questions_keep_the_order_in_which_they_were_chosen() -> None:
    consult = choose(choose(choose(EMPTY, "smaak"), "maken"), "erbij")
    assert consult.chosen == ("smaak", "maken", "erbij")
    assert choose(consult, "maken").chosen == ("smaak", "erbij")


@given(consult=consults(), question=questions, option=options)
def test_a_preference_steps_from_preferred_to_strongly_preferred_to_nothing_said(
    consult: Consult, question: str, option: str
) -> None:
    silent = replace(consult, said=tuple(pair for pair in consult.said if pair[0] != question))
    once = prefer(silent, question, option)
    twice = prefer(once, question, option)
    assert once.about(question).preference == Preference(option)
    assert twice.about(question).preference == Preference(option, strong=True)
    assert prefer(twice, question, option) == silent


def test_a_preference_for_another_option_replaces_the_first_and_is_not_strong() -> None:
    strong = prefer(prefer(EMPTY, "smaak", "erwt"), "smaak", "erwt")
    assert prefer(strong, "smaak", "tomaat").about("smaak").preference == Preference("tomaat")


@given(question=questions, option=options)
def test_no_preference_is_said_and_not_the_same_as_nothing_said(question: str, option: str) -> None:
    said = prefer_none(prefer(EMPTY, question, option), question)
    assert said.about(question).preference == Preference(None)
    assert said != EMPTY
    assert prefer_none(said, question) == EMPTY
    assert prefer(said, question, option).about(question).preference == Preference(option)


@given(consult=consults(), question=questions)
def test_weighing_four_times_comes_back_to_where_it_was(consult: Consult, question: str) -> None:
    seen = []
    after = consult
    for _ in range(4):
        after = weigh(after, question)
        seen.append(after.about(question).importance)
    assert after == consult
    assert sorted(seen) == [0, 1, 2, 3]


def test_importance_cycles_from_1_to_3_and_back_to_nothing_said() -> None:
    once = weigh(EMPTY, "smaak")
    assert once.about("smaak").importance == 1
    assert weigh(once, "smaak").about("smaak").importance == 2
    assert weigh(weigh(weigh(once, "smaak"), "smaak"), "smaak") == EMPTY


@given(consult=consults(), first=by_patient, second=by_patient)
def test_marks_of_the_patient_are_toggled_independently(
    consult: Consult, first: tuple[str, Mark], second: tuple[str, Mark]
) -> None:
    unexplained = replace(consult, marks=frozenset(pair for pair in consult.marks if pair[1] is not Mark.EXPLAINED))
    assert mark(mark(unexplained, *first), *first) == unexplained
    assert mark(mark(consult, *first), *second) == mark(mark(consult, *second), *first)
    assert mark(unexplained, *first).marks ^ unexplained.marks == {first}


def test_a_statement_can_have_every_mark_always_in_the_same_order() -> None:
    consult = EMPTY
    for what in (Mark.EXPLAIN, Mark.APPEALS, Mark.WORRIES):
        consult = mark(consult, "mis-04", what)
    assert consult.marks_of("mis-04") == (Mark.APPEALS, Mark.WORRIES, Mark.EXPLAIN)
    assert consult.marks_of("mis-05") == ()


@given(consult=consults(), question=questions, option=options, statement=marked)
def test_an_answer_at_a_question_changes_nothing_else(
    consult: Consult, question: str, option: str, statement: tuple[str, Mark]
) -> None:
    for field, after in {
        "chosen": choose(consult, question),
        "said": prefer(weigh(prefer_none(consult, question), question), question, option),
        "marks": mark(consult, *statement),
    }.items():
        before, now = asdict(consult), asdict(after)
        before.pop(field)
        now.pop(field)
        assert now == before
    after = prefer(weigh(consult, question), question, option)
    others = {key: said for key, said in consult.said if key != question}
    assert {key: said for key, said in after.said if key != question} == others


@given(first=questions, second=questions, option=options)
def test_the_order_of_answers_at_different_questions_does_not_matter(first: str, second: str, option: str) -> None:
    if first != second:
        assert weigh(prefer(EMPTY, first, option), second) == prefer(weigh(EMPTY, second), first, option)


@given(consult=consults())
def test_a_question_without_answers_is_not_stored(consult: Consult) -> None:
    assert all(said != Said() for _question, said in consult.said)
    assert consult.about("een vraag die er niet is") == Said()
