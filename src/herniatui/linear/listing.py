"""The lines of one stop or list, some of them numbered so that an answer can refer to them."""

from msgspec import Struct

from herniatui.i18n import _


class Listing:
    """Lines to print, and the rows that their numbers refer to."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: dict[str, ListedRow] = {}
        """The numbered lines by key, the first for number 1."""

    def add(self, *lines: str) -> None:
        """Add lines."""
        self.lines += lines

    def add_numbered(self, key: str, words: str, is_ticked: bool | None = None) -> None:
        """Add a line with the next number; `is_ticked` is None for a line that cannot be ticked."""
        self.rows[key] = ListedRow(len(self.rows) + 1, words, is_ticked)
        self.add(self.rows[key].listed)


class ListedRow(Struct, frozen=True):
    """A numbered line."""

    number: int
    words: str
    is_ticked: bool | None = None

    @property
    def listed(self) -> str:
        """The row in a list; only a ticked row says whether it is ticked."""
        return f"{self.number}. {ticked(self.words) if self.is_ticked else self.words}"

    @property
    def alone(self) -> str:
        """The row without the others; it also says that it is not ticked."""
        if self.is_ticked is False:
            return _("{number}. {words} (not ticked)").format(number=self.number, words=self.words)
        return self.listed


def ticked(words: str) -> str:
    """Return the words of a row that is ticked."""
    return _("{words} (ticked)").format(words=words)


def capital(words: str) -> str:
    """Return the words with a capital."""
    return words[:1].upper() + words[1:]


_ENDS = (*".?!:…”“»」", *"。？！：", *"؟۔।")
"""What ends a sentence of ours, or of a card in another language that stands last in it."""


def sentence(words: str) -> str:
    """Return the words as a sentence: with a capital, and a full stop if they end without a mark."""
    words = capital(words)
    return words if words.endswith(_ENDS) else f"{words}."
