"""Filtered input as Textual's messages.

Textual's parser turns sequences into keys and mouse events. It gets complete, known sequences only: it would take an
unknown one for single keys, and raise on a Kitty key with an event type.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from textual import constants, events
from textual.message import Message

from herniatui.tui.terminal.filter import Filter
from herniatui.tui.terminal.input_tokens import InputToken, TokenKind
from herniatui.tui.terminal.sequences import KnownKeys
from herniatui.tui.textual_internals import ANSI_SEQUENCES_KEYS, FUNCTIONAL_KEYS, new_parser

_LIKE_A_REPLY = re.compile(r"\x1b\[[\d;]+[a-zR]")
"""Keys of some old terminals that look like reports. Kitty keys (`u`) are parsed by their grammar instead."""


class CutPaste(events.Paste):
    """The beginning of a paste whose rest was dropped."""


CutPaste.handler_name = events.Paste.handler_name  # handled as any other paste


def known_keys() -> KnownKeys:
    """Return the sequences that Textual's parser takes for keys."""
    legacy = frozenset(
        sequence
        for sequence, keys in ANSI_SEQUENCES_KEYS.items()
        if sequence[0] == "\x1b" and len(sequence) > 1 and isinstance(keys, tuple)
        if sequence != "\x1b\x1b" and not _LIKE_A_REPLY.fullmatch(sequence)
    )
    return KnownKeys(legacy, FUNCTIONAL_KEYS, kitty=not constants.DISABLE_KITTY_KEY)


class InputParser:
    """Turns terminal input into Textual's messages; has the methods of Textual's parser that its drivers call.

    Args:
        takes_text: whether the user is in a text field; called once for each read.
        clock: monotonic clock in seconds.
    """

    def __init__(self, takes_text: Callable[[], bool], clock: Callable[[], float] = monotonic) -> None:
        self._filter = Filter(known_keys(), takes_text)
        self._clock = clock
        self._parser = new_parser()

    @property
    def wait(self) -> float | None:
        """Seconds until `tick` is due; None if no input is held."""
        due = self._filter.due
        return None if due is None else max(0.0, due - self._clock())

    def feed(self, data: str) -> Iterator[Message]:
        """Yield the messages of this read."""
        return self._messages(self._filter.feed(data, self._clock()))

    def tick(self) -> Iterator[Message]:
        """Yield the messages that are due because nothing is left to read."""
        return self._messages(self._filter.tick(self._clock()))

    def _messages(self, tokens: Iterable[InputToken]) -> Iterator[Message]:
        for token in tokens:
            if token.kind is TokenKind.ESCAPE:
                yield events.Key("escape", "\x1b")
            elif token.kind is TokenKind.PASTE:
                yield events.AppFocus()  # a paste implies focus; without it no widget would receive the paste
                yield CutPaste(token.text) if token.is_cut else events.Paste(token.text)
            else:
                yield from self._parsed(token.text)

    def _parsed(self, text: str) -> list[Message]:
        try:
            return list(self._parser.feed(text))
        except Exception:  # noqa: BLE001
            self._parser = new_parser(self._parser)
            return []  # dropped, as any malformed sequence
