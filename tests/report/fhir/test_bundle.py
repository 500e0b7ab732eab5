"""The content of a Bundle: the card verbatim, its references, and what it never contains."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import Walk
from herniatui.report.fhir import Soep, bundle, to_bytes
from herniatui.report.formats import NotPossible
from tests.card.any_card import cards
from tests.consult.strategies import CARD as SOUP
from tests.report.consults import CARD, HOSTILE_CARD, full, seen, soep_lines
from tests.support.soak import soaking

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=timezone(timedelta(hours=1)))
CONFIRMED = {
    ("http://snomed.info/sct", "255362007"),
    ("http://snomed.info/sct", "260224007"),
    ("http://snomed.info/sct", "129265001"),
    ("http://snomed.info/sct", "129271007"),
    ("http://hl7.org/fhir/sid/icpc-1-nl", "L86"),
}


def resources(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in made["entry"] if entry["resource"]["resourceType"] == kind]


def asked(card: Card) -> dict[str, Any]:
    """Return the card as a Questionnaire."""
    (questionnaire,) = resources(bundle(card, EMPTY, WHEN), "Questionnaire")
    return questionnaire


def answered(card: Card, consult: Consult, closed: bool = False) -> dict[str, Any]:
    """Return the consult as a QuestionnaireResponse."""
    (response,) = resources(bundle(card, consult, WHEN, closed), "QuestionnaireResponse")
    return response


def words(card: Card) -> Iterator[str]:
    """Yield every text of the Questionnaire that is from the card, in order."""
    questionnaire = asked(card)
    yield questionnaire["title"]
    yield from _words(questionnaire["item"])


def _words(items: list[dict[str, Any]]) -> Iterator[str]:
    for item in items:
        if item["linkId"] != "decision" and item["type"] in ("group", "display"):
            yield from [item["text"]] if "text" in item else []
            yield from _words(item.get("item", []))


def of_card(card: Card) -> Iterator[str]:
    """Yield every text of the card, with the name of each option before its statements."""
    yield from (card.title, card.question)
    yield from (statement.text for top in card.introduction for statement, _depth in top.walk())
    yield from [card.table_heading] if card.table_heading else []
    for question in card.questions:
        yield question.text
        for index, option in enumerate(card.options):
            yield option.name
            yield from (statement.text for statement, _depth in question.statements(index))
    yield from [card.closing] if card.closing else []


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
def test_the_card_stands_in_it_word_for_word_in_its_order(card: Card) -> None:
    assert list(words(card)) == list(of_card(card))
    assert set(card.texts()) == set(words(card))


@given(cards())
@settings(deadline=None, max_examples=soaking(short=8, long=60))
def test_any_card_stands_in_it_word_for_word(card: Card) -> None:
    assert list(words(card)) == list(of_card(card))


def test_a_statement_stands_under_the_heading_that_it_stands_under_on_the_card() -> None:
    heading = item("statement/bewegen-na-1-jaar", asked(CARD)["item"])
    inside = [child["linkId"].removeprefix("statement/") for child in heading["item"] if child["type"] == "group"]
    assert inside == ["bewegen-geen-klachten", "bewegen-wel-klachten"]


def item(link: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the item with this link id, at any depth."""
    for candidate in items:
        found = candidate if candidate["linkId"] == link else item(link, candidate.get("item", []))
        if found:
            return found
    return {}


def test_the_response_names_the_card_and_its_version() -> None:
    assert answered(SOUP, EMPTY)["questionnaire"] == f"{asked(SOUP)['url']}|{asked(SOUP)['version']}"


def test_a_card_without_a_version_is_named_without_one() -> None:
    assert "version" not in asked(CARD)
    assert answered(CARD, EMPTY)["questionnaire"] == asked(CARD)["url"]


def test_a_version_with_a_space_in_it_can_still_be_named() -> None:
    card = replace(CARD, origin=replace(CARD.origin, version="2e druk | 2026"))
    assert asked(card)["version"] == "2e-druk-2026"
    assert answered(card, EMPTY)["questionnaire"] == f"{asked(card)['url']}|2e-druk-2026"


def test_another_version_of_a_card_has_the_same_address_and_another_id() -> None:
    newer = replace(CARD, origin=replace(CARD.origin, version="2"), title="Keuzekaart Hernia")
    assert asked(newer)["url"] == asked(CARD)["url"] != asked(SOUP)["url"]
    assert asked(newer)["id"] != asked(CARD)["id"]


@pytest.mark.parametrize(
    ("consult", "closed", "status"),
    [
        (edits.decide(EMPTY, "operatie"), True, "completed"),
        (edits.decide_not_yet(EMPTY), True, "completed"),
        (edits.decide(EMPTY, "operatie"), False, "in-progress"),
        (EMPTY, True, "in-progress"),
    ],
)
def test_it_is_completed_when_the_consult_is_closed_with_an_outcome(
    consult: Consult, closed: bool, status: str
) -> None:
    assert answered(CARD, consult, closed)["status"] == status
    made = bundle(CARD, consult, WHEN, closed, soep=soep_lines(CARD, consult, Walk()))
    of_note = {found["status"] for kind in ("Composition", "Observation") for found in resources(made, kind)}
    assert of_note == {"final" if status == "completed" else "preliminary"}


