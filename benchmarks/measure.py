"""Starting the programs in turn, again and again, and recording what was measured.

All programs of a round stand side by side, and every key is pressed in each of them in turn. So each press of ours has
one of the bare app beside it that was made a moment before, on a machine that was as busy.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.documents import documents
from benchmarks.programs import ALL_KINDS, Program
from benchmarks.saving import lags
from benchmarks.terminal import COLUMNS, QUIET_AFTER_KEY, ROWS, Terminal
from tests.support.emulator import Emulator, changed_bytes


@dataclass
class Figures:
    """Everything measured of one program, once per round or once per key press."""

    start_ms: list[float] = field(default_factory=list)
    peak_mb: list[float] = field(default_factory=list)
    key_ms: dict[str, list[float]] = field(default_factory=dict)
    """By what the keys do: from the key to the last byte that was drawn for it."""
    cpu_ms: dict[str, list[float]] = field(default_factory=dict)
    """By what the keys do: the time of a processor, where the system tells it."""
    written: dict[str, list[int]] = field(default_factory=dict)
    """By what the keys do: bytes written to the terminal, there and back."""
    changed: dict[str, list[int]] = field(default_factory=dict)
    """By what the keys do: bytes of UTF-8 in the cells that changed, there and back."""
    first_ms: dict[str, list[float]] = field(default_factory=dict)
    """By document: the first in a process."""
    again_ms: dict[str, list[float]] = field(default_factory=dict)
    """By document: the later ones in a process."""
    written_ms: list[float] = field(default_factory=list)
    kept_ms: list[float] = field(default_factory=list)
    """Milliseconds from painting a change to writing it, and to keeping it (fsync); negative if that came first."""


def measure(
    programs: Mapping[str, Program], homes: Mapping[str, Path], rounds: int, pairs: int, tell: Callable[[int], None]
) -> dict[str, Figures]:
    """Return the figures of each program.

    Args:
        programs: the programs by name.
        homes: a home folder for each program, by name.
        rounds: how often to run each program.
        pairs: pairs of presses of each kind of key per run.
        tell: called with the number of each completed round.
    """
    figures = {name: Figures() for name in programs}
    # Untimed, so that every program finds its compiled modules, and the disk's cache, as warm as the others.
    for name, program in programs.items():
        _count_bytes(program, homes[name], figures[name])
    for done in range(1, rounds + 1):
        _round(programs, homes, figures, pairs)
        for name, program in programs.items():
            if program.documents:
                _documents(program, figures[name])
        tell(done)
    return figures


def _documents(program: Program, figures: Figures) -> None:
    for name, (first, *again) in documents(program.card, program.documents).items():
        figures.first_ms.setdefault(name, []).append(first)
        figures.again_ms.setdefault(name, []).extend(again)


def _round(
    programs: Mapping[str, Program], homes: Mapping[str, Path], figures: Mapping[str, Figures], pairs: int
) -> None:
    with ExitStack() as stack:
        terminals: dict[str, Terminal] = {}
        for name, program in programs.items():
            terminal = terminals[name] = stack.enter_context(closing(Terminal(program.command, homes[name])))
            figures[name].start_ms.append(1000 * terminal.first_screen(program.first_screen))
            for key in program.opening:
                terminal.press(key)
        for kind in ALL_KINDS:
            _press(programs, terminals, figures, kind, pairs)
        for name, program in programs.items():
            figures[name].peak_mb.append(terminals[name].stop(program.stop) / 1e6)
    for name, program in programs.items():
        if program.log:
            written, kept = lags(program.log, terminals[name].presses)
            figures[name].written_ms += written
            figures[name].kept_ms += kept
            program.log.unlink()


def _press(
    programs: Mapping[str, Program],
    terminals: Mapping[str, Terminal],
    figures: Mapping[str, Figures],
    kind: str,
    pairs: int,
) -> None:
    """Press the keys of this kind there and back in every program that has them, one press in each at a time."""
    measured = {name: program for name, program in programs.items() if kind in program.keys}
    for name, program in measured.items():
        for key in program.leading.get(kind, ()):
            terminals[name].press(key)
    for number in range(2 * pairs):
        for name, program in measured.items():
            terminal = terminals[name]
            before = terminal.cpu_ms()
            seconds = terminal.press(program.keys[kind][number % 2])
            after = terminal.cpu_ms()
            figures[name].key_ms.setdefault(kind, []).append(1000 * seconds)
            if before is not None and after is not None:
                figures[name].cpu_ms.setdefault(kind, []).append(after - before)


def _count_bytes(program: Program, home: Path, figures: Figures) -> None:
    """Count what one press there and one back write, of each kind, and what of the screen they change."""
    emulator = Emulator(COLUMNS, ROWS)
    # Nothing is timed, and on a busy machine nothing late may count for the next key.
    quiet, quieter = 5 * QUIET_AFTER_KEY, 20 * QUIET_AFTER_KEY
    with closing(Terminal(program.command, home)) as terminal:
        terminal.first_screen(program.first_screen)
        emulator.feed(terminal.written)

        def press(key: bytes, until: float) -> bytes:
            terminal.press(key, until)
            emulator.feed(terminal.written)
            return terminal.written

        for key in program.opening:
            press(key, quieter)
        for kind, pair in program.keys.items():
            for key in program.leading.get(kind, ()):
                press(key, quieter)
            for key in pair:
                before = emulator.cells()
                figures.written.setdefault(kind, []).append(len(press(key, quiet)))
                figures.changed.setdefault(kind, []).append(changed_bytes(before, emulator.cells()))
        terminal.stop(program.stop)
    if program.log:
        program.log.unlink()
