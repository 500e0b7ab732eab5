"""The code systems of our codings (`choices`), as FHIR CodeSystems."""

from typing import Any

from herniatui.card.model import Card
from herniatui.i18n import _
from herniatui.report.fhir import choices, ids
from herniatui.report.fhir.choices import Coding


def code_systems(card: Card, language: str, language_of_card: str) -> list[dict[str, Any]]:
    """Return the CodeSystem of every system that codings about a card have.

    Args:
        card: The card.
        language: Language tag of the program's words.
        language_of_card: Language tag of the card's words; empty if unknown.
    """
    name = ids.name(card)
    questions = _("{card}: codes of its questions").format(card=card.title)
    options = _("{card}: codes of its options").format(card=card.title)
    return [
        _code_system("Keuzekaart", _("Answers about a decision card"), choices.every_card(), language, "active"),
        _code_system(f"{name}Questions", questions, choices.questions(card), language_of_card),
        _code_system(f"{name}Options", options, choices.options(card), language_of_card),
    ]


def _code_system(
    name: str, title: str, codings: list[Coding], language: str, status: str = "unknown"
) -> dict[str, Any]:
    """Return a CodeSystem of these codings, which have one system.

    Its status is `unknown` for the codes of a card, because a card does not state whether it is still in use.
    """
    (system,) = {coding["system"] for coding in codings}
    made = {
        "resourceType": "CodeSystem",
        "language": language,
        "url": system,
        "name": name[: ids.MAX_NAME],
        "title": title,
        "status": status,
        "caseSensitive": True,
        "content": "complete",
        "concept": [{"code": coding["code"], "display": coding["display"]} for coding in codings],
    }
    return ids.versioned({key: value for key, value in made.items() if value != ""})
