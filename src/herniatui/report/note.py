"""The note for the medical record (EPD), also as SOEP: plain text, shown exactly as it is exported."""

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
    Mark.EXPLAINED: _("Explained: {statements}"),
}


NOTE, SOEP = FORMS = ("note", "soep")
"""Forms of the note."""


def in_form(form: str, deck: Deck, consult: Consult, walk: Walk, day: date, template: str = "") -> str:
    """Return the note in one of the `FORMS`; `template` as for `note`."""
    if form == NOTE:
        return note(deck.card, consult, walk, day, deck.sha256, template)
    return soep(deck.card, consult, walk, day, deck.sha256, icpc_of(deck.card))


def icpc_of(card: Card) -> str:
    """Return the ICPC code of the card; empty if it has none."""
    return next((code.code for code in card.codes if code.system == ICPC), "")


def note(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, template: str = "") -> str:
    """Return the note: plain lines of any length, without a line break at the end.

    The card's words are unabridged; the patient's own words are on one line in quotation marks.

    Args:
        card: The card.
        consult: What was said.
        walk: What was viewed.
        day: The day of the talk.
        sha256: Checksum of the card file.
        template: The clinic's template; empty for the shipped one.
    """
    return filled(template or shipped_template("note"), _values(card, consult, walk, day, sha256))


def soep(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, icpc: str = "") -> str:
    """Return the note as SOEP: under S what the patient said, under P the decision and what was viewed.

    The card's code (`icpc`) is on E, because an ICPC code may be on S or E only (constraint zib-SOAPReport-1); without
    a code, E is left out.
    """
    parts = soep_parts(card, consult, walk, day, sha256, icpc)
    return "\n\n".join(f"{letter}: {text}" for letter, text in parts.items())


def soep_parts(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, icpc: str = "") -> dict[str, str]:
    """Return the parts of the SOEP note by letter: S, E and P; a part without text is left out.

    The template is split before it is filled in, so that no filled-in text can start another part.
    """
    values = _values(card, consult, walk, day, sha256)
    nothing = not any(values[name] for name in ("eerst", "vragen", "eigen_woorden"))
    said = {"niets_gezegd": _("nothing was written down") if nothing else "", "icpc": icpc}
    parts = [filled(part, values | said).partition(": ") for part in shipped_template("soep").split("\n\n")]
    return {letter: text for letter, _colon, text in parts if text}


def note_file(deck: Deck, record: Record, day: date, template: str = "") -> bytes:
    """Return the note of a stored talk as UTF-8, with a line break at the end (`report.formats`)."""
    return _file(in_form(NOTE, deck, record.consult, record.walk, day, template))


def soep_file(deck: Deck, record: Record, day: date) -> bytes:
    """Return the SOEP note of a stored talk as UTF-8, with a line break at the end (`report.formats`)."""
    return _file(in_form(SOEP, deck, record.consult, record.walk, day))


def _file(text: str) -> bytes:
    return f"{text}\n".encode()


def _values(card: Card, consult: Consult, walk: Walk, day: date, sha256: str) -> dict[str, str]:
    """Return the value of each placeholder; every value but `vragen` is a single line."""
    accounts = account(card, consult, walk)
    current = [told for told in accounts if not told.since]
    return {
        "kaart": card.title,
        "keuze": card.question,
        "versie": edition(card, sha256),
        "datum": _day(day),
        **_decision(card, consult),
        "eerst": _named(chosen(card, consult)),
        **_viewed(consult, current),
        "vragen": "\n".join(line for told in accounts if not told.is_empty for line in question_lines(told)),
        "eigen_woorden": phrases.quoted_in_a_line(consult.note),
    }


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _named(accounts: list[QuestionAccount]) -> str:
    return " · ".join(told.heading for told in accounts)


def _named_with_unseen(told: QuestionAccount) -> str:
    """Return the question with the options that were not viewed, so that it is not taken as viewed in full."""
    return phrases.with_remark(told.heading, told.looked_at)


def question_lines(told: QuestionAccount) -> list[str]:
    """Return the answers at a question, a line each: preference and importance, marks, and the patient's own words."""
    parts = [_named_with_unseen(told)]
    if told.preference:
        parts.append(_("Preference: {preference}").format(preference=told.preference) + ".")
    if told.said.importance:
        importance = phrases.IMPORTANCE[told.said.importance]
        parts.append(_("Weighs: {importance}").format(importance=importance) + ".")
    lines = [" ".join(parts)]
    if told.marked:
        lines.append(f"- {_marked(told)}")
    if told.said.note:
        lines.append(
            "- " + _("In the patient's own words: {words}").format(words=phrases.quoted_in_a_line(told.said.note))
        )
    return lines


def _marked(told: QuestionAccount) -> str:
    kinds = []
    for mark, words in _MARKED.items():
        found = [marked for marked in told.marked if mark in phrases.outstanding(marked.marks)]
        if found:
            kinds.append(words.format(statements="; ".join(marked.words for marked in found)))
    return " · ".join(kinds)


def _decision(card: Card, consult: Consult) -> dict[str, str]:
    decision = consult.decision
    nothing = _("not to decide yet") if decision.not_yet else _("nothing was written down")
    return {
        "besluit": decided(card, consult) or nothing,
        "zekerheid": phrases.CERTAINTY[decision.certainty] if decision.certainty else "",
        "nodig": "; ".join(phrases.needs(decision)),
        "wanneer": phrases.quoted_in_a_line(decision.when),
    }


def _viewed(consult: Consult, current: list[QuestionAccount]) -> dict[str, str]:
    """Return what was confirmed to have been discussed, and what of the rest was viewed."""
    rest = [told for told in current if told.id not in consult.discussed]
    return {
        "besproken": _named([told for told in current if told.id in consult.discussed]),
        "terugverteld": _("done") if consult.taught_back else "",
        "bekeken": _named([told for told in rest if not told.unseen]),
        "deels_bekeken": " · ".join(_named_with_unseen(told) for told in rest if told.is_half_seen),
        "niet_bekeken": _named([told for told in rest if told.unseen and not told.is_half_seen]),
    }
