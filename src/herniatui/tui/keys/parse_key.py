"""Textual's names of keys, from those in the settings."""

import re
import unicodedata

from textual.binding import Binding
from textual.keys import Keys

from herniatui.commands.key_names import DISPLAYED, key_character
from herniatui.i18n import _

# Keys that terminals cannot distinguish from others, and names that are not keys.
_INDISTINGUISHABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+@", "ctrl-at", "return", "shift+escape"}
_TEXTUAL = {key.value for key in Keys if "<" not in key.value} - _INDISTINGUISHABLE

EXAMPLES = (
    "enter", "space", "backspace", "tab", "pageup", "pagedown", "home", "end", "insert", "delete", "left", "right",
    "up", "down", "f2", "ctrl+k", "shift+left",
)  # fmt: skip
"""Some valid key names, to suggest when a name is not valid."""

_NAMED = {shown: key for key, shown in DISPLAYED.items()} | {_("Esc"): "escape", "Enter": "enter"}
"""Keys by their displayed names, where these are not those of the settings."""


def parse_key(text: str) -> str:
    """Return Textual's name of a key given as a character or by name; empty if there is no such key."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > 1:
        if text.lower() in _TEXTUAL:
            return text.lower()
        text = key_character(text.lower())  # a name such as question_mark
    if len(text) != 1 or not text.isprintable():
        return ""
    if text == " ":
        return "space"
    if text == ",":
        return "comma"  # Textual would read "," as a separator between keys
    key = next(iter(Binding.make_bindings([Binding(text, "")]))).key
    return key if key_character(key) == text else ""  # for some rare characters, Textual's key name does not map back


def keys_shown(text: str) -> list[tuple[int, int, str]]:
    """Return Textual's name of each key that a key bar displays, with its first character and the one after the last.

    The inverse of `display_key`, for keys that stand apart or, like arrows, side by side.
    """
    found: list[tuple[int, int, str]] = []
    for match in re.finditer(r"[^\s,]+|,", text):
        if name := _key_of(match[0]):
            found.append((match.start(), match.end(), name))
        else:
            names = [(match.start() + place, _key_of(sign)) for place, sign in enumerate(match[0])]
            found += [(start, start + 1, name) for start, name in names if name]
    return found


def _key_of(displayed: str) -> str:
    """Return Textual's name of a displayed key; empty if there is no such key."""
    if displayed in _NAMED:
        return _NAMED[displayed]
    *modifiers, base = displayed.split("+") if len(displayed) > 1 else [displayed]
    return parse_key("+".join([*modifiers, base.lower() if modifiers else base]).lower() if modifiers else base)
