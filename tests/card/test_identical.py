"""What a question says of several options in the same words."""

import pytest

from herniatui.card.identical import alike
from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.model import Question, Statement

CARD = open_deck(find(DEFAULT_CARD)).card


def question(*answers: list[Statement]) -> Question:
    return Question("q", "?", tuple(tuple(answer) for answer in answers))


def one(name: str, text: str, *children: Statement) -> Statement:
    return Statement(name, text, children=children)


def test_the_same_words_are_found_in_both_options_and_nothing_else() -> None:
    asked = question([one("a1", "Soep."), one("a2", "Brood.")], [one("b1", "Brood."), one("b2", "Soep!")])
    assert alike(asked) == {"a2": (1,), "b1": (0,)}


def test_what_stands_twice_in_one_option_only_is_not_in_another() -> None:
    assert alike(question([one("a1", "Soep."), one("a2", "Soep.")], [one("b1", "Brood.")])) == {}


def test_of_several_options_all_others_are_named() -> None:
    asked = question([one("a", "Soep.")], [one("b", "Brood.")], [one("c", "Soep.")], [one("d", "Soep.")])
    assert alike(asked) == {"a": (2, 3), "c": (0, 3), "d": (0, 2)}


def test_under_another_heading_the_same_words_say_something_else() -> None:
    asked = question([one("a", "Na 1 jaar:", one("a1", "88 gasten"))], [one("b", "Na 2 jaar:", one("b1", "88 gasten"))])
    assert alike(asked) == {}


def test_the_same_under_the_same_heading_is_found_also_where_not_all_is_the_same() -> None:
    answers = (
        [one(o, "Na 1 jaar:", one(f"{o}1", "88 gasten"), one(f"{o}2", rest))] for o, rest in (("a", "12"), ("b", "11"))
    )
    assert alike(question(*answers)) == {"a1": (1,), "b1": (0,)}


def test_of_a_tree_that_is_the_same_only_the_topmost_is_there() -> None:
    answers = ([one(o, "Na 1 jaar:", one(f"{o}1", "88", one(f"{o}2", "meer")))] for o in "ab")
    assert alike(question(*answers)) == {"a": (1,), "b": (0,)}


def test_under_one_that_is_the_same_in_fewer_options_the_others_are_named_as_well() -> None:
    answers = (
        [one("a", "Na 1 jaar:", one("a1", "88"), one("a2", "12"))],
        [one("b", "Na 1 jaar:", one("b1", "88"), one("b2", "12"))],
        [one("c", "Na 1 jaar:", one("c1", "88"))],
    )
    assert alike(question(*answers)) == {"a": (1,), "b": (0,), "a1": (1, 2), "b1": (0, 2), "c1": (0, 1)}


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
def test_on_the_hernia_card(asked: str, texts: list[str]) -> None:
    found = CARD.questions[CARD.question_index(asked)]
    same = alike(found)
    for option in (0, 1):
        marked = [statement.text for statement, _depth in found.statements(option) if statement.id in same]
        assert [whole.startswith(text) for whole, text in zip(marked, texts, strict=True)] == [True] * len(texts)
