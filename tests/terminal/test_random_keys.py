"""Random keys in windows of random sizes: no crash, always a focus, and at length no growth of memory."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from tests.support.emulator import FRAME_ENDS, Emulator
from tests.support.keys import NAMED, sequence
from tests.support.program import ROOT, herniatui
from tests.support.reading import CURSOR
from tests.support.saying import go_to_summary
from tests.support.soak import is_soaking, soaking
from tests.support.terminal import DEADLINE, Terminal

ESCAPE, ROUND = "\x1b[27u", "\x1b[24~"
"""Escape in the Kitty protocol, and F12."""
NAMES = [*(name for name in NAMED if name != "escape"), *"123456789abcdefghijklmnopqrstuvwxyz+-?/é漢"]
KEYS = [ESCAPE, *map(sequence, [*NAMES, "ctrl+c", "ctrl+p", "ctrl+q", "ctrl+u"])]
OFTEN = [ESCAPE, "x", *map(sequence, ["down", "up", "enter", "backspace"]), "p", "z", "2", "3", "\x1b[13~"] * 5
"""Keys that leave a dialog, or show much of the card; the last is F3."""
PER_ROUND, ROUNDS_PER_SIZE = 20, 10
LARGEST = 300, 100
BUSY = 10
"""How much longer a machine with other work may take for a round than the processor time that it has."""
GROWTH = 1.10
"""Growth allowed of the least memory in use, from the second quarter of the rounds to the last quarter.

