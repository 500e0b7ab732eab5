"""The note as a FHIR Composition with an Observation for each of its lines S, O, E and P.

Shaped after zib SOAPReport: a section for each line, named by its code, whose entry is an Observation with that code
and the text. An ICPC code stands on S or E only (zib-SOAPReport-1). The terms of the codes are in our words, in `text`;
a Composition has a type of its own in words, because no code for it is confirmed.
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
    """The text of each line of a note; an empty one is left out."""

    s: str = ""
    """What the patient says."""
    o: str = ""
    """Findings."""
    e: str = ""
    """Evaluation; the card's codes stand here."""
    p: str = ""
    """What was decided, and what was looked at."""


_LINES = (
    ("s", "255362007", _("Subjective")),
    ("o", "260224007", _("Objective")),
    ("e", "129265001", _("Evaluation")),
    ("p", "129271007", _("Plan")),
)
"""Field of `Soep`, SNOMED CT code, and title."""


def soep_of(card: Card, consult: Consult, walk: Walk, day: date, sha256: str) -> Soep:
    """Return the lines of the SOEP note, word for word those of `note.soep`; `day` is of the talk.

    Findings (O) are the clinician's: nothing in a consult is one.
    """
    parts = soep_parts(card, consult, walk, day, sha256, icpc_of(card))
    return Soep(s=parts["S"], e=parts.get("E", ""), p=parts["P"])


def composition(
    card: Card, soep: Soep, when: datetime, done: bool, subject: dict[str, str], language: str
) -> list[Resource]:
    """Return the Composition, and the Observations that its sections name; nothing for a note without any text.

    They are final if `done`, preliminary otherwise. `when` is with its time zone.
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
        observations.append(ids.named(observation | _value(card, field, text), *identity))
        entry = [{"reference": ids.address(observations[-1])}]
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
    return [ids.named(head, *identity), *observations]


def _value(card: Card, field: str, text: str) -> Resource:
    """Return the text of a line; on E with the codes of the card."""
    codings = [{"system": SYSTEMS[one.system], "code": one.code} for one in card.codes] if field == "e" else []
    return {"valueCodeableConcept": {"coding": codings, "text": text}} if codings else {"valueString": text}


def _narrative(text: str) -> dict[str, str]:
    """Return a text for people to read: whatever it holds, none of it is read as HTML."""
    lines = "<br/>".join(escape(line) for line in text.split("\n"))
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{lines}</p></div>'}
