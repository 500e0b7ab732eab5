"""What things are called in FHIR: link ids, one to one with the ids of the card, and addresses made of content only."""

import re
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from herniatui.card.model import Card

_OURS = uuid5(NAMESPACE_URL, "urn:herniatui")
_URN = "urn:uuid:"

CHOSEN = "chosen"
NOTE = "note"
OUTCOME = "decision/outcome"
NEEDS = "decision/needs"
OTHER = "decision/other"
WHEN = "decision/when"


def question(question_id: str) -> str:
    """Return the link id of the group of a question."""
    return f"question/{question_id}"


def option(question_id: str, option_id: str) -> str:
    """Return the link id of the group of what the card says at a question for an option."""
    return f"{question(question_id)}/option/{option_id}"


def preference(question_id: str) -> str:
    """Return the link id of the preference at a question."""
    return f"{question(question_id)}/preference"


def strong(question_id: str) -> str:
    """Return the link id of whether that preference is strong."""
    return f"{question(question_id)}/strong"


def importance(question_id: str) -> str:
    """Return the link id of how much a question weighs."""
    return f"{question(question_id)}/importance"


def note(question_id: str) -> str:
    """Return the link id of the patient's own words at a question."""
    return f"{question(question_id)}/note"


def statement(statement_id: str) -> str:
    """Return the link id of the group of a statement."""
    return f"statement/{statement_id}"


def marks(statement_id: str) -> str:
    """Return the link id of the marks of a statement."""
    return f"{statement(statement_id)}/marks"


def name(card: Card) -> str:
    """Return the name of the card for programs: a capital, and letters and digits (FHIR R4 que-0)."""
    return "".join(word.capitalize() for word in card.id.split("-"))


def version(card: Card) -> str:
    """Return the card's version as it can stand in a canonical address, which has no white space; empty if unknown."""
    return re.sub(r"[\s|#]+", "-", card.origin.version)


def url(card: Card) -> str:
    """Return the address that names the card whatever its version. It is no page: the makers of cards give none."""
    return uuid_of("card", card.id)


def canonical(card: Card) -> str:
    """Return `url|version`, or just the url for a card without a version."""
    return f"{url(card)}|{version(card)}" if version(card) else url(card)


def uuid_of(*parts: str) -> str:
    """Return an address (`urn:uuid:…`), always the same for the same parts."""
    return f"{_URN}{uuid5(_OURS, '/'.join(parts))}"


def named(resource: dict[str, Any], *about: str) -> dict[str, Any]:
    """Return the resource with an id, which is made of all that it holds and of what else (`about`) tells it apart."""
    kind = resource["resourceType"]
    made = uuid_of(kind, *about, digest(resource)).removeprefix(_URN)
    return {"resourceType": kind, "id": made} | resource


def address(resource: dict[str, Any]) -> str:
    """Return the address of a resource with an id, by which others in the Bundle name it."""
    return f"{_URN}{resource['id']}"


def digest(value: object) -> str:
    """Return what tells this value from any other, in hexadecimal."""
    return sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
