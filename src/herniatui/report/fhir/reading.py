"""A QuestionnaireResponse back to the consult that it was made from."""

from typing import Any

from herniatui.card.model import Card, Question
from herniatui.consult.model import Consult, Decision, Mark, Need, Preference, Said
from herniatui.i18n import _
from herniatui.report.csv import NONE, NOT_YET
from herniatui.report.fhir import choices, ids
from herniatui.storage.compatibility import misfits

Answers = dict[str, list[Any]]

_NOT_AS_EXPECTED = (LookupError, TypeError, ValueError, AttributeError)
"""What JSON that is made otherwise than ours runs into."""


class NotOfThisCard(Exception):
    """This Bundle holds no answers to this card; the message says so."""


def consult_of(card: Card, bundle: Any) -> Consult:
    """Return the consult of which `bundle` made this Bundle, read by link ids alone.

    Whatever JSON it is, `NotOfThisCard` is all that is raised: if it is no Bundle with one response to this version of
    the card, or holds an answer the card has no place for.
    """
    try:
        response = _response(card, bundle)
    except _NOT_AS_EXPECTED as error:
        raise NotOfThisCard(_("this file holds no answers to this version of the card")) from error
    try:
        answers = _answers(response)
        consult = _consult(card, answers)
        if answers or misfits(card, consult):
            raise ValueError("what has no place on the card")
    except _NOT_AS_EXPECTED as error:
        raise NotOfThisCard(_("this file holds answers that this card does not offer")) from error
    return consult


def _response(card: Card, bundle: Any) -> dict[str, Any]:
    """Return the only response in a Bundle, if it is to this version of the card."""
    resources = [entry.get("resource", {}) for entry in bundle.get("entry", [])]
    response: dict[str, Any]
    responses = [one for one in resources if one.get("resourceType") == "QuestionnaireResponse"]
    (response,) = (one for one in responses if one.get("questionnaire") == ids.canonical(card))
    return response


def _answers(response: dict[str, Any]) -> Answers:
    """Return the answers by link id, at whatever depth they stand."""
    found: Answers = {}
    items = list(response.get("item", []))
    while items:
        item = items.pop()
        items += item.get("item", [])
        if "answer" in item:
            found[item["linkId"]] = [_value(answer) for answer in item["answer"]]
    return found


def _value(answer: dict[str, Any]) -> Any:
    (value,) = answer.values()
    return value["code"] if "valueCoding" in answer else value


def _consult(card: Card, answers: Answers) -> Consult:
    """Return the consult, taking from `answers` all that has a place in it."""
    said = {question.id: _said(question, answers) for question in card.questions}
    return Consult(
        chosen=tuple(answers.pop(ids.CHOSEN, ())),
        said=tuple(sorted((question, one) for question, one in said.items() if one != Said())),
        marks=frozenset(mark for question in card.questions for mark in _marks(card, question, answers)),
        note=_one(answers, ids.NOTE),
        decision=_decision(answers),
    )


def _said(question: Question, answers: Answers) -> Said:
    option = _one(answers, ids.preference(question.id))
    strong = answers.pop(ids.strong(question.id), [False])[0] is True
    preference = Preference(None if option == NONE else option, strong) if option else None
    weights = ["", *(coding["code"] for coding in choices.importances())]
    importance = weights.index(_one(answers, ids.importance(question.id)))
    return Said(preference, importance, _one(answers, ids.note(question.id)))


def _marks(card: Card, question: Question, answers: Answers) -> list[tuple[str, Mark]]:
    by_code = {code: mark for mark, code in choices.MARK_CODES.items()}
    return [
        (statement.id, by_code[code])
        for option in range(len(card.options))
        for statement, _depth in question.statements(option)
        for code in answers.pop(ids.marks(statement.id), ())
    ]


def _decision(answers: Answers) -> Decision:
    outcome = _one(answers, ids.OUTCOME)
    by_code = {code: need for need, code in choices.NEED_CODES.items()}
    return Decision(
        option=None if outcome in ("", NOT_YET) else outcome,
        not_yet=outcome == NOT_YET,
        needs=frozenset[Need](by_code[code] for code in answers.pop(ids.NEEDS, ())),
        other=_one(answers, ids.OTHER),
        when=_one(answers, ids.WHEN),
    )


def _one(answers: Answers, link: str) -> str:
    (text,) = answers.pop(link, [""])
    if not isinstance(text, str):
        raise TypeError("no text and no code")
    return text
