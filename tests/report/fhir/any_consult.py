"""Any consult about a card, whatever the order of its edits."""

from hypothesis import strategies as st

from herniatui.card.model import Card
from herniatui.consult.model import Certainty, Consult, Decision, Mark, Need, Preference, Said
from herniatui.sanitize import printable

words = st.text(max_size=30).map(printable) | st.sampled_from(["<b>&amp;</b>", "=1+1", "a\nb", "“x”", "\u00a0x", "🌱"])


@st.composite
def consults(draw: st.DrawFn, card: Card) -> Consult:
    """Draw a consult about a card."""
    questions = [question.id for question in card.questions]
    options = st.sampled_from([option.id for option in card.options])
    statements = [
        statement.id
        for question in card.questions
        for option in range(len(card.options))
        for statement, _depth in question.statements(option)
    ]
    preferences = st.none() | st.just(Preference(None)) | st.builds(Preference, options, st.booleans())
    said = st.builds(Said, preferences, st.integers(0, 3), words)
    about = [(question, draw(said)) for question in sorted(questions)]
    not_yet = draw(st.booleans())
    return Consult(
        chosen=tuple(draw(st.lists(st.sampled_from(questions), unique=True))),
        said=tuple((question, said) for question, said in about if said != Said()),
        marks=draw(st.frozensets(st.tuples(st.sampled_from(statements), st.sampled_from(Mark)))),
        note=draw(words),
        discussed=draw(st.frozensets(st.sampled_from(questions))),
        taught_back=draw(st.booleans()),
        handed_out=draw(st.booleans()),
        decision=Decision(
            option=None if not_yet else draw(st.none() | options),
            not_yet=not_yet,
            needs=draw(st.frozensets(st.sampled_from(Need))),
            other=draw(words),
            when=draw(words),
            certainty=draw(st.none() | st.sampled_from(Certainty)),
        ),
    )
