"""Every export format exists, and loads only on use."""

import csv
import inspect
import json
import subprocess
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from io import StringIO

import pytest
from msgspec.structs import replace

from herniatui.consult.edits import confirm, decide
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import CLOSING, DECISION, Walk
from herniatui.report.fhir import ids
from herniatui.report.formats import FORMATS
from herniatui.report.handout.build import handout
from herniatui.storage.record import CardStamp, Record
from tests.report.consults import full, seen, seen_all
from tests.support.program import HERNIA, deck_of

THEN = datetime(2031, 2, 3, 10, 30, tzinfo=UTC)
RECORD = Record(CardStamp("hernia-in-de-rug"), THEN, THEN, 1, full())
DAY = date(2031, 2, 3)
DECK = deck_of(HERNIA)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_deterministic(name: str) -> None:
    form, deck = FORMATS[name], deck_of(HERNIA)
    data = form.render(deck, RECORD, DAY, not_taken=1)
    assert data == form.render(deck, RECORD, DAY)
    if form.is_text:
        assert data.decode().endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_the_declared_arguments_match_the_function(name: str) -> None:
    module, _, function = FORMATS[name].function.partition(":")
    parameters = inspect.signature(getattr(import_module(module), function)).parameters
    assert list(parameters)[:3] == ["deck", "record", "day"]
    assert tuple(list(parameters)[3:]) == FORMATS[name].parameters


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.of_all])
def test_the_function_for_several_talks_takes_the_talks_and_declared_arguments(name: str) -> None:
    module, _, function = FORMATS[name].of_all.partition(":")
    first, *parameters = inspect.signature(getattr(import_module(module), function)).parameters
    assert first == "talks"
    assert set(parameters) <= set(FORMATS[name].parameters)
    assert FORMATS[name].render_all([]).decode("utf-8-sig").endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("consult", [EMPTY, full(), decide(full(), "operatie")], ids=["paged", "full", "decided"])
def test_no_export_claims_that_something_was_discussed_unless_the_clinician_confirmed_it(
    name: str, consult: Consult
) -> None:
    """What was on screen was not necessarily discussed; only the clinician knows."""
    for walk in (Walk(), seen(("risicos", "bewegen")), Walk(CLOSING, seen_all(DECK.card).seen)):
        assert discussed(name, consult, walk) == []
        confirmed = [] if name in ("html", "pdf") else ["risicos"]  # for the patient, who was there
        assert discussed(name, confirm(consult, ["risicos"]), walk) == confirmed


def discussed(name: str, consult: Consult, walk: Walk) -> list[str]:
    """Return the ids of the questions that this export claims to have been discussed."""
    if name == "pdf":  # holds its words packed; they are those of the handout
        made = str(handout(DECK, consult, walk, DAY)).encode()
    else:
        made = FORMATS[name].render(DECK, replace(RECORD, consult=consult, walk=walk), DAY, soep=True)
    if name == "json":
        return list(json.loads(made)["record"]["consult"]["discussed"])
    if name == "csv":
        rows = csv.DictReader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";")
        return [row["vraag"] for row in rows if row["besproken"]]
    if name == "fhir":
        return [
            answer["valueCoding"]["code"]
            for entry in json.loads(made)["entry"]
            for item in entry["resource"].get("item", ())
            if item["linkId"] == ids.DISCUSSED
            for answer in item.get("answer", ())
        ]
    claims = [line for line in made.decode().replace("afgesproken", "").split("\n") if "esproken" in line]
    return [question.id for question in DECK.card.questions if any(question.text in line for line in claims)]


def test_the_clinics_template_reaches_the_note() -> None:
    assert FORMATS["note"].render(deck_of(HERNIA), RECORD, DAY, template="Op {datum}") == b"Op 03-02-2031\n"


@pytest.mark.parametrize(
    ("stop", "consult", "status"),
    [
        (CLOSING, full(), "completed"),
        (CLOSING, EMPTY, "in-progress"),
        (DECISION, full(), "in-progress"),
        ("risicos", full(), "in-progress"),
    ],
)
def test_a_talk_is_completed_in_fhir_at_the_last_stop_with_an_outcome(stop: str, consult: Consult, status: str) -> None:
    record = replace(RECORD, consult=consult, walk=Walk(stop=stop))
    made = json.loads(FORMATS["fhir"].render(deck_of(HERNIA), record, DAY, soep=True, subject="Patient/1"))
    resources = [entry["resource"] for entry in made["entry"]]
    found = {
        resource["resourceType"]: resource["status"]
        for resource in resources
        if resource["resourceType"] not in ("Questionnaire", "CodeSystem")
    }
    of_note = "final" if status == "completed" else "preliminary"
    assert found == {"QuestionnaireResponse": status, "Composition": of_note, "Observation": of_note}


def test_the_note_in_fhir_is_the_note_as_soep() -> None:
    deck, day = deck_of(HERNIA), date(2031, 2, 2)
    made = json.loads(FORMATS["fhir"].render(deck, RECORD, day, soep=True))
    resources = [entry["resource"] for entry in made["entry"]]
    lines = [resource for resource in resources if resource["resourceType"] == "Observation"]
    texts = [line.get("valueString") or line["valueCodeableConcept"]["text"] for line in lines]
    parts = [f"{letter}: {text}" for letter, text in zip("SEP", texts, strict=True)]
    assert "\n\n".join(parts) + "\n" == FORMATS["soep"].render(deck, RECORD, day, full=True).decode()


def test_listing_the_formats_imports_none_of_them() -> None:
    modules = {form.function.partition(":")[0] for form in FORMATS.values()}
    code = f"import sys, herniatui.report.formats; print({modules} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
