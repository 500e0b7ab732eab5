"""The documents, the schema, the reader and `herniatui annotate` agree on how a number is written."""

import json
import re

import pytest

from herniatui.card.json_schema import card_schema
from herniatui.card.model import Relation, Unit
from herniatui.card.problems import Problems
from herniatui.card.reader import parse_card
from herniatui.card.suggestions import suggestions
from tests.card.cards import changed
from tests.support.program import ROOT

DOCUMENTS = {"nl": "kaart-schrijven.md", "en": "writing-a-card.md"}
ROWS = [
    (language, words, entry)
    for language, name in DOCUMENTS.items()
    for words, entry in re.findall(
        r"^\| ([^|`]+) \| `(\{quote.*\})` \|$", (ROOT / "docs" / name).read_text("utf-8"), re.M
    )
]
KINDS = ("Frequency", "Time", "Statement", "Question", "Bold", "Link", "Explanation")
FOUND = "Het water kookt."


def test_each_document_has_examples_of_every_relation_and_form() -> None:
    assert {language: sum(row[0] == language for row in ROWS) for language in DOCUMENTS} == {"nl": 19, "en": 17}


@pytest.mark.parametrize(("language", "words", "entry"), ROWS)
def test_an_example_is_what_annotate_writes_and_the_reader_accepts(language: str, words: str, entry: str) -> None:
    text = changed((FOUND, f"'{words}'"), ("language: nl", f"language: {language}"), ("          frequencies:\n", ""),
                   ("            - {quote: 75 van de 100, count: 75, of: 100, relation: exactly}\n", ""))  # fmt: skip
    problems = Problems()
    card = parse_card(text, problems)
    assert card is not None
    (found,) = [each for each in suggestions(card) if each.statement == "kokend"]
    assert found.entry == entry
    parse_card(text.replace(f"text: '{words}'", f"text: '{words}'\n          {found.key}: [{entry}]"), problems)
    assert [problem.text for problem in problems] == []


@pytest.mark.parametrize("name", DOCUMENTS.values())
def test_a_document_names_every_field_relation_and_unit(name: str) -> None:
    document = (ROOT / "docs" / name).read_text("utf-8")
    definitions = json.loads(card_schema())["$defs"]
    fields = {field for kind in KINDS for field in definitions[kind]["properties"]}
    missing = [word for word in (*fields, *Relation, *Unit) if not re.search(rf"[`{{ ]{word}[`:]", document)]
    assert missing == []
