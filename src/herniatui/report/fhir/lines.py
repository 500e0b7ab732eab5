"""The lines of a SOEP note for FHIR, from what was said."""

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.report import phrases
from herniatui.report.account import QuestionAccount, account
from herniatui.report.fhir.soep import Soep
from herniatui.words import _


def soep_of(card: Card, consult: Consult, walk: Walk) -> Soep:
    """Return what the patient said (S), what the card is about where it has a code (E), and what was agreed (P).

    Findings (O) are the clinician's: nothing in a consult is one.
    """
    accounts = account(card, consult, walk)
    said = _chosen(card, consult)
    said += [line for one in accounts for line in _said(card, one)]
    if consult.note:
        said.append(_own_words(consult.note))
    return Soep(s="\n".join(said), e=card.title if card.codes else "", p="\n".join(_agreed(card, consult, accounts)))


def _chosen(card: Card, consult: Consult) -> list[str]:
    if not consult.chosen:
        return []
    texts = [card.questions[card.question_index(question)].text for question in consult.chosen]
    return [_("The patient wanted to talk about this first:"), *(f"- {text}" for text in texts)]


def _said(card: Card, one: QuestionAccount) -> list[str]:
    if one.is_empty:
        return []
    lines = [one.question.text]
    if one.said.preference:
        lines.append(_("Preference: {preference}").format(preference=phrases.preference(card, one.said.preference)))
    if one.said.importance:
        lines.append(_("Weighs: {importance}").format(importance=phrases.IMPORTANCE[one.said.importance]))
    lines += [phrases.marked(card, marked) for marked in one.marked]
    if one.said.note:
        lines.append(_own_words(one.said.note))
    return lines


def _own_words(note: str) -> str:
    """Return a note so that none of its lines can be taken for one of ours: those after the first are indented."""
    return _("In the patient's own words: {words}").format(words=phrases.quoted(note.replace("\n", "\n  ")))


def _talked_about(one: QuestionAccount) -> str:
    return f"- {one.question.text} ({one.looked_at})" if one.looked_at else f"- {one.question.text}"


def _agreed(card: Card, consult: Consult, accounts: list[QuestionAccount]) -> list[str]:
    decision = consult.decision
    lines = [_("Talked about with the card: {card}").format(card=card.title)]
    lines += [_talked_about(one) for one in accounts if one.looked_at != phrases.NOT_LOOKED_AT]
    if decision.option is not None:
        return [*lines, _("Decision: {decision}").format(decision=phrases.option_name(card, decision.option))]
    if not decision.not_yet:
        return [*lines, _("Decision: nothing was written down.")]
    lines.append(_("Decision: not to decide yet."))
    if needed := phrases.needs(decision):
        lines.append(_("Needed for it: {needs}").format(needs="; ".join(needed)))
    if decision.when:
        lines.append(_("Talk about it again: {when}").format(when=phrases.quoted(decision.when)))
    return lines
