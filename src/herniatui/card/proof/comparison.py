"""Proof that a card has the words of its source: all of them, in order, each in its cell, and no others.

A source in plain text has the words as they came, row by row or column by column; its lines tell where a cell may end.
A source in Markdown has headings, and is compared cell by cell.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise

from msgspec import Struct

from herniatui.card.model import Card
from herniatui.card.problems import MOST_SHOWN
from herniatui.card.proof.passages import Passage, reading_orders
from herniatui.card.proof.source_words import BLANK_LINE, NEW_LINE, SAME_LINE, Word, source_words, words_in
from herniatui.card.proof.word_diff import Alignment, Gap
from herniatui.i18n import _

_LONGEST_QUOTE = 80
Place = tuple[int, int]
"""Line and column in the source, from 1."""


class Difference(Struct, frozen=True):
    """A difference between a card and its source, with its place in both."""

    text: str
    passage: Passage
    """The text of the card; of words that only the source has, the text that lacks them."""
    word: int
    """Index in that text of the first word that differs, or before which words are missing."""
    place: Place


class _Block(Struct, frozen=True):
    """What stands together on the card: the statements of a cell, or one other text."""

    in_table: bool
    in_cell: bool
    start: int
    """Index of its first word."""
    end: int


def nearest(card: Card, source: str) -> "Comparison":
    """Return the comparison with a source in plain text in the order of texts that fits best."""
    theirs = source_words(source)
    best: Comparison | None = None
    for order in reading_orders(card):
        comparison = Comparison(theirs, order)
        if best and comparison.least_cost >= best.cost:
            continue
        if not best or comparison.cost < best.cost:
            best = comparison
        if not best.cost:
            break
    assert best is not None  # there is an order at least
    return best


class Comparison:
    """Texts of a card beside the words of a source, which should be the same in the same order.

    Args:
        theirs: the words of the source.
        passages: the texts.
        start: where the words of the source should be, for the place of a difference if there are none.
    """

    def __init__(self, theirs: list[Word], passages: Sequence[Passage], start: Place = (1, 1)) -> None:
        self._theirs, self._passages, self._start = theirs, passages, start
        self._ours: list[str] = []
        self._starts: list[int] = []
        """The index of the first word of each text."""
        for passage in passages:
            self._starts.append(len(self._ours))
            self._ours += (word for word, _start, _end in words_in(passage.text))

    @property
    def least_cost(self) -> int:
        """The least that `cost` can be, known without a comparison."""
        needless = sum(word.is_bullet or word.text.endswith("-") for word in self._theirs)
        return max(len(self._ours) - len(self._theirs), len(self._theirs) - needless - len(self._ours))

    @cached_property
    def cost(self) -> int:
        """About how many words differ, and cells end at another place."""
        gaps = self._alignment.differences
        return sum(gap.end - gap.start + gap.our_end - gap.our_start for gap in gaps) + len(self._cell_ends)

    @property
    def is_reordered(self) -> bool:
        """Whether most words differ only because the source has them in another order."""
        shared = Counter(self._ours) & Counter(word.text for word in self._theirs)
        return self.cost > len(self._ours) // 2 and shared.total() > 0.9 * len(self._ours)

    @cached_property
    def found(self) -> list[Difference]:
        """The differences."""
        return [self._difference(gap) for gap in self._alignment.differences] + self._cell_ends

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self._theirs, self._ours, frozenset(self._starts), MOST_SHOWN)

    def _difference(self, gap: Gap) -> Difference:
        theirs = shortened(written(self._theirs[gap.start : gap.end]))
        ours = shortened(self._ours_written(gap.our_start, gap.our_end))
        if theirs and ours:
            text = _('the card says "{ours}", the source says "{theirs}"').format(ours=ours, theirs=theirs)
        elif theirs:
            text = _('"{theirs}" is in the source, and not on the card').format(theirs=theirs)
        else:
            text = _('"{ours}" is on the card, and not in the source').format(ours=ours)
        at = self._text_at(gap.our_start) if ours else self._text_that_lacks(gap)
        return Difference(text, self._passages[at], gap.our_start - self._starts[at], self._place(gap))

    def _text_at(self, word: int) -> int:
        """Return the index of the text that has this word."""
        return bisect_right(self._starts, word) - 1

    def _text_that_lacks(self, gap: Gap) -> int:
        """Return the index of the text that these words of the source belong to, as its lines show."""
        passages, last = self._passages, len(self._passages) - 1
        before = self._text_at(gap.our_start - 1) if gap.our_start else 0
        after = self._text_at(gap.our_start) if gap.our_start < len(self._ours) else last
        if before == after or not gap.our_start:
            return after
        above = self._alignment.separation(gap.start, gap.start + 1)
        below = self._alignment.separation(gap.end, gap.end + 1) if gap.end < len(self._theirs) else BLANK_LINE
        empty = [at for at in range(before + 1, after) if passages[at].in_cell]
        if empty and above and below:
            return empty[0]
        is_first_of_cell = passages[after].in_cell and not passages[before].in_cell
        return after if above > below or (above == below and is_first_of_cell) else before

    def _place(self, gap: Gap) -> Place:
        """Return where in the source these words are, or should be."""
        theirs = self._theirs
        is_beginning = gap.our_start in self._starts and gap.start < len(theirs)
        if gap.start < gap.end or is_beginning or (theirs and not gap.start):
            return theirs[gap.start].line, theirs[gap.start].column
        if not theirs:
            return self._start
        before = theirs[gap.start - 1]
        return before.line, before.column + len(before.text)

    def _ours_written(self, start: int, end: int) -> str:
        """Return these words of the card as it writes them."""
        parts: list[str] = []
        while start < end:
            at = self._text_at(start)
            places = [place for _word, *place in words_in(self._passages[at].text)]
            first, last = start - self._starts[at], min(end - self._starts[at], len(places))
            parts.append(self._passages[at].text[places[first][0] : places[last - 1][1]])
            start = self._starts[at] + last
        return " ".join(parts)

    @cached_property
    def _cell_ends(self) -> list[Difference]:
        """The cells that begin where the lines of the source do not show it, although its lines show other things."""
        return [found for before, after in pairwise(self._blocks()) if (found := self._wrong_end(before, after))]

    def _blocks(self) -> Iterator[_Block]:
        ends = [*self._starts[1:], len(self._ours)]
        for _key, group in groupby(range(len(self._passages)), key=lambda at: self._passages[at].block):
            places = [*group]
            passage = self._passages[places[0]]
            start, end = self._starts[places[0]], ends[places[-1]]
            if start < end:
                yield _Block(passage.question is not None, passage.in_cell, start, end)

    def _wrong_end(self, before: _Block, after: _Block) -> Difference | None:
        """Return what is wrong with the boundary between two blocks, if the source shows it.

        A line belongs to one block, or has all of several short ones. Two cells are no less apart than lines in them.
        """
        last, first = self._alignment.place(before.end - 1), self._alignment.place(after.start)
        if last is None or first is None or not (before.in_table or after.in_table):
            return None
        if not all(word.is_bullet for word in self._theirs[last + 1 : first]):
            return None
        apart = self._alignment.separation(last + 1, first + 1)
        within = max(self._most_apart(before), self._most_apart(after))
        if apart >= min(within, BLANK_LINE if before.in_cell and after.in_cell else NEW_LINE):
            return None
        text = _("this begins within a line of the source; begin a line there, or correct where the cell ends")
        if apart == NEW_LINE:
            text = _(
                "no blank line before this in the source, while there is one within this cell or the one before it; "
                "correct where the cell ends, or add a blank line there"
            )
        at = self._text_at(after.start)
        word = self._theirs[first]
        return Difference(text, self._passages[at], 0, (word.line, word.column))

    def _most_apart(self, block: _Block) -> int:
        first, last = self._alignment.place(block.start), self._alignment.place(block.end - 1)
        return SAME_LINE if first is None or last is None else self._alignment.separation(first + 1, last + 1)


def written(words: Sequence[Word]) -> str:
    """Return words of the source in one line, without bullets."""
    text = ""
    for before, word in pairwise([None, *(word for word in words if not word.is_bullet)]):
        assert word is not None
        adjacent = before and (before.line, before.column + len(before.text)) == (word.line, word.column)
        text += word.text if adjacent or not before else f" {word.text}"
    return text


def shortened(text: str) -> str:
    """Return a text for a message: its beginning and its end, if it is long."""
    half = _LONGEST_QUOTE // 2
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
