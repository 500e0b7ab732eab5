"""FHIR identifiers: link ids, one to one with the ids of the card, and URIs that are the same at every export.

What is the same for everyone (card, code systems) has an address and a version from its content. What is of one talk
has an identifier from the talk, whatever was said in it, so that a server can replace an earlier export.
"""

import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from herniatui.card.model import Card

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:herniatui")
_URN = "urn:uuid:"
_VERSION_LENGTH = 8
"""Number of digits of the checksum in a version; enough to distinguish versions of one card."""

MAX_NAME = 255
"""Maximum length of a name (FHIR R4 que-0, csd-0)."""
URI_SYSTEM = "urn:ietf:rfc:3986"
"""System of an identifier that is a URI itself (FHIR R4, Identifier)."""

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


def group(question_id: str) -> str:
    """Return the link id of the group of questions that begins with this question."""
    return f"{question(question_id)}/group"


def hint(question_id: str) -> str:
    """Return the link id of what the card prints under a question."""
    return f"{question(question_id)}/hint"


def explanation(number: int) -> str:
    """Return the link id of an entry of the glossary, numbered from 1."""
    return f"card/glossary/{number}"


def option(question_id: str, option_id: str) -> str:
    """Return the link id of the group with the statements of a question for an option."""
    return f"{question(question_id)}/option/{option_id}"


def viewed(question_id: str) -> str:
    """Return the link id of the options of a question that were viewed."""
    return f"{question(question_id)}/viewed"


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


def empty(question_id: str, option_id: str) -> str:
    """Return the link id of what the program says where the card has no statements for an option."""
    return f"{option(question_id, option_id)}/empty"


def statement(statement_id: str) -> str:
    """Return the link id of a statement's group."""
    return f"statement/{statement_id}"


def marks(statement_id: str) -> str:
    """Return the link id of the marks of a statement."""
    return f"{statement(statement_id)}/marks"


def name(card: Card) -> str:
    """Return the name of the card for programs: a capital, and letters and digits (FHIR R4 que-0)."""
    return "".join(word.capitalize() for word in card.id.split("-"))[:MAX_NAME]


def url(card: Card) -> str:
    """Return the URI of the card, the same for all versions. A URN, because cards are published without a URL."""
    return uuid_of("card", card.id)


def versioned(definition: dict[str, Any], stated: str = "") -> dict[str, Any]:
    """Return a definition (Questionnaire, CodeSystem) with the version and the id of its content.

    Args:
        definition: The resource, with its `url`.
        stated: The version that its makers state; empty if they state none.
    """
    words = re.sub(r"[^A-Za-z0-9.]+", "-", stated).strip("-")  # is part of a canonical URI, and of a search
    version = "-".join(part for part in (words, digest(definition)[:_VERSION_LENGTH]) if part)
    kind, address = definition["resourceType"], definition["url"]
    id_ = uuid_of("id", kind, address, version).removeprefix(_URN)
    head = {"resourceType": kind, "id": id_}
    head |= {key: definition[key] for key in ("language", "url") if key in definition}
    return head | {"version": version} | definition


def canonical(definition: dict[str, Any]) -> str:
    """Return `url|version` of a definition."""
    return f"{definition['url']}|{definition['version']}"


def talk(card: Card, began: datetime) -> str:
    """Return a URN for a talk: of its card and the moment that it began, so that it never changes."""
    return uuid_of("talk", card.id, began.astimezone(UTC).isoformat())


def of_talk(kind: str, talk: str, part: str = "") -> dict[str, Any]:
    """Return the head of a resource of a talk: its type and id.

    Args:
        kind: The resource type.
        talk: The URN of the talk.
        part: Which of the talk's resources of this type it is.
    """
    return {"resourceType": kind, "id": uuid_of("id", kind, talk, part).removeprefix(_URN)}


def identifier(kind: str, talk: str, part: str = "") -> dict[str, str]:
    """Return the business identifier of a resource of a talk; arguments as for `of_talk`.

    It is no full URL of the Bundle: a server replaces every full URL that it comes across (FHIR R4, transactions).
    """
    return {"system": URI_SYSTEM, "value": uuid_of("identifier", kind, talk, part)}


def uuid_of(*parts: str) -> str:
    """Return a URN (`urn:uuid:…`), deterministic for the same parts."""
    return f"{_URN}{uuid5(_NAMESPACE, '/'.join(parts))}"


def full_url(resource: dict[str, Any]) -> str:
    """Return the full URL of a resource with an id, for references within the Bundle."""
    return f"{_URN}{resource['id']}"


def digest(value: object) -> str:
    """Return the SHA-256 of the value as deterministic JSON, in hexadecimal."""
    return sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
