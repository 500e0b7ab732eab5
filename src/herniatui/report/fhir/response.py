"""A consult as a FHIR QuestionnaireResponse: the Questionnaire's items that have an answer, with their text."""

from collections.abc import Iterable
from typing import Any

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import Walk
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import Coding
from herniatui.report.fhir.references import Context

Item = dict[str, Any]
Answers = dict[str, list[Item]]
"""The answers of each item, by link id; an item without answers has an empty list, or is not there."""


def response(questionnaire: Item, answers: Answers, context: Context, language: str, part: str = "") -> Item:
    """Return the response to a Questionnaire, which it names by `url|version`.

    Its status is completed if the talk is closed with an outcome, else in-progress.

    Args:
        questionnaire: The Questionnaire.
        answers: Answers to its items.
        context: What the resources of the talk share.
        language: Language tag.
        part: Which response of the talk this is.
    """
    made = ids.of_talk("QuestionnaireResponse", context.talk, part) | {
        "language": language,
        "identifier": ids.identifier("QuestionnaireResponse", context.talk, part),
        "questionnaire": ids.canonical(questionnaire),
        "status": "completed" if context.done else "in-progress",
        **context.links,
        **({"author": context.author} if context.author else {}),
        "authored": context.moment,
        "item": _answered(questionnaire["item"], answers),
    }
    return made if made["item"] else {key: value for key, value in made.items() if key != "item"}


def answers_of(card: Card, consult: Consult, walk: Walk) -> Answers:
    """Return the answers to the card as it is now, and which options of each question were viewed."""
    consult = current_answers(consult)
    decision = consult.decision
    outcome = choices.NOT_YET if decision.not_yet else decision.option
    certainty = choices.CERTAINTY_CODES[decision.certainty] if decision.certainty else None
    discussed = [question.id for question in card.questions if question.id in consult.discussed]
    needs = [code for need, code in choices.NEED_CODES.items() if need in decision.needs]
    found = {
        ids.CHOSEN: _coded(choices.questions(card), consult.chosen),
        ids.DISCUSSED: _coded(choices.questions(card), discussed),
        ids.TAUGHT_BACK: _yes(consult.taught_back),
        ids.HANDED_OUT: _yes(consult.handed_out),
        ids.NOTE: _text(consult.note),
        ids.OUTCOME: _coded(choices.outcomes(card), [outcome]),
        ids.CERTAINTY: _coded(choices.certainties(), [certainty]),
        ids.NEEDS: _coded(choices.needs(), needs),
        ids.OTHER: _text(decision.other),
        ids.WHEN: _text(decision.when),
    }
    for question in card.questions:
        said, preference = consult.about(question.id), consult.about(question.id).preference
        viewed = [option.id for option in card.options if (question.id, option.id) in walk.seen]
        preferred = [preference.option or choices.NONE] if preference else []
        found |= {
            ids.viewed(question.id): _coded(choices.options(card), viewed),
            ids.preference(question.id): _coded(choices.preferences(card), preferred),
            ids.strong(question.id): _yes(preference is not None and preference.strong),
            ids.importance(question.id): _coded(choices.importances(), [choices.IMPORTANCE_CODES.get(said.importance)]),
            ids.note(question.id): _text(said.note),
        }
    for statement in {statement for statement, _mark in consult.marks}:
        codes = [choices.MARK_CODES[mark] for mark in consult.marks_of(statement)]
        found[ids.marks(statement)] = _coded(choices.marks(), codes)
    return found


def _answered(items: list[Item], answers: Answers) -> list[Item]:
    """Return the items that have an answer, and the groups around them."""
    found = []
    for item in items:
        within = {"item": _answered(item.get("item", []), answers), "answer": answers.get(item["linkId"], [])}
        if given := {key: value for key, value in within.items() if value}:
            found.append({"linkId": item["linkId"], "text": item["text"], **given})
    return found


def _coded(codings: Iterable[Coding], codes: Iterable[str | None]) -> list[Item]:
    by_code = {coding["code"]: coding for coding in codings}
    return [{"valueCoding": by_code[code]} for code in codes if code is not None]


def _yes(said: bool) -> list[Item]:
    return [{"valueBoolean": True}] if said else []


def _text(text: str) -> list[Item]:
    return [{"valueString": text}] if text else []
