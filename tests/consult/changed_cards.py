"""Cards that changed after a talk: other words under the same ids, and statements, questions and options removed."""

from collections.abc import Callable

from hypothesis import assume
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.model import Card, Number, Question, Statement
from tests.consult.strategies import CARD


def with_text(card: Card, statement: str, text: str) -> Card:
    """Return the card with another text for a statement, and without annotations that quote the old one."""

    def change(found: Statement) -> list[Statement]:
        if found.id != statement:
            return [found]
        return [replace(found, text=text, frequencies=(), times=(), unknown="", in_words=())]

    return _each_statement(card, change)


def without_statement(card: Card, statement: str) -> Card:
    """Return the card without a statement and its children."""
    return _each_statement(card, lambda found: [] if found.id == statement else [found])


def with_question(card: Card, question: str, text: str) -> Card:
    """Return the card with another text for a question."""
    return replace(
        card, questions=tuple(replace(found, text=text) if found.id == question else found for found in card.questions)
    )


def without_question(card: Card, question: str) -> Card:
    """Return the card without a question."""
    return replace(card, questions=tuple(found for found in card.questions if found.id != question))


def with_option(card: Card, option: str, name: str) -> Card:
    """Return the card with another name for an option."""
    return replace(
        card, options=tuple(replace(found, name=name) if found.id == option else found for found in card.options)
    )


def without_option(card: Card, option: str) -> Card:
    """Return the card without an option."""
    index = card.option_index(option)
    questions = (
        replace(found, answers=(*found.answers[:index], *found.answers[index + 1 :])) for found in card.questions
    )
    options = (*card.options[:index], *card.options[index + 1 :])
    return replace(card, options=options, questions=tuple(questions))


def _each_statement(card: Card, change: Callable[[Statement], list[Statement]]) -> Card:
    def changed(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        found = [new for statement in statements for new in change(statement)]
        return tuple(replace(statement, children=changed(statement.children)) for statement in found)

    def question(asked: Question) -> Question:
        return replace(asked, answers=tuple(map(changed, asked.answers)))

    return replace(card, questions=tuple(map(question, card.questions)))


def _still_a_card(changed: Card, card: Card) -> Card:
    """Return the changed card; the card itself if the change leaves an option without statements, which is invalid."""
    answers = [answer for question in card.questions for answer in question.answers if answer]
    left = [answer for question in changed.questions for answer in question.answers if answer]
    return changed if len(left) == len(answers) else card


_STATEMENTS = [
    statement.id
    for question in CARD.questions
    for option in range(len(CARD.options))
    for statement, _depth in question.statements(option)
]
_statements = st.sampled_from(_STATEMENTS)
_questions = st.sampled_from([question.id for question in CARD.questions])
_options = st.sampled_from([option.id for option in CARD.options])
_texts = st.sampled_from(["Iets heel anders.", "[b]vet[/b] {} %s"])

_Change = Callable[[Card], Card]
_changes: st.SearchStrategy[_Change] = st.one_of(
    st.tuples(_statements, _texts).map(lambda drawn: lambda card: with_text(card, *drawn)),
    _statements.map(lambda drawn: lambda card: _still_a_card(without_statement(card, drawn), card)),
    st.tuples(_questions, _texts).map(lambda drawn: lambda card: with_question(card, *drawn)),
    _questions.map(lambda drawn: lambda card: without_question(card, drawn) if len(card.questions) > 1 else card),
    st.tuples(_options, _texts).map(lambda drawn: lambda card: with_option(card, *drawn)),
    _options.map(
        lambda drawn: (
            lambda card: (
                without_option(card, drawn)
                if drawn in [option.id for option in card.options] and len(card.options) > 2
                else card
            )
        )
    ),
    st.just(lambda card: replace(card, questions=card.questions[::-1])),
)


@st.composite
def changed_cards(draw: st.DrawFn) -> Card:
    """Draw a changed soup card."""
    card = CARD
    for change in draw(st.lists(_changes, min_size=1, max_size=4)):
        card = change(card)
    assume(all(_is_readable(list(answer)) for question in card.questions for answer in question.answers))
    return card


def _is_readable(siblings: list[Statement]) -> bool:
    """Whether every number that is the rest of another still follows it; the reader refuses other cards."""
    found: list[tuple[Number, int]] = []
    for statement in siblings:
        for frequency in statement.frequencies:
            if frequency.rest and (not found or found[-1][0] + frequency.count != frequency.of):
                return False
            found.append((frequency.count, frequency.of))
    return all(_is_readable(list(statement.children)) for statement in siblings)
