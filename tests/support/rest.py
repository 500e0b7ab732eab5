"""Wait until a program in a terminal is idle: all threads sleep and it writes nothing."""

import time
from pathlib import Path

from tests.support.terminal import DEADLINE, Terminal

QUIET, QUIET_AT_END = 0.06, 0.3
"""Seconds of idleness to wait for: longer than any sleep in the middle of work. Between keys that is a frame;
at the end Textual's input thread polls twice, for 0.1 s each, whether to stop reading."""


def wait_at_rest(terminal: Terminal, quiet: float = QUIET_AT_END) -> None:
    """Wait until the program has ended or is idle.

    A busy machine cannot hide work: a thread that waits for a processor is not asleep.
    """
    end = time.monotonic() + DEADLINE
    since, written = time.monotonic(), -1
    while not terminal.has_ended:
        terminal.read_on(0.004)
        now = time.monotonic()
        if len(terminal.raw) != written or not _sleeps(terminal.pid):
            since, written = now, len(terminal.raw)
        elif now - since > quiet:
            return
        assert now < end, f"not at rest within {DEADLINE:g} s. On screen:\n{terminal.text}"


def _sleeps(pid: int) -> bool:
    """Whether every thread of this process and its children sleeps. True if the process is gone."""
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            if (task / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0] != "S":
                return False
            if any(not _sleeps(int(child)) for child in (task / "children").read_text(encoding="ascii").split()):
                return False
    except OSError:
        return True
    return True
