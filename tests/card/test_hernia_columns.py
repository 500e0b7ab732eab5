"""Every statement of the hernia card stands under the option that it belongs to."""

import pytest
from msgspec.structs import replace

from herniatui.card.model import Card, Question, Statement
from herniatui.card.proof import differences
from herniatui.card.reader import read_card
from tests.card.cards import SOURCE, statements
from tests.card.hernia_columns import COLUMNS, PARAGRAPHS
from tests.support.program import HERNIA

Columns = dict[str, dict[str, list[tuple[int, str]]]]

CARD = read_card(HERNIA)
ALL = [
    (question.id, option, top)
    for question in CARD.questions
    for option, answer in enumerate(question.answers)
    for top in range(len(answer))
]
"""Where each statement of the highest level stands: question, option, number."""


def test_every_statement_stands_under_its_question_and_its_option_at_its_depth() -> None:
    assert columns(CARD) == COLUMNS


def test_questions_and_options_stand_in_their_order() -> None:
    assert [question.text for question in CARD.questions] == list(COLUMNS)
    assert [option.name for option in CARD.options] == ["BEWEGEN en MEDICIJNEN TEGEN PIJN", "OPERATIE"]


def test_paragraphs_are_those_that_the_source_prints_without_a_bullet() -> None:
    for statement in statements(CARD):
        assert statement.paragraph == statement.text.startswith(PARAGRAPHS), statement.text


@pytest.mark.parametrize("question", CARD.questions, ids=lambda question: question.id)
def test_two_statements_swapped_between_the_options_are_seen(question: Question) -> None:
    """Each of the one option with each of the other, at every depth, unless they say the same."""
    for one, _ in question.statements(0):
        for other, _ in question.statements(1):
            if one.text != other.text:
                assert columns(swapped(CARD, one, other)) != COLUMNS, (one.text, other.text)


@pytest.mark.parametrize(("question", "option", "top"), ALL)
def test_a_statement_moved_to_the_other_option_is_seen(question: str, option: int, top: int) -> None:
    index = CARD.question_index(question)
    answers = list(CARD.questions[index].answers)
    answers[1 - option] = (*answers[1 - option], answers[option][top])
    answers[option] = answers[option][:top] + answers[option][top + 1 :]
    questions = list(CARD.questions)
    questions[index] = replace(questions[index], answers=tuple(answers))
    assert columns(replace(CARD, questions=tuple(questions))) != COLUMNS


def test_a_last_statement_moved_to_the_next_option_is_what_no_comparison_of_texts_sees() -> None:
    """This is why the list of columns has to be there."""
    question = CARD.questions[0]
    first, second = question.answers
    moved = replace(question, answers=(first[:-1], (first[-1], *second)))
    other = replace(CARD, questions=(moved, *CARD.questions[1:]))
    assert differences(other, SOURCE.read_text(encoding="utf-8")) == []
    assert columns(other) != COLUMNS


def columns(card: Card) -> Columns:
    return {
        question.text: {
            option.id: [(depth, statement.text) for statement, depth in question.statements(index)]
            for index, option in enumerate(card.options)
        }
        for question in card.questions
    }


def swapped(card: Card, one: Statement, other: Statement) -> Card:
    """Return the card with the texts of these two in each other's place."""
    texts = {one.id: other.text, other.id: one.text}

    def put(statement: Statement) -> Statement:
        children = tuple(put(child) for child in statement.children)
        return replace(statement, text=texts.get(statement.id, statement.text), children=children)

    return replace(
        card,
        questions=tuple(
            replace(question, answers=tuple(tuple(put(top) for top in answer) for answer in question.answers))
            for question in card.questions
        ),
    )
