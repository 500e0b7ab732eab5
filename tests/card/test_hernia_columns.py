"""Every statement of the hernia card is in the column of its own option."""

import pytest
from msgspec.structs import replace

from herniatui.card.model import Card, Question, Statement
from herniatui.card.reader import read_card
from tests.card.cards import SOURCE, differences, statements
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
"""The position of each top-level statement: question, option, index."""


def test_every_statement_is_at_its_question_and_option_and_depth() -> None:
    assert columns(CARD) == COLUMNS


def test_questions_and_options_are_in_order() -> None:
    assert [question.text for question in CARD.questions] == list(COLUMNS)
    assert [option.name for option in CARD.options] == ["BEWEGEN en MEDICIJNEN TEGEN PIJN", "OPERATIE"]


def test_paragraphs_are_the_statements_that_the_source_prints_without_a_bullet() -> None:
    for statement in statements(CARD):
        assert statement.paragraph == statement.text.startswith(PARAGRAPHS), statement.text


@pytest.mark.parametrize("question", CARD.questions, ids=lambda question: question.id)
def test_two_statements_swapped_between_the_options_are_detected(question: Question) -> None:
    """Every pair of statements of the two options, at every depth, unless their texts are equal."""
    for first, _ in question.statements(0):
        for second, _ in question.statements(1):
            if first.text != second.text:
                assert columns(swapped(CARD, first, second)) != COLUMNS, (first.text, second.text)


@pytest.mark.parametrize(("question", "option", "top"), ALL)
def test_a_statement_moved_to_the_other_option_is_detected(question: str, option: int, top: int) -> None:
    index = CARD.question_index(question)
    answers = list(CARD.questions[index].answers)
    answers[1 - option] = (*answers[1 - option], answers[option][top])
    answers[option] = answers[option][:top] + answers[option][top + 1 :]
    questions = list(CARD.questions)
    questions[index] = replace(questions[index], answers=tuple(answers))
    assert columns(replace(CARD, questions=tuple(questions))) != COLUMNS


def test_only_the_columns_detect_a_last_statement_moved_to_the_next_option() -> None:
    """The reason for the list of columns: no comparison of texts detects this."""
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


def swapped(card: Card, first: Statement, second: Statement) -> Card:
    """Return the card with the texts of these two statements swapped."""
    texts = {first.id: second.text, second.id: first.text}

    def change(statement: Statement) -> Statement:
        children = tuple(change(child) for child in statement.children)
        return replace(statement, text=texts.get(statement.id, statement.text), children=children)

    return replace(
        card,
        questions=tuple(
            replace(question, answers=tuple(tuple(change(top) for top in answer) for answer in question.answers))
            for question in card.questions
        ),
    )
