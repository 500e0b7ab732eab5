"""Every edit that the soup card allows, for tests with edits in any order."""

from collections.abc import Callable

from hypothesis import strategies as st

from herniatui.card.reader import read_card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from tests.support.program import THREE_OPTIONS

CARD = read_card(THREE_OPTIONS)
QUESTIONS = [question.id for question in CARD.questions]
OPTIONS = [option.id for option in CARD.options]
STATEMENTS = [
    statement.id
    for question in CARD.questions
    for option in range(len(OPTIONS))
    for statement, _depth in question.statements(option)
]

Edit = Callable[[Consult], Consult]

questions = st.sampled_from(QUESTIONS)
options = st.sampled_from(OPTIONS)
marked = st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(Mark))
needs = st.sampled_from(Need)
words = st.text(max_size=20)


def _consult_edits() -> st.SearchStrategy[Edit]:
    return st.one_of(
        questions.map(lambda question: lambda consult: edits.choose(consult, question)),
        st.tuples(questions, options).map(lambda drawn: lambda consult: edits.prefer(consult, *drawn)),
        questions.map(lambda question: lambda consult: edits.prefer_none(consult, question)),
        questions.map(lambda question: lambda consult: edits.weigh(consult, question)),
        marked.map(lambda drawn: lambda consult: edits.mark(consult, *drawn)),
        st.tuples(questions | st.none(), words).map(lambda drawn: lambda consult: edits.note(consult, *drawn)),
        options.map(lambda option: lambda consult: edits.decide(consult, option)),
        st.just(edits.decide_not_yet),
        st.just(edits.certain),
        questions.map(lambda question: lambda consult: edits.toggle_discussed(consult, question)),
        st.just(edits.toggle_taught_back),
        st.just(edits.toggle_handed_out),
        needs.map(lambda what: lambda consult: edits.need(consult, what)),
        words.map(lambda text: lambda consult: edits.need_other(consult, text)),
        words.map(lambda text: lambda consult: edits.come_back(consult, text)),
    )


consult_edits = _consult_edits()


@st.composite
def consults(draw: st.DrawFn) -> Consult:
    """Draw a consult that edits can produce."""
    consult = EMPTY
    for say in draw(st.lists(consult_edits, max_size=12)):
        consult = say(consult)
    return consult
