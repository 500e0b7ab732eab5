"""Sanitize text for display: without control characters, escape sequences, and characters that change direction."""

import re

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
"""Code points that Unicode reserves for no character; HTML cannot hold them."""

HIDDEN = f"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff{_NONCHARACTERS}"
"""Unprintable characters from U+007F on, as ranges for a character class of a regular expression."""

UNPRINTABLE = re.compile(f"[\x00-\x09\x0b-\x1f{HIDDEN}]")
"""Unprintable characters, apart from the line break."""

_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\^_])")
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """Return the text without escape sequences and unprintable characters. Line breaks stay; tabs become spaces."""
    text = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return UNPRINTABLE.sub("", _ESCAPES.sub("", text))


def printable(text: str) -> str:
    """Return the cleaned text without surrounding white space."""
    return cleaned(text).strip()