Textual keeps the lines of each screen, and pieces of them, for the window of that moment: in a large one there can be
twice as many objects as in a small one. What is never given back raises the least.
"""


@pytest.mark.skipif(sys.platform != "linux", reason="how large a process is can be read on Linux")
def test_random_keys_and_sizes_break_nothing_and_leave_nothing_behind(tmp_path: Path) -> None:
    rounds, random = soaking(short=600, long=20_000) // PER_ROUND, Random(20261122)
    told, blocks = tmp_path / "told", []
    (tmp_path / "Documents").mkdir()
    env = {
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": None,
        "WATCHED": str(told),
        "COLLECTS": "1",
        "PYTHONPATH": str(ROOT),
    }
    with Terminal([sys.executable, "-m", "tests.support.watched"], env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("Waar wilt u het over hebben?")
        before = _megabytes(terminal.pid)
        for number in range(1, rounds + 1):
            if number % ROUNDS_PER_SIZE == 0:
                terminal.resize(random.randint(20, LARGEST[0]), random.randint(5, LARGEST[1]))
            terminal.type("".join(random.choices(KEYS, k=PER_ROUND)))
            blocks.append(_end_round(terminal, told))
        after = _megabytes(terminal.pid)
    least = [min(blocks[start : start + rounds // 4]) for start in range(0, 4 * (rounds // 4), rounds // 4)]
    print(f"{rounds * PER_ROUND} keys; {before:.1f} MB before, {after:.1f} after; least blocks per quarter: {least}")
    if is_soaking():  # in a short run the caches are still filling
        assert least[-1] <= GROWTH * least[1]


@pytest.mark.parametrize("size", [(160, 30), (60, 18)])
def test_the_terminals_cursor_is_on_the_line_of_the_programs_cursor_in_every_frame(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Braille displays and screen readers follow the terminal's cursor, though it is hidden."""
    keys, random = soaking(short=300, long=10_000) // 2, Random(20261126)
    told = tmp_path / "told"
    (tmp_path / "Documents").mkdir()
    env = {"HOME": str(tmp_path), "XDG_STATE_HOME": None, "WATCHED": str(told), "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-m", "tests.support.watched"]
    with Terminal(program, columns=size[0], rows=size[1], env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("hulp")
        for key in random.choices(KEYS + OFTEN, k=keys):
            terminal.type(key)
            _end_round(terminal, told)  # a key at a time: many in one read are a paste in a text
        drawn = terminal.raw
    seen = dict.fromkeys(("cursor", "insertion point", "text", "nothing"), 0)
    for emulator in _frames(drawn, size):
        seen[_assert_cursor_is_right(emulator)] += 1
    print(seen)
    assert seen["cursor"] > keys / 4, seen
    assert seen["insertion point"], seen
    assert seen["text"] > seen["nothing"], seen


def test_a_name_longer_than_its_field_is_shown_to_its_end_from_the_first_frame(tmp_path: Path) -> None:
    size, folder = (60, 18), tmp_path / "map" / ("m" * 40)
    (folder / "Documents").mkdir(parents=True)
    env = {"HOME": str(folder), "XDG_STATE_HOME": None}
    with Terminal(herniatui(), columns=size[0], rows=size[1], env=env) as terminal:
        go_to_summary(terminal)
        terminal.press("s")
        terminal.wait_for("Enter opslaan")
        drawn = terminal.raw
    seen = 0
    for emulator in _frames(drawn, size):
        if any("╭" in line for line in emulator.lines):
            line = emulator.lines[emulator.screen.cursor.y]
            assert line.rstrip(" │").endswith(".txt")
            assert emulator.screen.cursor.x <= line.index(".txt") + len(".txt")
            seen += 1
    assert seen


def _frames(drawn: bytes, size: tuple[int, int]) -> Iterator[Emulator]:
    """Draw this output, and yield the terminal after each frame."""
    emulator = Emulator(*size)
    for frame in drawn.decode(errors="replace").split(FRAME_ENDS)[:-1]:
        emulator.feed((frame + FRAME_ENDS).encode())
        yield emulator


def _assert_cursor_is_right(emulator: Emulator) -> str:
    """Compare the terminal's cursor with what is drawn, and return what it stands on."""
    lines, at = emulator.lines, emulator.screen.cursor
    told = "\n".join([f"at {at.x}, {at.y}", *lines])
    if signs := [y for y, line in enumerate(lines) if CURSOR in line]:
        is_in_field = _is_insertion_point(emulator) and lines[at.y].lstrip().startswith("│")
        assert is_in_field or (at.y == signs[0] and lines[at.y][at.x] == CURSOR), told
        return "insertion point" if is_in_field else "cursor"
    if any("╭" in line for line in lines):
        assert _is_insertion_point(emulator), told
        return "insertion point"
    if not any(line.strip() for line in lines[at.y : -1]):
        return "nothing"  # the first frame of a screen, in which its page is not laid out yet
    assert 0 < at.y < len(lines) - 1, told
    assert lines[at.y].strip(), told
    return "text"


def _is_insertion_point(emulator: Emulator) -> bool:
    """Whether the terminal's cursor is on the block that a text field draws for its own."""
    at = emulator.screen.cursor
    row = emulator.screen.buffer[at.y]
    return bool(row[at.x].bg != row[at.x + 1].bg)


def _end_round(terminal: Terminal, told: Path) -> int:
    """Press the key of a round until it is handled: behind Enter in a text, the keys of one read are a paste.

    Returns:
        The blocks of memory that the program had in use at the end of the round.
    """
    before, since, used = _told(told), monotonic(), _seconds(terminal.pid)
    while _told(told)[0] <= before[0]:
        assert _seconds(terminal.pid) - used < DEADLINE, "a round takes no end"
        assert monotonic() - since < BUSY * DEADLINE, "a round is not handled"
        terminal.type(ROUND)
        with suppress(AssertionError):
            terminal.skim(lambda: _told(told)[0] > before[0], seconds=1)
    return _told(told)[1]


def _told(told: Path) -> tuple[int, int]:
    """Return how many rounds the program has handled, and its blocks of memory; fail if it reports a problem."""
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    if text and not text.replace(" ", "").isdecimal():
        pytest.fail(text)
    rounds, _space, blocks = text.partition(" ")
    return int(rounds or 0), int(blocks or 0)


def _seconds(pid: int) -> float:
    """Return the processor time of this process."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    """Return the resident memory of this process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6
