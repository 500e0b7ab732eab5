"""The JSON Schema of a card file: fresh, of every field, and in agreement with the reader."""

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
from tests.support.program import HERNIA, HOSTILE, ROOT, THREE_OPTIONS

COMMITTED = ROOT / "schema" / "card.schema.json"
SCHEMA = json.loads(card_schema())
Draft202012Validator.check_schema(SCHEMA)

BROKEN = {
    "a field that is not known": ("title:", "titel:"),
    "no title": ("title: Keuzekaart Thee\n", ""),
    "an empty text": ("name: GROENE THEE", 'name: ""'),
    "no text": ("name: GROENE THEE", "name:"),
    "a word that YAML takes for something else": ("title: Keuzekaart Thee", "title: no"),
    "an id with a capital": ("id: water", "id: Water"),
    "another format": ("format: 1", "format: 2"),
    "a format in words": ("format: 1", "format: een"),
    "a count that is no number": ("count: 75", "count: veel"),
    "a count below nothing": ("count: 75", "count: -1"),
    "a relation that does not exist": ("exactly", "about"),
    "an answer without statements": ("        - id: kokend\n          text: Het water kookt.", "        []"),
    "a flag that is a word": ("text: Het water kookt.", "text: Het water kookt.\n          paragraph: ja"),
    "a unit that does not exist": ("- quote: na 2 minuten", "- {quote: na 2 minuten, at: 2, unit: minuten}"),
    "a field of a quote misspelt": ("- quote: na 2 minuten", "- quoot: na 2 minuten"),
    "no publisher": ("publisher: de theeclub", "date: vandaag"),
    "a code that is none": ("publisher: de theeclub", "publisher: x\ncodes: [{system: icpc-1-nl, code: x, source: x}]"),
    "a code of another system": (
        "publisher: de theeclub",
        "publisher: x\ncodes: [{system: icd, code: L86, source: x}]",
    ),
}


def errors(text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(text))]


def test_the_schema_in_the_tree_is_the_one_that_the_types_give() -> None:
    assert COMMITTED.read_bytes() == card_schema(), "run make schemas"


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS, HOSTILE], ids=lambda path: path.parent.name)
def test_cards_are_as_the_schema_says(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


@given(cards())
@settings(deadline=None, max_examples=30)
def test_any_card_is_as_the_schema_says(card: Card) -> None:
    assert errors(as_yaml(card)) == []


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_what_the_schema_refuses_the_reader_refuses_too(tmp_path: Path, change: tuple[str, str]) -> None:
    assert errors(TEA) == []
    broken = changed(change)
    assert errors(broken)
    assert problems(tmp_path, broken)


def test_every_field_of_the_schema_stands_in_a_card_that_the_reader_takes() -> None:
    fields = {(name, field) for name, one in SCHEMA["$defs"].items() for field in one.get("properties", {})}
    used: set[tuple[str, str]] = set()
    for path in (HERNIA, THREE_OPTIONS):
        _used("Card", yaml.safe_load(path.read_text(encoding="utf-8")), used)
    assert fields - used == set()


def test_the_first_line_of_the_hernia_card_tells_an_editor_where_the_schema_is() -> None:
    first = HERNIA.read_text(encoding="utf-8").splitlines()[0]
    path = first.removeprefix("# yaml-language-server: $schema=")
    assert (HERNIA.parent / path).resolve() == COMMITTED


def _used(name: str, value: dict[str, Any], used: set[tuple[str, str]]) -> None:
    """Collect the fields that this mapping, of this type, and all under it have."""
    for field, held in value.items():
        used.add((name, field))
        kinds = {
            "introduction": "Statement",
            "children": "Statement",
            "options": "Option",
            "questions": "Question",
            "clocks": "Clock",
            "codes": "Code",
            "frequencies": "Frequency",
            "times": "Time",
        }
        if field in kinds:
            for one in held:
                _used(kinds[field], one, used)
        elif field == "origin":
            _used("Origin", held, used)
        elif field == "answers":
            for answer in held.values():
                for one in answer:
                    _used("Statement", one, used)
