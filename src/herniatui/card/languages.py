"""What the language of a card decides besides its list of words: its quotation marks and its direction."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

_FILE = Path(__file__).with_name("languages.toml")


class Marks(NamedTuple):
    """The quotation marks of a language."""

    opening: str
    closing: str


DEFAULT_MARKS = Marks("“", "”")
"""The marks of a language that the file does not have, and of the program's own words."""


class _Direction(Struct, forbid_unknown_fields=True):
    scripts: frozenset[str]
    right_to_left: frozenset[str]
    left_to_right: frozenset[str]


class _LanguagesFile(Struct, forbid_unknown_fields=True):
    """What `languages.toml` holds; see there."""

    quotation_marks: dict[str, list[str]]
    direction: _Direction


def quotation_marks(language: str) -> Marks:
    """Return the marks that this language (a BCP 47 tag) puts around a quotation."""
    by_tag = _marks()
    return next((by_tag[tag] for tag in _prefixes(language) if tag in by_tag), DEFAULT_MARKS)


@cache
def is_right_to_left(language: str) -> bool:
    """Return whether this language (a BCP 47 tag) is written from right to left; its script decides, if it is named."""
    direction = _file().direction
    _language, *subtags = language.split("-")
    for subtag in subtags:
        if len(subtag) == 1:  # an extension, or private use
            break
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title() in direction.scripts
    for tag in _prefixes(language):
        if tag in direction.right_to_left | direction.left_to_right:
            return tag in direction.right_to_left
    return False


def _prefixes(language: str) -> Iterator[str]:
    """Yield the tag as the file writes it, and without its last subtag, and so on: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    first, *rest = language.split("-")
    subtags = [first.lower(), *(part.upper() if len(part) == 2 else part.title() for part in rest)]
    for count in range(len(subtags), 0, -1):
        yield "-".join(subtags[:count])


@cache
def _file() -> _LanguagesFile:
    return msgspec.toml.decode(_FILE.read_bytes(), type=_LanguagesFile)


@cache
def _marks() -> Mapping[str, Marks]:
    return {tag: Marks(*marks.split("…")) for marks, tags in _file().quotation_marks.items() for tag in tags}
