"""The JSON Schema of a stored talk, for programs that read one."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from herniatui.card.json_schema import schema_bytes
from herniatui.storage.record import Record


class SavedConsult(Struct, frozen=True):
    """A stored talk: format, checksum and record."""

    format: Literal[1, 2]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of the bytes of the record, as they stand here")]
    record: Record
    id: (
        Annotated[
            str, Meta(pattern="^[a-z0-9]{4}$", description="Only in an export; in the store the file name has it")
        ]
        | UnsetType
    ) = UNSET


def consult_schema() -> bytes:
    """Return the JSON Schema (2020-12) of a stored talk, generated from the types. Deterministic.

    It refuses keys that the program does not write, so that a reader notices when a format has more than it knows. The
    program itself passes over such a key: a talk must not become unreadable by it.
    """
    schema = msgspec.json.schema(SavedConsult)
    for definition in schema["$defs"].values():
        if definition.get("type") == "object":
            definition["additionalProperties"] = False
    return schema_bytes(schema)
