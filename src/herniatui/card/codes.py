"""What a card is about, in a code that record systems know. Never found out: a card's file says it, with its source."""

import re

from msgspec import Struct

ICPC = "icpc-1-nl"

SYSTEMS = {ICPC: "http://hl7.org/fhir/sid/icpc-1-nl"}
"""By the word for it in a card's file, the address that names the code system (FHIR R4)."""

PATTERNS = {ICPC: re.compile(r"[A-Z][0-9]{2}(\.[0-9]{2})?")}
"""What a code of each system looks like."""


class Code(Struct, frozen=True):
    """A code for what the whole card is about, `L86`."""

    system: str
    """A key of `SYSTEMS`."""
    code: str
    source: str
    """Who says that the code is right for this."""
