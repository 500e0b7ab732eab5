"""Tokens of terminal input."""

from enum import Enum, auto
from typing import NamedTuple


class TokenKind(Enum):
    """Kinds of tokens."""

    TEXT = auto()
    """Typed characters, including control characters."""
    KEY = auto()
    """The escape sequence of one key."""
    ESCAPE = auto()
    """The Escape key of a terminal that sends a lone ESC for it."""
    MOUSE = auto()
    """The escape sequence of a mouse event."""
    REPORT = auto()
    """The escape sequence of a report that Textual asked for: focus, a mode, the window size."""
    PASTE = auto()
    """A whole paste."""


class InputToken(NamedTuple):
    """One piece of input."""

    kind: TokenKind
    text: str
    is_cut: bool = False
    """Whether this is the beginning of a paste whose rest was dropped."""
