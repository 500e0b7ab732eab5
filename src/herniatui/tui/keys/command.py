"""What a command is: its name, keys, words and the screens where it works."""

from enum import Flag, auto

from msgspec import Struct

from herniatui.i18n import _


class Where(Flag):
    """The screens on which a command works."""

    START = auto()
    QUESTION = auto()
    DECISION = auto()
    CLOSING = auto()
    READING = auto()
    """Help, and about this card."""
    STORED = auto()
    """The stored talks."""


WALK = Where.START | Where.QUESTION | Where.DECISION | Where.CLOSING
EVERYWHERE = WALK | Where.READING | Where.STORED

GROUPS = {
    "walk": _("Walking through the card"),
    "look": _("Looking"),
    "say": _("Saying what matters"),
    "close": _("Closing"),
    "more": _("More"),
}


class Command(Struct, frozen=True):
    """Something that can be done by key."""

    name: str
    keys: tuple[tuple[str, str], ...]
    """Textual's name of the key, and the action that it runs."""
    shown: str
    """The keys as people read them."""
    words: str
    """What it does, in a sentence."""
    group: str
    where: Where
    short: str = ""
    """What it does in a word or two, for the key bar."""
    short_key: str = ""
    """The keys as the key bar has them, where that is shorter."""
    fewest: int = 0
    """How many keys a remapping may do with, where that is not one for each action; the rest stay as they are."""
    fixed: tuple[str, ...] = ()
    """Keys that do this whatever the settings say; the app binds them."""
    action_words: tuple[tuple[str, str], ...] = ()
    """What each action does, for the palette, where the command has several."""

    @property
    def brief(self) -> str:
        """The keys where there is little room."""
        return self.short_key or self.shown

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions that it runs, each once."""
        return tuple(dict.fromkeys(action for _key, action in self.keys))
