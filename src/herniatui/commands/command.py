"""Type of a command: its name, keys and texts, and the screens where it works."""

from enum import Flag, auto

from msgspec import Struct

from herniatui.i18n import _


class Where(Flag):
    """Screens, as a flag: where a command works."""

    START = auto()
    QUESTION = auto()
    DECISION = auto()
    CLOSING = auto()
    CARD = auto()
    """The whole card on one page."""
    READING = auto()
    """The help screen and the about screen."""
    STORED = auto()
    """The screen of stored talks."""


WALK = Where.START | Where.QUESTION | Where.DECISION | Where.CLOSING
ON_THE_CARD = WALK | Where.CARD
EVERYWHERE = ON_THE_CARD | Where.READING | Where.STORED

GROUPS = {
    "walk": _("Walking through the card"),
    "look": _("Looking"),
    "say": _("Saying what matters"),
    "close": _("Closing"),
    "more": _("More"),
}


class Command(Struct, frozen=True):
    """An action, or a family of actions, that keys run."""

    name: str
    keys: tuple[tuple[str, str], ...]
    """Pairs of Textual's key name and the action that it runs."""
    shown: str
    """Its keys as displayed in help and documents."""
    words: str
    """What it does, as a phrase."""
    group: str
    where: Where
    short: str = ""
    """What it does in a word or two, for the key bar."""
    short_key: str = ""
    """Its keys as displayed in the key bar, if shorter than `shown`."""
    action_short: tuple[str, ...] = ()
    """What each action does in a word, for the key bar; empty: one entry for all."""
    min_keys: int = 0
    """Number of keys that suffices to remap it, if fewer than one per action; the other actions keep their keys."""
    fixed: tuple[str, ...] = ()
    """Keys that the settings cannot change; bound by the app."""
    action_words: tuple[tuple[str, str], ...] = ()
    """What each action does, for the palette; only for a command with several actions."""

    @property
    def brief(self) -> str:
        """Its keys for the key bar and for messages."""
        return self.short_key or self.shown

    @property
    def actions(self) -> tuple[str, ...]:
        """Its actions, without duplicates, in the order of the keys."""
        return tuple(dict.fromkeys(action for _key, action in self.keys))

    def keys_of(self, action: str) -> list[str]:
        """Return Textual's names of the keys that run this action."""
        return [key for key, bound in self.keys if bound == action]
