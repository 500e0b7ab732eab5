"""The scripts that a text is written in, so that a program reads each part aloud and sets it in its own direction."""

from collections.abc import Iterator
from unicodedata import bidirectional, name

from msgspec import Struct

_TAGS = {
    "ARABIC": "und-Arab",
    "ARMENIAN": "hy",
    "BENGALI": "und-Beng",
    "CJK": "und-Hani",
    "CYRILLIC": "und-Cyrl",
    "DEVANAGARI": "und-Deva",
    "ETHIOPIC": "und-Ethi",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "und-Hebr",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KHMER": "km",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "TIFINAGH": "und-Tfng",
}
"""Language tags (BCP 47) by the first word of a character's Unicode name; `und` where several languages share it."""


class Run(Struct, frozen=True):
    """A part of a text in one script."""

    text: str
    language: str = ""
    """Language tag; empty for Latin, which says nothing about the language."""
    is_right_to_left: bool = False


def runs(text: str) -> Iterator[Run]:
    """Yield the text in parts by script; spaces and signs inside a part belong to it."""
    start = end = 0  # of the letters of a script other than Latin, as far as found
    language = ""
    done = 0
    for index, character in enumerate(text):
        if not character.isalpha():
            continue
        tag = _tag(character)
        if tag != language:
            if language:
                yield from _runs(text, done, start, end, language)
                done = end
            start, language = index, tag
        end = index + 1
    if language:
        yield from _runs(text, done, start, end, language)
        done = end
    if text[done:]:
        yield Run(text[done:])


def _runs(text: str, done: int, start: int, end: int, language: str) -> Iterator[Run]:
    if text[done:start]:
        yield Run(text[done:start])
    yield Run(text[start:end], language, bidirectional(text[start]) in ("R", "AL"))


def scripts(text: str) -> set[str]:
    """Return the scripts of the letters, each as the first word of their Unicode names: `LATIN`, `CJK`."""
    return {_script(letter) for letter in set(text) if letter.isalpha()}


def _tag(character: str) -> str:
    return "" if character < "\u0370" else _TAGS.get(_script(character), "")


def _script(letter: str) -> str:
    return name(letter, "").partition(" ")[0]
