"""The JSON Schema of a saved consult, for programs that read one."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from herniatui.card.json_schema import schema_bytes
from herniatui.storage.record import Record


class SavedConsult(Struct, frozen=True):
    """A file of `consult.record`, with what it says in place of the bytes that say it."""

    format: Literal[1, 2]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of the bytes of the record, as they stand here")]
    record: Record


def consult_schema() -> bytes:
    """Return the JSON Schema (2020-12) of a saved consult, made from the types; always the same bytes."""
    return schema_bytes(msgspec.json.schema(SavedConsult))
