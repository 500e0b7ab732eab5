"""FHIR identifiers: link ids, one to one with the ids of the card, and URIs derived from content only."""

import re
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from herniatui.card.model import Card

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:herniatui")
_URN = "urn:uuid:"

CHOSEN = "chosen"
NOTE = "note"
DISCUSSED = "discussed"
TAUGHT_BACK = "taught-back"
HANDED_OUT = "handed-out"
OUTCOME = "decision/outcome"
CERTAINTY = "decision/certainty"
NEEDS = "decision/needs"
OTHER = "decision/other"
WHEN = "decision/when"


def question(question_id: str) -> str:
    """Return the link id of a question's group."""
    return f"question/{question_id}"


def option(question_id: str, option_id: str) -> str:
    """Return the link id of the group with the statements of a question for an option."""
    return f"{question(question_id)}/option/{option_id}"


def preference(question_id: str) -> str:
    """Return the link id of the preference at a question."""
    return f"{question(question_id)}/preference"


def strong(question_id: str) -> str:
    """Return the link id of the flag that the preference at a question is strong."""
    return f"{question(question_id)}/strong"


def importance(question_id: str) -> str:
    """Return the link id of the importance of a question."""
    return f"{question(question_id)}/importance"


def note(question_id: str) -> str:
    """Return the link id of the patient's own words at a question."""
    return f"{question(question_id)}/note"


def statement(statement_id: str) -> str:
    """Return the link id of a statement's group."""
    return f"statement/{statement_id}"


def marks(statement_id: str) -> str:
    """Return the link id of the marks of a statement."""
    return f"{statement(statement_id)}/marks"


def name(card: Card) -> str:
    """Return the name of the card for programs: a capital, and letters and digits (FHIR R4 que-0)."""
    return "".join(word.capitalize() for word in card.id.split("-"))


def version(card: Card) -> str:
    """Return the card's version for a canonical URI, which allows no white space; empty if unknown."""
    return re.sub(r"[\s|#]+", "-", card.origin.version)


def url(card: Card) -> str:
    """Return the URI of the card, the same for all versions. A URN, because cards are published without a URL."""
    return uuid_of("card", card.id)


def canonical(card: Card) -> str:
    """Return `url|version`, or only the URL for a card without a version."""
    return f"{url(card)}|{version(card)}" if version(card) else url(card)


def uuid_of(*parts: str) -> str:
    """Return a URN (`urn:uuid:…`), deterministic for the same parts."""
    return f"{_URN}{uuid5(_NAMESPACE, '/'.join(parts))}"


def with_id(resource: dict[str, Any], *about: str) -> dict[str, Any]:
    """Return the resource with an id, derived from its content and from `about`, what else identifies it."""
    kind = resource["resourceType"]
    id_ = uuid_of(kind, *about, digest(resource)).removeprefix(_URN)
    return {"resourceType": kind, "id": id_} | resource


def full_url(resource: dict[str, Any]) -> str:
    """Return the full URL of a resource with an id, for references within the Bundle."""
    return f"{_URN}{resource['id']}"


def digest(value: object) -> str:
    """Return the SHA-256 of the value as deterministic JSON, in hexadecimal."""
    return sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
