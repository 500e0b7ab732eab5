"""What the clinician puts into the record (EPD): the note, and the same as SOEP. Plain text, exactly as it leaves."""

from datetime import date

from herniatui.card.codes import ICPC
from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult.model import Consult, Mark
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.card_info import edition
from herniatui.report.recap import QuestionAccount, account, chosen, decided
from herniatui.report.template import filled, shipped_template
from herniatui.storage.record import Record

_MARKED = {
    Mark.APPEALS: _("Appeals: {statements}"),
    Mark.WORRIES: _("Worries: {statements}"),
    Mark.EXPLAIN: _("Raises questions: {statements}"),
}


NOTE, SOEP = FORMS = ("note", "soep")


def in_form(form: str, deck: Deck, consult: Consult, walk: Walk, day: date, template: str = "") -> str:
    """Return the note in one of the `FORMS`, with the card's code; `template` is that of the clinic for the note."""
    if form == NOTE:
        return note(deck.card, consult, walk, day, deck.sha256, template)
    return soep(deck.card, consult, walk, day, deck.sha256, icpc_of(deck.card))


def icpc_of(card: Card) -> str:
    """Return the ICPC code of the card; empty if its file gives none."""
    return next((code.code for code in card.codes if code.system == ICPC), "")


def note(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, template: str = "") -> str:
    """Return the note: plain lines of any length, no line break at the end.

    `day` is that of the talk, `sha256` the checksum of the card's file, `template` that of the clinic (empty for ours).
    The card's words stand in it unshortened, the patient's own on one line in quotation marks.
    """
    return filled(template or shipped_template("note"), _values(card, consult, walk, day, sha256))


def soep(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, icpc: str = "") -> str:
    """Return the note as SOEP: under S what the patient said, under P what was decided, and what was looked at.

    The card's code (`icpc`) stands on E, as an ICPC code may on S or E only (constraint zib-SOAPReport-1); without
    one, E is left out.
    """
    parts = soep_parts(card, consult, walk, day, sha256, icpc)
    return "\n\n".join(f"{letter}: {text}" for letter, text in parts.items())


def soep_parts(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, icpc: str = "") -> dict[str, str]:
    """Return what `soep` says, by the letter that it stands under: S, E and P, without those that have no text.

    The template is cut up before it is filled in, so that no words that are filled in can begin another part.
    """
    values = _values(card, consult, walk, day, sha256)
    nothing = not any(values[name] for name in ("eerst", "vragen", "eigen_woorden"))
    said = {"niets_gezegd": _("nothing was written down") if nothing else "", "icpc": icpc}
    parts = [filled(part, values | said).partition(": ") for part in shipped_template("soep").split("\n\n")]
    return {letter: text for letter, _colon, text in parts if text}


def note_file(deck: Deck, record: Record, day: date, template: str = "") -> bytes:
    """Return the note of this talk as a file: UTF-8, with a line break at the end."""
    return _file(in_form(NOTE, deck, record.consult, record.walk, day, template))


def soep_file(deck: Deck, record: Record, day: date) -> bytes:
    """Return the note of this talk as SOEP, as a file: UTF-8, with a line break at the end."""
    return _file(in_form(SOEP, deck, record.consult, record.walk, day))


def _file(text: str) -> bytes:
    return f"{text}\n".encode()


def _values(card: Card, consult: Consult, walk: Walk, day: date, sha256: str) -> dict[str, str]:
    """Return what each placeholder stands for; every value is one line, but for `vragen`."""
    accounts = account(card, consult, walk)
    today = [one for one in accounts if not one.since]
    return {
        "kaart": card.title,
        "keuze": card.question,
        "versie": edition(card, sha256),
        "datum": _day(day),
        **_decision(card, consult),
        "eerst": _named(chosen(card, consult)),
        "bekeken": _named([one for one in today if not one.unseen]),
        "deels_bekeken": _seen([one for one in today if one.is_half_seen]),
        "niet_bekeken": _named([one for one in today if one.unseen and not one.is_half_seen]),
        "vragen": "\n".join(line for one in accounts if not one.is_empty for line in question_lines(one)),
        "eigen_woorden": phrases.quoted_in_a_line(consult.note),
    }


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _named(accounts: list[QuestionAccount]) -> str:
    return " · ".join(one.heading for one in accounts)


def _seen(accounts: list[QuestionAccount]) -> str:
    """Return the questions with what of them was not looked at, so that nobody takes half for whole."""
    return " · ".join(_name_and_seen(one) for one in accounts)


def _name_and_seen(one: QuestionAccount) -> str:
    return phrases.with_remark(one.heading, one.looked_at)


def question_lines(one: QuestionAccount) -> list[str]:
    """Return what was said about a question: what it comes to, what was marked, and the patient's own words."""
    parts = [_name_and_seen(one)]
    if one.preference:
        parts.append(_("Preference: {preference}").format(preference=one.preference) + ".")
    if one.said.importance:
        importance = phrases.IMPORTANCE[one.said.importance]
        parts.append(_("Weighs: {importance}").format(importance=importance) + ".")
    lines = [" ".join(parts)]
    if one.marked:
        lines.append(f"- {_marked(one)}")
    if one.said.note:
        lines.append(
            "- " + _("In the patient's own words: {words}").format(words=phrases.quoted_in_a_line(one.said.note))
        )
    return lines


def _marked(one: QuestionAccount) -> str:
    kinds = []
    for mark, words in _MARKED.items():
        found = [marked for marked in one.marked if mark in marked.marks]
        if found:
            kinds.append(words.format(statements="; ".join(marked.words for marked in found)))
    return " · ".join(kinds)


def _decision(card: Card, consult: Consult) -> dict[str, str]:
    decision = consult.decision
    if decision.option is not None:
        return {"besluit": decided(card, consult), "nodig": "", "wanneer": ""}
    if not decision.not_yet:
        return {"besluit": _("nothing was written down"), "nodig": "", "wanneer": ""}
    return {
        "besluit": _("not to decide yet"),
        "nodig": "; ".join(phrases.needs(decision)),
        "wanneer": phrases.quoted_in_a_line(decision.when),
    }
