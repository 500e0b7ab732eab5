"""The note as a FHIR Composition, with an Observation for each of its parts S, O, E and P.

Follows zib SOAPReport: a section per part, with the part's code, whose entry is an Observation with that code and the
text. An ICPC code is on S or E only (zib-SOAPReport-1). The terms of the codes are the project's own, in `text`; the
type of the Composition is only in words, because no code for it is confirmed.
"""

from datetime import date
from html import escape
from typing import Any

from msgspec import Struct

from herniatui.card.codes import SYSTEMS
from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report.fhir import ids
from herniatui.report.fhir.references import Context
from herniatui.report.note import icpc_of, soep_parts

Resource = dict[str, Any]

SNOMED = "http://snomed.info/sct"


class Soep(Struct, frozen=True):
    """The text of each part of a note; an empty part is left out."""

    s: str = ""
    """Subjective: what the patient says."""
    o: str = ""
    """Objective: findings."""
    e: str = ""
    """Evaluation, with the card's codes."""
    p: str = ""
    """Plan: the decision, and what was viewed."""


_PARTS = (
    ("s", "255362007", _("Subjective")),
    ("o", "260224007", _("Objective")),
    ("e", "129265001", _("Evaluation")),
    ("p", "129271007", _("Plan")),
)
"""Field of `Soep`, SNOMED CT code, and title."""


def soep_of(card: Card, consult: Consult, walk: Walk, day: date, sha256: str) -> Soep:
    """Return the parts of the full SOEP note, identical to `note.soep_parts`; `day` is the day of the talk.

    Objective (O) is empty: findings are the clinician's, and a consult has none.
    """
    parts = soep_parts(card, consult, walk, day, sha256, icpc_of(card), full=True)
    return Soep(s=parts.get("S", ""), e=parts.get("E", ""), p=parts.get("P", ""))


def composition(card: Card, soep: Soep, context: Context, language: str) -> list[Resource]:
    """Return the Composition and the Observations of its sections; an empty list for a note without text.

    Args:
        card: The card.
        soep: The note.
        context: What the resources of the talk share. Without an author, the author is only the word "clinician".
        language: Language tag.
    """
    status = "final" if context.done else "preliminary"
    sections, observations = [], []
    for field, code, title in _PARTS:
        text = str(getattr(soep, field))
        if not text:
            continue
        name = {"coding": [{"system": SNOMED, "code": code}], "text": title}
        observation = ids.of_talk("Observation", context.talk, field) | {
            "language": language,
            "identifier": [ids.identifier("Observation", context.talk, field)],
            "status": status,
            "code": name,
            **context.links,
            **({"performer": [context.author]} if context.author else {}),
            "effectiveDateTime": context.moment,
            **_value(card, field, text),
        }
        observations.append(observation)
        entry = [{"reference": ids.full_url(observation)}]
        sections.append({"title": title, "code": name, "text": _narrative(text), "entry": entry})
    if not sections:
        return []
    head = ids.of_talk("Composition", context.talk) | {
        "language": language,
        "identifier": ids.identifier("Composition", context.talk),
        "status": status,
        "type": {"text": _("Note of a talk (SOEP)")},
        **context.links,
        "date": context.moment,
        "author": [context.author or {"display": _("clinician")}],
        "title": card.title,
        "section": sections,
    }
    return [head, *observations]


def _value(card: Card, field: str, text: str) -> Resource:
    """Return the value of a part: its text, on E with the codes of the card."""
    codings = [{"system": SYSTEMS[code.system], "code": code.code} for code in card.codes] if field == "e" else []
    return {"valueCodeableConcept": {"coding": codings, "text": text}} if codings else {"valueString": text}


def _narrative(text: str) -> dict[str, str]:
    """Return a FHIR Narrative of a text, escaped."""
    lines = "<br/>".join(escape(line) for line in text.split("\n"))
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{lines}</p></div>'}
