"""Filter between terminal and Textual: passes only keys, pastes, mouse events and the reports that Textual asked for.

Over a slow link or through tmux, a terminal answers queries late, and the replies arrive as if typed.
"""

from collections.abc import Callable

from herniatui.tui.terminal.bursts import Bursts, printable_count
from herniatui.tui.terminal.input_tokens import InputToken
from herniatui.tui.terminal.scanner import Scanner
from herniatui.tui.terminal.sequences import KnownKeys
from herniatui.tui.terminal.timing import REST, TYPED_AT_ONCE, Budget


class Filter:
    """Turns reads into the tokens that may act. Times are in seconds of any monotonic clock.

    Call `feed` with each read, and `tick` when nothing is left to read: only silence makes a lone ESC the Escape key,
    ends a burst, and drops an unfinished sequence.

    Args:
        known: the sequences that the parser takes for keys.
        takes_text: whether the user is in a text field; called once for each read.
    """

    def __init__(self, known: KnownKeys, takes_text: Callable[[], bool]) -> None:
        budget = Budget()
        self._scanner = Scanner(known, budget)
        self._bursts = Bursts(budget)
        self._takes_text = takes_text

    @property
    def held(self) -> int:
        """Bytes that are held: at most `LIMIT` and one short sequence."""
        return self._scanner.held + self._bursts.held

    @property
    def due(self) -> float | None:
        """Time at which to call `tick` if nothing is read before; None if nothing is held."""
        return min((due for due in (self._scanner.due, self._bursts.due) if due is not None), default=None)

    def feed(self, text: str, now: float) -> list[InputToken]:
        """Return the tokens of this read that may act."""
        tokens = self._scanner.feed(text, now)
        flood = now - self._scanner.given_up < REST and printable_count(tokens) > TYPED_AT_ONCE
        if flood or self._scanner.has_overrun:
            self._bursts.discard(now)  # the rest of the dropped sequence
        return self._bursts.settle(tokens, now, self._takes_text())

    def tick(self, now: float) -> list[InputToken]:
        """Return the tokens that may act because there was no input until now."""
        tokens = self._scanner.tick(now)
        return self._bursts.settle(tokens, now, False) + self._bursts.tick(now)
