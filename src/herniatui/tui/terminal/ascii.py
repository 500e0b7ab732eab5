"""Drawing in plain ASCII, for terminals and fonts that have nothing else.

Everything is drawn in Unicode; this filter puts a stand-in for each of our glyphs just before a line is sent. What is
saved or sent elsewhere is never changed.
"""

import os
import sys
import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_BOXES = {chr(code): "+" for code in range(0x2500, 0x2580)} | dict.fromkeys("─╌┄╴╶", "-") | dict.fromkeys("━═╸╺", "=")
_BOXES |= dict.fromkeys("│┃║╎┆", "|") | {chr(code): "#" for code in range(0x2580, 0x25A0)} | {"▔": "-", "▁": "_"}

GLYPHS = _BOXES | {
    "▌": ">", "•": "*", "–": "-", "−": "-", "○": ".", "◐": "/", "●": "#", "◊": "~", "★": "*", "☆": ".",
    "‹": "<", "›": ">", "▲": "^", "▼": "v", "←": "<", "→": ">", "↑": "^", "↓": "v", "…": ".", "▎": "|", "▊": "|",
    "“": '"', "”": '"', "·": "-",
}  # fmt: skip
"""One cell for one cell, so that nothing moves."""

_QUOTES = {"’": "'", "‘": "'", "„": '"', "—": "-", "‐": "-", "€": "E"}


class Ascii(LineFilter):
    """Replaces our glyphs, and with `every` whatever else is not ASCII, as for a terminal that cannot draw it."""

    def __init__(self, every: bool) -> None:
        super().__init__()
        self._every = every
        self._table = str.maketrans(GLYPHS | _QUOTES if every else GLYPHS)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text replaced, cell for cell."""
        return [Segment(self._replace(text), style, control) for text, style, control in segments]

    def _replace(self, text: str) -> str:
        if text.isascii():
            return text
        text = text.translate(self._table)
        if not self._every or text.isascii():
            return text
        return "".join(character if character.isascii() else _plain(character) for character in text)


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base.isascii() and cell_len(character) == 1 else "?" * cell_len(character)


def locale_is_utf8() -> bool:
    """Whether the terminal's locale says that it draws UTF-8. Windows consoles always do, for this program."""
    if sys.platform == "win32":
        return True
    kind, language = os.environ.get("LC_CTYPE", ""), os.environ.get("LANG", "")
    if kind in _SET_BY_PYTHON:
        kind = ""
    return _is_utf8(os.environ.get("LC_ALL") or kind or language)


# What Python itself sets where the locale is C (PEP 538); it says nothing about the terminal.
_SET_BY_PYTHON = ("C.UTF-8", "C.utf8")


def _is_utf8(locale: str) -> bool:
    return locale.partition("@")[0].lower().replace("-", "").endswith("utf8")
