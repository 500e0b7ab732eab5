"""Numbers of people in a text: `5 van de 100`, `5 tot 10%`, `van de 100 mensen krijgen er 5`, `een op de tien`."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from msgspec import Struct

from herniatui.card.model import Number, Relation
from herniatui.card.wording.amounts import ABOUT, Amount, Range, amount_at, range_at, relation_before
from herniatui.card.wording.tokens import Token
from herniatui.card.wording.word_list import WordList, word_list

_MOST_NOUNS = 2
"""Words between a count and its whole: `5 mensen van de 100`."""
_MOST_BETWEEN = 10
"""Words between a whole and a count behind it: `van de 100 mensen krijgen er na een jaar 5 …`."""
_ENDS = frozenset(".;:!?()")
"""Signs that end the search for a count behind its whole."""


class FrequencyPhrase(Struct, frozen=True):
    """A number of people as a text says it."""

    count: Number
    to: Number | None
    of: int
    """The whole; 0 for a bare count, of which the whole stands elsewhere."""
    relation: Relation | None
    """None where the words cannot be drawn: they compare (`30% minder`), or say two things of one number."""
    start: int
    """Index of the first character, with the words that say how exact the number is."""
    end: int
    core: tuple[int, int]
    """The same without these words."""
    sure: bool = True
    """Whether the words are a number of people wherever they stand; `een derde operatie` is none."""


@lru_cache(maxsize=512)
def frequency_phrases(text: str, language: str) -> tuple[FrequencyPhrase, ...]:
    """Return every number of people in a text, in order; none in a language without a word list."""
    words = word_list(language)
    return tuple(_FrequencyFinder(words.tokens(text), words).phrases()) if words else ()


@lru_cache(maxsize=512)
def bare_counts(text: str, language: str) -> tuple[FrequencyPhrase, ...]:
    """Return every count without a whole or a unit, for a text whose whole stands elsewhere."""
    words = word_list(language)
    return tuple(_FrequencyFinder(words.tokens(text), words).bare_counts()) if words else ()


def wholes(text: str, language: str) -> tuple[Number, ...]:
    """Return the amounts in the words that quote a whole: `Van de 100 mensen`."""
    words = word_list(language)
    if not words:
        return ()
    finder = _FrequencyFinder(words.tokens(text), words)
    return tuple(found.low.value for found in finder.amounts() if not found.high)


def leading_wholes(text: str, language: str) -> tuple[tuple[int, int, int], ...]:
    """Return the wholes in a text that stand before their counts, each with its span: `Van de 100`."""
    words = word_list(language)
    if not words:
        return ()
    finder = _FrequencyFinder(words.tokens(text), words)
    taken = [phrase.core for phrase in finder.phrases()]
    return tuple((whole, start, end) for whole, start, end in finder.wholes() if not _is_inside(start, taken))


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a place is inside one of these spans, which are in order; not at its start."""
    at = bisect_right(spans, place, key=itemgetter(1))
    return at < len(spans) and spans[at][0] < place


