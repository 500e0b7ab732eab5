"""Times in a text: `na 3 tot 8 weken`, `anderhalve week`, `10 dagen tot 3 weken`, `langer dan 6 maanden`."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from herniatui.card.model import Number, Unit, units_in
from herniatui.card.wording.amounts import ABOUT, AFTER, CONFLICT, EXACTLY, WITHIN, amount_at, relation_before
from herniatui.card.wording.tokens import Token, plain
from herniatui.card.wording.word_list import Phrases, WordList, word_list

_ORDER = list(Unit)


class TimePhrase(Struct, frozen=True):
    """A time as a text says it: one, or a range."""

    low: Number
    low_unit: Unit
    high: Number | None
    unit: Unit
    relation: str
    """`EXACTLY`, `ABOUT`, `WITHIN`, a value of `Relation`, or `CONFLICT` where no line can show what the words say."""
    after: bool
    """Whether the words say that it is after this time: `na 6 weken`."""
    start: int
    """Index of the first character, with the words that say how exact the time is."""
    end: int
    core: tuple[int, int]
    """The same without these words."""
    moment: bool = False
    """Whether the words behind say that it is a moment: `3 weken na de operatie`."""
    sure: bool = True
    """Whether the words are a time wherever they stand; `een dag` may be any day."""


class _Time(Struct, frozen=True):
    value: Number
    unit: Unit
    end: int
    sure: bool = True


@lru_cache(maxsize=512)
def time_phrases(text: str, language: str) -> tuple[TimePhrase, ...]:
    """Return every time in a text, in order; none in a language without a word list."""
    words = word_list(language)
    return tuple(_TimeFinder(words.tokens(text), words).phrases()) if words else ()


class _TimeFinder:
    def __init__(self, found: Sequence[Token], words: WordList) -> None:
        self.found = found
        self.words = words

    def phrases(self) -> Iterator[TimePhrase]:
        place = 0
        while place < len(self.found):
            phrase, end = self._phrase(place) or (None, place + 1)
            if phrase:
                yield phrase
            place = end

    def _phrase(self, place: int) -> tuple[TimePhrase | None, int] | None:
        found, words = self.found, self.words
        between = words.between.at(found, place)
        low, high = self._range(between[1] if between else place, words.to_and if between else words.to)
        if low is None or (between and not high):
            return None
        last = high or low
        end = last.end
        if self._is_no_time(place, end):
            return None, end
        said, start = relation_before(found, place, words, words.relations_of_time)
        core = found[place].start, found[end - 1].end
        if behind := words.relations_behind.at(found, end):
            said.append(behind[0])
            end = behind[1]
        compound = None if high else self._smaller(end, low.unit)
        if compound:
            end = compound.end
            core = core[0], found[end - 1].end
        then = words.relations_of_time.at(found, end)
        relation = CONFLICT if compound or (high and _falls(low, high)) else _relation(said, is_range=high is not None)
        return (
            TimePhrase(
                low.value,
                low.unit,
                high.value if high else None,
                last.unit,
                relation,
                AFTER in said,
                min(found[start].start, core[0]),
                found[end - 1].end,
                core,
                moment=bool(then and then[0] == AFTER),
                sure=low.sure,
            ),
            end,
        )

    def _range(self, place: int, joints: Phrases[bool]) -> tuple[_Time | None, _Time | None]:
        """Return the time at this token and the one that it is joined to: `3 tot 8 weken`, `10 dagen tot 3 weken`."""
        first = self._time(place)
        amount = None if first else amount_at(self.found, place, self.words)
        end = first.end if first else amount.end if amount else 0
        joint = (first or amount) and joints.at(self.found, end)
        second = self._time(joint[1]) if joint else None
        if second and not second.sure and first:
            second = None  # `3 weken of een dag`
        if first:
            return first, second
        if amount and second:
            return _Time(amount.value, second.unit, amount.end), second
        return None, None

    def _time(self, place: int) -> _Time | None:
        """Return one time with its unit: `3 weken`, `een half jaar`, `half an hour`, `week 6`."""
        found, words = self.found, self.words
        if place >= len(found):
            return None
        half = place + (found[place].text in words.articles)
        if half < len(found) and (value := words.halves.get(found[half].text)) is not None:
            at = half + 1
            at += at < len(found) and found[at].text in words.articles
            if unit := words.units.at(found, at):
                factor, name = unit[0]
                return _Time(plain(value * factor), name, unit[1])
        amount = amount_at(found, place, words)
        if amount and (unit := words.units.at(found, amount.end)):
            factor, name = unit[0]
            return _Time(plain(amount.value * factor), name, unit[1], not amount.is_article)
        unit = words.units.at(found, place)
        if unit and found[place].text in words.singulars and unit[1] < len(found):
            number = found[unit[1]].number
            if number is not None and not self._counts_something(unit[1] + 1):
                return _Time(number, unit[0][1], unit[1] + 1, sure=False)
        return None

    def _counts_something(self, place: int) -> bool:
        words = self.words
        return any(phrases.at(self.found, place) for phrases in (words.units, words.per, words.of, words.to))

    def _is_no_time(self, place: int, end: int) -> bool:
        """Return whether it is an age, a time of the clock, or a rate such as `2 uur per dag`."""
        words, found = self.words, self.found
        rate = end < len(found) and found[end].text in words.articles and words.units.at(found, end + 1)
        before = words.not_a_time_before.before(found, place)
        return bool(rate or before or words.not_a_time_behind.at(found, end))

    def _smaller(self, place: int, unit: Unit) -> _Time | None:
        """Return a time in a smaller unit that is added to one in this unit: `1 jaar en 6 maanden`."""
        joint = self.words.to_and.at(self.found, place)
        more = self._time(joint[1]) if joint else None
        return more if more and _ORDER.index(more.unit) < _ORDER.index(unit) else None


def _falls(low: _Time, high: _Time) -> bool:
    """Return whether a range does not rise, as `6 weken tot 2 dagen`."""
    factor = units_in(low.unit, high.unit)
    return factor is not None and Fraction(high.value) <= Fraction(low.value) * factor


def _relation(said: Sequence[str], *, is_range: bool) -> str:
    """Return the one relation that the words say, besides `na` and `ongeveer`, which go together with others."""
    bounds = {relation for relation in said if relation not in (AFTER, ABOUT)}
    if len(bounds) > 1 or (AFTER in said and WITHIN in bounds) or (is_range and bounds - {WITHIN}):
        return CONFLICT
    return next(iter(bounds), ABOUT if ABOUT in said else EXACTLY)
