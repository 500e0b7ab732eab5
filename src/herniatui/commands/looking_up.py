"""The words to look up: those nearest to the cursor first, each word once."""

from collections.abc import Iterator, Sequence

from herniatui.card.links import Link, Term, links_in, term_at, terms_in
from herniatui.card.model import Card, Question, letter
from herniatui.consult.walk import START, Walk, is_question
from herniatui.i18n import _

Part = tuple[str, Sequence[str]]
"""A heading, and the texts whose words stand under it."""


def texts_of_start(card: Card, pointed: str) -> list[Part]:
    """Return the texts of Start; `pointed` is the id of the question with the cursor, or empty."""
    passages = [statement.text for passage in card.introduction for statement, _depth in passage.walk()]
    questions = [text for question in card.questions for text in (question.group, question.text)]
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
    around = [*head_of(card, question), *(text for found in texts for text in found.values())]
    heading = f"{letter(option)}  {card.options[option].short}"
    return [
        (_("In this line"), [texts[option].get(pointed, "")]),
        (heading, list(texts[option].values())),
        (_("At this question"), around),
    ]


def head_of(card: Card, question: Question) -> list[str]:
    """Return the texts of the card that stand above the statements of a question."""
    return [card.group_of(question), question.text, question.hint]


def texts_told(card: Card, here: Walk) -> list[str]:
    """Return the texts of the card that stand at this stop, of a question those of one option."""
    if here.stop == START:
        return [text for _heading, texts in texts_of_start(card, "") for text in texts]
    if not is_question(here.stop):
        return []
    question, option = card.questions[card.question_index(here.stop)], here.option_of(here.stop)
    found = question.statements(card.option_index(option) if option else 0)
    return [*head_of(card, question), *(statement.text for statement, _depth in found)]


def terms(parts: Sequence[Part], links: Sequence[Link], clicked: str = "") -> list[tuple[Term, str]]:
    """Return the linked words of these parts, each once with the heading of the first part that has it.

    A word that was `clicked`, or the piece of it on the line that was clicked, comes before all others.
    """
    found: dict[Term, str] = {}
    for heading, part in parts:
        found = dict.fromkeys(terms_in(part, links), heading) | found
    headings = [heading for heading, _part in parts]
    if clicked:
        first = _("The word that you clicked")
        found |= dict.fromkeys(_clicked(clicked, parts, links), first)
        headings.insert(0, first)
    return sorted(found.items(), key=lambda item: headings.index(item[1]))


def _clicked(word: str, parts: Sequence[Part], links: Sequence[Link]) -> Iterator[Term]:
    """Yield the terms with these words in the nearest text that has them whole, or else has them as a piece of one."""
    texts = [text for _heading, part in parts for text in part]
    for is_whole in (True, False):
        for text in texts:
            found = [(text[place.start : place.end], place) for place in links_in(text, links)]
            here = [place for words, place in found if words == word or (not is_whole and word in words)]
            if here:
                yield from (term_at(text, place) for place in here)
                return
