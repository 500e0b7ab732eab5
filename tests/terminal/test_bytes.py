"""How many bytes a key writes: over a slow line they are what a clinician waits for.

The aim is 1.5 times the UTF-8 of the cells that changed. The characters alone keep to it: a cursor move writes exactly
the cells that changed. The whole does not, because of what goes with them. At 100x30 a cursor move writes 342 bytes for
200 bytes of cells: 38 are Textual's frame (the marks of a synchronised update, a move to each line and one at the end,
line ends), 104 the styles of two lines in different colours. A mark writes 190 bytes for the five cells of `+ fijn`: 28
for the frame, 60 for styles, and the line from the left edge of its widget, because Textual does not begin in the
middle of one (textual #5625).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from tests.support.emulator import changed_bytes
from tests.support.program import HERNIA
from tests.support.reading import cursor_text, marks, wait_at
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))|[\r\n]")
TIMES = 6


class Written(NamedTuple):
    """What one press wrote, on average over some of them."""

    whole: float
    characters: float
    """Without control sequences."""
    changed: float
    """UTF-8 of the cells that changed."""
    lines: float
    """UTF-8 of the lines that have such cells."""


def pressing(terminal: Terminal, key: Callable[[int], str], is_done: Callable[[int], bool]) -> Written:
    """Press a key some times; all of it counts that comes until the last press is on the screen."""
    changed = lines = 0
    start = len(terminal.raw)
    for number in range(TIMES):
        before = terminal.picture
        terminal.press(key(number))
        terminal.wait_until(lambda number=number: is_done(number), f"press {number}")  # type: ignore[misc]
        after = terminal.picture
        changed += changed_bytes(before, after)
        lines += sum(
            len("".join(cell[0] for cell in now).encode()) for old, now in zip(before, after, strict=True) if old != now
        )
    raw = terminal.raw[start:]
    return Written(len(raw) / TIMES, len(SEQUENCE.sub(b"", raw)) / TIMES, changed / TIMES, lines / TIMES)


def at_third_question(start: Start) -> Terminal:
    terminal = start(HERNIA, columns=100, rows=30)
    terminal.press("3")
    wait_at(terminal, "3")
    for marked in (True, False):  # what only the first mark of a talk changes is not what is measured
        terminal.press("+")
        terminal.wait_until(lambda marked=marked: is_marked(terminal) == marked, "the mark")  # type: ignore[misc]
    return terminal


def is_marked(terminal: Terminal) -> bool:
    return marks(terminal) == "+"


def test_a_cursor_move_writes_the_characters_of_two_rows(start: Start) -> None:
    terminal = at_third_question(start)
    places = [cursor_text(terminal)]
    terminal.press("down")
    terminal.wait_until(lambda: cursor_text(terminal) not in ("", places[0]), "the cursor moved")
    written = pressing(
        terminal,
        lambda number: "down" if number % 2 else "up",
        lambda number: (cursor_text(terminal) == places[0]) == (number % 2 == 0) and cursor_text(terminal) != "",
    )
    print(written)
    assert written.characters <= 1.5 * written.changed
    assert written.whole <= 1.75 * written.changed


def test_a_mark_writes_the_line_that_it_stands_on(start: Start) -> None:
    terminal = at_third_question(start)
    written = pressing(terminal, lambda _number: "+", lambda number: is_marked(terminal) == (number % 2 == 0))
    print(written)
    assert written.changed == len("+fijn")
    assert written.characters <= 1.5 * written.lines
    assert written.whole <= 1.9 * written.lines
