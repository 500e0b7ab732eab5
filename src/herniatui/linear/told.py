"""What is told in one go: lines, of which some are numbered so that an answer can name them."""

from msgspec import Struct

from herniatui.i18n import _


class Told:
    """Lines to tell, and what their numbers stand for."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: dict[str, Row] = {}
        """The numbered lines by key, the first for number 1."""

    def tell(self, *lines: str) -> None:
        """Add lines."""
        self.lines += lines

    def number(self, key: str, words: str, is_ticked: bool | None = None) -> None:
        """Add a line with the next number; `is_ticked` is None for a line that cannot be ticked."""
        self.rows[key] = Row(len(self.rows) + 1, words, is_ticked)
        self.tell(self.rows[key].listed)


class Row(Struct, frozen=True):
    """A numbered line."""

    number: int
    words: str
    is_ticked: bool | None = None

    @property
    def listed(self) -> str:
        """The line among others: only a tick is told."""
        return f"{self.number}. {ticked(self.words) if self.is_ticked else self.words}"

    @property
    def alone(self) -> str:
        """The line on its own."""
        if self.is_ticked is False:
            return _("{number}. {words} (not ticked)").format(number=self.number, words=self.words)
        return self.listed


def ticked(words: str) -> str:
    """Return the words of a row that is ticked."""
    return _("{words} (ticked)").format(words=words)


def capital(words: str) -> str:
    """Return the words with a capital."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Return the words as a sentence: with a capital, and a full stop if they end without a mark."""
    words = capital(words)
    return words if words.endswith((".", "?", "!", ":", "”", "…")) else f"{words}."
