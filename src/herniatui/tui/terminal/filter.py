"""The filter between a terminal and Textual: characters in, and out only what somebody typed, pasted or pointed at.

A terminal answers questions late, over a slow link or through tmux, and its answers arrive as if typed.
"""

from collections.abc import Callable

from herniatui.tui.terminal.bursts import Bursts, printable_count
from herniatui.tui.terminal.limits import REST, TYPED_AT_ONCE, Room
from herniatui.tui.terminal.scanner import Scanner
from herniatui.tui.terminal.sequences import KnownKeys
from herniatui.tui.terminal.tokens import Token


class Filter:
    """Times are in seconds of any clock that only goes forward.

    Call `feed` with what was read, and `tick` when nothing more is waiting to be read: only silence makes a lone ESC
    the Escape key, ends a burst, and gives up an unfinished sequence.

    Args:
        known: The sequences that the parser behind takes for keys.
        takes_text: Whether people are writing text, asked once for each read.
    """

    def __init__(self, known: KnownKeys, takes_text: Callable[[], bool]) -> None:
        room = Room()
        self._scanner = Scanner(known, room)
        self._bursts = Bursts(room)
        self._takes_text = takes_text

    @property
    def held(self) -> int:
        """Bytes that are held; never more than `LIMIT` and one short sequence."""
        return self._scanner.held + self._bursts.held

    @property
    def due(self) -> float | None:
        """When to call `tick` if nothing is read; None if nothing waits for that."""
        return min((due for due in (self._scanner.due, self._bursts.due) if due is not None), default=None)

    def feed(self, text: str, now: float) -> list[Token]:
        """Return what may act of this read."""
        tokens = self._scanner.feed(text, now)
        flood = now - self._scanner.given_up < REST and printable_count(tokens) > TYPED_AT_ONCE
        if flood or self._scanner.has_overrun:
            self._bursts.discard(now)  # the rest of what was given up
        return self._bursts.settle(tokens, now, self._takes_text())

    def tick(self, now: float) -> list[Token]:
        """Return what may act because nothing has come until now."""
        tokens = self._scanner.tick(now)
        return self._bursts.settle(tokens, now, False) + self._bursts.tick(now)
