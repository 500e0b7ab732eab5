"""The place in `card.yaml` of any word of a text."""

from collections.abc import Sequence
from typing import Any

import yaml

from herniatui.card.proof.source_words import words_in
from herniatui.card.yaml_nodes import Loader


class TextPlaces:
    """The text of a card file without problems, and where the words of its texts are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: Any = yaml.compose(text, Loader=Loader)

    def place(self, path: Sequence[str | int], word: int) -> tuple[int, int]:
        """Return line and column, from 1, of a word of the text at this path; after the last word, that of its end.

        Of a text between double quotation marks, which may have escapes, it is at least that of the text.
        """
        node = self._root
        for key in path:
            if isinstance(key, int):
                node = node.value[key]
            else:
                node = next(value for name, value in node.value if name.value == key)
        at = self._index(node, word)
        return self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)

    def _index(self, node: Any, word: int) -> int:
        """Return the index in the file of this word of a text."""
        first, end = node.start_mark.index, node.end_mark.index
        at = first + len(node.style or "")
        if node.style in ("|", ">"):
            at = self._text.index("\n", first)
        for number, (_word, start, stop) in enumerate(words_in(node.value)):
            written = node.value[start:stop].replace("'", "''" if node.style == "'" else "'")
            found = self._text.find(written, at, end)
            if number == word:
                return int(at if found < 0 else found)
            at = at if found < 0 else found + len(written)  # an escape is not found
        return int(at)
