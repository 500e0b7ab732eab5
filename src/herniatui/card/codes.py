"""Codes for the subject of a card, known to record systems. Never inferred: the card file states code and source."""

import re

from msgspec import Struct

ICPC = "icpc-1-nl"

SYSTEMS = {ICPC: "http://hl7.org/fhir/sid/icpc-1-nl"}
"""The URI of each code system (FHIR R4), by its name in a card file."""

PATTERNS = {ICPC: re.compile(r"[A-Z][0-9]{2}(\.[0-9]{2})?")}
"""The format of a code, by code system."""


class Code(Struct, frozen=True):
    """A code for the subject of the whole card, such as `L86`."""

    system: str
    """A key of `SYSTEMS`."""
    code: str
    source: str
    """The authority that assigns this code to the subject."""
    title: str = ""
    """The words of the code in its system; empty if the card file does not give them."""
