"""Codings of every choice, declared once for questionnaire items and their answers.

No confirmed code says what these say, so they are codes of our own, in three code systems that the Bundle contains:
the answers that every card offers, and the questions and the options of this card. The code of an answer that stands in
one list with options begins with a colon, which no id does, so that codes differ even where systems are ignored.
"""

from typing import Any

from herniatui.card.model import Card
from herniatui.consult.model import MAX_IMPORTANCE, Certainty, Mark, Need
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.fhir import ids

Coding = dict[str, Any]

NONE = ":none"
"""Code for an explicit lack of preference."""
NOT_YET = ":not-yet"
"""Code for the decision not to decide yet."""
IMPORTANCE_CODES = {level: f"importance-{level}" for level in range(1, MAX_IMPORTANCE + 1)}
"""Code of each importance; importance 0 is no answer."""
MARK_CODES = {Mark.APPEALS: "appeals", Mark.WORRIES: "worries", Mark.EXPLAIN: "explain", Mark.EXPLAINED: "explained"}
CERTAINTY_CODES = {certainty: f"certainty-{certainty.name.lower()}" for certainty in Certainty}
NEED_CODES = {need: f"need-{need.name.lower()}" for need in Need}

_ANSWERS = ids.uuid_of("codes", "answers")


def questions(card: Card) -> list[Coding]:
    """Return a coding for each question of the card."""
    system = _system_of("questions", card)
    return [_coding(system, question.id, question.text) for question in card.questions]


def options(card: Card) -> list[Coding]:
    """Return a coding for each option of the card, displayed by its printed name."""
    system = _system_of("options", card)
    return [_coding(system, option.id, option.name) for option in card.options]


def preferences(card: Card) -> list[Coding]:
    """Return a coding for each option, and a coding for no preference."""
    return [*options(card), _no_preference()]


def outcomes(card: Card) -> list[Coding]:
    """Return a coding for each outcome: each option, and not deciding yet."""
    return [*options(card), _not_yet()]


def importances() -> list[Coding]:
    """Return a coding for each importance from 1."""
    return [_answer(code, phrases.IMPORTANCE[level]) for level, code in IMPORTANCE_CODES.items()]


def marks() -> list[Coding]:
    """Return a coding for each mark."""
    return [_answer(code, phrases.MARKS[mark]) for mark, code in MARK_CODES.items()]


def certainties() -> list[Coding]:
    """Return a coding for each degree of certainty."""
    return [_answer(code, phrases.CERTAINTY[certainty]) for certainty, code in CERTAINTY_CODES.items()]


def needs() -> list[Coding]:
    """Return a coding for each thing that is needed or agreed."""
    return [_answer(code, phrases.NEEDS[need]) for need, code in NEED_CODES.items()]


def every_card() -> list[Coding]:
    """Return every coding that all cards share."""
    return [*marks(), *importances(), _no_preference(), *certainties(), *needs(), _not_yet()]


def _no_preference() -> Coding:
    return _answer(NONE, _("no preference"))


def _not_yet() -> Coding:
    return _answer(NOT_YET, _("not to decide yet"))


def _answer(code: str, display: str) -> Coding:
    return _coding(_ANSWERS, code, display)


def _system_of(what: str, card: Card) -> str:
    return ids.uuid_of("codes", what, card.id)


def _coding(system: str, code: str, display: str) -> Coding:
    return {"system": system, "code": code, "display": display}
