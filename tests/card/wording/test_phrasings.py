"""Numbers as makers write them are accepted as what they say, and refused as anything else."""

import pytest

from herniatui.card.figures import figures
from herniatui.card.model import Card, Statement
from herniatui.card.problems import Problems
from herniatui.card.reader import parse_card
from tests.card.wording.phrasings import PHRASINGS

CARD = """\
format: 1
id: kaart
language: {language}
title: t
question: q
options:
  - {{id: a, name: A, short: A}}
  - {{id: b, name: B, short: B}}
questions:
  - id: v
    text: v
    answers:
      a:
        - id: boven
          text: '{heading}'
          children:
            - id: zin
              text: '{text}'
              {kind}:
                - {{quote: '{quote}', {fields}}}
      b:
        - {{id: x, text: x}}
origin: {{publisher: p}}
"""


def read(language: str, words: str, fields: str, text: str = "{words}") -> tuple[Card | None, Problems]:
    """Return the card with a statement of these words and this annotation, and its problems."""
    heading, _, quote = words.rpartition(" / ")
    kind = "frequencies" if "of:" in fields else "times"
    content = CARD.format(
        language=language, heading=heading or "x:", text=text.format(words=quote), kind=kind, quote=quote, fields=fields
    )
    problems = Problems()
    return parse_card(content, problems), problems


def annotated(card: Card | None) -> Statement:
    assert card is not None
    return card.questions[0].answers[0][0].children[0]


@pytest.mark.parametrize(("language", "words", "right", "wrong"), PHRASINGS)
@pytest.mark.parametrize("text", ["{words}", "Xx {words} xx."])
def test_what_the_words_say_is_accepted_and_what_they_do_not_say_refused(
    language: str, words: str, right: str, wrong: str, text: str
) -> None:
    card, problems = read(language, words, right, text)
    assert [problem.at("") for problem in problems] == []
    statement = annotated(card)
    assert statement.frequencies or any(time.span for time in statement.times)
    _card, problems = read(language, words, wrong, text)
    assert [problem.line for problem in problems] == [20]
    assert problems[0].column > 18


@pytest.mark.parametrize(
    ("text", "quote", "fields", "column", "message"),
    [
        ("5 tot 10 van de 100", "10 van de 100", "count: 10, of: 100, relation: exactly", 27,
         'het getal gaat buiten het citaat "10 van de 100" verder: citeer "5 tot 10 van de 100"'),
        ("5 tot 10 van de 100", "5 tot 10 van de 100", "count: 5, of: 100", 57,
         'het citaat "5 tot 10 van de 100" noemt nog een getal: zet er "to: 10" bij'),
        ("minstens 5 van de 100", "5 van de 100", "count: 5, of: 100", 19,
         'de tekst zegt "minstens 5 van de 100": schrijf "relation: at least"'),
        ("5 van de 100", "5 van de 100", "count: 5, of: 100, relation: more than", 72,
         'de tekst zegt "5 van de 100": schrijf "relation: exactly"'),
        ("langer dan 6 weken", "6 weken", "at: 6, unit: weeks", 42,
         'de tekst zegt "langer dan 6 weken": schrijf het met "from"'),
        ("2 van de 10 en 3 van de 10", "2 van de 10 en 3 van de 10", "count: 2, of: 10", 27,
         "staan meer getallen; citeer er één"),
        ("30% minder pijn", "30% minder", "count: 30, of: 100", 19, "laat alleen het citaat staan"),
        ("10 dagen tot 2 maanden", "10 dagen tot 2 maanden", "from: 10, from_unit: days, to: 2, unit: months", 74,
         "days en months passen niet op één lijn"),
        ("12 mensen", "12", "count: 12, of: 100, whole: van de 100", 60,
         'het citaat "van de 100" staat niet in de tekst, en ook niet in een kop erboven of in de vraag'),
    ],
)  # fmt: skip
def test_a_refusal_says_what_the_words_say_at_its_place(
    text: str, quote: str, fields: str, column: int, message: str
) -> None:
    kind = "frequencies" if "of:" in fields else "times"
    content = CARD.format(language="nl", heading="x:", text=text, kind=kind, quote=quote, fields=fields)
    problems = Problems()
    parse_card(content, problems)
    (problem,) = problems
    assert message in problem.text
    assert (problem.line, problem.column) == (20, column)


def test_a_whole_may_stand_in_the_question() -> None:
    content = CARD.format(
        language="nl",
        heading="x:",
        text="12 wel",
        kind="frequencies",
        quote="12",
        fields="count: 12, of: 100, whole: de 100",
    ).replace("text: v\n", "text: Hoeveel van de 100 vliegers?\n")
    problems = Problems()
    card = parse_card(content, problems)
    assert not problems
    assert card is not None
    (figure,) = figures(card.questions[0], 0)
    assert figure.sentence.words == "Hoeveel van de 100 vliegers? x: 12 wel"
