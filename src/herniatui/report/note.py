"""The summary of a consult as plain text, exactly as it leaves the room."""

from datetime import date

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.report import phrases
from herniatui.report.account import QuestionAccount, account
from herniatui.words import _


def summary(card: Card, consult: Consult, walk: Walk, day: date) -> str:
    """Return the summary: plain lines of any length, no line break at the end.

    The card's words stand in it unshortened, the patient's own in quotation marks.
    """
    accounts = account(card, consult, walk)
    version = card.origin.version or _("unknown")
    lines = [
        card.title,
        card.question,
        _("Talked about on {day}. Version of the card: {version}.").format(day=f"{day:%d-%m-%Y}", version=version),
    ]
    lines += ["", *_decision(card, consult)]
    lines += _chosen(card, consult)
    for one in accounts:
        if not one.is_empty:
            lines += ["", *_question(card, one)]
    if consult.note:
        lines += ["", _own_words(consult.note)]
    return "\n".join(lines + _without_words(accounts))


def _chosen(card: Card, consult: Consult) -> list[str]:
    if not consult.chosen:
        return []
    texts = [card.questions[card.question_index(question)].text for question in consult.chosen]
    return ["", _("The patient wanted to talk about this first:"), *(f"- {text}" for text in texts)]


def _question(card: Card, one: QuestionAccount) -> list[str]:
    looked_at = f" ({one.looked_at})" if one.looked_at else ""
    lines = [f"{one.number}. {one.question.text}{looked_at}"]
    if one.said.preference:
        lines.append(_("Preference: {preference}").format(preference=phrases.preference(card, one.said.preference)))
    if one.said.importance:
        lines.append(_("Weighs: {importance}").format(importance=phrases.IMPORTANCE[one.said.importance]))
    lines += [f"{phrases.signs(marked.marks)} {phrases.marked(card, marked)}" for marked in one.marked]
    if one.said.note:
        lines.append(_own_words(one.said.note))
    return lines


def _own_words(note: str) -> str:
    """Return a note so that none of its lines can be taken for one of ours: those after the first are indented."""
    return _("In the patient's own words: {words}").format(words=phrases.quoted(note.replace("\n", "\n  ")))


def _without_words(accounts: list[QuestionAccount]) -> list[str]:
    """Return, for the questions about which nothing was said, how far they were looked at."""
    lines: list[str] = []
    for heading, looked_at in (
        (_("Looked at, nothing said about it:"), ""),
        (_("Only partly looked at:"), phrases.HALF_LOOKED_AT),
        (_("Not looked at:"), phrases.NOT_LOOKED_AT),
    ):
        found = [one for one in accounts if one.is_empty and one.looked_at == looked_at]
        if found:
            lines += ["", heading] + [f"- {one.number}. {one.question.text}" for one in found]
    return lines


def _decision(card: Card, consult: Consult) -> list[str]:
    decision = consult.decision
    if decision.option is not None:
        return [_("Decision: {decision}").format(decision=phrases.option_name(card, decision.option))]
    if not decision.not_yet:
        return [_("Decision: nothing was written down.")]
    lines = [_("Decision: not to decide yet.")]
    if needed := phrases.needs(decision):
        lines.append(_("Needed for it: {needs}").format(needs="; ".join(needed)))
    if decision.when:
        lines.append(_("Talk about it again: {when}").format(when=phrases.quoted(decision.when)))
    return lines
