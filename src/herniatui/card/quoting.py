"""Quotes of annotations: found in the text of their statement, and the one phrase in each that gives a number."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from herniatui.card.fields import Fields
from herniatui.card.whole_words import IN_A_STATEMENT, contains_words, word_places
from herniatui.card.wording.frequency_phrases import FrequencyPhrase
from herniatui.card.wording.time_phrases import TimePhrase
from herniatui.card.wording.word_list import word_list
from herniatui.i18n import _

_SPACES = r"\s+"
Phrase = TypeVar("Phrase", FrequencyPhrase, TimePhrase)


class Text(Struct, frozen=True):
    """The text of a statement, with what its annotations are checked against."""

    words: str
    language: str
    above: tuple[str, ...] = ()
    """The question and the headings above the statement, where the words for a whole may stand."""

    @property
    def is_readable(self) -> bool:
        """Whether there is a word list for its language; otherwise nothing can be checked, and nothing is drawn."""
        return word_list(self.language) is not None


def quoted(fields: Fields, text: str, key: str = "quote") -> str:
    """Return the quote under this key; a problem unless it occurs in the text, in whole words."""
    quote = fields.text(key)
    if quote and text and not contains_words(quote, text, IN_A_STATEMENT):
        wrong = spacing_problem(quote, text) or _('the quote "{quote}" does not stand in the text')
        fields.problems.append(fields.node_of(key).problem(wrong.format(quote=quote)))
    return quote


def spacing_problem(quote: str, text: str) -> str:
    """Return how the white space of a quote differs from that of the text, where only that differs; or nothing."""
    words = quote.split()
    found = _SPACES.join(map(re.escape, words))
    match = re.search(found, text) if found else None
    if not match or not contains_words(match[0], text, IN_A_STATEMENT):
        return ""
    theirs, ours = (re.findall(_SPACES, each) for each in (match[0], quote))
    where, there, here = next(
        (word, *pair) for word, *pair in zip(words, theirs, ours, strict=False) if pair[0] != pair[1]
    )
    wrong = _('behind "{word}" stands {space} in the text, and {other} in the quote; copy the words from the text')
    return wrong.format(word=where, space=_space_name(there), other=_space_name(here))


def _space_name(space: str) -> str:
    if space == " ":
        return _("a space")
    if len(space) > 1:
        return _("more than one space")
    return _("a no-break space") if space in "\u00a0\u202f" else _("another kind of space")


def phrases_in_quote(quote: str, text: str, phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase | None, str]]:
    """Yield, for each place of the quote in the text, the one phrase in it with all its words as they stand there.

    Where the quote holds a part of a phrase, or two, it is None, with the problem; without any phrase both are empty.
    The phrases are in order and do not overlap.
    """
    for start in word_places(quote, text, IN_A_STATEMENT):
        end = start + len(quote)
        first = bisect_right(phrases, start, key=lambda phrase: phrase.core[1])
        touched = [phrase for phrase in phrases[first : first + 2] if phrase.core[0] < end]
        inside = [phrase for phrase in touched if start <= phrase.core[0] and phrase.core[1] <= end]
        if len(touched) > 1:
            yield None, _('the quote "{quote}" has several numbers; quote one').format(quote=quote)
        elif touched and not inside:
            whole = text[touched[0].start : touched[0].end]
            wrong = _('the number goes on outside the quote "{quote}": quote "{whole}"')
            yield None, wrong.format(quote=quote, whole=whole)
        elif touched:
            yield touched[0], text[min(start, touched[0].start) : max(end, touched[0].end)]
        else:
            yield None, ""
