"""Card and talk as one FHIR R4 Bundle: a collection, or a transaction for a server."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report.fhir import ids
from herniatui.report.fhir.code_systems import code_systems
from herniatui.report.fhir.earlier import earlier
from herniatui.report.fhir.questionnaire import language, questionnaire
from herniatui.report.fhir.references import Context, reference
from herniatui.report.fhir.response import answers_of, response
from herniatui.report.fhir.soep import Soep, composition
from herniatui.report.formats import COLLECTION, TRANSACTION

LANGUAGE = "nl"
"""Language of the program's words and of the talk."""

_DEFINITIONS = ("Questionnaire", "CodeSystem")
"""Resource types that are the same for every talk about a version of a card."""


class About(Struct, frozen=True):
    """References to what the record system knows, as text; None if unknown."""

    subject: str | None = None
    """The patient, `Patient/123`; without it, the subject is only the word "patient"."""
    encounter: str | None = None
    """The contact, `Encounter/123`."""
    author: str | None = None
    """Who recorded it: a Practitioner, PractitionerRole or Organization."""


def bundle(
    card: Card,
    consult: Consult,
    when: datetime,
    *,
    walk: Walk = Walk(),  # noqa: B008 - immutable
    began: datetime | None = None,
    closed: bool = False,
    soep: Soep | None = None,
    sha256: str = "",
    about: About = About(),  # noqa: B008 - immutable
    kind: str = COLLECTION,
) -> dict[str, Any]:
    """Return the Bundle: the card, the answers, the note with `soep`, and the code systems of the answers.

    Args:
        card: The current card; `consult` quotes the words of answers to words that it no longer has
            (`consult.quotes.with_earlier_words`).
        consult: What was said.
        when: The moment of the talk, with its time zone.
        walk: What was viewed.
        began: The moment that the talk began, which identifies it, with its time zone; None if it is `when`.
        closed: Whether the consult is closed. The resources are final only if it is, and has an outcome.
        soep: The text of the note, from `soep.soep_of`; None leaves it out.
        sha256: Checksum of the card file; empty if unknown.
        about: References to patient, contact and author.
        kind: One of `formats.BUNDLES`.

    Raises:
        NotPossible: A text in `about` is no reference to that, or none that a server can resolve in a transaction.
        ValueError: `when` has no time zone, which FHIR requires.
    """
    if when.tzinfo is None:
        raise ValueError("a moment without a time zone")
    resolvable = kind == TRANSACTION
    context = Context(
        talk=ids.talk(card, began or when),
        when=when,
        done=closed and consult.decision.made,
        subject=reference("subject", about.subject, resolvable) or {"display": _("patient")},
        encounter=reference("encounter", about.encounter, resolvable),
        author=reference("author", about.author, resolvable),
    )
    asked = questionnaire(card, sha256)
    resources = [asked, response(asked, answers_of(card, consult, walk), context, LANGUAGE)]
    if before := earlier(card, consult, LANGUAGE):
        asked_then, answers = before
        resources += [asked_then, response(asked_then, answers, context, LANGUAGE, "earlier")]
    resources += composition(card, soep, context, LANGUAGE) if soep else []
    resources += code_systems(card, LANGUAGE, language(card))
    return ids.of_talk("Bundle", context.talk, kind) | {
        "language": LANGUAGE,
        "identifier": ids.identifier("Bundle", context.talk, kind),
        "type": kind,
        "timestamp": context.moment,
        "entry": [_requested(resource) if kind == TRANSACTION else _entry(resource) for resource in resources],
    }


def to_bytes(made: dict[str, Any]) -> bytes:
    """Return a Bundle as UTF-8 JSON. Deterministic."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _entry(resource: dict[str, Any]) -> dict[str, Any]:
    return {"fullUrl": ids.full_url(resource), "resource": resource}


def _requested(resource: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with the request that makes the resource, or replaces what an earlier export made.

    A definition is made if the server does not have that version, which can have no other content. What is of the talk
    is found by its identifier. The server gives the ids, as one of ours would clash with that of what it replaces.
    """
    kind = resource["resourceType"]
    if kind in _DEFINITIONS:
        search = f"url={resource['url']}&version={resource['version']}"
        request = {"method": "POST", "url": kind, "ifNoneExist": search}
    else:
        given = resource["identifier"]
        (identifier,) = given if isinstance(given, list) else [given]
        request = {"method": "PUT", "url": f"{kind}?identifier={identifier['system']}%7C{identifier['value']}"}
    without_id = {key: value for key, value in resource.items() if key != "id"}
    return {"fullUrl": ids.full_url(resource), "resource": without_id, "request": request}
