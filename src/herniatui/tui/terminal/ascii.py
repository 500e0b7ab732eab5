"""ASCII output, for terminals and fonts without the other characters.

Widgets draw in Unicode; a line filter replaces characters just before a line goes to the terminal. Files and the
clipboard get the text unchanged.
"""

import os
import sys
import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from herniatui.i18n import _

_BOXES = {chr(code): "+" for code in range(0x2500, 0x2580)} | dict.fromkeys("─╌┄╴╶", "-") | dict.fromkeys("━═╸╺", "=")
_BOXES |= dict.fromkeys("│┃║╎┆", "|") | {chr(code): "#" for code in range(0x2580, 0x25A0)} | {"▔": "-", "▁": "_"}

GLYPHS = _BOXES | {
    "▌": ">", "•": "*", "–": "-", "−": "-", "○": ".", "◐": "/", "●": "#", "◊": "~", "★": "*", "☆": ".",
    "‹": "<", "›": ">", "▲": "^", "▼": "v", "←": "<", "→": ">", "↑": "^", "↓": "v", "…": ".", "▎": "|", "▊": "|",
    "“": '"', "”": '"', "·": "-", "✓": "x", "≈": "@", "░": ".",
}  # fmt: skip
"""Replacements as wide as the originals, so that the layout does not change."""

_QUOTES = {"’": "'", "‘": "'", "„": '"', "—": "-", "‐": "-", "€": "E"}

_ARROWS = ("← →", "←→", "↑ ↓", "↑↓")


def readable(text: str) -> str:
    """Return a text of signs in which ASCII would mislead: `^v` reads as Ctrl+V, and `1 .` as numbering."""
    for arrows in _ARROWS:
        text = text.replace(arrows, _("arrow keys"))
    return text.replace("○", "-")


class Ascii(LineFilter):
    """Line filter that replaces the program's glyphs, and on request all other characters outside ASCII.

    Args:
        all_characters: whether to replace every character outside ASCII, for a terminal that cannot draw them.
    """

    def __init__(self, all_characters: bool) -> None:
        super().__init__()
        self._all_characters = all_characters
        self._table = str.maketrans(GLYPHS | _QUOTES if all_characters else GLYPHS)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text replaced, at the same width."""
        return [Segment(self._replace(text), style, control) for text, style, control in segments]

    def _replace(self, text: str) -> str:
        if text.isascii():
            return text
        text = text.translate(self._table)
        if not self._all_characters or text.isascii():
            return text
        return "".join(character if character.isascii() else _closest(character) for character in text)


def _closest(character: str) -> str:
    """Return the base letter of an accented one, otherwise question marks of the same width."""
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base.isascii() and cell_len(character) == 1 else "?" * cell_len(character)


def locale_is_utf8() -> bool:
    """Whether the locale says that the terminal draws UTF-8. Always true on Windows."""
    if sys.platform == "win32":
        return True
    kind, language = os.environ.get("LC_CTYPE", ""), os.environ.get("LANG", "")
    if kind in _SET_BY_PYTHON:
        kind = ""
    return _is_utf8(os.environ.get("LC_ALL") or kind or language)


# Set by Python itself in the C locale (PEP 538), so no evidence of what the terminal draws.
_SET_BY_PYTHON = ("C.UTF-8", "C.utf8")


def _is_utf8(locale: str) -> bool:
    return locale.partition("@")[0].lower().replace("-", "").endswith("utf8")
