"""Codings of every choice, declared once for questionnaire items and their answers.

They have no `system`, because they belong to this card and to no code system. Where they share a list with ids of the
card, the program's own codes begin with a colon, which no id does.
"""

from typing import Any

from herniatui.card.model import Card
from herniatui.consult.model import MAX_IMPORTANCE, Certainty, Mark, Need
from herniatui.i18n import _
from herniatui.report import phrases

Coding = dict[str, Any]

NONE = ":none"
"""Code for an explicit lack of preference."""
NOT_YET = ":not-yet"
"""Code for the decision not to decide yet."""
MARK_CODES = {Mark.APPEALS: "appeals", Mark.WORRIES: "worries", Mark.EXPLAIN: "explain", Mark.EXPLAINED: "explained"}
CERTAINTY_CODES = {certainty: certainty.name.lower() for certainty in Certainty}
NEED_CODES = {need: need.name.lower() for need in Need}


def questions(card: Card) -> list[Coding]:
    """Return a coding for each question of the card."""
    return [_coding(question.id, question.text) for question in card.questions]


def options(card: Card) -> list[Coding]:
    """Return a coding for each option of the card, displayed by its printed name."""
    return [_coding(option.id, option.name) for option in card.options]


def preferences(card: Card) -> list[Coding]:
    """Return a coding for each option, and a coding for no preference."""
    return [*options(card), _coding(NONE, _("no preference"))]


def outcomes(card: Card) -> list[Coding]:
    """Return a coding for each outcome: each option, and not deciding yet."""
    return [*options(card), _coding(NOT_YET, _("not to decide yet"))]


def importances() -> list[Coding]:
    """Return a coding for each importance from 1; importance 0 is no answer."""
    return [_coding(str(level), phrases.IMPORTANCE[level]) for level in range(1, MAX_IMPORTANCE + 1)]


def marks() -> list[Coding]:
    """Return a coding for each mark."""
    return [_coding(code, phrases.MARKS[mark]) for mark, code in MARK_CODES.items()]


def certainties() -> list[Coding]:
    """Return a coding for each degree of certainty."""
    return [_coding(code, phrases.CERTAINTY[certainty]) for certainty, code in CERTAINTY_CODES.items()]


def needs() -> list[Coding]:
    """Return a coding for each thing that is needed or agreed."""
    return [_coding(code, phrases.NEEDS[need]) for need, code in NEED_CODES.items()]


def _coding(code: str, display: str) -> Coding:
    return {"code": code, "display": display}
