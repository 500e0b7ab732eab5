"""Kill the program repeatedly while it is marking, and check that every painted mark is still there."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from tests.support.program import HERNIA, deck_of, herniatui
from tests.support.reading import active_tab, cursor_text, page, split_marks, wait_at, words
from tests.support.terminal import Terminal

CARD = deck_of(HERNIA).card
COLUMNS, ROWS = 110, 70
"""Large enough to show every page whole."""

Place = tuple[int, int]
"""Number of a question from 1, and index of an option."""
Painted = dict[str, set[str]]
"""Marks by line of the page."""


def marks_on_page(terminal: Terminal) -> Painted:
    """Return the painted marks, by the first line of their statement."""
    found = map(split_marks, page(terminal))
    return {text.strip(" ▌"): set(signs.split()) for text, signs in found if signs}


class Marker:
    """Marks at random, is killed, and restarts. It only adds marks, so no painted mark may be missing."""

    def __init__(self, home: Path, random: Random) -> None:
        self._home = home
        self._random = random
        self._painted: dict[Place, Painted] = {}
        self._left = [(place, sign) for place in _places() for sign in "+-?"]
        random.shuffle(self._left)

    @property
    def is_done(self) -> bool:
        """Whether every statement has every mark."""
        return not self._left

    def mark_until_killed(self) -> int:
        """Resume the talk, check that no mark is lost, mark, and kill; return the number of painted marks."""
        env = {"HOME": str(self._home), "XDG_STATE_HOME": None}
        with Terminal(herniatui(), env=env, columns=COLUMNS, rows=ROWS) as terminal:
            self._resume(terminal)
            for place, painted in self._painted.items():
                self._go_to(terminal, place)
                terminal.wait_until(partial(_shows, terminal, painted), f"the marks {painted}")
            place, sign = self._left.pop()
            self._go_to(terminal, place)
            self._go_to_top(terminal, place)
            statements = _statements(place)
            for _ in range(self._random.randint(1, len(statements))):
                terminal.press(sign, "down")
                terminal.read_on(self._random.choice([0, 0, 0.001, 0.01]))
            # Until a mark is painted nothing can be lost.
            terminal.wait_until(partial(_has_painted, terminal, sign), f"a mark {sign}")
            terminal.read_on(self._random.uniform(0, 0.05))
            terminal.kill()
            if here := marks_on_page(terminal):
                self._painted[place] = here
            return sum(map(len, here.values()))

    def _resume(self, terminal: Terminal) -> None:
        if not self._painted:
            terminal.wait_until(lambda: "nieuw gesprek" in terminal.words or "Waar wilt u" in terminal.words, "a start")
            if "nieuw gesprek" not in terminal.words:
                return
        terminal.wait_for("Er is nog een gesprek dat niet af is")
        terminal.press("down", "enter")
        terminal.wait_until(lambda: "nieuw gesprek" not in terminal.words, "the talk")

    def _go_to(self, terminal: Terminal, place: Place) -> None:
        number, option = place
        terminal.press(str(number))
        wait_at(terminal, str(number))
        terminal.press("ab"[option])
        terminal.wait_until(lambda: active_tab(terminal).startswith("AB"[option]), "the option")

    def _go_to_top(self, terminal: Terminal, place: Place) -> None:
        statements = _statements(place)
        terminal.press(*["up"] * len(statements))
        top = words([statements[0]])[:3]
        terminal.wait_until(lambda: words([cursor_text(terminal)])[:3] == top, "the cursor at the top")


def _places() -> Iterator[Place]:
    return ((number, option) for number in range(1, len(CARD.questions) + 1) for option in range(len(CARD.options)))


def _statements(place: Place) -> list[str]:
    return [statement.text for statement, _depth in CARD.questions[place[0] - 1].statements(place[1])]


def _has_painted(terminal: Terminal, sign: str) -> bool:
    return any(sign.replace("-", "−") in marks for marks in marks_on_page(terminal).values())


def _shows(terminal: Terminal, painted: Painted) -> bool:
    saved = marks_on_page(terminal)
    return all(saved.get(line, set()) >= marks for line, marks in painted.items())