class _FrequencyFinder:
    def __init__(self, found: Sequence[Token], words: WordList) -> None:
        self.found = found
        self.words = words

    def phrases(self) -> Iterator[FrequencyPhrase]:
        place = 0
        while place < len(self.found):
            phrase, end = self._part(place) or self._forward(place) or self._reversed(place) or (None, place + 1)
            if phrase:
                yield phrase
            place = end

    def amounts(self) -> Iterator[Range]:
        """Yield the amounts that are no time, percentage or measure."""
        place = 0
        while place < len(self.found):
            amount = range_at(self.found, place, self.words)
            if amount and not amount.low.is_article and not self._counts_something(amount):
                yield amount
            place = amount.end if amount else place + 1

    def bare_counts(self) -> Iterator[FrequencyPhrase]:
        for amount in self.amounts():
            if not self._whole(amount.end) and not self._is_whole(amount.start):
                yield self._phrase(amount, 0, amount.start, amount.end, amount.start)[0]

    def wholes(self) -> Iterator[tuple[int, int, int]]:
        """Yield every whole with its span, from `van` to the number."""
        for place in range(len(self.found)):
            if found := self._of(place):
                whole, end, _certain = found
                yield whole, self.found[place].start, self.found[end - 1].end

    def _forward(self, place: int) -> tuple[FrequencyPhrase, int] | None:
        """Return `5 van de 100`, `5 tot 10 mensen van de 100`, `5% tot 10%`, `1 van de 100 tot 2 van de 100`."""
        amount = range_at(self.found, place, self.words)
        if not amount or (amount.high and self.words.units.at(self.found, amount.low.end)):
            return None
        if amount.high is None and (first := self._whole(amount.end)):
            of, end = first
            joint = self.words.to.at(self.found, end)
            second = joint and range_at(self.found, joint[1], self.words)
            high = second and not second.high and self._whole(second.end)
            if second and high:
                both = Range(amount.low, second.low, place, high[1])
                return self._phrase(both, of if high[0] == of else 0, place, high[1], place, conflict=high[0] != of)
        if whole := self._whole(amount.end):
            of, end = whole
            return self._phrase(amount, of, place, end, place)
        return None

    def _part(self, place: int) -> tuple[FrequencyPhrase, int] | None:
        """Return `de helft`, `een kwart`, `twee derde`, `driekwart`."""
        token, words = self.found[place], self.words
        if fixed := words.fixed_parts.get(token.text):
            return self._found_part(fixed, place, place + 1, sure=True)
        amount = amount_at(self.found, place, words)
        if amount and isinstance(amount.value, int) and amount.end < len(self.found):
            part = self.found[amount.end].text
            if part in words.parts:
                end = amount.end + 1
                sure = amount.value > 1 or part not in words.ordinals or self._text(end) in words.part_of
                return self._found_part((amount.value, words.parts[part]), place, end, sure=sure)
        if token.text in words.alone:
            sure = token.text not in words.ordinals or self._text(place + 1) in words.part_of
            first = place - (place > 0 and self.found[place - 1].text in words.definite)
            return self._found_part((1, words.parts[token.text]), first, place + 1, sure=sure)
        return None

    def _found_part(
        self, share: tuple[int, int], place: int, end: int, *, sure: bool
    ) -> tuple[FrequencyPhrase, int] | None:
        behind = end + (self._text(end) in self.words.articles)
        if self.words.units.at(self.found, behind) or share[0] > share[1]:
            return None  # `een half uur`
        amount = Range(Amount(share[0], end), None, place, end)
        return self._phrase(amount, share[1], place, end, place, sure=sure)

    def _reversed(self, place: int) -> tuple[FrequencyPhrase, int] | None:
        """Return `van de 100 mensen krijgen er 5`."""
        of = self._of(place)
        if not of:
            return None
        whole, at, certain = of
        if not (certain or _is_round(whole)):
            return None
        for count_at in range(at, min(at + _MOST_BETWEEN, len(self.found))):
            amount = range_at(self.found, count_at, self.words)
            if amount and not amount.low.is_article:
                high = amount.high.value if amount.high else amount.low.value
                if self._counts_something(amount) or self._whole(amount.end) or high > whole:
                    return None
                unclear = bool(relation_before(self.found, place, self.words, self.words.relations)[0])
                return self._phrase(amount, whole, place, amount.end, count_at, conflict=unclear)
            if self.found[count_at].text in _ENDS:
                return None
        return None

    def _phrase(
        self,
        amount: Range,
        of: int,
        place: int,
        end: int,
        count_at: int,
        *,
        sure: bool = True,
        conflict: bool = False,
    ) -> tuple[FrequencyPhrase, int]:
        """Return the phrase with what its words say of the number, and the place behind it."""
        words, found = self.words, self.found
        said, start = relation_before(found, count_at, words, words.relations)
        start = min(start, place)
        core = found[place].start, found[end - 1].end
        for at in (amount.end, end):
            if behind := words.relations_behind.at(found, at):
                said.append(behind[0])
                end = max(end, behind[1])
                break
        is_change = amount.high is not None and words.change_before.before(found, place) is not None
        is_relative = self._is_share_of_something(core) and self._text(end) in words.comparative
        falls = amount.high is not None and amount.high.value <= amount.low.value
        relation = _relation(said, is_range=amount.high is not None)
        if conflict or is_change or is_relative or falls:
            relation = None
        return (
            FrequencyPhrase(
                amount.low.value,
                amount.high.value if amount.high else None,
                of,
                relation,
                min(found[start].start, core[0]),
                found[end - 1].end,
                core,
                sure,
            ),
            end,
        )

    def _is_share_of_something(self, core: tuple[int, int]) -> bool:
        """Return whether the words are a percentage or a part, which may be of a chance and not of people."""
        inside = [token for token in self.found if core[0] <= token.start < core[1]]
        last = inside[-1].text
        return self.words.per.at(inside, len(inside) - 1) is not None or last in {
            *self.words.parts,
            *self.words.fixed_parts,
        }

    def _whole(self, place: int) -> tuple[int, int] | None:
        """Return the whole behind a count, and the place behind it: `%`, `van de 100`, `mensen op de 100`."""
        if behind := self.words.relations_behind.at(self.found, place):
            place = behind[1]
        if per := self.words.per.at(self.found, place):
            return per
        if direct := self._of(place):
            return direct[0], direct[1]
        for at in range(place, min(place + _MOST_NOUNS, len(self.found))):
            if not self._is_noun(at):
                return None
            if (of := self._of(at + 1)) and (of[2] or _is_round(of[0])):
                return of[0], of[1]
        return None

    def _is_noun(self, place: int) -> bool:
        """Return whether this may be the word for those who are counted."""
        token, words = self.found[place], self.words
        is_other = (
            amount_at(self.found, place, words)
            or words.units.at(self.found, place)
            or words.relations_of_time.at(self.found, place)
            or words.to.at(self.found, place)
            or words.to_and.at(self.found, place)
            or words.of.at(self.found, place)
        )
        return token.text[0].isalpha() and not is_other and token.text not in words.measures | words.skipped

    def _of(self, place: int) -> tuple[int, int, bool] | None:
        """Return the whole in `van de 100` at this token, the place behind it, and whether the words are certain."""
        of = self.words.of.at(self.found, place)
        amount = of and amount_at(self.found, of[1], self.words)
        if not of or not amount or amount.is_article or amount.value < 1 or not isinstance(amount.value, int):
            return None
        if self._counts_something_else(amount.end) or self._text(amount.end) in ("/", "-", "–"):
            return None
        return amount.value, amount.end, of[0]

    def _is_whole(self, place: int) -> bool:
        """Return whether the amount at this token is a whole: `van de` stands before it."""
        return self.words.of.before(self.found, place) is not None

    def _counts_something(self, amount: Range) -> bool:
        """Return whether this is an amount of something else than people: `10 weken`, `5 minuten tot 10`."""
        return self._counts_something_else(amount.end) or self._counts_something_else(amount.low.end)

    def _counts_something_else(self, place: int) -> bool:
        """Return whether a unit of time, a percent sign or a measure stands at this token."""
        words = self.words
        return bool(
            words.units.at(self.found, place)
            or words.per.at(self.found, place)
            or self._text(place) in words.measures
            or self._text(place) in words.parts
        )

    def _text(self, place: int) -> str:
        return self.found[place].text if place < len(self.found) else ""


def _relation(said: list[str], *, is_range: bool) -> Relation | None:
    """Return the one relation that the words say; None if they say two, or bound a range on one side."""
    if len(said) > 1 or (is_range and said not in ([], [ABOUT])):
        return None
    return Relation(said[0]) if said else Relation.EXACTLY


def _is_round(whole: Number) -> bool:
    """Return whether the whole is 10, 100, 1000 and so on, which no measure or year is by chance."""
    return whole >= 10 and str(whole).strip("0") == "1"
