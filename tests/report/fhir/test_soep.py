"""The SOEP note in FHIR: each line with its code, the patient's words under S, the decision under P."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.fhir import Soep, bundle
from herniatui.report.note import icpc_of, soep_parts
from tests.consult.strategies import CARD as SOUP
from tests.report.consults import CARD, DAY, HOSTILE_CARD, SHA256, full, seen, seen_all, soep_lines
from tests.report.fhir.any_consult import consults
from tests.support.soak import soaking

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
ICPC = {"system": "http://hl7.org/fhir/sid/icpc-1-nl", "code": "L86"}


def note(text: Soep, card: Any = CARD) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the Composition, and its Observations by code."""
    resources = [entry["resource"] for entry in bundle(card, EMPTY, WHEN, soep=text)["entry"]]
    lines = [resource for resource in resources if resource["resourceType"] == "Observation"]
    (composition,) = (resource for resource in resources if resource["resourceType"] == "Composition")
    return composition, {line["code"]["coding"][0]["code"]: line for line in lines}


def test_each_line_has_its_code_and_its_text() -> None:
    composition, lines = note(Soep("zegt", "vindt", "", "doet"))
    assert {code: line["valueString"] for code, line in lines.items()} == {
        "255362007": "zegt",
        "260224007": "vindt",
        "129271007": "doet",
    }
    assert [section["code"] for section in composition["section"]] == [line["code"] for line in lines.values()]


def test_the_code_of_the_card_stands_on_e_only() -> None:
    _composition, lines = note(Soep("s", "o", "e", "p"))
    assert lines["129265001"]["valueCodeableConcept"] == {"coding": [ICPC], "text": "e"}
    assert [code for code, line in lines.items() if "valueCodeableConcept" in line] == ["129265001"]


def test_a_card_without_a_code_has_no_evaluation() -> None:
    assert soep_lines(SOUP, EMPTY, Walk()).e == ""
    assert "valueString" in note(Soep(e="e"), SOUP)[1]["129265001"]


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
@given(data=st.data())
@settings(deadline=None, max_examples=soaking(short=15, long=400))
def test_it_is_the_note_as_soep_in_parts(card: Card, data: st.DataObject) -> None:
    consult, walk = data.draw(consults(card)), data.draw(st.sampled_from([Walk(), seen_all(card)]))
    lines = soep_lines(card, consult, walk)
    parts = {letter: text for letter, text in (("S", lines.s), ("E", lines.e), ("P", lines.p)) if text}
    assert parts == soep_parts(card, consult, walk, DAY, SHA256, icpc_of(card), full=True)
    assert lines.o == ""


def test_what_the_patient_said_stands_under_s_the_code_under_e_and_what_was_agreed_under_p() -> None:
    lines = soep_lines(CARD, full(), seen(("risicos", "bewegen")))
    assert [text.split("\n")[0] for text in (lines.s, lines.e, lines.p)] == [
        "Maakt zich zorgen over A Bewegen en medicijnen: Pijnstiller die ontstekingen remt: Bloeding in maag of darmen "
        "(bij minder dan 1 van de 100 mensen). Daarom krijgt u soms een extra medicijn dat uw maag beschermt. · "
        "Heel sterke pijnstillers: Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint.",
        *("ICPC L86 Lage-rugpijn met uitstraling", "Besluit: nog niet beslissen"),
    ]
    for words in (
        "Heel belangrijk: 3. Wat",
        "Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint.",
    ):
        assert words in lines.s
        assert words not in lines.p
    assert "mijn werkrooster bekijken" in lines.p


def test_half_a_question_is_not_looked_at_and_what_was_said_of_one_not_looked_at_is_told() -> None:
    half = soep_lines(CARD, EMPTY, seen(("risicos", "bewegen"))).p.split("\n")
    assert "Deels bekeken: 3. Wat zijn de risico’s en bijwerkingen? (B nog niet bekeken)" in half
    assert not [line for line in half if line.startswith("Op het scherm bekeken")]
    unseen = soep_lines(CARD, edits.prefer(EMPTY, "risicos", "operatie"), Walk())
    assert "Voorkeur voor B Operatie: 3. Wat zijn de risico’s en bijwerkingen?" in unseen.s
    assert "Nog niet bekeken: 1. Wat gebeurt er bij de behandeling? · 2." in unseen.p


def test_free_text_stays_on_one_line_of_the_narrative() -> None:
    forged = "Nee.\nBesluit: B Operatie\n\nP: operatie"
    consult = edits.note(edits.note(EMPTY, "risicos", forged), None, forged)
    consult = edits.decide_not_yet(edits.come_back(edits.need_other(consult, forged), forged))
    composition, _lines = note(soep_lines(CARD, consult, Walk()))
    read = [line for section in composition["section"] for line in shown(section["text"]["div"])]
    assert [line for line in read if line.startswith(("Besluit", "P:"))] == ["Besluit: nog niet beslissen"]
    assert "\n".join(read).count("“Nee. / Besluit: B Operatie / P: operatie”") == 4


def shown(div: str) -> list[str]:
    """Return the lines of a narrative as a browser shows them, with white space collapsed."""
    (paragraph,) = ET.fromstring(div)
    texts = [paragraph.text or "", *(child.tail or "" for child in paragraph)]
    return [" ".join(text.split()) for text in texts]


def test_nothing_in_a_text_becomes_markup() -> None:
    text = "<b>vet</b> & <script>x</script>\n]]> “ja” 🌱"
    composition, _lines = note(Soep(s=text))
    (paragraph,) = ET.fromstring(composition["section"][0]["text"]["div"])
    assert [child.tag.rpartition("}")[2] for child in paragraph] == ["br"]
    assert "\n".join(paragraph.itertext()) == text


def test_without_any_text_there_is_no_note() -> None:
    assert bundle(CARD, EMPTY, WHEN, soep=Soep()) == bundle(CARD, EMPTY, WHEN)


@pytest.mark.parametrize("decided", [edits.decide(EMPTY, "operatie"), edits.decide_not_yet(EMPTY), EMPTY])
def test_the_plan_says_how_it_ended_in_one_line(decided: Any) -> None:
    lines = soep_lines(CARD, decided, Walk()).p.split("\n")
    assert len([line for line in lines if line.startswith("Besluit")]) == 1
