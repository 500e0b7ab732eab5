"""Proof of a card against a source in Markdown: cell by cell, as its headings say."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.model import Card
from herniatui.card.problems import Problem, Problems
from herniatui.card.proof.comparison import Comparison, Difference, shortened, written
from herniatui.card.proof.passages import Passage, Table, table_of
from herniatui.card.proof.source_sections import BESIDE, OUTER, SourceSection, sections
from herniatui.card.proof.source_words import words_in
from herniatui.i18n import _


class _Part(Struct, frozen=True):
    """A section with the sections in it."""

    section: SourceSection
    inner: list[SourceSection]


def section_differences(card: Card, source: str, plain: str, problems: Problems) -> list[Difference]:
    """Return the differences from a source in Markdown.

    Args:
        card: the card.
        source: the text of the source.
        plain: the name that the file has if it is plain text.
        problems: the list that a problem is added to, for each heading that is not of the card.
    """
    found = sections(source)
    if all(section.level == BESIDE for section in found):
        none = _("no question or option is a heading here (## and ###); a text without headings is called {name}")
        problems.append(Problem(none.format(name=plain)))
        return []
    return [*_SectionProof(table_of(card), found, problems).differences()]


class _SectionProof:
    """Compares one card with the sections of its source."""

    def __init__(self, table: Table, found: list[SourceSection], problems: Problems) -> None:
        rows = [sorted(row, key=lambda passage: passage.path[-1] != "text") for row in table.rows]
        self._table, self._problems = replace(table, rows=rows), problems  # the question is the heading of its section
        self._beside: list[list[SourceSection]] = [[], []]
        """What stands before and after the table."""
        self._parts: list[_Part] = []
        self._end = (found[-1].line, 1)
        for section in found:
            if section.level == BESIDE:
                self._beside[bool(self._parts)].append(section)
            elif section.level == OUTER or not self._parts:
                self._parts.append(_Part(section, []))
            else:
                self._parts[-1].inner.append(section)

    def differences(self) -> Iterator[Difference]:
        """Yield the differences."""
        table = self._table
        before, after = (
            [word for section in beside for word in section.heading + section.words] for beside in self._beside
        )
        yield from Comparison(before, table.head).found
        by_rows = self._is_by_rows()
        outer, inner = (table.rows, table.names) if by_rows else (table.names, table.rows)
        line = 1
        for part, index in self._paired([part.section for part in self._parts], outer):
            if index is None:
                continue
            if part is None:
                yield from Comparison([], outer[index], (line, 1)).found
                continue
            section = self._parts[part].section
            line = section.line
            yield from self._under(section, outer[index])
            for place, other in self._paired(self._parts[part].inner, inner):
                if other is None:
                    continue
                cell = table.cells[index][other] if by_rows else table.cells[other][index]
                if place is None:
                    yield from Comparison([], cell, (line, 1)).found
                else:
                    yield from self._under(self._parts[part].inner[place], inner[other], cell)
        yield from Comparison(after, table.tail or [replace([*chain(*outer)][-1], text="")], self._end).found

    def _is_by_rows(self) -> bool:
        """Return whether the questions are the outer headings, and the options the inner ones."""
        rows, names = ({_heading(texts) for texts in each} for each in (self._table.rows, self._table.names))
        outer = [_words(part.section) for part in self._parts]
        inner = [_words(section) for part in self._parts for section in part.inner]
        as_rows = sum(words in rows for words in outer) + sum(words in names for words in inner)
        return as_rows >= sum(words in names for words in outer) + sum(words in rows for words in inner)

    def _under(
        self, section: SourceSection, texts: list[Passage], cell: Sequence[Passage] = ()
    ) -> Iterator[Difference]:
        """Yield the differences in a heading, the first of these texts, and in what stands under it."""
        place = (section.line, 1)
        yield from Comparison(section.heading, texts[:1], place).found
        yield from Comparison(section.words, [*texts[1:], *cell] or [replace(texts[0], text="")], place).found

    def _paired(
        self, found: list[SourceSection], expected: list[list[Passage]]
    ) -> Iterator[tuple[int | None, int | None]]:
        """Yield the index of each heading of the source with that of the heading of the card that it should be.

        A heading that was misspelt stands where its own is missing. Add a problem for every other one.
        """
        theirs, ours = [*map(_words, found)], [*map(_heading, expected)]
        for _kind, start, end, our_start, our_end in SequenceMatcher(None, theirs, ours, False).get_opcodes():
            for index, our_index in zip_longest(range(start, end), range(our_start, our_end)):
                if our_index is None:
                    self._unknown(found[index])
                yield index, our_index

    def _unknown(self, section: SourceSection) -> None:
        wrong = _(
            'the heading "{heading}" does not belong here: every question and every option stands here once, '
            "in the words and the order of the card"
        )
        text = "" if self._problems.full else wrong.format(heading=shortened(written(section.heading)))
        self._problems.append(Problem(text, section.line))


def _words(section: SourceSection) -> tuple[str, ...]:
    return tuple(word.text for word in section.heading)


def _heading(texts: list[Passage]) -> tuple[str, ...]:
    return tuple(word for word, _start, _end in words_in(texts[0].text))
