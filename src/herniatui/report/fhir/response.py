"""A consult as a FHIR QuestionnaireResponse: an item for every answer, and no empty items."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from herniatui.card.model import Card, Question, Statement
from herniatui.consult.model import Consult, Decision, Preference
from herniatui.consult.quotes import current_answers
from herniatui.report.csv import NONE, NOT_YET
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import Coding

Item = dict[str, Any]


def response(
    card: Card, consult: Consult, when: datetime, closed: bool, subject: dict[str, str], language: str
) -> dict[str, Any]:
    """Return the answers to the current words as a QuestionnaireResponse, which refers to the card's `url|version`.

    Its status is completed if the consult is closed with an outcome (not deciding yet is one), else in-progress.

    Args:
        card: The current card.
        consult: What was said.
        when: The moment of the talk, with its time zone.
        closed: Whether the consult is closed.
        subject: The patient, as a FHIR Reference.
        language: Language tag.
    """
    done = closed and consult.decision.made
    made = {
        "resourceType": "QuestionnaireResponse",
        "language": language,
        "questionnaire": ids.canonical(card),
        "status": "completed" if done else "in-progress",
        "subject": subject,
        "authored": when.isoformat(timespec="seconds"),
        "item": _items(card, current_answers(consult)),
    }
    stated = {key: value for key, value in made.items() if value}
    return ids.with_id(stated, card.id, ids.digest(card), when.isoformat())


def _items(card: Card, consult: Consult) -> list[Item]:
    return _present(
        [
            _chosen(ids.CHOSEN, choices.questions(card), consult.chosen),
            *(_question(card, question, consult) for question in card.questions),
            _decision(card, consult.decision),
            _chosen(ids.DISCUSSED, choices.questions(card), _in_card_order(card, consult.discussed)),
            _yes(ids.TAUGHT_BACK, consult.taught_back),
            _yes(ids.HANDED_OUT, consult.handed_out),
            _text(ids.NOTE, consult.note),
        ]
    )


def _in_card_order(card: Card, questions: frozenset[str]) -> list[str]:
    return [question.id for question in card.questions if question.id in questions]


def _question(card: Card, question: Question, consult: Consult) -> Item | None:
    said = consult.about(question.id)
    answers = zip(card.options, question.answers, strict=True)
    weight = [str(said.importance)] if said.importance else []
    return _group(
        ids.question(question.id),
        [
            *(
                _group(ids.option(question.id, option.id), [_statement(top, consult) for top in answer], option.name)
                for option, answer in answers
            ),
            *_preference(card, question, said.preference),
            _chosen(ids.importance(question.id), choices.importances(), weight),
            _text(ids.note(question.id), said.note),
        ],
        question.text,
    )


def _preference(card: Card, question: Question, preference: Preference | None) -> list[Item | None]:
    if preference is None:
        return []
    code = NONE if preference.option is None else preference.option
    preferred = _chosen(ids.preference(question.id), choices.preferences(card), [code])
    return [preferred, _yes(ids.strong(question.id), preference.strong)]


def _statement(statement: Statement, consult: Consult) -> Item | None:
    codes = [choices.MARK_CODES[mark] for mark in consult.marks_of(statement.id)]
    marks = _chosen(ids.marks(statement.id), choices.marks(), codes)
    return _group(ids.statement(statement.id), [marks, *(_statement(child, consult) for child in statement.children)])


def _decision(card: Card, decision: Decision) -> Item | None:
    outcome = NOT_YET if decision.not_yet else decision.option
    needs = [code for need, code in choices.NEED_CODES.items() if need in decision.needs]
    certainty = [choices.CERTAINTY_CODES[decision.certainty]] if decision.certainty else []
    return _group(
        "decision",
        [
            _chosen(ids.OUTCOME, choices.outcomes(card), [outcome] if outcome else []),
            _chosen(ids.CERTAINTY, choices.certainties(), certainty),
            _chosen(ids.NEEDS, choices.needs(), needs),
            _text(ids.OTHER, decision.other),
            _text(ids.WHEN, decision.when),
        ],
    )


def _group(link: str, items: Iterable[Item | None], text: str = "") -> Item | None:
    present = _present(items)
    return {"linkId": link, **({"text": text} if text else {}), "item": present} if present else None


def _chosen(link: str, codings: Iterable[Coding], codes: Iterable[str]) -> Item | None:
    by_code = {coding["code"]: coding for coding in codings}
    answers = [{"valueCoding": by_code[code]} for code in codes]
    return {"linkId": link, "answer": answers} if answers else None


def _yes(link: str, said: bool) -> Item | None:
    return {"linkId": link, "answer": [{"valueBoolean": True}]} if said else None


def _text(link: str, text: str) -> Item | None:
    return {"linkId": link, "answer": [{"valueString": text}]} if text else None


def _present(items: Iterable[Item | None]) -> list[Item]:
    return [item for item in items if item is not None]
