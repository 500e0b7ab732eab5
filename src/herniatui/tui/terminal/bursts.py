"""Bursts: pastes in terminals without bracketed paste, recognized as input faster than typing."""

import re
from collections.abc import Sequence

from herniatui.tui.terminal.input_tokens import InputToken, TokenKind
from herniatui.tui.terminal.timing import REST, TYPED_AT_ONCE, Budget, Held

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_WITHIN = re.compile("[\r\n].", re.DOTALL)


def printable_count(tokens: Sequence[InputToken]) -> int:
    """Return the number of printable characters in the text tokens."""
    return sum(len(_CONTROLS.sub("", token.text)) for token in tokens if token.kind is TokenKind.TEXT)


class Bursts:
    """Joins the text of a burst into one paste. No key acts until input has rested for `REST` seconds."""

    def __init__(self, budget: Budget) -> None:
        self._held = Held(budget)
        self._discards = False
        self.due: float | None = None
        """Time at which the burst ends if no input follows; None outside a burst."""

    @property
    def held(self) -> int:
        """Bytes of UTF-8 that are held."""
        return self._held.size

    def discard(self, now: float) -> None:
        """Drop keys, text and pastes until input has rested for `REST` seconds."""
        self._held.take()
        self._discards, self.due = True, now + REST

    def settle(self, tokens: Sequence[InputToken], now: float, takes_text: bool) -> list[InputToken]:
        """Return the tokens of one read that may act; hold the text of a burst until it ends."""
        if self.due is None and not is_burst(tokens, takes_text):
            return list(tokens)
        passed = []
        for token in tokens:
            if token.kind is TokenKind.REPORT or (token.kind is TokenKind.PASTE and self._discards):
                passed.append(token)
            elif token.kind is not TokenKind.MOUSE:
                self.due = now + REST
                if token.kind in (TokenKind.TEXT, TokenKind.PASTE) and not self._discards:
                    self._held.add(_CONTROLS.sub("", token.text) if token.kind is TokenKind.TEXT else token.text)
        return passed

    def tick(self, now: float) -> list[InputToken]:
        """Return the paste of a burst that has ended."""
        if self.due is None or now < self.due:
            return []
        self.due, self._discards = None, False
        text, is_cut = self._held.take()
        return [InputToken(TokenKind.PASTE, text, is_cut)] if text else []


def is_burst(tokens: Sequence[InputToken], takes_text: bool) -> bool:
    """Whether one read cannot have been typed: too long, or, in a text field, text after a line break.

    A single key that the user holds while the program is busy can repeat any number of times in one read.
    """
    texts = [token.text for token in tokens if token.kind is TokenKind.TEXT]
    if len(set("".join(texts))) < 2:
        return False
    if takes_text and any(_LINE_WITHIN.search(text) for text in texts):
        return True
    characters = _CONTROLS.sub("", "".join(texts))
    return len(characters) > TYPED_AT_ONCE and len(set(characters)) > 1
