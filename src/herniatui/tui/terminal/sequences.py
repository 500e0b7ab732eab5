"""Classify complete control sequences: keys, mouse events, and reports that Textual asked for. Others are dropped."""

import re
from collections.abc import Container
from typing import NamedTuple

from herniatui.tui.terminal.input_tokens import InputToken, TokenKind

CSI = "\x1b["

_SGR_MOUSE = re.compile(r"<\d{1,3};\d{1,5};\d{1,5}[Mm]")
_MODE_REPORT = re.compile(r"\?(?:2026|2048);[0-4]\$y")
_SIZE_REPORT = re.compile(r"48;(\d{1,5})(?::\d*)*;(\d{1,5})(?::\d*)*;(\d{1,5})(?::\d*)*;(\d{1,5})(?::\d*)*t")
_LARGEST_ROWS, _LARGEST_COLUMNS = 1000, 2000
"""Larger than any screen; Textual would draw whatever size is reported."""

# https://sw.kovidgoyal.net/kitty/keyboard-protocol: number:shifted:base ; modifiers:event ; text
_KEY = re.compile(
    r"(?:(\d{1,7})(?::\d{0,7}){0,2})?"
    r"(?:;(\d{0,3})(?::(\d{0,2}))?"
    r"(?:;((?:\d{1,7}(?::\d{1,7}){0,31})?))?)?"
    r"([u~A-Z])"
)
_PRESS_OR_REPEAT = ("", "1", "2")
_MOST_MODIFIERS = 256
_PRIVATE_USE = range(0xE000, 0xF900)


class KnownKeys(NamedTuple):
    """The sequences that Textual's parser takes for keys."""

    legacy: Container[str]
    """Whole sequences, including ESC."""
    functional: Container[str]
    """Number and final character of functional keys, such as `5~`, `1A` and `13u`."""
    kitty: bool = True
    """Whether the parser reads the Kitty keyboard protocol."""


class Classifier:
    """Classifies complete control sequences (CSI)."""

    def __init__(self, known: KnownKeys) -> None:
        self._known = known
        self._has_size_reports = False
        """Whether the terminal supports size reports (mode 2048); without that, a size report is dropped."""

    def classify(self, body: str) -> InputToken | None:
        """Return the token of a sequence, given without `ESC [`; None to drop it."""
        if body in ("I", "O"):
            return InputToken(TokenKind.REPORT, CSI + body)
        if _SGR_MOUSE.fullmatch(body):
            return InputToken(TokenKind.MOUSE, CSI + body)
        if _MODE_REPORT.fullmatch(body):
            if body.startswith("?2048;"):
                self._has_size_reports = body[6] in "123"
            return InputToken(TokenKind.REPORT, CSI + body)
        if size := _SIZE_REPORT.fullmatch(body):
            return self._size(*map(int, size.groups()))
        return self._key(body)

    def _size(self, rows: int, columns: int, height: int, width: int) -> InputToken | None:
        if not self._has_size_reports:
            return None
        if not (0 < rows <= _LARGEST_ROWS and 0 < columns <= _LARGEST_COLUMNS):
            return None
        # Textual divides by the pixels per cell. A terminal that does not know its pixels reports 0.
        height, width = height or rows, width or columns
        return InputToken(TokenKind.REPORT, f"{CSI}48;{rows};{columns};{height};{width}t")

    def _key(self, body: str) -> InputToken | None:
        """Return the key in the form that Textual parses: without event type and alternate codes.

        A release is dropped; a repeat is another press, as without the Kitty protocol.
        """
        if CSI + body in self._known.legacy:
            return InputToken(TokenKind.KEY, CSI + body)
        match = _KEY.fullmatch(body)
        if match is None or not self._known.kitty:
            return None
        number, modifiers, event, text, final = match.groups(default="")
        if event not in _PRESS_OR_REPEAT or (modifiers and not 1 <= int(modifiers) <= _MOST_MODIFIERS):
            return None
        if final == "u":
            if not self._is_key_code(number, text):
                return None
        elif text or f"{number or 1}{final}" not in self._known.functional or (final == "R" and number):
            return None  # with a number, R ends a cursor position report
        codes = ";".join([number, modifiers, text]).rstrip(";")
        return InputToken(TokenKind.KEY, f"{CSI}{codes}{final}")

    def _is_key_code(self, number: str, text: str) -> bool:
        if not all(_is_printable(int(part)) for part in text.split(":") if part):
            return False
        if f"{number}u" in self._known.functional:
            return True
        if number and int(number) == 0:
            return bool(text)  # text without a key, from an input method
        return bool(number) and _is_printable(int(number)) and int(number) not in _PRIVATE_USE


def _is_printable(code: int) -> bool:
    """Whether this code point is a character other than a control character or surrogate."""
    return 0x20 <= code <= 0x10FFFF and not 0x7F <= code <= 0x9F and not 0xD800 <= code <= 0xDFFF
