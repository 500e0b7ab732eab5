"""How many options and questions a card may have."""

from pathlib import Path

import pytest

from herniatui.card.reader import read_card
from tests.card.cards import problems

SIZE = "een kaart heeft 2 tot en met 6 keuzes (options); deze heeft er"


def card(options: int, questions: int) -> str:
    """Return a card of this size."""
    lines = ["format: 1", "id: groot", "language: nl", "title: Groot", "question: Welke?", "options:"]
    lines += [f"  - {{id: o{option}, name: OPTIE, short: Optie {option}}}" for option in range(options)]
    lines += ["questions:"]
    for question in range(questions):
        lines += [f"  - id: v{question}", "    text: Wat?", "    answers:"]
        lines += [f"      o{option}: [{{id: z{question}-{option}, text: Zo.}}]" for option in range(options)]
    return "\n".join([*lines, "origin: {publisher: wij}"])


@pytest.mark.parametrize(("options", "questions"), [(2, 1), (6, 1), (2, 50), (6, 50)])
def test_a_card_has_2_to_6_options_and_1_to_50_questions(tmp_path: Path, options: int, questions: int) -> None:
    assert problems(tmp_path, card(options, questions)) == []
    read = read_card(tmp_path / "card.yaml")
    assert (len(read.options), len(read.questions)) == (options, questions)


@pytest.mark.parametrize(
    ("options", "questions", "place", "words"),
    [
        (
            1,
            1,
            "7:3",
            f"{SIZE} 1. Zet de andere keuze erbij, ook als dat afwachten is",
        ),
        (
            7,
            1,
            "7:3",
            f"{SIZE} 7. Maak er twee kaarten van, of laat keuzes weg",
        ),
        (2, 51, "10:3", "een kaart heeft hooguit 50 vragen (questions); deze heeft er 51"),
    ],
)
def test_a_card_of_another_size_is_one_problem(
    tmp_path: Path, options: int, questions: int, place: str, words: str
) -> None:
    (found,) = problems(tmp_path, card(options, questions))
    assert found == f"{place}: {words}"


def test_a_card_without_options_or_questions_is_two_problems(tmp_path: Path) -> None:
    text = card(0, 0).replace("options:", "options: []").replace("questions:", "questions: []")
    found = problems(tmp_path, text)
    assert [line.partition(";")[0] for line in found] == ['6:10: "options" is leeg', '7:12: "questions" is leeg']
