"""Card and consult as one FHIR R4 Bundle (collection)."""

import re
from datetime import date, datetime
from typing import Any

import msgspec

from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import CLOSING
from herniatui.i18n import _
from herniatui.report.fhir import ids
from herniatui.report.fhir.earlier import earlier
from herniatui.report.fhir.questionnaire import questionnaire
from herniatui.report.fhir.response import response
from herniatui.report.fhir.soep import Soep, composition, soep_of
from herniatui.report.formats import NotPossible
from herniatui.storage.record import Record

LANGUAGE = "nl"
"""Language of the program's words and of the talk."""

_REFERENCE = re.compile(r"((https?://[^\s|#]+/)?Patient/[A-Za-z0-9.-]{1,64}|urn:(uuid|oid):[A-Za-z0-9.-]+)")


def fhir_file(deck: Deck, record: Record, day: date, soep: bool = False, subject: str = "") -> bytes:
    """Return card and talk as a FHIR R4 Bundle (`report.formats`).

    A talk is closed if the user had reached the last stop.

    Args:
        deck: The card with its additions.
        record: The stored talk.
        day: The day of the talk, for the note.
        soep: Include the note.
        subject: See `bundle`.

    Raises:
        NotPossible: `subject` is not a reference to a patient.
    """
    closed = record.walk.stop == CLOSING
    note = soep_of(deck.card, record.consult, record.walk, day, deck.sha256) if soep else None
    return to_bytes(bundle(deck.card, record.consult, record.changed, closed, subject, note, deck.sha256))


def bundle(
    card: Card,
    consult: Consult,
    when: datetime,
    closed: bool = False,
    subject: str = "",
    soep: Soep | None = None,
    sha256: str = "",
) -> dict[str, Any]:
    """Return the Bundle: the card, the answers, and with `soep` the note.

    Args:
        card: The current card; `consult` quotes the words of answers to words that it no longer has
            (`consult.quotes.with_earlier_words`).
        consult: What was said.
        when: The moment of the talk, with its time zone.
        closed: Whether the consult is closed. The response is completed only if it is, and has an outcome.
        subject: Reference to the patient (`Patient/123`); if empty, the subject is only the word "patient".
        soep: The text of the note, from `soep.soep_of`; None leaves it out.
        sha256: Checksum of the card file; empty if unknown.

    Raises:
        NotPossible: `subject` is not a reference to a patient.
        ValueError: `when` has no time zone, which FHIR requires.
    """
    if when.tzinfo is None:
        raise ValueError("a moment without a time zone")
    whom = _subject(subject)
    answers = response(card, consult, when, closed, whom, LANGUAGE)
    resources = [questionnaire(card, sha256), answers, *earlier(card, consult, answers)]
    if soep:
        resources += composition(card, soep, when, answers["status"] == "completed", whom, LANGUAGE)
    made = {
        "resourceType": "Bundle",
        "language": LANGUAGE,
        "type": "collection",
        "timestamp": when.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": ids.full_url(resource), "resource": resource} for resource in resources],
    }
    return ids.with_id(made)


def to_bytes(made: dict[str, Any]) -> bytes:
    """Return a Bundle as UTF-8 JSON. Deterministic."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _subject(reference: str) -> dict[str, str]:
    if not reference:
        return {"display": _("patient")}
    if not _REFERENCE.fullmatch(reference):
        raise NotPossible(_("this is no reference to a patient; write it as Patient/123"))
    return {"reference": reference}
