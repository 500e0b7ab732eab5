"""What an edit changed, in a few words: for the message of undo."""

from collections.abc import Mapping

from herniatui.card.languages import quotation_marks
from herniatui.card.model import Card, letter
from herniatui.consult.model import Consult, Decision, Mark, Said
from herniatui.i18n import _
from herniatui.report import phrases

LONGEST = 40
"""Characters of a statement or question after which it is shortened."""


def difference(card: Card, before: Consult, after: Consult, names: Mapping[Mark, str] = phrases.SIGNS) -> str:
    """Return what differs between two consults that one edit lies between, whichever came first.

    Args:
        card: The card.
        before: One of them.
        after: The other.
        names: What the marks are called: by their signs, or in words (`phrases.MARKS`).
    """
    if marks := before.marks ^ after.marks:
        statement, mark = min(marks, key=lambda marked: (marked[0], marked[1] != "x"))
        return _on_statement(card, names[mark], statement)
    changed = dict(before.said).keys() | dict(after.said).keys()
    for question in sorted(changed):
        if before.about(question) != after.about(question):
            return _on_question(card, before.about(question), after.about(question), question)
    if before.decision != after.decision:
        return _in_decision(before.decision, after.decision)
    if before.chosen != after.chosen:
        return _("the questions to talk about")
    return _("in your own words") if before.note != after.note else _("what was confirmed")


def _on_statement(card: Card, sign: str, statement_id: str) -> str:
    for question in card.questions:
        for index in range(len(card.options)):
            for statement, _depth in question.statements(index):
                if statement.id == statement_id:
                    return _("{sign} at {words} ({option})").format(
                        sign=sign,
                        words=phrases.quoted(_shortened(statement.text), quotation_marks(card.language)),
                        option=letter(index),
                    )
    return _("{sign} at a line that is no longer on the card").format(sign=sign)


def _on_question(card: Card, before: Said, after: Said, question_id: str) -> str:
    if before.preference != after.preference:
        what = _("preference")
    elif before.importance != after.importance:
        what = _("how important")
    else:
        what = _("note")
    numbers = {question.id: number for number, question in enumerate(card.questions, 1)}
    if question_id not in numbers:
        return what
    return _("{what} at question {number}").format(what=what, number=numbers[question_id])


def _in_decision(before: Decision, after: Decision) -> str:
    if (before.option, before.not_yet) != (after.option, after.not_yet):
        return _("the decision")
    return _("what is agreed for later")


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + "…"
