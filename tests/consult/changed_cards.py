"""Cards that have changed since a talk: other words under the same ids, and statements, questions and options gone."""

from collections.abc import Callable

from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.model import Card, Question, Statement
from tests.consult.sayings import CARD


def with_text(card: Card, statement: str, text: str) -> Card:
    """Return the card in which this statement says something else."""
    return _each_statement(card, lambda one: [replace(one, text=text) if one.id == statement else one])


def without_statement(card: Card, statement: str) -> Card:
    """Return the card without this statement, and without those under it."""
    return _each_statement(card, lambda one: [] if one.id == statement else [one])


def with_question(card: Card, question: str, text: str) -> Card:
    """Return the card in which this question is asked in other words."""
    return replace(
        card, questions=tuple(replace(one, text=text) if one.id == question else one for one in card.questions)
    )


def without_question(card: Card, question: str) -> Card:
    """Return the card without this question."""
    return replace(card, questions=tuple(one for one in card.questions if one.id != question))


def with_option(card: Card, option: str, name: str) -> Card:
    """Return the card in which this option is printed under another name."""
    return replace(card, options=tuple(replace(one, name=name) if one.id == option else one for one in card.options))


def without_option(card: Card, option: str) -> Card:
    """Return the card without this option."""
    index = card.option_index(option)
    questions = (replace(one, answers=(*one.answers[:index], *one.answers[index + 1 :])) for one in card.questions)
    options = (*card.options[:index], *card.options[index + 1 :])
    return replace(card, options=options, questions=tuple(questions))


def _each_statement(card: Card, change: Callable[[Statement], list[Statement]]) -> Card:
    def changed(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        found = [new for one in statements for new in change(one)]
        return tuple(replace(one, children=changed(one.children)) for one in found)

    def question(one: Question) -> Question:
        return replace(one, answers=tuple(map(changed, one.answers)))

    return replace(card, questions=tuple(map(question, card.questions)))


def _still_a_card(changed: Card, card: Card) -> Card:
    """Return the changed card, or this one if it then says less than a card can: nothing at all for an option."""
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
                if drawn in [one.id for one in card.options] and len(card.options) > 2
                else card
            )
        )
    ),
    st.just(lambda card: replace(card, questions=card.questions[::-1])),
)


@st.composite
def changed_cards(draw: st.DrawFn) -> Card:
    """Draw the soup card after an editor has been at it."""
    card = CARD
    for change in draw(st.lists(_changes, min_size=1, max_size=4)):
        card = change(card)
    return card
