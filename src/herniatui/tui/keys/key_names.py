"""Keys by name: as Textual calls them, as settings have them, and as people read them."""

import unicodedata

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, Keys, key_to_character

from herniatui.i18n import _

# What cannot be told from another key in a terminal, and what is no key at all.
_NOT_TOLD_APART = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+@", "ctrl-at", "return", "shift+escape"}
_TEXTUAL = {key.value for key in Keys if "<" not in key.value} - _NOT_TOLD_APART

NAMES = (
    "enter", "space", "backspace", "tab", "pageup", "pagedown", "home", "end", "insert", "delete", "left", "right",
    "up", "down", "f2", "ctrl+k", "shift+left",
)  # fmt: skip
"""Some of the names that keys have, to show what they are like."""

_READ = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "minus": "−", "space": _("space"), "pageup": "PageUp",
    "pagedown": "PageDown",
}  # fmt: skip


def key_named(text: str) -> str:
    """Return Textual's name of a key given as a character or by name; empty if there is no such key."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > 1:
        if text.lower() in _TEXTUAL:
            return text.lower()
        text = _character(text.lower())  # such as question_mark
    if len(text) != 1 or not text.isprintable():
        return ""
    if text == " ":
        return "space"
    if text == ",":
        return "comma"  # which Textual would take for the end of one key and the beginning of the next
    key = next(iter(Binding.make_bindings([Binding(text, "")]))).key
    return key if _character(key) == text else ""  # the name that Textual gives some rare signs does not lead back


def as_read(key: str) -> str:
    """Return the key that Textual calls so as people read it."""
    *held, pressed = key.split("+")
    read = _part(pressed)
    return "+".join([*map(str.capitalize, held), read.upper() if held and len(read) == 1 else read])


def as_written(key: str) -> str:
    """Return the key that Textual calls so as settings have it."""
    character = _character(key)
    return character if character.isprintable() and character.strip() else key


def _character(name: str) -> str:
    """Return the character of a key that has one."""
    character = key_to_character(REPLACED_KEYS.get(name, name)) or ""
    return character if len(character) == 1 else ""


def _part(name: str) -> str:
    if name in _READ:
        return _READ[name]
    written = as_written(name)
    return written if len(written) == 1 else written.capitalize()
