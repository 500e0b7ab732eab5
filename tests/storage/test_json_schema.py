"""The JSON Schema of a stored talk is up to date, and valid for stored talks."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from herniatui.consult.model import Consult
from herniatui.consult.quotes import CardWords, with_words
from herniatui.storage.json_schema import consult_schema
from herniatui.storage.record import CardStamp, Record, from_bytes, to_bytes
from tests.consult.strategies import consults
from tests.report import consults as hernia
from tests.support.program import ROOT
from tests.support.soak import soaking

SCHEMA = json.loads(consult_schema())
Draft202012Validator.check_schema(SCHEMA)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


def saved(consult: Consult) -> Any:
    stamp = CardStamp("hernia-in-de-rug", sha256="0" * 64)
    return json.loads(to_bytes(Record(stamp, WHEN, WHEN, 7, consult, label="dinsdag", kept=True)))


def test_the_schema_in_the_tree_is_the_one_that_the_types_give() -> None:
    assert (ROOT / "schema" / "consult.schema.json").read_bytes() == consult_schema(), "run make schemas"


def test_an_export_has_the_id_of_its_talk_beside_what_is_stored() -> None:
    record = Record(CardStamp("soep"), WHEN, WHEN, consult=hernia.full())
    exported = json.loads(to_bytes(record, "bcdf"))
    assert list(VALIDATOR.iter_errors(exported)) == []
    assert exported.pop("id") == "bcdf"
    assert exported == json.loads(to_bytes(record))


def stored_objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a stored talk."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from stored_objects(part)


def test_a_key_that_the_program_does_not_write_is_refused_wherever_it_is() -> None:
    file = saved(with_words(CardWords(hernia.CARD), hernia.full()))
    objects = list(stored_objects(file))
    assert len(objects) > 20
    for found in objects:
        found["onbekend"] = 1
        (error, *_more) = VALIDATOR.iter_errors(file)
        assert "onbekend" in error.message or any("onbekend" in cause.message for cause in error.context)
        del found["onbekend"]
    assert list(VALIDATOR.iter_errors(file)) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "consult" / "talks").glob("*.json")), ids=lambda path: path.stem
)
def test_a_talk_that_an_earlier_version_stored_is_as_the_schema_says(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(path.read_bytes()))) == []


def test_a_key_that_the_program_does_not_know_does_not_make_a_talk_unreadable() -> None:
    file = saved(hernia.full())
    record = json.dumps({**file["record"], "onbekend": 1}).encode()
    data = b'{"format": 2, "sha256": "%s", "later": 1, "record": %s}' % (sha256(record).hexdigest().encode(), record)
    assert from_bytes(data).consult == hernia.full()


def test_a_consult_in_which_all_was_said_is_as_the_schema_says() -> None:
    assert list(VALIDATOR.iter_errors(saved(hernia.full()))) == []


@given(consults())
@settings(deadline=None, max_examples=soaking(short=20, long=500))
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
    "an id that no talk has": lambda file: file.update(id="../x"),
    "a note that is a number": lambda file: file["record"]["consult"].update(note=3),
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN.keys())
def test_the_schema_refuses_what_cannot_have_been_saved(breaking: Callable[[Any], Any]) -> None:
    file = saved(hernia.full())
    breaking(file)
    assert list(VALIDATOR.iter_errors(file))
