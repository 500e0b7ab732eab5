"""Third-party validators of a resource: the official JSON Schema, the invariants of the standard, and fhirkit."""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import fhirkit
import fhirpathpy
from fhirpathpy.models import models
from jsonschema import Draft6Validator, ValidationError, validators

_HERE = Path(__file__).parent

INVARIANTS: dict[str, dict[str, str]] = json.loads((_HERE / "r4.invariants.json").read_text(encoding="utf-8"))
"""Key and expression of each invariant as published, by element path."""


def _pattern(_validator: Any, pattern: str, text: Any, _schema: Any) -> Iterator[ValidationError]:
    """Match a text against a pattern of the standard, with the white space of XML Schema: four characters."""
    if isinstance(text, str) and not re.search(pattern, text, re.ASCII):
        yield ValidationError(f"{text!r} does not match {pattern!r}")


@cache
def _official() -> Any:
    schema = json.loads((_HERE / "r4.schema.json").read_text(encoding="utf-8"))
    Draft6Validator.check_schema(schema)
    del schema["$schema"]  # by that name another validator, without the pattern below, would be taken
    return validators.extend(Draft6Validator, {"pattern": _pattern})(schema)


def against_schema(resource: dict[str, Any]) -> list[str]:
    """Return the errors of the official JSON Schema in a resource."""
    schema = {"$ref": f"#/definitions/{resource['resourceType']}"}
    official = _official()
    errors = official.evolve(schema={**official.schema, "oneOf": [schema]}).iter_errors(resource)
    return [error.message[:300] for error in errors]


def against_fhirkit(data: bytes) -> list[str]:
    """Return the errors and warnings of fhirkit, which covers all of R4."""
    return [str(issue) for issue in fhirkit.validate(data)]


@cache
def _compiled(path: str, expression: str) -> Any:
    """Return a function that evaluates whether the expression holds for all elements of a resource at this path."""
    elements = {
        "Questionnaire.item": "repeat(item)",
        "Questionnaire.item.enableWhen": "repeat(item).enableWhen",
        "QuestionnaireResponse.item": "repeat(item | answer.item)",
        "Composition.section": "repeat(section)",
        "Bundle.entry": "entry",
        "Observation.referenceRange": "referenceRange",
    }
    whole = f"{path.split('.')[0]}.{elements[path]}.all({expression})" if path in elements else expression
    return fhirpathpy.compile(whole, models["r4"], {"traceFn": lambda _found, _label: None})


def broken_invariants(resource: dict[str, Any]) -> list[str]:
    """Return the keys of the invariants that do not hold for a resource."""
    return _broken_invariants(json.dumps(resource))


@lru_cache(maxsize=100)
def _broken_invariants(text: str) -> list[str]:
    """Evaluate the invariants of a resource once: it takes a second, and Bundles of several kinds hold the same."""
    resource = json.loads(text)
    kind = resource["resourceType"]
    return [
        key
        for path, constraints in INVARIANTS.items()
        if path.split(".")[0] == kind
        for key, expression in constraints.items()
        if _compiled(path, expression)(resource, {"resource": resource}) != [True]
    ]
