"""Statements that a question has for several options in identical words."""

import pytest

from herniatui.card.identical import identical_statements
from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.model import Question, Statement

CARD = open_deck(find(DEFAULT_CARD)).card


def question(*answers: list[Statement]) -> Question:
    return Question("q", "?", tuple(tuple(answer) for answer in answers))


def statement(name: str, text: str, *children: Statement) -> Statement:
    return Statement(name, text, children=children)


def test_identical_words_are_found_in_both_options_and_nothing_else() -> None:
    asked = question(
        [statement("a1", "Soep."), statement("a2", "Brood.")], [statement("b1", "Brood."), statement("b2", "Soep!")]
    )
    assert identical_statements(asked) == {"a2": (1,), "b1": (0,)}


def test_a_statement_repeated_within_one_option_is_not_identical_to_another() -> None:
    asked = question([statement("a1", "Soep."), statement("a2", "Soep.")], [statement("b1", "Brood.")])
    assert identical_statements(asked) == {}


def test_all_other_options_with_the_statement_are_named() -> None:
    asked = question(
        [statement("a", "Soep.")], [statement("b", "Brood.")], [statement("c", "Soep.")], [statement("d", "Soep.")]
    )
    assert identical_statements(asked) == {"a": (2, 3), "c": (0, 3), "d": (0, 2)}


def test_the_same_words_under_another_heading_are_not_identical() -> None:
    asked = question(
        [statement("a", "Na 1 jaar:", statement("a1", "88 gasten"))],
        [statement("b", "Na 2 jaar:", statement("b1", "88 gasten"))],
    )
    assert identical_statements(asked) == {}


def test_a_statement_is_identical_even_if_its_sibling_is_not() -> None:
    answers = (
        [statement(o, "Na 1 jaar:", statement(f"{o}1", "88 gasten"), statement(f"{o}2", rest))]
        for o, rest in (("a", "12"), ("b", "11"))
    )
    assert identical_statements(question(*answers)) == {"a1": (1,), "b1": (0,)}


def test_only_the_root_of_an_identical_subtree_is_returned() -> None:
    answers = ([statement(o, "Na 1 jaar:", statement(f"{o}1", "88", statement(f"{o}2", "meer")))] for o in "ab")
    assert identical_statements(question(*answers)) == {"a": (1,), "b": (0,)}


def test_a_descendant_that_occurs_in_more_options_than_its_ancestor_is_returned_too() -> None:
    answers = (
        [statement("a", "Na 1 jaar:", statement("a1", "88"), statement("a2", "12"))],
        [statement("b", "Na 1 jaar:", statement("b1", "88"), statement("b2", "12"))],
        [statement("c", "Na 1 jaar:", statement("c1", "88"))],
    )
    assert identical_statements(question(*answers)) == {"a": (1,), "b": (0,), "a1": (1, 2), "b1": (0, 2), "c1": (0, 1)}


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ("behandeling", []),
        ("wanneer-minder", ["Na 1 jaar:"]),
        ("risicos", []),
        ("terugkomen", ["De klachten kunnen terugkomen"]),
        ("weer-doen", ["Blijf regelmatig bewegen."]),
    ],
)
def test_the_identical_statements_of_the_hernia_card_are_as_listed(asked: str, texts: list[str]) -> None:
    found = CARD.questions[CARD.question_index(asked)]
    same = identical_statements(found)
    for option in (0, 1):
        marked = [said.text for said, _depth in found.statements(option) if said.id in same]
        assert [whole.startswith(text) for whole, text in zip(marked, texts, strict=True)] == [True] * len(texts)
