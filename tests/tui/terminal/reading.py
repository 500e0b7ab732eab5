"""Read input through the filter, without a terminal and without waiting."""

import codecs
from collections.abc import Iterable, Sequence
from itertools import groupby
from random import Random

from herniatui.tui.terminal.filter import Filter
from herniatui.tui.terminal.input_parser import known_keys
from herniatui.tui.terminal.input_tokens import InputToken, TokenKind

KNOWN = known_keys()
LATER = 10.0
"""Seconds after which no sequence is unfinished."""


class Reader:
    """A filter with its own clock."""

    def __init__(self, takes_text: bool = False) -> None:
        self.takes_text = takes_text
        self.filter = Filter(KNOWN, lambda: self.takes_text)
        self.now = 100.0
        self._decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode

    def read(self, data: bytes) -> list[InputToken]:
        """Read these bytes now."""
        return self.filter.feed(self._decode(data), self.now)

    def wait(self, seconds: float) -> list[InputToken]:
        """Let time pass without input, calling `tick` when it is due, as the driver does."""
        end, tokens = self.now + seconds, []
        while (due := self.filter.due) is not None and due <= end:
            self.now = max(self.now, due)
            tokens += self.filter.tick(self.now)
        self.now = end
        return tokens

    def text(self, data: bytes) -> str:
        """Return the tokens of this input as text, including those that come later."""
        return as_text([*self.read(data), *self.wait(LATER)])


def as_text(tokens: Iterable[InputToken]) -> str:
    return "".join(token.text for token in tokens)


def joined(tokens: Iterable[InputToken]) -> list[InputToken]:
    """Return the tokens with adjacent text joined."""
    together: list[InputToken] = []
    for kind, group in groupby(tokens, lambda token: token.kind):
        found = list(group)
        together += [InputToken(kind, as_text(found))] if kind is TokenKind.TEXT else found
    return together


def split(data: bytes, random: Random) -> Sequence[bytes]:
    """Return the bytes in random parts."""
    ends = sorted(random.sample(range(len(data) + 1), min(len(data), random.randint(0, 12))))
    return [data[start:end] for start, end in zip([0, *ends], [*ends, len(data)], strict=True)]
