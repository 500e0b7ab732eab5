"""Names of keys: Textual's, those in the settings, and those displayed."""

import re
import unicodedata

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, Keys, key_to_character

from herniatui.i18n import _

# Keys that terminals cannot distinguish from others, and names that are not keys.
_INDISTINGUISHABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+@", "ctrl-at", "return", "shift+escape"}
_TEXTUAL = {key.value for key in Keys if "<" not in key.value} - _INDISTINGUISHABLE

EXAMPLES = (
    "enter", "space", "backspace", "tab", "pageup", "pagedown", "home", "end", "insert", "delete", "left", "right",
    "up", "down", "f2", "ctrl+k", "shift+left",
)  # fmt: skip
"""Some valid key names, to suggest when a name is not valid."""

_DISPLAYED = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "minus": "−", "space": _("space"), "pageup": "PageUp",
    "pagedown": "PageDown",
}  # fmt: skip


_NAMED = {shown: key for key, shown in _DISPLAYED.items()} | {_("Esc"): "escape", "Enter": "enter"}
"""Keys by their displayed names, where these are not those of the settings."""


def parse_key(text: str) -> str:
    """Return Textual's name of a key given as a character or by name; empty if there is no such key."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > 1:
        if text.lower() in _TEXTUAL:
            return text.lower()
        text = _character(text.lower())  # a name such as question_mark
    if len(text) != 1 or not text.isprintable():
        return ""
    if text == " ":
        return "space"
    if text == ",":
        return "comma"  # Textual would read "," as a separator between keys
    key = next(iter(Binding.make_bindings([Binding(text, "")]))).key
    return key if _character(key) == text else ""  # for some rare characters, Textual's key name does not map back


def display_key(key: str) -> str:
    """Return the displayed name of a key, given Textual's name."""
    *modifiers, base = key.split("+")
    shown = _display_base(base)
    return "+".join([*map(str.capitalize, modifiers), shown.upper() if modifiers and len(shown) == 1 else shown])


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


def settings_key(key: str) -> str:
    """Return the name of a key in the settings, given Textual's name."""
    character = _character(key)
    return character if character.isprintable() and character.strip() else key


def _character(name: str) -> str:
    """Return the character of this key; empty if it has none."""
    character = key_to_character(REPLACED_KEYS.get(name, name)) or ""
    return character if len(character) == 1 else ""


def _display_base(name: str) -> str:
    if name in _DISPLAYED:
        return _DISPLAYED[name]
    written = settings_key(name)
    return written if len(written) == 1 else written.capitalize()
