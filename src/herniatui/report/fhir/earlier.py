"""Answers to words that the card no longer has: a Questionnaire of those words, and the response to it.

An answer to a Questionnaire is an answer to its words. So these answers are not in the response to the current card,
and the earlier words are a small Questionnaire of their own.
"""

from typing import Any

from herniatui.card.model import Card
from herniatui.consult.model import Consult, Mark
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import NONE, Coding
from herniatui.report.recap import QuestionAccount, earlier_accounts, earlier_decision

Item = dict[str, Any]
Pair = tuple[Item, Item]
"""An item of the Questionnaire, and the item of the response that answers it."""


def earlier(card: Card, consult: Consult, answers: Item) -> list[Item]:
    """Return the Questionnaire of the earlier words and its QuestionnaireResponse; an empty list if there are none.

    Args:
        card: The current card.
        consult: What was said.
        answers: The response to the current card; its status, subject and moment are reused.
    """
    pairs = [
        _question(account, f"earlier/{number}") for number, account in enumerate(earlier_accounts(card, consult), 1)
    ]
    if outcome := earlier_decision(card, consult):
        code = {"code": consult.decision.option, "display": outcome}
        pairs.append(_choice("earlier/decision", _("What was decided?"), [code], [code]))
    if not pairs:
        return []
    asked, given = [item for item, _answer in pairs], [answer for _item, answer in pairs]
    address = ids.uuid_of("earlier", card.id, ids.digest(asked))
    language = {key: answers[key] for key in ("language",) if key in answers}
    questionnaire = {
        "resourceType": "Questionnaire",
        **language,
        "url": address,
        "name": f"{ids.name(card)}Earlier"[:255],
        "title": _("{card}: earlier words").format(card=card.title),
        "status": "unknown",
        "subjectType": ["Patient"],
        "description": _("What was said of words that the card does not have now, with those words as far as known."),
        "item": asked,
    }
    response = answers | {"questionnaire": address, "item": given}
    response.pop("id")
    return [ids.with_id(questionnaire, card.id), ids.with_id(response, card.id, answers["id"])]


def _question(account: QuestionAccount, link: str) -> Pair:
    pairs = []
    if account.is_chosen:
        wanted = {"linkId": f"{link}/chosen", "text": _("What do you want to talk about first?"), "type": "boolean"}
        pairs.append((wanted, {"linkId": f"{link}/chosen", "answer": [{"valueBoolean": True}]}))
    for number, marked in enumerate(account.marked, 1):
        here = f"{link}/marks/{number}"
        given = [coding for coding in choices.marks() if coding["code"] in _codes(marked.marks)]
        asked = _("What do you think of this?")
        answer = _choice(f"{here}/answer", asked, choices.marks(), given, repeats=True)
        pairs.append(_group(here, marked.words, [answer]))
    if account.said.preference:
        code = {"code": account.said.preference.option or NONE, "display": account.preference}
        pairs.append(_choice(f"{link}/preference", _("Preference at this question"), [code], [code]))
    if account.said.importance:
        given = [choices.importances()[account.said.importance - 1]]
        asked = _("How much does this question weigh?")
        pairs.append(_choice(f"{link}/importance", asked, choices.importances(), given))
    if account.said.note:
        item = {"linkId": f"{link}/note", "text": _("In the patient's own words"), "type": "text"}
        pairs.append((item, {"linkId": f"{link}/note", "answer": [{"valueString": account.said.note}]}))
    return _group(link, phrases.with_remark(account.text, account.since), pairs)


def _codes(marks: tuple[Mark, ...]) -> list[str]:
    return [choices.MARK_CODES[mark] for mark in marks]


def _group(link: str, text: str, pairs: list[Pair]) -> Pair:
    asked, given = [item for item, _answer in pairs], [answer for _item, answer in pairs]
    return {"linkId": link, "text": text, "type": "group", "item": asked}, {"linkId": link, "text": text, "item": given}


def _choice(link: str, text: str, offered: list[Coding], given: list[Coding], repeats: bool = False) -> Pair:
    options, answers = ([{"valueCoding": coding} for coding in codings] for codings in (offered, given))
    item: Item = {"linkId": link, "text": text, "type": "choice"} | ({"repeats": True} if repeats else {})
    return item | {"answerOption": options}, {"linkId": link, "answer": answers}
