"""Card and consult as one FHIR R4 Bundle (collection)."""

import re
from datetime import datetime
from typing import Any

import msgspec

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report.fhir import ids
from herniatui.report.fhir.earlier import earlier
from herniatui.report.fhir.questionnaire import questionnaire
from herniatui.report.fhir.response import response
from herniatui.report.fhir.soep import Soep, composition

LANGUAGE = "nl"
"""Of what the program says, and of the talk."""

_REFERENCE = re.compile(r"((https?://[^\s|#]+/)?Patient/[A-Za-z0-9.-]{1,64}|urn:(uuid|oid):[A-Za-z0-9.-]+)")


class NoReference(Exception):
    """What was given as the subject is no reference to a patient; the message says how to write one."""


def bundle(
    card: Card,
    consult: Consult,
    when: datetime,
    closed: bool = False,
    subject: str = "",
    soep: Soep | None = None,
    sha256: str = "",
) -> dict[str, Any]:
    """Return the Bundle: the card, what was said of it, and with `soep` the note.

    Args:
        card: The card; all in `consult` that it has no place for is known by its words (`consult.quotes.differing`).
        consult: What was said.
        when: The moment of the talk, with its time zone.
        closed: Whether the consult is closed. Only then, and with an outcome, is the response completed.
        subject: A reference to the patient (`Patient/123`); without one the patient is named by that word only.
        soep: The text of the note, from `soep.soep_of`; None for a Bundle without it.
        sha256: The checksum of the card's file; empty where it is not known.

    Raises:
        NoReference: if `subject` is none.
        ValueError: if `when` is without a time zone, which FHIR asks for.
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
        "entry": [{"fullUrl": ids.address(one), "resource": one} for one in resources],
    }
    return ids.named(made)


def to_bytes(made: dict[str, Any]) -> bytes:
    """Return a Bundle as a file: UTF-8 JSON, always the same for the same Bundle."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _subject(reference: str) -> dict[str, str]:
    if not reference:
        return {"display": _("patient")}
    if not _REFERENCE.fullmatch(reference):
        raise NoReference(_("this is no reference to a patient; write it as Patient/123"))
    return {"reference": reference}
