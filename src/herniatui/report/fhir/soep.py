"""The note as a FHIR Composition, with an Observation for each of its lines S, O, E and P.

Follows zib SOAPReport: a section per line, with the line's code, whose entry is an Observation with that code and the
text. An ICPC code is on S or E only (zib-SOAPReport-1). The terms of the codes are the project's own, in `text`; the
type of the Composition is only in words, because no code for it is confirmed.
"""

from datetime import date, datetime
from html import escape
from typing import Any

from msgspec import Struct

from herniatui.card.codes import SYSTEMS
from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report.fhir import ids
from herniatui.report.note import icpc_of, soep_parts

Resource = dict[str, Any]

SNOMED = "http://snomed.info/sct"


class Soep(Struct, frozen=True):
    """The text of each line of a note; an empty line is left out."""

    s: str = ""
    """Subjective: what the patient says."""
    o: str = ""
    """Objective: findings."""
    e: str = ""
    """Evaluation, with the card's codes."""
    p: str = ""
    """Plan: the decision, and what was viewed."""


_LINES = (
    ("s", "255362007", _("Subjective")),
    ("o", "260224007", _("Objective")),
    ("e", "129265001", _("Evaluation")),
    ("p", "129271007", _("Plan")),
)
"""Field of `Soep`, SNOMED CT code, and title."""


def soep_of(card: Card, consult: Consult, walk: Walk, day: date, sha256: str) -> Soep:
    """Return the lines of the SOEP note, identical to `note.soep`; `day` is the day of the talk.

    Objective (O) is empty: findings are the clinician's, and a consult has none.
    """
    parts = soep_parts(card, consult, walk, day, sha256, icpc_of(card))
    return Soep(s=parts.get("S", ""), e=parts.get("E", ""), p=parts["P"])


def composition(
    card: Card, soep: Soep, when: datetime, done: bool, subject: dict[str, str], language: str
) -> list[Resource]:
    """Return the Composition and the Observations of its sections; an empty list for a note without text.

    Args:
        card: The card.
        soep: The note.
        when: The moment of the talk, with its time zone.
        done: Whether the resources are final; otherwise preliminary.
        subject: The patient, as a FHIR Reference.
        language: Language tag.
    """
    moment = when.isoformat(timespec="seconds")
    identity = (card.id, ids.digest(card), when.isoformat())
    sections, observations = [], []
    for field, code, title in _LINES:
        text = str(getattr(soep, field))
        if not text:
            continue
        name = {"coding": [{"system": SNOMED, "code": code}], "text": title}
        observation: Resource = {
            "resourceType": "Observation",
            "language": language,
            "status": "final" if done else "preliminary",
            "code": name,
            "subject": subject,
            "effectiveDateTime": moment,
        }
        observations.append(ids.with_id(observation | _value(card, field, text), *identity))
        entry = [{"reference": ids.full_url(observations[-1])}]
        sections.append({"title": title, "code": name, "text": _narrative(text), "entry": entry})
    if not sections:
        return []
    head = {
        "resourceType": "Composition",
        "language": language,
        "status": "final" if done else "preliminary",
        "type": {"text": _("Note of a talk (SOEP)")},
        "subject": subject,
        "date": moment,
        "author": [{"display": _("clinician")}],
        "title": card.title,
        "section": sections,
    }
    return [ids.with_id(head, *identity), *observations]


def _value(card: Card, field: str, text: str) -> Resource:
    """Return the value of a line: its text, on E with the codes of the card."""
    codings = [{"system": SYSTEMS[code.system], "code": code.code} for code in card.codes] if field == "e" else []
    return {"valueCodeableConcept": {"coding": codings, "text": text}} if codings else {"valueString": text}


def _narrative(text: str) -> dict[str, str]:
    """Return a FHIR Narrative of a text, escaped."""
    lines = "<br/>".join(escape(line) for line in text.split("\n"))
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{lines}</p></div>'}
