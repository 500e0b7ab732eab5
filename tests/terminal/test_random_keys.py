"""Random keys in windows of random sizes: no crash, always a focus, and at length no growth of memory."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from tests.support.keys import NAMED, sequence
from tests.support.program import ROOT
from tests.support.soak import is_soaking, soaking
from tests.support.terminal import DEADLINE, Terminal

ESCAPE, ROUND = "\x1b[27u", "\x1b[24~"
"""Escape in the Kitty protocol, and F12."""
NAMES = [*(name for name in NAMED if name != "escape"), *"123456789abcdefghijklmnopqrstuvwxyz+-?/é漢"]
KEYS = [ESCAPE, *map(sequence, [*NAMES, "ctrl+c", "ctrl+p", "ctrl+q", "ctrl+u"])]
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
    rounds, random = soaking(short=1_500, long=20_000) // PER_ROUND, Random(20261122)
    told, blocks = tmp_path / "told", []
    (tmp_path / "Documents").mkdir()
    env = {"HOME": str(tmp_path), "XDG_STATE_HOME": None, "WATCHED": str(told), "PYTHONPATH": str(ROOT)}
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
