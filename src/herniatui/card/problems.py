"""What is wrong with a file, said to the one who wrote it."""

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from heapq import nlargest, nsmallest

from herniatui.i18n import _, ngettext, with_points
from herniatui.sanitize import HIDDEN, printable

MOST_SHOWN = 50
"""Problems of one file that are shown; of the others only how many there are."""
MOST_CHARACTERS = 600
"""Of one problem: it may quote the file, in which a word may be a megabyte long."""

NOT_IN_A_FILE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{HIDDEN}]")
"""Every character that may not stand in a file; tabs and carriage returns are left to its reader."""

_NEAR = 0.6
"""Similarity from 0 to 1 from which a word is suggested, the default of difflib."""
_LONGEST_GUESS = 60
"""Characters of a word for which one is suggested; ids are no longer."""
_MOST_COMPARED, _MOST_LISTED = 60, 20
"""Of the possible words: how many are compared with a wrong one, and how many are listed."""


class Problem:
    """One thing that is wrong, and where: line and column count from 1."""

    __slots__ = ("_text", "column", "line")

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self._text = text
        self.line = line
        self.column = column

    @property
    def text(self) -> str:
        """What is wrong, in one line. Made when it is asked for: of most problems of a very wrong file it never is."""
        text = self._text
        if len(text) > MOST_CHARACTERS:
            half = MOST_CHARACTERS // 2
            text = f"{text[:half]} … {text[-half:]}"  # the end says what to do
        return printable(text).replace("\n", " ")

    def at(self, file: str) -> str:
        """Return the problem as one line, `card.yaml:12:5: what is wrong, and what would be right`."""
        return f"{printable(file)}:{self.line}:{self.column}: {self.text}"


class Problems(list[Problem]):
    """The first problems of a file, and a count of the others, so that a very wrong file costs little."""

    def __init__(self) -> None:
        super().__init__()
        self.more = 0
        """How many there are besides those in the list."""

    @property
    def full(self) -> bool:
        """Whether the next problem is only counted: what it would say need not be found out."""
        return len(self) >= MOST_SHOWN

    def append(self, problem: Problem) -> None:
        """Add a problem, or count it."""
        if self.full:
            self.more += 1
        else:
            super().append(problem)


class ProblemsFound(Exception):
    """A file could not be read as what it should be. `problems` holds the first of what is wrong, in its order."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = sorted(problems, key=lambda problem: (problem.line, problem.column))
        self.more = problems.more if isinstance(problems, Problems) else 0
        """How many problems there are besides."""
        super().__init__(file)

    def __str__(self) -> str:
        """Return all that is said of it."""
        return "\n".join(self.report())

    def lines(self) -> list[str]:
        """Return one line per problem, each naming the file and the place in it."""
        return [problem.at(self.file) for problem in self.problems]

    def report(self) -> list[str]:
        """Return the lines, and one that says how many more problems there are."""
        return [*self.lines(), *_and_more(self.file, self.more)]


def shown(file: str, texts: Iterable[str]) -> list[str]:
    """Return each of these texts as a problem of this file as a whole, as many as are shown, and how many more."""
    problems = Problems()
    for text in texts:
        problems.append(Problem(text))
    return ProblemsFound(file, problems).report()


def _and_more(file: str, more: int) -> list[str]:
    if not more:
        return []
    text = ngettext("and {count} more problem", "and {count} more problems", more)
    return [f"{printable(file)}: {text.format(count=with_points(more))}"]


def did_you_mean(wrong: str, possible: Collection[str]) -> str:
    """Return what would be right: the nearest of the possible words, or those there are when none is near."""
    if near := _nearest(wrong, possible):
        return _('did you mean "{word}"?').format(word=near)
    words = [*possible][:_MOST_LISTED]
    if len(possible) > _MOST_LISTED:
        words.append("…")
    return _("possible here: {words}").format(words=", ".join(words))


def _nearest(wrong: str, possible: Collection[str]) -> str:
    """Return the possible word that is nearest, or an empty string.

    difflib is cubic in the length of two words at worst, so it gets few, and short ones: of many possible words those
    that begin alike and are about as long, and of these the three that have most letters in common.
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
        if matcher.real_quick_ratio() >= _NEAR and (likeness := matcher.quick_ratio()) >= _NEAR:
            ranked.append((likeness, word))
    rated: list[tuple[float, str]] = []
    for _likeness, word in nlargest(3, ranked):
        matcher.set_seq1(word)
        rated.append((matcher.ratio(), word))
    likeness, word = max(rated, default=(0.0, ""))
    return word if likeness >= _NEAR else ""


def unprintable(character: str) -> str:
    """Return that this character cannot be printed, and what to do."""
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
