"""Numbers and times in the words of a card that no annotation covers, each with the annotation to add."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from msgspec import Struct

from herniatui.card.model import Card, Number, Relation, Statement, units_in
from herniatui.card.quoted_words import merged
from herniatui.card.time_annotations import fitting
from herniatui.card.whole_words import IN_A_STATEMENT, word_places
from herniatui.card.wording.frequency_phrases import FrequencyPhrase, bare_counts, frequency_phrases, leading_wholes
from herniatui.card.wording.time_phrases import TimePhrase, time_phrases
from herniatui.card.yaml_nodes import reads_as_text

_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_PLAIN = re.compile(r"[^\W_](?:[\w %()–’/½¼¾-]|\.(?=\w))*")
"""A text that YAML reads as such within braces, without quotation marks."""


class Suggestion(Struct, frozen=True):
    """An annotation to add to a statement."""

    statement: str
    """The id of the statement."""
    key: str
    """`frequencies` or `times`."""
    quote: str
    fields: tuple[tuple[str, str], ...]
    """The fields besides the quote; without any, the number stays in words."""

    @property
    def entry(self) -> str:
        """The annotation as it is written in the file: `{quote: 5 van de 100, count: 5, of: 100}`."""
        texts = [("quote", self.quote)] + [(key, value) for key, value in self.fields if key == "whole"]
        written = [f"{key}: {in_braces(value)}" for key, value in texts]
        written[1:1] = [f"{key}: {value}" for key, value in self.fields if key != "whole"]
        return "{" + ", ".join(written) + "}"


def in_braces(text: str) -> str:
    """Return a text as YAML within braces: plain if that is read as the same text, otherwise in quotation marks."""
    if _PLAIN.fullmatch(text) and reads_as_text(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def suggestions(card: Card) -> list[Suggestion]:
    """Return what is not annotated yet, in card order; nothing for a language without a word list."""
    tops: list[tuple[Statement, tuple[str, ...]]] = [(passage, ()) for passage in card.introduction]
    tops += [(top, (question.text,)) for question in card.questions for answer in question.answers for top in answer]
    return [suggestion for top, above in tops for suggestion in _below(top, above, card.language)]


def _below(statement: Statement, above: tuple[str, ...], language: str) -> Iterator[Suggestion]:
    yield from _of_statement(statement, above, language)
    for child in statement.children:
        yield from _below(child, (*above, statement.text) if statement.is_heading else above, language)


def _of_statement(statement: Statement, above: Sequence[str], language: str) -> Iterator[Suggestion]:
    text = statement.text
    covered = merged(_covered(statement))
    numbers = [(phrase, "") for phrase in frequency_phrases(text, language)]
    times = time_phrases(text, language)
    taken = merged([phrase.core for phrase, _whole in numbers] + [time.core for time in times])
    numbers += [found for found in _bare(text, above, language) if not _touches(found[0].core, taken)]
    for phrase, whole in sorted(numbers, key=lambda found: found[0].start):
        if not _touches(phrase.core, covered):
            yield _number(statement.id, text, phrase, whole)
    for time in times:
        if not _touches(time.core, covered) and (time.sure or time.relation or time.after):
            yield _time(statement.id, text, time)


def _covered(statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield the span of every quote; of equal quotes, each covers the next place where the words stand."""
    quotes = [*(number.quote for number in statement.frequencies), *statement.in_words, statement.unknown]
    quotes += [time.quote for time in statement.times]
    used: dict[str, int] = {}
    for quote in filter(None, quotes):
        places = list(word_places(quote, statement.text, IN_A_STATEMENT))
        place = used.get(quote, 0)
        used[quote] = place + 1
        if place < len(places):
            yield places[place], places[place] + len(quote)


def _touches(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    first = bisect_right(spans, span[0], key=itemgetter(1))
    return first < len(spans) and spans[first][0] < span[1]


def _bare(text: str, above: Sequence[str], language: str) -> Iterator[tuple[FrequencyPhrase, str]]:
    """Yield counts whose whole stands before them: in the same sentence, a heading, or the question."""
    here = leading_wholes(text, language)
    higher = [(of, words[start:end]) for words in above for of, start, end in leading_wholes(words, language)]
    for count in bare_counts(text, language):
        before = bisect_right(here, count.start, key=itemgetter(2))
        nearest = here[before - 1] if before else None
        if nearest and _SENTENCE_END.search(text, nearest[2], count.start):
            nearest = None
        whole = (nearest[0], text[nearest[1] : nearest[2]]) if nearest else higher[-1] if higher else None
        if whole and (count.to or count.count) <= whole[0]:
            of, words = whole
            yield (
                FrequencyPhrase(
                    count.count, count.to, of, count.relation, count.start, count.end, count.core, count.sure
                ),
                words,
            )


def _number(statement_id: str, text: str, phrase: FrequencyPhrase, whole: str) -> Suggestion:
    fields: list[tuple[str, str]] = []
    high = phrase.count if phrase.to is None else phrase.to
    if phrase.relation is not None and phrase.sure and high <= phrase.of:
        fields = [("count", str(phrase.count)), ("of", str(phrase.of))]
        fields += [("to", str(phrase.to))] if phrase.to is not None else []
        is_plain_range = phrase.to is not None and phrase.relation is Relation.EXACTLY
        fields += [] if is_plain_range else [("relation", phrase.relation.value)]
        fields += [("whole", whole)] if whole else []
        impossible = (phrase.count, phrase.relation) in ((0, Relation.FEWER_THAN), (phrase.of, Relation.MORE_THAN))
        fields = [] if impossible else fields
    return Suggestion(statement_id, "frequencies", text[phrase.start : phrase.end], tuple(fields))


def _time(statement_id: str, text: str, phrase: TimePhrase) -> Suggestion:
    """Return a time with its place on a line, where the words leave no choice: `3 weken` may be when, or how long."""
    fits = fitting(phrase)
    if (phrase.moment or phrase.after) and ["at"] in fits:
        fits = [["at"]]
    numbers: list[Number] = [phrase.low] if phrase.high is None else [phrase.low, phrase.high]
    fields: list[tuple[str, str]] = []
    if len(fits) == 1 and units_in(phrase.low_unit, phrase.unit) is not None:
        fields = [(key, str(number)) for key, number in zip(fits[0], numbers, strict=True)]
        if phrase.low_unit is not phrase.unit:
            fields.insert(1, ("from_unit", phrase.low_unit.value))
        fields.append(("unit", phrase.unit.value))
    return Suggestion(statement_id, "times", text[phrase.start : phrase.end], tuple(fields))
