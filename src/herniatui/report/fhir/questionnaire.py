"""A card as a FHIR Questionnaire: all its words in order, and an item for every possible answer."""

import re
from collections.abc import Sequence
from typing import Any

from herniatui.card.model import Card, Question, Statement
from herniatui.i18n import _
from herniatui.report.card_info import edition
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import Coding

Item = dict[str, Any]

_DATE = r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?"  # not every month has a 29th, 30th or 31st
_LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def questionnaire(card: Card, sha256: str = "") -> dict[str, Any]:
    """Return the card as a Questionnaire resource.

    Its status is `unknown`, because a card does not state whether it is still in use. A statement is a group of its
    words (`display`), its marks and its child statements.

    Args:
        card: The card.
        sha256: Checksum of the card file; empty if unknown.
    """
    made = {
        "resourceType": "Questionnaire",
        "language": language(card),
        "url": ids.url(card),
        "version": ids.version(card),
        "name": ids.name(card),
        "title": card.title,
        "status": "unknown",
        "subjectType": ["Patient"],
        "date": card.origin.date if re.fullmatch(_DATE, card.origin.date) else "",
        "publisher": card.origin.publisher,
        "description": edition(card, sha256),
        "item": _items(card),
    }
    stated = {key: value for key, value in made.items() if value}
    return ids.with_id(stated, card.id, ids.digest(card))


def language(card: Card) -> str:
    """Return the language tag of the card (BCP 47); empty if the card states no valid tag."""
    return card.language if re.fullmatch(_LANGUAGE, card.language) else ""


def _items(card: Card) -> list[Item]:
    before = [_display("card/question", card.question)]
    before += [_statement(top, marked=False) for top in card.introduction]
    if card.table_heading:
        before.append(_display("card/table-heading", card.table_heading))
    items = [
        *before,
        _choice(ids.CHOSEN, _("What do you want to talk about first?"), choices.questions(card), repeats=True),
        *(_question(card, question) for question in card.questions),
        _decision(card),
        _choice(ids.DISCUSSED, _("For the clinician: what was discussed?"), choices.questions(card), repeats=True),
        {"linkId": ids.TAUGHT_BACK, "text": _("For the clinician: did the patient tell it back?"), "type": "boolean"},
        {"linkId": ids.HANDED_OUT, "text": _("For the clinician: was the page handed out?"), "type": "boolean"},
        _text(ids.NOTE, _("In the patient's own words")),
    ]
    return [*items, _display("card/closing", card.closing)] if card.closing else items


def _question(card: Card, question: Question) -> Item:
    answers = zip(card.options, question.answers, strict=True)
    preference = ids.preference(question.id)
    strong: Item = {
        "linkId": ids.strong(question.id),
        "text": _("Is that a strong preference?"),
        "type": "boolean",
        "enableWhen": [
            {"question": preference, "operator": "=", "answerCoding": {"code": option.id}} for option in card.options
        ],
        "enableBehavior": "any",
    }
    return _group(
        ids.question(question.id),
        [
            *(
                _group(ids.option(question.id, option.id), [_statement(top) for top in answer], option.name)
                for option, answer in answers
            ),
            _choice(preference, _("Preference at this question"), choices.preferences(card)),
            strong,
            _choice(ids.importance(question.id), _("How much does this question weigh?"), choices.importances()),
            _text(ids.note(question.id), _("In the patient's own words")),
        ],
        question.text,
    )


def _statement(statement: Statement, marked: bool = True) -> Item:
    items = [_display(f"{ids.statement(statement.id)}/text", statement.text)]
    if marked:
        mark = _choice(ids.marks(statement.id), _("What do you think of this?"), choices.marks(), repeats=True)
        items.append(mark)
    items += [_statement(child, marked) for child in statement.children]
    return _group(ids.statement(statement.id), items)


def _decision(card: Card) -> Item:
    return _group(
        "decision",
        [
            _choice(ids.OUTCOME, _("What was decided?"), choices.outcomes(card)),
            _choice(ids.CERTAINTY, _("How certain are you?"), choices.certainties()),
            _choice(ids.NEEDS, _("What is needed, or agreed?"), choices.needs(), repeats=True),
            _text(ids.OTHER, _("What else is needed, in words")),
            _text(ids.WHEN, _("When to talk about it again, in words")),
        ],
        _("Decision"),
    )


def _group(link: str, items: list[Item], text: str = "") -> Item:
    return {"linkId": link, **({"text": text} if text else {}), "type": "group", "item": items}


def _display(link: str, text: str) -> Item:
    return {"linkId": link, "text": text, "type": "display"}


def _text(link: str, text: str) -> Item:
    return {"linkId": link, "text": text, "type": "text"}


def _choice(link: str, text: str, codings: Sequence[Coding], repeats: bool = False) -> Item:
    options = [{"valueCoding": coding} for coding in codings]
    item: Item = {"linkId": link, "text": text, "type": "choice"}
    return item | ({"repeats": True} if repeats else {}) | {"answerOption": options}
