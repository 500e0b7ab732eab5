"""Answers to words that the card no longer has: a Questionnaire of those words, and the answers to it.

An answer to a Questionnaire is an answer to its words. So these answers are not in the response to the current card,
and the earlier words are a small Questionnaire of their own. An option is answered with its words, not with a code:
the code systems of the card have the options of now.
"""

from typing import Any

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import Coding
from herniatui.report.fhir.response import Answers
from herniatui.report.recap import QuestionAccount, earlier_accounts, earlier_decision

Item = dict[str, Any]


def earlier(card: Card, consult: Consult, language: str) -> tuple[Item, Answers] | None:
    """Return the Questionnaire of the earlier words and the answers to it; None if there are none.

    Args:
        card: The current card.
        consult: What was said.
        language: Language tag.
    """
    answers: Answers = {}
    items = [
        _question(account, f"earlier/{number}", answers)
        for number, account in enumerate(earlier_accounts(card, consult), 1)
    ]
    if outcome := earlier_decision(card, consult):
        items.append(_text("earlier/decision", _("What was decided?"), outcome, answers))
    if not items:
        return None
    questionnaire = {
        "resourceType": "Questionnaire",
        "language": language,
        "url": ids.uuid_of("earlier", card.id),
        "name": f"{ids.name(card)}Earlier"[: ids.MAX_NAME],
        "title": _("{card}: earlier words").format(card=card.title),
        "status": "unknown",
        "subjectType": ["Patient"],
        "description": _("What was said of words that the card does not have now, with those words as far as known."),
        "item": items,
    }
    return ids.versioned(questionnaire), answers


def _question(account: QuestionAccount, link: str, answers: Answers) -> Item:
    """Return the group of a question; what was answered is added to `answers`."""
    items: list[Item] = []
    if account.is_chosen:
        asked = _("What do you want to talk about first?")
        items.append({"linkId": f"{link}/chosen", "text": asked, "type": "boolean"})
        answers[f"{link}/chosen"] = [{"valueBoolean": True}]
    for number, marked in enumerate(account.marked, 1):
        codes = [choices.MARK_CODES[mark] for mark in marked.marks]
        items.append(_choice(f"{link}/marks/{number}", marked.words, choices.marks(), codes, answers))
    if account.said.preference:
        asked = _("Preference at this question")
        items.append(_text(f"{link}/preference", asked, account.preference, answers))
    if account.said.importance:
        asked, codes = _("How much does this question weigh?"), [choices.IMPORTANCE_CODES[account.said.importance]]
        items.append(_choice(f"{link}/importance", asked, choices.importances(), codes, answers))
    if account.said.note:
        items.append(_text(f"{link}/note", _("In the patient's own words"), account.said.note, answers))
    return {"linkId": link, "text": phrases.with_remark(account.text, account.since), "type": "group", "item": items}


def _text(link: str, text: str, given: str, answers: Answers) -> Item:
    answers[link] = [{"valueString": given}]
    return {"linkId": link, "text": text, "type": "text"}


def _choice(link: str, text: str, offered: list[Coding], codes: list[str], answers: Answers) -> Item:
    answers[link] = [{"valueCoding": coding} for coding in offered if coding["code"] in codes]
    options = [{"valueCoding": coding} for coding in offered]
    return {"linkId": link, "text": text, "type": "choice", "repeats": True, "answerOption": options}
