"""The export is valid FHIR R4 according to third-party validators, which do detect errors."""

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.model import Card
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.fhir import About, bundle, to_bytes
from herniatui.report.formats import BUNDLES, COLLECTION
from tests.card.any_card import cards
from tests.consult.strategies import CARD as SOUP
from tests.report.consults import CARD, HOSTILE_CARD, full, seen_all, soep_lines
from tests.report.fhir.any_consult import consults
from tests.report.fhir.validators import INVARIANTS, against_fhirkit, against_schema, broken_invariants
from tests.report.talks import EXAMPLES
from tests.support.soak import soaking

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)

Resource = dict[str, Any]


def wrongs(made: Resource) -> list[str]:
    """Return the errors of all validators in a Bundle and its resources."""
    resources = [made, *(entry["resource"] for entry in made["entry"])]
    broken = [key for resource in resources for key in broken_invariants(resource)]
    return against_schema(made) + against_fhirkit(to_bytes(made)) + broken


@cache
def everything(kind: str = COLLECTION) -> Resource:
    """Return a Bundle with everything that an export can contain."""
    about, note = About("Patient/123", "Encounter/123", "PractitionerRole/123"), soep_lines(CARD, full(), Walk())
    return bundle(CARD, full(), WHEN, walk=seen_all(CARD), soep=note, about=about, kind=kind)


def full_bundle() -> Resource:
    """Return a Bundle with everything that an export can contain, to break."""
    return copy.deepcopy(everything())


@pytest.mark.parametrize("kind", BUNDLES)
def test_a_bundle_with_everything_in_it_is_valid(kind: str) -> None:
    made = everything(kind)
    kinds = [entry["resource"]["resourceType"] for entry in made["entry"]]
    note = ["Composition", *["Observation"] * 3]
    assert kinds == ["Questionnaire", "QuestionnaireResponse", *note, *["CodeSystem"] * 3]
    assert wrongs(made) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_of_the_eight_talks_is_valid(name: str) -> None:
    talk = EXAMPLES[name]
    note = soep_lines(talk.card, talk.consult, talk.walk)
    for kind in BUNDLES:
        assert wrongs(bundle(talk.card, talk.consult, WHEN, walk=talk.walk, soep=note, kind=kind)) == []


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
def test_a_card_of_which_nothing_was_said_is_valid(card: Card) -> None:
    assert wrongs(bundle(card, EMPTY, WHEN, soep=soep_lines(card, EMPTY, Walk()))) == []


@given(st.data())
@settings(deadline=None, max_examples=soaking(short=5, long=50))
def test_any_card_with_any_consult_is_valid(data: st.DataObject) -> None:
    card = data.draw(st.sampled_from([CARD, SOUP, HOSTILE_CARD]))
    consult = data.draw(consults(card))
    kind = data.draw(st.sampled_from(BUNDLES))
    made = bundle(card, consult, WHEN, closed=True, soep=soep_lines(card, consult, Walk()), kind=kind)
    assert wrongs(made) == []


@given(cards())
@settings(deadline=None, max_examples=soaking(short=5, long=50))
def test_any_card_that_the_format_allows_is_valid(card: Card) -> None:
    made = bundle(card, EMPTY, WHEN, soep=soep_lines(card, EMPTY, Walk()))
    assert against_fhirkit(to_bytes(made)) == []
    assert against_schema(made) == []


def first(items: list[Resource], kind: str) -> Resource:
    """Return the first item of this type, at any depth."""
    for item in items:
        if item["type"] == kind:
            return item
        if found := first(item.get("item", []), kind):
            return found
    return {}


def choices() -> list[Resource]:
    return [{"valueCoding": {"code": "a"}}]


BROKEN: dict[str, Callable[[Resource], object]] = {
    "que-0": lambda card: card.update(name="kaart"),
    "que-1": lambda card: first(card["item"], "group").pop("item"),
    "que-2": lambda card: card["item"].append(card["item"][0]),
    "que-3": lambda card: first(card["item"], "display").update(code=[{"code": "a"}]),
    "que-4": lambda card: first(card["item"], "choice").update(answerValueSet="urn:uuid:a"),
    "que-5": lambda card: first(card["item"], "text").update(answerOption=choices()),
    "que-6": lambda card: first(card["item"], "display").update(required=True),
    "que-7": lambda card: first(card["item"], "boolean")["enableWhen"][0].update(operator="exists"),
    "que-8": lambda card: first(card["item"], "group").update(initial=[{"valueString": "a"}]),
    "que-9": lambda card: first(card["item"], "display").update(readOnly=True),
    "que-10": lambda card: first(card["item"], "choice").update(maxLength=3),
    "que-11": lambda card: first(card["item"], "choice").update(initial=choices()),
    "que-12": lambda card: (
        first(card["item"], "boolean").pop("enableBehavior"),
        first(card["item"], "boolean").update(enableWhen=first(card["item"], "boolean")["enableWhen"] * 2),
    ),
    "que-13": lambda card: first(card["item"], "text").update(initial=[{"valueString": "a"}] * 2),
    "qrs-1": lambda answers: answers["item"][0].update(answer=[{"valueBoolean": True}]),
    "csd-0": lambda system: system.update(name="kaart"),
    "csd-1": lambda system: system["concept"].append(system["concept"][0]),
    "cmp-1": lambda note: [note["section"][0].pop(key) for key in ("text", "entry")],
    "cmp-2": lambda note: note["section"][0].update(emptyReason={"text": "leeg"}),
}


@pytest.mark.parametrize("key", BROKEN)
def test_an_invariant_that_is_broken_is_seen(key: str) -> None:
    kinds = {"que": "Questionnaire", "qrs": "QuestionnaireResponse", "cmp": "Composition", "csd": "CodeSystem"}
    resources = [entry["resource"] for entry in full_bundle()["entry"]]
    resource = next(found for found in resources if found["resourceType"] == kinds[key[:3]])
    BROKEN[key](resource)
    assert broken_invariants(resource) == [key]


def test_the_invariants_are_those_of_the_standard() -> None:
    keys = {key for constraints in INVARIANTS.values() for key in constraints}
    assert {"qrs-1", "csd-0", "csd-1", "cmp-1", "cmp-2", *(f"que-{number}" for number in range(14))} <= keys


OTHERWISE: dict[str, Callable[[Resource], object]] = {
    "a field that FHIR does not have": lambda card: card.update(tutle="a"),
    "a list where one text belongs": lambda card: card.update(title=["Kaart"]),
    "a flag that is a word": lambda card: first(card["item"], "choice").update(repeats="ja"),
}


@pytest.mark.parametrize("breaking", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_what_is_no_fhir_is_seen_by_both_validators(breaking: Callable[[Resource], object]) -> None:
    made = full_bundle()
    breaking(made["entry"][0]["resource"])
    assert against_schema(made)
    assert against_fhirkit(to_bytes(made))