def test_the_moment_is_the_one_given_with_its_time_zone() -> None:
    assert answered(CARD, EMPTY)["authored"] == "2026-03-05T10:30:00+01:00"
    with pytest.raises(ValueError, match="time zone"):
        bundle(CARD, EMPTY, datetime(2026, 3, 5))


def test_the_same_consult_gives_the_same_bytes_and_another_gives_other_ids() -> None:
    assert to_bytes(bundle(CARD, full(), WHEN)) == to_bytes(bundle(CARD, full(), WHEN))
    others = [(EMPTY, WHEN), (full(), WHEN + timedelta(seconds=1)), (full(), WHEN.astimezone(UTC))]
    made = [bundle(CARD, consult, when) for consult, when in [(full(), WHEN), *others]]
    assert len({resource["id"] for resource in made}) == len(made)


def test_no_two_resources_that_differ_have_one_id() -> None:
    """Every difference (subject, status, note) changes every id but that of the card."""
    first, second = Soep(s="a", p="b"), Soep(s="a", p="c")
    decided = edits.decide(full(), "operatie")
    found: dict[str, dict[str, Any]] = {}
    for subject in ("", "Patient/1", "Patient/2"):
        for closed in (False, True):
            for soep in (None, first, second):
                made = bundle(CARD, decided, WHEN, closed, subject, soep)
                for resource in (made, *(entry["resource"] for entry in made["entry"])):
                    assert found.setdefault(resource["id"], resource) == resource
    kinds = [resource["resourceType"] for resource in found.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "Questionnaire": 1,
        "QuestionnaireResponse": 3 * 2,
        "Bundle": 3 * 2 * 3,
        "Composition": 3 * 2 * 2,
        "Observation": 3 * 2 * 3,
    }


def test_another_version_of_the_card_gives_other_answers_and_another_note() -> None:
    newer = replace(CARD, closing="Nieuw.")
    ids = [
        [entry["resource"]["id"] for entry in bundle(card, full(), WHEN, soep=Soep(s="a"))["entry"]]
        for card in (CARD, newer)
    ]
    assert len({*ids[0], *ids[1]}) == 2 * len(ids[0]) == 8


def test_the_patient_is_named_by_that_word_only() -> None:
    assert list(answered(CARD, full())["subject"]) == ["display"]
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), Walk()))
    assert resources(made, "Patient") == []
    assert {tuple(found["subject"]) for kind in ("Composition", "Observation") for found in resources(made, kind)} == {
        ("display",)
    }


@pytest.mark.parametrize("reference", ["Patient/123", "https://epd.voorbeeld.nl/fhir/Patient/a-1", "urn:uuid:0b0d"])
def test_a_reference_to_the_patient_stands_in_it_as_given(reference: str) -> None:
    made = bundle(CARD, full(), WHEN, subject=reference, soep=Soep(s="a"))
    kinds = ("QuestionnaireResponse", "Composition", "Observation")
    assert [found["subject"] for kind in kinds for found in resources(made, kind)] == [{"reference": reference}] * 3


@pytest.mark.parametrize("reference", ["J. Jansen", "Patient/", "Patient/1 2", "Practitioner/1", "123", "Patient/1\n"])
def test_what_is_no_reference_to_a_patient_is_refused(reference: str) -> None:
    with pytest.raises(NotPossible):
        bundle(CARD, full(), WHEN, subject=reference)


@pytest.mark.parametrize("junk", ["x", "x ", "/", "#", "Jansen\n", "ftp://epd.voorbeeld.nl/"])
def test_nothing_stands_before_a_reference_to_a_patient(junk: str) -> None:
    with pytest.raises(NotPossible):
        bundle(CARD, full(), WHEN, subject=f"{junk}Patient/1")


def test_everything_is_said_to_be_dutch() -> None:
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), Walk()))
    assert {made["language"], *(entry["resource"]["language"] for entry in made["entry"])} == {"nl"}


def test_no_code_is_in_it_that_is_not_confirmed() -> None:
    made = bundle(CARD, full(), WHEN, soep=Soep(s="a", o="b", e="c", p="d"))
    assert {(coding["system"], coding["code"]) for coding in codings(made) if "system" in coding} == CONFIRMED


def codings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping that has a code."""
    if isinstance(value, dict):
        yield from [value] if "code" in value and isinstance(value["code"], str) else []
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from codings(inner)


def test_every_entry_is_named_by_its_id_and_every_reference_is_in_it() -> None:
    made = bundle(CARD, full(), WHEN, soep=soep_lines(CARD, full(), seen(("risicos", "bewegen"))))
    names = [entry["fullUrl"] for entry in made["entry"]]
    assert names == [f"urn:uuid:{entry['resource']['id']}" for entry in made["entry"]]
    (note,) = resources(made, "Composition")
    assert [section["entry"][0]["reference"] for section in note["section"]] == names[3:]
