"""What is wrong with a file, said to the one who wrote it."""

import re
from difflib import get_close_matches

from herniatui.plain import HIDDEN, printable
from herniatui.words import _

NOT_IN_A_FILE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{HIDDEN}]")
"""Every character that may not stand in a file; tabs and carriage returns are left to its reader."""


class Problem:
    """One thing that is wrong, and where: line and column count from 1."""

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self.text = printable(text).replace("\n", " ")  # it may quote the file, which may hold anything
        self.line = line
        self.column = column

    def at(self, file: str) -> str:
        """Return the problem as one line, `card.yaml:12:5: what is wrong, and what would be right`."""
        return f"{printable(file)}:{self.line}:{self.column}: {self.text}"


class ProblemsFound(Exception):
    """A file could not be read as what it should be. `problems` holds all that is wrong with it, in its order."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = sorted(problems, key=lambda problem: (problem.line, problem.column))
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """Return one line per problem, each naming the file and the place in it."""
        return [problem.at(self.file) for problem in self.problems]


def did_you_mean(wrong: str, possible: list[str]) -> str:
    """Return what would be right: the nearest of the possible words, or all of them when none is near."""
    near = get_close_matches(wrong, possible, n=1)
    if near:
        return _('did you mean "{word}"?').format(word=near[0])
    return _("possible here: {words}").format(words=", ".join(possible))


def unprintable(character: str) -> str:
    """Return that this character cannot be printed, and what to do."""
    return _("a character that cannot be printed (U+{code:04X}); take it out").format(code=ord(character))


def unprintables(text: str) -> list[Problem]:
    """Return a problem for every character in the text of a file that may not stand there, with its line and column."""
    return [
        Problem(unprintable(match.group()), line, match.start() + 1)
        for line, row in enumerate(text.split("\n"), 1)
        for match in NOT_IN_A_FILE.finditer(row)
    ]
