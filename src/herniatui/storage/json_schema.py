"""The JSON Schema of a stored talk, for programs that read one."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from herniatui.card.json_schema import schema_bytes
from herniatui.storage.record import Record


class SavedConsult(Struct, frozen=True):
    """A stored talk: format, checksum and record."""

    format: Literal[1, 2]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of the bytes of the record, as they stand here")]
    record: Record


def consult_schema() -> bytes:
    """Return the JSON Schema (2020-12) of a stored talk, generated from the types. Deterministic."""
    return schema_bytes(msgspec.json.schema(SavedConsult))
