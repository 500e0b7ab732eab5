"""Codes for the subject of a card, for the record."""

from pathlib import Path

import pytest

from herniatui.card.codes import ICPC, SYSTEMS, Code
from herniatui.card.reader import read_card
from tests.card.cards import TEA, problems
from tests.support.program import HERNIA, THREE_OPTIONS

CODES = TEA + "codes:\n  - {system: icpc-1-nl, code: L86, source: NHG}\n"


def test_the_hernia_card_has_the_code_for_hernia_with_its_title_and_source() -> None:
    assert read_card(HERNIA).codes == (Code(ICPC, "L86", "NHG", "Lage-rugpijn met uitstraling"),)


def test_the_code_system_has_its_fhir_uri() -> None:
    assert SYSTEMS == {"icpc-1-nl": "http://hl7.org/fhir/sid/icpc-1-nl"}


def test_a_code_need_not_have_a_title(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text(CODES, encoding="utf-8")
    assert read_card(path).codes == (Code(ICPC, "L86", "NHG"),)


def test_a_card_need_not_have_a_code() -> None:
    assert read_card(THREE_OPTIONS).codes == ()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("code: L86", "code: l86", "30:31"),
        ("code: L86", "code: L86 rug", "30:31"),
        ("code: L86", 'code: ""', "30:31"),
        ("icpc-1-nl", "icd-10", "30:14"),
        (", source: NHG", "", "30:5"),
        ("source: NHG", "bron: NHG", "30:36"),
        ("source: NHG", 'source: NHG, title: ""', "30:56"),
    ],
)
def test_an_invalid_code_or_one_without_a_source_is_reported_with_its_position(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    assert problems(tmp_path, CODES) == []
    found = problems(tmp_path, CODES.replace(old, new))
    assert found
    assert place in [line.split(" ")[0].rstrip(":") for line in found]
