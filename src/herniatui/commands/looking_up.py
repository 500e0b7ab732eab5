"""The words to look up: those nearest to the cursor first, each word once."""

from collections.abc import Sequence

from herniatui.card.links import Link, Term, terms_in
from herniatui.card.model import Card, Question, letter
from herniatui.i18n import _

Part = tuple[str, Sequence[str]]
"""A heading, and the texts whose words stand under it."""


def texts_of_start(card: Card, pointed: str) -> list[Part]:
    """Return the texts of Start; `pointed` is the id of the question with the cursor, or empty."""
    passages = [statement.text for passage in card.introduction for statement, _depth in passage.walk()]
    questions = [question.text for question in card.questions]
    names = [option.name for option in card.options]
    return [
        (_("In this line"), [question.text for question in card.questions if question.id == pointed]),
        (_("On this screen"), [card.title, card.question, *passages, *names, *questions]),
    ]


def texts_of_question(card: Card, question: Question, option: int, pointed: str) -> list[Part]:
    """Return the texts of a question: the statement with the cursor, its option, and all."""
    texts = [
        {statement.id: statement.text for statement, _depth in question.statements(index)}
        for index in range(len(card.options))
    ]
    around = [question.text, *(text for found in texts for text in found.values())]
    heading = f"{letter(option)}  {card.options[option].short}"
    return [
        (_("In this line"), [texts[option].get(pointed, "")]),
        (heading, list(texts[option].values())),
        (_("At this question"), around),
    ]


def terms(parts: Sequence[Part], links: Sequence[Link]) -> list[tuple[Term, str]]:
    """Return the linked words of these parts, each once with the heading of the first part that has it."""
    found: dict[Term, str] = {}
    for heading, part in parts:
        found = dict.fromkeys(terms_in(part, links), heading) | found
    headings = [heading for heading, _part in parts]
    return sorted(found.items(), key=lambda item: headings.index(item[1]))
