"""Numbers as makers write them are accepted as what they say, and refused as anything else."""

import pytest

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
