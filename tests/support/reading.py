"""Read the screens in a terminal: the stop of the walk, the tab, the cursor line, and a page to its end."""

import re
from collections.abc import Sequence

from herniatui.report.phrases import BESIDE, SIGNS
from tests.support.terminal import Terminal

CURSOR = "▌"
_GLYPHS = frozenset("▌•–·>*-")
"""Glyphs before a row, in Unicode and ASCII; never words of a card."""
_ICONS = re.compile(r"[●○◊]+|[#.~]{5,}")
"""Icons of pictures, in Unicode and ASCII."""
_WORDS = r"\d+,?|van|de|minder|meer|dan|in|een|plaatje"
_BESIDE = re.compile(rf" {{3,}}(?!\d+(?: {{3,}}|$))(?:p: )?(?:(?:{_WORDS}) ?)+(?=( {{3,}}|$))")
"""Words beside a statement in place of icons: `p: 1 van de 1000 in een plaatje`, on lines of its own."""
_LINE_UNDER_TABS = re.compile(r"^\s*[━╸╺─=-]{20,}\s*$")
_SCROLLBAR = re.compile(r"\s*[▲▼^v]?$")
_SIGNS = frozenset(SIGNS.values())
_MARKS = re.compile(rf"  +([+−?✓](?: [+−?✓])*|{'|'.join(map(re.escape, BESIDE.values()))})$")
"""Marks at the end of the first line of a statement: signs, or one sign with its word."""


def words(lines: Sequence[str]) -> list[str]:
    """Return the words of these lines, without glyphs before rows and icons of pictures."""
    return [word for line in lines for word in line.split() if word not in _GLYPHS and not _ICONS.fullmatch(word)]


def bold(terminal: Terminal, row: int) -> str:
    """Return the bold text on this line."""
    return "".join(cell.data for cell in terminal.cells(row) if cell.bold).strip()


def here(terminal: Terminal) -> str:
    """Return the current stop according to the walk bar; for a question its number."""
    return bold(terminal, 0).rstrip("○◐●./# ")


def active_tab(terminal: Terminal) -> str:
    """Return the name on the active tab; empty if there are no tabs."""
    row = _line_under_tabs(terminal) - 1
    return bold(terminal, row) if row >= 0 else ""


def page(terminal: Terminal) -> list[str]:
    """Return the lines of the page, without the widgets above and below it."""
    lines = terminal.lines
    start = _line_under_tabs(terminal) + 1 if active_tab(terminal) else 1
    return [_BESIDE.sub("", _SCROLLBAR.sub("", line)) for line in lines[start:-1]]


def cursor_lines(terminal: Terminal) -> list[str]:
    """Return the lines of the row under the cursor."""
    return [line for line in page(terminal) if line.lstrip().startswith(CURSOR)]


def cursor_text(terminal: Terminal) -> str:
    """Return the words of the row under the cursor."""
    return " ".join(words(cursor_lines(terminal)))


def wait_at(terminal: Terminal, stop: str) -> None:
    """Wait until the walk is at this stop (`Start`, `1`, `Beslissen`) and the page has text."""
    terminal.wait_until(lambda: here(terminal) == stop and bool(words(page(terminal))), f"the stop {stop}")


def wait_tab(terminal: Terminal, name: str) -> None:
    """Wait until this tab is active and the page has text."""
    terminal.wait_until(lambda: active_tab(terminal) == name and bool(words(page(terminal))), f"the tab {name}")


def go_down(terminal: Terminal, why: str = "") -> None:
    """Press down, and wait until the page changes."""
    before = page(terminal)
    terminal.press("down")
    terminal.wait_until(lambda: page(terminal) != before, f"another line, or more of the page, after ↓ {why}")


def stitch(read: list[str], shown: list[str]) -> list[str]:
    """Return the lines read so far with the lines now shown, which overlap them, follow them, or are part of them.

    They are part of them when a message took room from the page.
    """
    shown = _trimmed(shown)
    plain, wanted = _plain(read), _plain(shown)
    if any(plain[at : at + len(wanted)] == wanted for at in range(len(plain) - len(wanted) + 1)):
        return read
    for overlap in range(min(len(read), len(shown)), 0, -1):
        if plain[-overlap:] == wanted[:overlap]:
            return read + shown[overlap:]
    return read + shown


def read_all(terminal: Terminal, texts: Sequence[str], last: str = "") -> None:
    """Move down until all these texts were shown in this order, word for word, and the cursor is on the last row."""
    read = stitch([], page(terminal))
    while (unread := _unread(words(read), texts)) or last not in cursor_text(terminal):
        go_down(terminal, f"on the way to {(unread or [last])[0]!r}")
        read = stitch(read, page(terminal))


def _unread(read: Sequence[str], texts: Sequence[str]) -> Sequence[str]:
    """Return the texts that were not shown yet."""
    start = 0
    for number, text in enumerate(texts):
        wanted = words([text])
        found = (at for at in range(start, len(read) - len(wanted) + 1) if read[at : at + len(wanted)] == wanted)
        at = next(found, None)
        if at is None:
            return texts[number:]
        start = at + len(wanted)
    return []


def _plain(lines: list[str]) -> list[str]:
    return [line.replace(CURSOR, " ").rstrip() for line in lines]


def _trimmed(lines: list[str]) -> list[str]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _line_under_tabs(terminal: Terminal) -> int:
    return next((number for number, line in enumerate(terminal.lines) if _LINE_UNDER_TABS.match(line)), -1)


def marks(terminal: Terminal) -> str:
    """Return the signs of the marks of the row under the cursor."""
    return split_marks(next(iter(cursor_lines(terminal)), ""))[1]


def split_marks(line: str) -> tuple[str, str]:
    """Return a line of the page without its marks, and the signs of these."""
    found = _MARKS.search(line)
    if not found:
        return line, ""
    return line[: found.start()], " ".join(sign for sign in found[1].split() if sign in _SIGNS)
