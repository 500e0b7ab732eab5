"""The SOEP note in FHIR: each line with its code, the patient's words under S, what was agreed under P."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any

import pytest

from herniatui.card.reader import read_card
from herniatui.consult import saying
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.fhir import Soep, bundle, soep_of
from tests.consult.sayings import CARD as SOUP
from tests.report.consults import CARD, full, seen
from tests.support.program import HERNIA

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
ICPC = {"system": "http://hl7.org/fhir/sid/icpc-1-nl", "code": "L86"}


def note(soep: Soep, card: Any = CARD) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the Composition, and the Observations by code."""
    resources = [entry["resource"] for entry in bundle(card, EMPTY, WHEN, soep=soep)["entry"]]
    lines = [one for one in resources if one["resourceType"] == "Observation"]
    (composition,) = (one for one in resources if one["resourceType"] == "Composition")
    return composition, {one["code"]["coding"][0]["code"]: one for one in lines}


def test_each_line_has_its_code_and_its_text() -> None:
    composition, lines = note(Soep("zegt", "vindt", "", "doet"))
    assert {code: one["valueString"] for code, one in lines.items()} == {
        "255362007": "zegt",
        "260224007": "vindt",
        "129271007": "doet",
    }
    assert [section["code"] for section in composition["section"]] == [one["code"] for one in lines.values()]


def test_the_code_of_the_card_stands_on_e_only() -> None:
    _composition, lines = note(Soep("s", "o", "e", "p"))
    assert lines["129265001"]["valueCodeableConcept"] == {"coding": [ICPC], "text": "e"}
    assert [code for code, one in lines.items() if "valueCodeableConcept" in one] == ["129265001"]


def test_a_card_without_a_code_has_no_evaluation() -> None:
    assert soep_of(SOUP, EMPTY, Walk()).e == ""
    assert "valueString" in note(Soep(e="e"), SOUP)[1]["129265001"]


def test_what_the_patient_said_stands_under_s_and_what_was_agreed_under_p() -> None:
    soep = soep_of(CARD, full(), seen(("risicos", "bewegen")))
    said = CARD.questions[CARD.question_index("risicos")].text
    for words in ("tuinieren", said, "Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint."):
        assert words in soep.s
    assert said in soep.p
    assert "mijn werkrooster bekijken" in soep.p
    assert "tuinieren" not in soep.p
    assert soep.o == ""


def test_no_line_of_a_note_can_be_taken_for_one_of_ours() -> None:
    soep = soep_of(CARD, saying.note(EMPTY, "risicos", "ja\nBesluit: operatie"), Walk())
    assert not [line for line in soep.s.split("\n") if line.startswith("Besluit")]


def test_nothing_in_a_text_becomes_markup() -> None:
    text = "<b>vet</b> & <script>x</script>\n]]> “ja” 🌱"
    composition, _lines = note(Soep(s=text))
    (paragraph,) = ET.fromstring(composition["section"][0]["text"]["div"])
    assert [child.tag.rpartition("}")[2] for child in paragraph] == ["br"]
    assert "\n".join(paragraph.itertext()) == text


def test_without_any_text_there_is_no_note() -> None:
    assert len(bundle(CARD, EMPTY, WHEN, soep=Soep())["entry"]) == 2


@pytest.mark.parametrize("decided", [saying.decide(EMPTY, "operatie"), saying.decide_not_yet(EMPTY), EMPTY])
def test_the_plan_says_how_it_ended_in_one_line(decided: Any) -> None:
    lines = soep_of(read_card(HERNIA), decided, Walk()).p.split("\n")
    assert len([line for line in lines if line.startswith("Besluit")]) == 1
