"""The JSON Schema of a card file: up to date, complete, and consistent with the reader."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from herniatui.card.json_schema import card_schema
from herniatui.card.model import Card
from tests.card.any_card import as_yaml, cards
from tests.card.cards import TEA, changed, problems
from tests.support.program import HERNIA, HOSTILE, NUMBERS, ROOT, THREE_OPTIONS, WORDS
from tests.support.soak import soaking

COMMITTED = ROOT / "schema" / "card.schema.json"
SCHEMA = json.loads(card_schema())
Draft202012Validator.check_schema(SCHEMA)

BROKEN = {
    "an unknown field": ("title:", "titel:"),
    "no title": ("title: Keuzekaart Thee\n", ""),
    "an empty text": ("name: GROENE THEE", 'name: ""'),
    "no text": ("name: GROENE THEE", "name:"),
    "a word that YAML reads as a boolean": ("title: Keuzekaart Thee", "title: no"),
    "an id with a capital": ("id: water", "id: Water"),
    "another format": ("format: 1", "format: 2"),
    "a format in words": ("format: 1", "format: een"),
    "a count that is not a number": ("count: 75", "count: veel"),
    "a negative count": ("count: 75", "count: -1"),
    "an unknown relation": ("exactly", "roughly"),
    "an answer without statements": ("        - id: kokend\n          text: Het water kookt.", "        []"),
    "a flag in words": ("text: Het water kookt.", "text: Het water kookt.\n          paragraph: ja"),
    "an unknown unit": ("- quote: na 2 minuten", "- {quote: na 2 minuten, at: 2, unit: minuten}"),
    "a field of a quote misspelt": ("- quote: na 2 minuten", "- quoot: na 2 minuten"),
    "an empty hint": ("text: Hoe zet je thee?", "text: Hoe zet je thee?\n    hint: ''"),
    "bold that is only words": ("text: Het water kookt.", "text: Het water kookt.\n          bold: [kookt]"),
    "a link to no website": (
        "text: Het water kookt.",
        "text: Het water kookt.\n          links: [{quote: kookt, address: 'http://thee.nl'}]",
    ),
    "a word of the glossary without explanation": ("origin:", "glossary: [{words: [water]}]\norigin:"),
    "no publisher": ("publisher: de theeclub", "date: vandaag"),
    "an invalid code": ("publisher: de theeclub", "publisher: x\ncodes: [{system: icpc-1-nl, code: x, source: x}]"),
    "a code of another system": (
        "publisher: de theeclub",
        "publisher: x\ncodes: [{system: icd, code: L86, source: x}]",
    ),
}


def errors(text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(text))]


def test_the_committed_schema_is_up_to_date() -> None:
    assert COMMITTED.read_bytes() == card_schema(), "run make schemas"


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS, HOSTILE, NUMBERS, WORDS], ids=lambda path: path.parent.name)
def test_the_cards_conform_to_the_schema(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


@given(cards())
@settings(deadline=None, max_examples=soaking(short=10, long=100))
def test_any_card_conforms_to_the_schema(card: Card) -> None:
    assert errors(as_yaml(card)) == []


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_the_reader_refuses_whatever_the_schema_refuses(tmp_path: Path, change: tuple[str, str]) -> None:
    assert errors(TEA) == []
    broken = changed(change)
    assert errors(broken)
    assert problems(tmp_path, broken)


def test_every_field_of_the_schema_occurs_in_a_card_that_the_reader_accepts() -> None:
    fields = {
        (name, field) for name, definition in SCHEMA["$defs"].items() for field in definition.get("properties", {})
    }
    used: set[tuple[str, str]] = set()
    for path in (HERNIA, THREE_OPTIONS, NUMBERS, WORDS):
        _collect_fields("Card", yaml.safe_load(path.read_text(encoding="utf-8")), used)
    assert fields - used == set()


def test_the_first_line_of_the_hernia_card_points_an_editor_to_the_schema() -> None:
    first = HERNIA.read_text(encoding="utf-8").splitlines()[0]
    path = first.removeprefix("# yaml-language-server: $schema=")
    assert (HERNIA.parent / path).resolve() == COMMITTED


def _collect_fields(type_: str, mapping: dict[str, Any], used: set[tuple[str, str]]) -> None:
    """Add the fields of this mapping and of all mappings in it to `used`, each with its type."""
    for field, value in mapping.items():
        used.add((type_, field))
        types = {
            "introduction": "Statement",
            "children": "Statement",
            "options": "Option",
            "questions": "Question",
            "clocks": "Clock",
            "codes": "Code",
            "frequencies": "Frequency",
            "times": "Time",
            "bold": "Bold",
            "links": "Link",
            "glossary": "Explanation",
        }
        if field in types:
            for item in value:
                _collect_fields(types[field], item, used)
        elif field == "origin":
            _collect_fields("Origin", value, used)
        elif field == "answers":
            for answer in value.values():
                for statement in answer:
                    _collect_fields("Statement", statement, used)
