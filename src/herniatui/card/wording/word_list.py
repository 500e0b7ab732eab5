"""Word lists: which words of a language mean a number, fewer, more, at most, at least, about, to, of, and units."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from herniatui.card.model import Number, Unit
from herniatui.card.wording.tokens import Token, tokens

T = TypeVar("T")
_FOLDER = Path(__file__).parent
Words = tuple[str, ...]
"""The texts of consecutive tokens."""


class _WordListFile(Struct, forbid_unknown_fields=True):
    """What a file such as `nl.toml` holds; see there."""

    decimal: str
    thousands: str
    articles: list[str]
    definite: list[str]
    zero: list[str]
    units: list[str]
    units_in_compounds: list[str]
    teens: list[str]
    tens: list[str]
    compounds: list[str]
    multipliers: dict[str, int]
    halves: dict[str, float]
    and_a_half: list[str]
    parts: dict[str, int]
    alone: list[str]
    ordinals: list[str]
    part_of: list[str]
    fixed_parts: dict[str, tuple[int, int]]
    percent: list[str]
    permille: list[str]
    of_every: list[str]
    of: list[str]
    to: list[str]
    to_and: list[str]
    between: list[str]
    range_before: list[str]
    change_before: list[str]
    skipped: list[str]
    comparative: list[str]
    measures: list[str]
    relations: dict[str, list[str]]
    relations_of_time: dict[str, list[str]]
    relations_behind: dict[str, list[str]]
    times: dict[Unit, list[str]]
    multiples: dict[str, tuple[int, Unit]]
    not_a_time: dict[str, list[str]]


class Phrases(Generic[T]):
    """Phrases of one or more words, each with its meaning, found at a place in a text; the longest one counts."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        split = [(tuple(token.text for token in tokens(words)), meaning) for words, meaning in phrases]
        self._by_first: dict[str, list[tuple[Words, T]]] = {}
        self._by_last: dict[str, list[tuple[Words, T]]] = {}
        for words, meaning in sorted(split, key=lambda phrase: -len(phrase[0])):
            self._by_first.setdefault(words[0], []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))

    def __iter__(self) -> Iterator[tuple[Words, T]]:
        """Yield every phrase with its meaning."""
        return (phrase for phrases in self._by_first.values() for phrase in phrases)

    def at(self, found: Sequence[Token], place: int) -> tuple[T, int] | None:
        """Return the meaning of the phrase that begins at this token, and the place behind it."""
        if place >= len(found):
            return None
        for words, meaning in self._by_first.get(found[place].text, ()):
            if tuple(token.text for token in found[place : place + len(words)]) == words:
                return meaning, place + len(words)
        return None

    def before(self, found: Sequence[Token], place: int) -> tuple[T, int] | None:
        """Return the meaning of the phrase that ends just before this token, and the place at which it begins."""
        if place <= 0:
            return None
        for words, meaning in self._by_last.get(found[place - 1].text, ()):
            start = place - len(words)
            if start >= 0 and tuple(token.text for token in found[start:place]) == words:
                return meaning, start
        return None


class WordList:
    """The words of one language, made from its file."""

    def __init__(self, file: _WordListFile) -> None:
        self.decimal, self.thousands = file.decimal, file.thousands
        self.articles, self.definite = frozenset(file.articles), frozenset(file.definite)
        self.numbers = _numbers(file)
        self.multipliers: Mapping[str, int] = file.multipliers
        self.halves = {word: Decimal(str(value)) for word, value in file.halves.items()}
        self.and_a_half = _all(file.and_a_half)
        self.parts: Mapping[str, int] = file.parts
        self.alone, self.ordinals, self.part_of = map(frozenset, (file.alone, file.ordinals, file.part_of))
        self.fixed_parts: Mapping[str, tuple[int, int]] = file.fixed_parts
        self.per = Phrases([*((words, 100) for words in file.percent), *((words, 1000) for words in file.permille)])
        self.of = Phrases([*((words, True) for words in file.of_every), *((words, False) for words in file.of)])
        self.to, self.to_and, self.between = _all(file.to), _all(file.to_and), _all(file.between)
        self.range_before, self.change_before = _all(file.range_before), _all(file.change_before)
        self.skipped, self.comparative = frozenset(file.skipped), frozenset(file.comparative)
        self.measures = frozenset(file.measures)
        self.relations, self.relations_behind = _by_phrase(file.relations), _by_phrase(file.relations_behind)
        self.relations_of_time = _by_phrase(file.relations, file.relations_of_time)
        units = [(words, (1, unit)) for unit, phrases in file.times.items() for words in phrases]
        self.units: Phrases[tuple[int, Unit]] = Phrases([*units, *file.multiples.items()])
        self.singulars = frozenset(words[0] for words in file.times.values())
        self.not_a_time_before = _all(file.not_a_time["before"])
        self.not_a_time_behind = _all(file.not_a_time["behind"])

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a text in this language."""
        return tokens(text, self.decimal, self.thousands)


@cache
def word_list(language: str) -> WordList | None:
    """Return the word list for a language tag (`nl`, `nl-BE`), or None if there is none."""
    name = language.partition("-")[0]
    if name not in languages():
        return None
    data = (_FOLDER / f"{name}.toml").read_bytes()
    return WordList(msgspec.toml.decode(data, type=_WordListFile))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a word list."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def _numbers(file: _WordListFile) -> dict[str, Number]:
    """Return the value of every number word below 100."""
    numbers: dict[str, Number] = dict.fromkeys(file.zero, 0)
    for first, words in ((1, file.units), (10, file.teens)):
        numbers |= {word: first + place for place, word in enumerate(words)}
    for ten, ten_word in enumerate(file.tens, 2):
        numbers[ten_word] = ten * 10
        for unit, unit_word in enumerate(file.units_in_compounds, 1):
            for compound in file.compounds:
                numbers[compound.format(unit=unit_word, ten=ten_word)] = ten * 10 + unit
    return numbers


def _all(phrases: Sequence[str]) -> Phrases[bool]:
    return Phrases((words, True) for words in phrases)


def _by_phrase(*lists: dict[str, list[str]]) -> Phrases[str]:
    return Phrases(
        (words, relation) for relations in lists for relation, phrases in relations.items() for words in phrases
    )
