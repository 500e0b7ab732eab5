"""Reads a QuestionnaireResponse back into the consult that it was made from, by link ids alone.

Strict: an answer that the card does not offer is an error, so that a round trip proves that link ids and codes are one
to one with the card.
"""

from typing import Any

from herniatui.card.model import Card, Question
from herniatui.consult.model import Consult, Decision, Mark, Need, Preference, Said
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import NONE, NOT_YET
from herniatui.report.fhir.questionnaire import questionnaire

Answers = dict[str, list[Any]]


class NotOfThisCard(Exception):
    """A Bundle without exactly one response to this version of the card, or with an answer that it does not offer."""


def consult_of(card: Card, bundle: Any) -> Consult:
    """Return the consult of which `report.fhir.bundle` made this Bundle; see `talk_of`."""
    return talk_of(card, bundle)[0]


def talk_of(card: Card, bundle: Any) -> tuple[Consult, frozenset[tuple[str, str]]]:
    """Return the consult of which `report.fhir.bundle` made this Bundle, and what was viewed (`Walk.seen`).

    Raises:
        NotOfThisCard: Whatever else the JSON is.
    """
    try:
        answers = _answers(_response(card, bundle))
        consult = _consult(card, answers)
        seen = _seen(card, answers)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise NotOfThisCard from error
    if answers or not _named(consult) <= {
        *(question.id for question in card.questions),
        *(option.id for option in card.options),
    }:
        raise NotOfThisCard
    return consult, seen


def _named(consult: Consult) -> set[str]:
    """Return the ids of all questions and options in a consult."""
    preferences = [said.preference.option for _question, said in consult.said if said.preference]
    options = [option for option in (*preferences, consult.decision.option) if option is not None]
    return {*consult.chosen, *consult.discussed, *(question for question, _said in consult.said), *options}


def _response(card: Card, bundle: Any) -> dict[str, Any]:
    """Return the only response to this version of the card."""
    resources = [entry.get("resource", {}) for entry in bundle.get("entry", [])]
    (asked,) = (resource for resource in resources if resource.get("url") == ids.url(card))
    if asked["item"] != questionnaire(card)["item"]:
        raise NotOfThisCard
    response: dict[str, Any]
    (response,) = (resource for resource in resources if resource.get("questionnaire") == ids.canonical(asked))
    return response


def _answers(response: dict[str, Any]) -> Answers:
    """Return the answers by link id, from items at any depth."""
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


def _seen(card: Card, answers: Answers) -> frozenset[tuple[str, str]]:
    """Return what was viewed, which is removed from `answers`."""
    options = {option.id for option in card.options}
    viewed = {question.id: answers.pop(ids.viewed(question.id), []) for question in card.questions}
    if not {option for found in viewed.values() for option in found} <= options:
        raise NotOfThisCard
    return frozenset((question, option) for question, found in viewed.items() for option in found)


def _consult(card: Card, answers: Answers) -> Consult:
    """Return the consult; every answer that is part of it is removed from `answers`."""
    said = {question.id: _said(question, answers) for question in card.questions}
    return Consult(
        chosen=tuple(answers.pop(ids.CHOSEN, ())),
        said=tuple(sorted((question, about) for question, about in said.items() if about != Said())),
        marks=frozenset(mark for question in card.questions for mark in _marks(card, question, answers)),
        note=_text(answers, ids.NOTE),
        discussed=frozenset(answers.pop(ids.DISCUSSED, ())),
        taught_back=answers.pop(ids.TAUGHT_BACK, [False])[0] is True,
        handed_out=answers.pop(ids.HANDED_OUT, [False])[0] is True,
        decision=_decision(answers),
    )


def _said(question: Question, answers: Answers) -> Said:
    option = _text(answers, ids.preference(question.id))
    strong = answers.pop(ids.strong(question.id), [False])[0] is True
    preference = Preference(None if option == NONE else option, strong) if option else None
    weights = ["", *choices.IMPORTANCE_CODES.values()]
    importance = weights.index(_text(answers, ids.importance(question.id)))
    return Said(preference, importance, _text(answers, ids.note(question.id)))


def _marks(card: Card, question: Question, answers: Answers) -> list[tuple[str, Mark]]:
    by_code = {code: mark for mark, code in choices.MARK_CODES.items()}
    return [
        (statement.id, by_code[code])
        for option in range(len(card.options))
        for statement, _depth in question.statements(option)
        for code in answers.pop(ids.marks(statement.id), ())
    ]


def _decision(answers: Answers) -> Decision:
    outcome = _text(answers, ids.OUTCOME)
    by_code = {code: need for need, code in choices.NEED_CODES.items()}
    certainties = {"": None} | {code: certainty for certainty, code in choices.CERTAINTY_CODES.items()}
    return Decision(
        option=None if outcome in ("", NOT_YET) else outcome,
        not_yet=outcome == NOT_YET,
        certainty=certainties[_text(answers, ids.CERTAINTY)],
        needs=frozenset[Need](by_code[code] for code in answers.pop(ids.NEEDS, ())),
        other=_text(answers, ids.OTHER),
        when=_text(answers, ids.WHEN),
    )


def _text(answers: Answers, link: str) -> str:
    (text,) = answers.pop(link, [""])
    if not isinstance(text, str):
        raise TypeError(text)
    return text
