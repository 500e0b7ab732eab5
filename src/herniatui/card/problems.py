"""Problems of a file, as messages for its author, with line and column."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from heapq import nlargest, nsmallest

from herniatui.i18n import _, ngettext, with_points
from herniatui.sanitize import HIDDEN, printable

MOST_SHOWN = 50
"""Maximum number of problems shown of one file; further ones are only counted."""
MOST_CHARACTERS = 600
"""Maximum length of one problem: it may quote the file, in which a word may be a megabyte long."""

NOT_IN_A_FILE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{HIDDEN}]")
"""Characters that a file may not hold; tabs and carriage returns are left to the reader of the file."""

_NEAR, _NEARER = 0.6, 0.7
"""Minimum similarity (0 to 1) of a suggested word: the default of difflib, and for another first letter. That default
alone makes `times` of `image`, as well as `weeks` of `weken`."""
_LONGEST_GUESS = 60
"""Maximum length of a word that gets a suggestion; no id is longer."""
_MOST_COMPARED, _MOST_LISTED = 60, 20
"""How many of the possible words are compared with a wrong word, and how many are listed."""


class Problem:
    """A problem with its place: line and column, from 1."""

    __slots__ = ("_text", "column", "line")

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self._text = text
        self.line = line
        self.column = column

    @property
    def text(self) -> str:
        """The message, in one line. Computed on access: most problems of a very wrong file are never shown."""
        text = self._text
        if len(text) > MOST_CHARACTERS:
            half = MOST_CHARACTERS // 2
            text = f"{text[:half]} … {text[-half:]}"  # keep the end: it says what to do
        return printable(text).replace("\n", " ")

    def at(self, file: str) -> str:
        """Return the problem as one line: `card.yaml:12:5: what is wrong; what to do`."""
        return f"{printable(file)}:{self.line}:{self.column}: {self.text}"


class Problems(list[Problem]):
    """The first problems of a file, and the number of further ones, so that a very wrong file costs little."""

    def __init__(self) -> None:
        super().__init__()
        self.more = 0
        """Number of problems that are not in the list."""

    @property
    def full(self) -> bool:
        """Whether the next problem is only counted, so that its message need not be computed."""
        return len(self) >= MOST_SHOWN

    def append(self, problem: Problem) -> None:
        """Add a problem, or count it."""
        if self.full:
            self.more += 1
        else:
            super().append(problem)


class ProblemsFound(Exception):
    """A file cannot be used. `problems` holds the first of its problems, in order of place."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = sorted(problems, key=lambda problem: (problem.line, problem.column))
        self.more = problems.more if isinstance(problems, Problems) else 0
        """Number of further problems."""
        super().__init__(file)

    def __str__(self) -> str:
        """Return the report as one text."""
        return "\n".join(self.report())

    def lines(self) -> list[str]:
        """Return one line per problem, each with file, line and column."""
        return [problem.at(self.file) for problem in self.problems]

    def report(self) -> list[str]:
        """Return the lines, and a last one with the number of further problems, if any."""
        return [*self.lines(), *_and_more(self.file, self.more)]


def _and_more(file: str, more: int) -> list[str]:
    if not more:
        return []
    text = ngettext("and {count} more problem", "and {count} more problems", more)
    return [f"{printable(file)}: {text.format(count=with_points(more))}"]


def did_you_mean(wrong: str, possible: Collection[str]) -> str:
    """Return a suggestion: the most similar of the possible words, or a list of them if none is similar."""
    if near := _nearest(wrong, possible):
        return _('did you mean "{word}"?').format(word=near)
    words = [*possible][:_MOST_LISTED]
    if len(possible) > _MOST_LISTED:
        words.append("…")
    return _("possible here: {words}").format(words=", ".join(words))


def _nearest(wrong: str, possible: Collection[str]) -> str:
    """Return the most similar of the possible words, or an empty string.

    At worst, difflib is cubic in the length of two words. So only short words are compared; of many, those with the
    same first letter and about the same length; and in full, the three that share most letters.
    """
    if len(wrong) > _LONGEST_GUESS:
        return ""
    candidates = [word for word in possible if len(word) <= _LONGEST_GUESS]
    if len(candidates) > _MOST_COMPARED:
        candidates = nsmallest(
            _MOST_COMPARED, candidates, key=lambda word: (word[:1] != wrong[:1], abs(len(word) - len(wrong)))
        )
    matcher = SequenceMatcher()
    matcher.set_seq2(wrong)
    ranked: list[tuple[float, str]] = []
    for word in candidates:
        matcher.set_seq1(word)
        if matcher.real_quick_ratio() >= _NEAR and (similarity := matcher.quick_ratio()) >= _NEAR:
            ranked.append((similarity, word))
    rated: list[tuple[float, str]] = []
    for _similarity, word in nlargest(3, ranked):
        matcher.set_seq1(word)
        if (similarity := matcher.ratio()) >= (_NEAR if word[:1] == wrong[:1] else _NEARER):
            rated.append((similarity, word))
    return max(rated, default=(0.0, ""))[1]


def unprintable(character: str) -> str:
    """Return the problem of an unprintable character."""
    return _("a character that cannot be printed (U+{code:04X}); take it out").format(code=ord(character))


def replace_unprintables(text: str, problems: Problems) -> str:
    """Return the text with a space for every character that a file may not hold, and add a problem at its place."""
    line, start = 1, 0
    for match in NOT_IN_A_FILE.finditer(text):
        if problems.full:
            problems.more += sum(1 for _match in NOT_IN_A_FILE.finditer(text, match.start()))
            break
        line += text.count("\n", start, match.start())
        start = match.start()
        column = start - text.rfind("\n", 0, start)
        problems.append(Problem(unprintable(match.group()), line, column))
    return NOT_IN_A_FILE.sub(" ", text)
