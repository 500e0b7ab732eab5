"""Textual's names of keys, from those in the settings."""

import unicodedata

from textual.binding import Binding
from textual.keys import Keys

from herniatui.commands.key_names import key_character

# Keys that terminals cannot distinguish from others, and names that are not keys.
_INDISTINGUISHABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+@", "ctrl-at", "return", "shift+escape"}
_TEXTUAL = {key.value for key in Keys if "<" not in key.value} - _INDISTINGUISHABLE

EXAMPLES = (
    "enter", "space", "backspace", "tab", "pageup", "pagedown", "home", "end", "insert", "delete", "left", "right",
    "up", "down", "f2", "ctrl+k", "shift+left",
)  # fmt: skip
"""Some valid key names, to suggest when a name is not valid."""


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
