"""The documents for people: what they point at is there, and the cards that they show are in order."""

import re
from pathlib import Path

import pytest

from herniatui.card.reader import read_card

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
_POINTED_AT = re.compile(r'\]\(([^)#:]+)\)|src="([^":]+)"')


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_points_at_is_there(document: Path) -> None:
    pointed_at = ["".join(found) for found in _POINTED_AT.findall(document.read_text(encoding="utf-8"))]
    assert [path for path in pointed_at if not (document.parent / path).exists()] == []


@pytest.mark.parametrize("name", ["kaart-schrijven.md", "writing-a-card.md"])
def test_the_card_in_a_document_is_in_order(name: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    path = tmp_path / "card.yaml"
    path.write_text(text.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert read_card(path).options[0].short == "Tomatensoep"
