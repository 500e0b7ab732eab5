"""A card as a FHIR Questionnaire: all its words in order, and an item for every possible answer."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from herniatui.card.model import Card, Question, Statement
from herniatui.i18n import _
from herniatui.report.card_info import edition
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import Coding
from herniatui.report.phrases import EMPTY_CELL

Item = dict[str, Any]

_DATE = r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?"  # not every month has a 29th, 30th or 31st
_LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def questionnaire(card: Card, sha256: str = "") -> Item:
    """Return the card as a Questionnaire resource, of which the version is that of its content.

    Its status is `unknown`, because a card does not state whether it is still in use. What stands above something on
    the card is the text of a group; a statement is the text of the question what the patient thinks of it. The types
    of items are group, display, choice, text and boolean, which Nictiz asks every reader of a questionnaire to support
    (FHIR Implementation Guide OBC 1.0.0-alpha.1).

    Args:
        card: The card.
        sha256: Checksum of the card file; empty if unknown.
    """
    made = {
        "resourceType": "Questionnaire",
        "language": language(card),
        "url": ids.url(card),
        "name": ids.name(card),
        "title": card.title,
        "status": "unknown",
        "subjectType": ["Patient"],
        "date": card.origin.date if re.fullmatch(_DATE, card.origin.date) else "",
        "publisher": card.origin.publisher,
        "description": edition(card, sha256),
        "item": _items(card),
    }
    return ids.versioned({key: value for key, value in made.items() if value}, card.origin.version)


def language(card: Card) -> str:
    """Return the language tag of the card (BCP 47); empty if the card states no valid tag."""
    return card.language if re.fullmatch(_LANGUAGE, card.language) else ""


def _items(card: Card) -> list[Item]:
    choices_of_question = _choice(
        ids.CHOSEN, _("What do you want to talk about first?"), choices.questions(card), repeats=True
    )
    table = [choices_of_question, *_questions(card)]
    items = [
        _under("card/question", card.question, [_passage(top) for top in card.introduction]),
        *([_group("card/table-heading", card.table_heading, table)] if card.table_heading else table),
        *_glossary(card),
        _decision(card),
        _choice(ids.DISCUSSED, _("For the clinician: what was discussed?"), choices.questions(card), repeats=True),
        _flag(ids.TAUGHT_BACK, _("For the clinician: did the patient tell it back?")),
        _flag(ids.HANDED_OUT, _("For the clinician: was the page handed out?")),
        _text(ids.NOTE, _("In the patient's own words")),
    ]
    return [*items, _display("card/closing", card.closing)] if card.closing else items


def _questions(card: Card) -> Iterator[Item]:
    """Yield the questions; those of a group in an item with its heading."""
    for heading, group in groupby(card.questions, key=card.group_of):
        questions = list(group)
        items = [_question(card, question) for question in questions]
        yield from [_group(ids.group(questions[0].id), heading, items)] if heading else items


def _glossary(card: Card) -> list[Item]:
    """Return the glossary, each entry with its words as the prefix of what the card says about them."""
    entries = [
        {"linkId": ids.explanation(number), "prefix": ", ".join(entry.words), "text": entry.text, "type": "display"}
        for number, entry in enumerate(card.glossary, 1)
    ]
    return [_group("card/glossary", _("Explanation of words"), entries)] if entries else []


def _question(card: Card, question: Question) -> Item:
    answers = zip(card.options, question.answers, strict=True)
    preference = ids.preference(question.id)
    strong = _flag(ids.strong(question.id), _("Is that a strong preference?")) | {
        "enableWhen": [
            {"question": preference, "operator": "=", "answerCoding": option} for option in choices.options(card)
        ],
        "enableBehavior": "any",
    }
    viewed = _choice(ids.viewed(question.id), _("Looked at on the screen"), choices.options(card), repeats=True)
    return _group(
        ids.question(question.id),
        question.text,
        [
            *([_display(ids.hint(question.id), question.hint)] if question.hint else []),
            *(
                _group(
                    ids.option(question.id, option.id),
                    option.name,
                    [_statement(top) for top in answer] or [_display(ids.empty(question.id, option.id), EMPTY_CELL)],
                )
                for option, answer in answers
            ),
            viewed | {"readOnly": True},  # known to the program, not to be answered
            _choice(preference, _("Preference at this question"), choices.preferences(card)),
            strong,
            _choice(ids.importance(question.id), _("How much does this question weigh?"), choices.importances()),
            _text(ids.note(question.id), _("In the patient's own words")),
        ],
    )


def _statement(statement: Statement) -> Item:
    """Return a statement of an option: a question of its words; with statements below it, a heading above them."""
    link, offered = ids.marks(statement.id), choices.marks()
    if not statement.children:
        return _choice(link, statement.text, offered, repeats=True)
    mark = _choice(link, _("What do you think of this?"), offered, repeats=True)
    children = [_statement(child) for child in statement.children]
    return _group(ids.statement(statement.id), statement.text, [mark, *children])


def _passage(statement: Statement) -> Item:
    """Return a statement of the introduction, which has no marks."""
    return _under(ids.statement(statement.id), statement.text, [_passage(child) for child in statement.children])


def _decision(card: Card) -> Item:
    return _group(
        "decision",
        _("Decision"),
        [
            _choice(ids.OUTCOME, _("What was decided?"), choices.outcomes(card)),
            _choice(ids.CERTAINTY, _("How certain are you?"), choices.certainties()),
            _choice(ids.NEEDS, _("What is needed, or agreed?"), choices.needs(), repeats=True),
            _text(ids.OTHER, _("What else is needed, in words")),
            _text(ids.WHEN, _("When to talk about it again, in words")),
        ],
    )


def _under(link: str, text: str, items: list[Item]) -> Item:
    """Return a text, as the heading of what stands below it, if anything does."""
    return _group(link, text, items) if items else _display(link, text)


def _group(link: str, text: str, items: list[Item]) -> Item:
    return {"linkId": link, "text": text, "type": "group", "item": items}


def _display(link: str, text: str) -> Item:
    return {"linkId": link, "text": text, "type": "display"}


def _text(link: str, text: str) -> Item:
    return {"linkId": link, "text": text, "type": "text"}


def _flag(link: str, text: str) -> Item:
    return {"linkId": link, "text": text, "type": "boolean"}


def _choice(link: str, text: str, codings: Sequence[Coding], repeats: bool = False) -> Item:
    options = [{"valueCoding": coding} for coding in codings]
    item: Item = {"linkId": link, "text": text, "type": "choice"}
    return item | ({"repeats": True} if repeats else {}) | {"answerOption": options}
