"""Random keys in windows of random sizes: never a crash, never without focus, and no larger for it."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.support.keys import NAMED, sequence
from tests.support.program import ROOT
from tests.support.soak import soaking
from tests.support.terminal import Terminal

ESCAPE, ROUND = "\x1b[27u", "\x1b[24~"
"""Escape as terminals send it that say where it ends, and F12."""
NAMES = [*(name for name in NAMED if name != "escape"), *"123456789abcdefghijklmnopqrstuvwxyz+-?/é漢"]
KEYS = [ESCAPE, *map(sequence, [*NAMES, "ctrl+c", "ctrl+p", "ctrl+q", "ctrl+u"])]
PER_ROUND, ROUNDS_PER_SIZE = 20, 10
GROWTH = 1.10


@pytest.mark.skipif(sys.platform != "linux", reason="how large a process is can be read on Linux")
def test_random_keys_and_sizes_break_nothing_and_leave_nothing_behind(tmp_path: Path) -> None:
    rounds, random = soaking(short=2_000, long=20_000) // PER_ROUND, Random(20261122)
    told, grown = tmp_path / "told", []
    (tmp_path / "Documents").mkdir()
    env = {
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": None,
        "WATCHED": str(told),
        "ESCDELAY": "5",
        "PYTHONPATH": str(ROOT),
    }
    with Terminal([sys.executable, "-m", "tests.support.watched"], env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("Waar wilt u het over hebben?")
        for number in range(1, rounds + 1):
            if number % ROUNDS_PER_SIZE == 0:
                terminal.resize(random.randint(20, 300), random.randint(5, 100))
            terminal.type("".join([*random.choices(KEYS, k=PER_ROUND), ROUND]))
            terminal.skim(lambda number=number: _rounds(told) == number)  # type: ignore[misc]
            grown.append(_megabytes(terminal.pid))
    (tmp_path / "curve").write_text(" ".join(f"{one:.1f}" for one in grown[::50]))
    warm = rounds // 4
    print(
        f"{rounds * PER_ROUND} keys; {grown[warm]:.1f} MB after a quarter, {max(grown[warm:]):.1f} MB at most after it"
    )
    assert max(grown[warm:]) <= GROWTH * grown[warm]


def _rounds(told: Path) -> int:
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    assert text.isdecimal() or not text, text
    return int(text or 0)


def _megabytes(pid: int) -> float:
    """Return how much of this process is in memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6
