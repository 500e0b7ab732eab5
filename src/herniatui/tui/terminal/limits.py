"""How much and how long input may wait before something is done with it."""

import re

ESCAPE_DELAY = 0.08
"""Seconds after which an ESC that nothing follows is the Escape key, which has to act within 0.1."""
GIVE_UP = 1.0
"""Seconds after which an unfinished sequence is dropped, and what follows is input again."""
REST = 0.2
"""Seconds without input after which a paste without brackets is complete."""
LIMIT = 65_536
"""Bytes of UTF-8 that a paste may have, and that an unfinished reply may have before it is given up."""
TYPED_AT_ONCE = 64
"""Printable characters in one read. More cannot have been typed, but by holding one key."""

_SURROGATES = re.compile("[\ud800-\udfff]")


class Room:
    """The bytes that may be held, shared by all that hold some."""

    def __init__(self, size: int = LIMIT) -> None:
        self.left = size


class Held:
    """Text that is collected as far as there is room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._parts: list[str] = []
        self._is_cut = False
        self.size = 0
        """Bytes of UTF-8."""

    def add(self, text: str) -> None:
        """Take this text as far as it fits, without what was not UTF-8."""
        if self._is_cut or not text:
            return
        encoded = _SURROGATES.sub("", text).encode()
        if len(encoded) > self._room.left:
            self._is_cut = True
            encoded = encoded[: self._room.left].decode("utf-8", "ignore").encode()  # no half character
        self._parts.append(encoded.decode())
        self.size += len(encoded)
        self._room.left -= len(encoded)

    def take(self) -> tuple[str, bool]:
        """Return the text, and whether there was more; hold nothing from now on."""
        text, is_cut = "".join(self._parts), self._is_cut
        self._room.left += self.size
        self._parts, self._is_cut, self.size = [], False, 0
        return text, is_cut
