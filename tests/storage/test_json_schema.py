"""The JSON Schema of a stored talk is up to date, and valid for stored talks."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from herniatui.consult.model import Consult
from herniatui.storage.json_schema import consult_schema
from herniatui.storage.record import CardStamp, Record, to_bytes
from tests.consult.strategies import consults
from tests.report import consults as hernia
from tests.support.program import ROOT

SCHEMA = json.loads(consult_schema())
Draft202012Validator.check_schema(SCHEMA)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


def saved(consult: Consult) -> Any:
    stamp = CardStamp("hernia-in-de-rug", sha256="0" * 64)
    return json.loads(to_bytes(Record(stamp, WHEN, WHEN, 7, consult, label="dinsdag", kept=True)))


def test_the_schema_in_the_tree_is_the_one_that_the_types_give() -> None:
    assert (ROOT / "schema" / "consult.schema.json").read_bytes() == consult_schema(), "run make schemas"


def test_a_consult_in_which_all_was_said_is_as_the_schema_says() -> None:
    assert list(VALIDATOR.iter_errors(saved(hernia.full()))) == []


@given(consults())
@settings(deadline=None, max_examples=50)
def test_any_saved_consult_is_as_the_schema_says(consult: Consult) -> None:
    assert list(VALIDATOR.iter_errors(saved(consult))) == []


BROKEN: dict[str, Callable[[Any], Any]] = {
    "another format": lambda file: file.update(format=3),
    "no checksum": lambda file: file.pop("sha256"),
    "half a checksum": lambda file: file.update(sha256="abc"),
    "no card": lambda file: file["record"].pop("card"),
    "no moment": lambda file: file["record"].update(began=None),
    "a weight that is too much": lambda file: file["record"]["consult"]["said"][0][1].update(importance=4),
    "a mark that does not exist": lambda file: file["record"]["consult"].update(marks=[["lek", "!"]]),
    "a need that does not exist": lambda file: file["record"]["consult"]["decision"].update(needs=["money"]),
    "a note that is a number": lambda file: file["record"]["consult"].update(note=3),
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN.keys())
def test_the_schema_refuses_what_cannot_have_been_saved(breaking: Callable[[Any], Any]) -> None:
    file = saved(hernia.full())
    breaking(file)
    assert list(VALIDATOR.iter_errors(file))
