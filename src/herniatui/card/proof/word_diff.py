"""Alignment of the words of a card with those of a source: which word of the one is which of the other."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from herniatui.card.proof.source_words import SAME_LINE, Word

SMALL = 24
"""Maximum length, in words, of a section that is compared word by word."""
_MAX_DEPTH = 8


class Gap(NamedTuple):
    """A section in which two texts differ: start and end in the source, and in the card."""

    start: int
    end: int
    our_start: int
    our_end: int


class Alignment:
    """The words of a source beside those of a card.

    Args:
        theirs: the words of the source.
        ours: the words of the card.
        starts: the indexes of those words of the card that begin a text; they prefer the beginning of a line.
        most: number of differences after which sections are no longer compared word by word, so that any two texts
            cost little.
    """

    def __init__(self, theirs: Sequence[Word], ours: list[str], starts: Collection[int], most: int) -> None:
        self.theirs, self.ours = theirs, ours
        self._starts = starts
        self._separations: list[int] = []
        """What separates each word from the last word before it that is no bullet."""
        for index, word in enumerate(theirs):
            after_bullet = index > 0 and theirs[index - 1].is_bullet
            before = self._separations[index - 1] if after_bullet else SAME_LINE
            self._separations.append(max(word.separation, before))
        self._texts = [word.text for word in theirs]
        self.differences: list[Gap] = []
        """The sections that differ, those of layout alone left aside; in order."""
        self._pairs: list[int | None] = [None] * len(ours)
        self._pair(*self._sections(most), most)

    def _sections(self, most: int) -> tuple[set[Gap], list[Gap]]:
        """Return the sections that differ, and those in which only layout does."""
        told: list[Gap] = []
        layout: list[Gap] = []
        for gap in gaps(self._texts, self.ours):
            parts = [gap]
            is_small = max(gap.end - gap.start, gap.our_end - gap.our_start) <= SMALL
            if is_small and len(told) < most and self._bullets_alone(gap) is None:
                parts = _word_by_word(self._texts, self.ours, gap)
            for part in parts:
                bullets = self._bullets_alone(part)
                if bullets is not None:
                    layout += bullets
                elif self._is_broken_word(part) or self._is_behind_bullet(part):
                    layout.append(part)
                else:
                    told.append(self._between_bullets(part))
                    start, end, our_start, our_end = told[-1]
                    around = Gap(part.start, start, our_start, our_start), Gap(end, part.end, our_end, our_end)
                    layout += [bullet for bullet in around if bullet.start < bullet.end]
        return set(told), layout

    def _pair(self, told: set[Gap], layout: list[Gap], most: int) -> None:
        """Pair the words between the sections, after sliding each difference to where it fits best."""
        before, last = Gap(0, 0, 0, 0), Gap(*[len(self.theirs)] * 2, *[len(self.ours)] * 2)
        every: list[Gap] = [*sorted({*told, *layout}), last]
        for gap, after in zip(every, [*every[1:], last], strict=True):
            if gap in told:
                gap = self._slid(gap, before, after) if len(self.differences) < most else gap
                self.differences.append(gap)
            self._pairs[before.our_end : gap.our_start] = range(before.end, gap.start)
            before = gap

    def place(self, index: int) -> int | None:
        """Return the index in the source of this word of the card, if it is the same there."""
        return self._pairs[index]

    def separation(self, start: int, end: int) -> int:
        """Return the most that separates one of these words of the source from the word before it."""
        return max(self._separations[start:end], default=SAME_LINE)

    def _bullets_alone(self, gap: Gap) -> list[Gap] | None:
        """Return the bullets in which alone a section differs, each as a gap; None if there are other differences."""
        skipped: list[Gap] = []
        at = gap.our_start
        for index in range(gap.start, gap.end):
            word = self.theirs[index]
            if at < gap.our_end and word.text == self.ours[at]:
                at += 1
            elif word.is_bullet:
                skipped.append(Gap(index, index + 1, at, at))
            else:
                return None
        return skipped if at == gap.our_end else None

    def _between_bullets(self, gap: Gap) -> Gap:
        """Return a section without the bullets of the source at its beginning and end."""
        start, end = gap.start, gap.end
        if gap.our_start not in self._starts and all(word.is_bullet for word in self.theirs[start:end]):
            end = start  # the words of the card end a text; the bullets begin the next one
        while start < end and self.theirs[start].is_bullet:
            start += 1
        while start < end and self.theirs[end - 1].is_bullet:
            end -= 1
        return Gap(start, end, gap.our_start, gap.our_end)

    def _is_broken_word(self, gap: Gap) -> bool:
        """Return whether this is one word of the card, which the source breaks at a hyphen at the end of a line."""
        if gap.our_end - gap.our_start != 1 or gap.end - gap.start != 2:
            return False
        first, second = self.theirs[gap.start : gap.end]
        if not (first.text.endswith("-") and second.line > first.line):
            return False
        return self.ours[gap.our_start] in (first.text + second.text, first.text[:-1] + second.text)

    def _is_behind_bullet(self, gap: Gap) -> bool:
        """Return whether this is a dash of the card behind the same dash as a bullet, which was taken for it."""
        start, end, our_start, our_end = gap
        if not start or end - start != 1 or our_start != our_end or not self.theirs[start - 1].is_bullet:
            return False
        return self._texts[start - 1] == self._texts[start]

    def _slid(self, gap: Gap, before: Gap, after: Gap) -> Gap:
        """Return a section that only one side has, at the place that fits the lines of the source best.

        In `a b b c`, either `b` may be the one too many; a text of the card begins where a line does.
        """
        start, end, our_start, our_end = gap
        if (start == end) == (our_start == our_end):
            return gap
        texts = self.ours if start == end else self._texts
        low, high = (our_start, our_end) if start == end else (start, end)
        left, most_left = 0, min(start - before.end, our_start - before.our_end)
        while left < most_left and texts[low - left - 1] == texts[high - left - 1]:
            left += 1
        right, most_right = 0, min(after.start - end, after.our_start - our_end)
        while right < most_right and texts[low + right] == texts[high + right]:
            right += 1
        best, most, score = right, 0, 0
        for shift in range(right - 1, -left - 1, -1):  # each step matches a pair behind it, instead of one before it
            score += self._fit(end + shift, our_end + shift) - self._fit(start + shift, our_start + shift)
            if score > most:
                best, most = shift, score
        return Gap(start + best, end + best, our_start + best, our_end + best)

    def _fit(self, index: int, our_index: int) -> int:
        """Return how well it fits that these words of the source and of the card are the same."""
        if our_index not in self._starts:
            return 0
        return 1 if self._separations[index] else -1


def _word_by_word(theirs: list[str], ours: list[str], gap: Gap) -> list[Gap]:
    """Return the differing words of a section. At worst cubic in the number of words."""
    start, end, our_start, our_end = gap
    codes = SequenceMatcher(None, theirs[start:end], ours[our_start:our_end], autojunk=False).get_opcodes()
    return [Gap(start + a, start + b, our_start + c, our_start + d) for kind, a, b, c, d in codes if kind != "equal"]


def gaps(theirs: list[str], ours: list[str]) -> Iterator[Gap]:
    """Yield the sections in which two texts differ, in order.

    Patience diff (Bram Cohen): what is left between words that occur once in both texts, in the same order; repeated on
    each of these sections, at most `_MAX_DEPTH` times. O(n log n), against O(n²) for comparing all words with all.
    """
    todo = [(0, len(theirs), 0, len(ours), 0)]
    while todo:
        start, end, our_start, our_end, depth = todo.pop()
        while start < end and our_start < our_end and theirs[start] == ours[our_start]:
            start, our_start = start + 1, our_start + 1
        while start < end and our_start < our_end and theirs[end - 1] == ours[our_end - 1]:
            end, our_end = end - 1, our_end - 1
        if start == end and our_start == our_end:
            continue
        small = max(end - start, our_end - our_start) <= SMALL
        shared = [] if small or depth == _MAX_DEPTH else _shared(theirs, start, end, ours, our_start, our_end)
        if not shared:
            yield Gap(start, end, our_start, our_end)
            continue
        parts = []
        for at, our_at in shared:
            parts.append((start, at, our_start, our_at, depth + 1))
            start, our_start = at + 1, our_at + 1
        parts.append((start, end, our_start, our_end, depth + 1))
        todo += reversed(parts)


def _shared(
    theirs: list[str], start: int, end: int, ours: list[str], our_start: int, our_end: int
) -> list[tuple[int, int]]:
    """Return the positions in both texts of words that occur once in each: the longest series in the same order."""
    once = _once(theirs, start, end)
    our_once = _once(ours, our_start, our_end)
    return _longest_increasing([(at, our_once[word]) for word, at in once.items() if word in our_once])


def _once(words: list[str], start: int, end: int) -> dict[str, int]:
    """Return the words that occur once in this section, with their positions, in order."""
    counts = Counter(islice(words, start, end))
    return {words[at]: at for at in range(start, end) if counts[words[at]] == 1}


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence that increases in the second number; the pairs increase in the first."""
    tops: list[int] = []  # by length, the smallest last number of a subsequence of that length
    last: list[int] = []  # by length, the index of the pair with that number
    before: list[int] = []  # by pair, the index of its predecessor
    for index, (_at, our_at) in enumerate(pairs):
        length = bisect_left(tops, our_at)
        tops[length : length + 1] = [our_at]
        last[length : length + 1] = [index]
        before.append(last[length - 1] if length else -1)
    found: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
