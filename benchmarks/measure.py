"""Run the programs in turn, and collect the measurements."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, repeat

from benchmarks.documents import documents
from benchmarks.programs import PICTURE, Program
from benchmarks.saving import lags
from benchmarks.terminal import Terminal


@dataclass
class Figures:
    """Measurements of one program, per session or per key press."""

    start_ms: list[float] = field(default_factory=list)
    peak_mb: list[float] = field(default_factory=list)
    key_ms: dict[str, list[float]] = field(default_factory=dict)
    """By kind of key."""
    first_ms: dict[str, list[float]] = field(default_factory=dict)
    """By document: the first in a process."""
    again_ms: dict[str, list[float]] = field(default_factory=dict)
    """By document: the later ones in a process."""
    written_ms: list[float] = field(default_factory=list)
    kept_ms: list[float] = field(default_factory=list)
    """Milliseconds from painting a change to writing it, and to keeping it (fsync); negative if that came first."""


def measure(
    programs: Mapping[str, Program], rounds: int, pairs: int, tell: Callable[[int], None]
) -> dict[str, Figures]:
    """Return the figures of each program.

    Args:
        programs: the programs by name.
        rounds: how often to run each program.
        pairs: pairs of presses of each kind of key per run.
        tell: called with the number of each completed round.
    """
    # One unmeasured session each, so that compiled modules and the disk cache are equally warm.
    for program in programs.values():
        _session(program, Figures(), pairs=1)
    figures = {name: Figures() for name in programs}
    for done in range(1, rounds + 1):
        for name, program in programs.items():
            _session(program, figures[name], pairs)
            if program.documents:
                _documents(program, figures[name])
        tell(done)
    return figures


def _documents(program: Program, figures: Figures) -> None:
    for name, (first, *again) in documents(program.card, program.documents).items():
        figures.first_ms.setdefault(name, []).append(first)
        figures.again_ms.setdefault(name, []).extend(again)


def _session(program: Program, figures: Figures, pairs: int) -> None:
    with closing(Terminal(program.command)) as terminal:
        figures.start_ms.append(1000 * terminal.first_screen(program.first_screen))
        for key in program.opening:
            terminal.press(key)
        for kind, pair in program.keys.items():
            _press(terminal, figures, kind, pair, pairs)
        for key in program.picture:
            terminal.press(key)
        if program.picture:
            _press(terminal, figures, PICTURE, (b"p", b"pp"), pairs)
        figures.peak_mb.append(terminal.stop(program.stop) / 1e6)
    if program.log:
        written, kept = lags(program.log, terminal.presses)
        figures.written_ms += written
        figures.kept_ms += kept
        program.log.unlink()


def _press(terminal: Terminal, figures: Figures, kind: str, pair: tuple[bytes, bytes], pairs: int) -> None:
    there_and_back = chain.from_iterable(repeat(pair, pairs))
    figures.key_ms.setdefault(kind, []).extend(1000 * terminal.press(key) for key in there_and_back)
