"""Limits of size and time for input that is held."""

import re

ESCAPE_DELAY = 0.08
"""Seconds after which a lone ESC is the Escape key, which has to act within 0.1 s."""
GIVE_UP = 1.0
"""Seconds after which an unfinished sequence is dropped; later characters are input again."""
REST = 0.2
"""Seconds without input that end a burst: a paste without brackets."""
LIMIT = 65_536
"""Maximum bytes of UTF-8 in a paste, and in an unfinished reply before it is dropped."""
TYPED_AT_ONCE = 64
"""Maximum printable characters in one read of typed input, other than one key that repeats."""

_SURROGATES = re.compile("[\ud800-\udfff]")


class Budget:
    """Bytes that may still be held, shared by scanner and bursts."""

    def __init__(self, size: int = LIMIT) -> None:
        self.left = size


class Held:
    """Text collected up to the limit of a budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._parts: list[str] = []
        self._is_cut = False
        self.size = 0
        """Bytes of UTF-8."""

    def add(self, text: str) -> None:
        """Add as much of this text as fits, without bytes that were not UTF-8 (lone surrogates)."""
        if self._is_cut or not text:
            return
        encoded = _SURROGATES.sub("", text).encode()
        if len(encoded) > self._budget.left:
            self._is_cut = True
            encoded = encoded[: self._budget.left].decode("utf-8", "ignore").encode()  # whole characters only
        self._parts.append(encoded.decode())
        self.size += len(encoded)
        self._budget.left -= len(encoded)

    def take(self) -> tuple[str, bool]:
        """Return the text and whether it was cut, and release it."""
        text, is_cut = "".join(self._parts), self._is_cut
        self._budget.left += self.size
        self._parts, self._is_cut, self.size = [], False, 0
        return text, is_cut
