"""Text that can be shown as it is: no control characters, and nothing that turns the direction of text around."""

import re

UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Every such character but the line break."""

_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-Z\\^_])")


def cleaned(text: str) -> str:
    """Return the text without escape sequences and unprintable characters. Line breaks stay; a tab becomes a space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNPRINTABLE.sub("", _ESCAPES.sub("", text))


def printable(text: str) -> str:
    """Return the text cleaned, and without white space around it."""
    return cleaned(text).strip()
