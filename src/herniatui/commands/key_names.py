"""Names of keys: Textual's, those in the settings, and those displayed. Textual itself is not needed for these."""

import unicodedata

from herniatui.i18n import _

DISPLAYED = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "minus": "−", "space": _("space"), "pageup": "PageUp",
    "pagedown": "PageDown",
}  # fmt: skip
_NOT_IN_UNICODE = {
    "slash": "/", "backslash": "\\", "at": "@", "minus": "-", "hyphen_minus": "-", "plus": "+", "underscore": "_",
    "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip
"""Characters of which Textual's name is not that of Unicode with underscores."""


def display_key(key: str) -> str:
    """Return the displayed name of a key, given Textual's name."""
    *modifiers, base = key.split("+")
    shown = _display_base(base)
    return "+".join([*map(str.capitalize, modifiers), shown.upper() if modifiers and len(shown) == 1 else shown])


def settings_key(key: str) -> str:
    """Return the name of a key in the settings, given Textual's name."""
    return visible_character(key) or key


def visible_character(key: str) -> str:
    """Return the character of a key that one sees when it is typed, given Textual's name; empty if there is none."""
    character = key_character(key)
    return character if character.isprintable() and character.strip() else ""


def spoken_key(key: str) -> str:
    """Return the name of a key as it can be typed on a line and read aloud, without arrows and other signs."""
    written = settings_key(key)
    return written if len(written) == 1 else display_key(key)


def key_character(name: str) -> str:
    """Return the character of a key, given Textual's name; empty if it has none."""
    if len(name) == 1:
        return name
    if name in _NOT_IN_UNICODE:
        return _NOT_IN_UNICODE[name]
    try:
        character = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return character if len(character) == 1 else ""


def _display_base(name: str) -> str:
    if name in DISPLAYED:
        return DISPLAYED[name]
    written = settings_key(name)
    return written if len(written) == 1 else written.capitalize()
