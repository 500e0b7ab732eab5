"""What terminal input consists of."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    """Characters as typed, control characters among them."""
    KEY = auto()
    """The escape sequence of one key."""
    ESCAPE = auto()
    """The Escape key, of a terminal that sends only ESC for it."""
    MOUSE = auto()
    """The escape sequence of a mouse event."""
    REPORT = auto()
    """The escape sequence of a report that Textual asked for: focus, a mode, the size of the window."""
    PASTE = auto()
    """Pasted text, in one piece."""


class Token(NamedTuple):
    """One piece of input."""

    kind: Kind
    text: str
    is_cut: bool = False
    """Whether this is a paste of which only the beginning is here."""
