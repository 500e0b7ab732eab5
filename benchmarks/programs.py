"""The measured programs and their keys."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.cards import option_name, question_text
from herniatui.card.library import DEFAULT_CARD

UP, DOWN, RIGHT, LEFT = b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D"

CURSOR, OPTION, MARK, QUESTION = "cursor", "option", "mark", "next question"
KINDS = (CURSOR, OPTION, MARK, QUESTION)
"""What keys do with every card."""
PICTURE = "picture of 1000"
"""Opened with one key, and put away with two more by way of all numbers of the question."""
ALL_KINDS = (*KINDS, PICTURE)


@dataclass(frozen=True)
class Program:
    """A program to measure."""

    command: Sequence[str]
    first_screen: Sequence[str]
    """Texts on the first screen, including its last rows."""
    keys: Mapping[str, tuple[bytes, bytes]]
    """For each kind of key press that is measured a key, and what undoes it."""
    stop: Sequence[bytes]
    opening: Sequence[bytes] = field(default=())
    """Keys that lead to where the others are pressed."""
    leading: Mapping[str, Sequence[bytes]] = field(default_factory=dict)
    """For a kind of key press the keys that lead to where it can be made, where it needs any."""
    card: str = ""
    documents: int = 0
    """How often to make each document after the first; 0 to make none."""
    log: Path | None = None
    """Log of saving, if the program writes one."""


def bare() -> Program:
    """Return the bare Textual app. Its one key stands for every kind, so that each has a bare press beside it."""
    return Program(
        command=(sys.executable, "-m", "benchmarks.bare"),
        first_screen=("Bare", "One line of text", "Turn the line around"),
        keys=dict.fromkeys(ALL_KINDS, (b" ", b" ")),
        stop=(b"\x11",),
    )


def hernia() -> Program:
    """Return our program with the hernia card; keys are pressed at its longest question."""
    ours = _ours((), ("Kan ik weer de dingen doen die ik voor de behandeling deed?", "F1"))
    return replace(
        ours,
        keys={**ours.keys, PICTURE: (b"p", b"pp")},
        leading={PICTURE: (RIGHT, *[DOWN] * 5)},
        card=DEFAULT_CARD,
        documents=20,
    )


def saving(log: Path, seconds: float) -> Program:
    """Return our program with a log of its saving, on a disk that takes so many seconds longer to keep anything."""
    ours = _ours((), hernia().first_screen)
    return replace(ours, command=(sys.executable, "-m", "benchmarks.logged", str(log), str(seconds)), log=log)


def large(folder: Path) -> Program:
    """Return our program with the large card in this folder."""
    ours = _ours((str(folder),), (option_name(0).upper(), question_text(12), "F1"))
    return replace(ours, card=str(folder), documents=1)


def _ours(arguments: Sequence[str], first_screen: Sequence[str]) -> Program:
    return Program(
        command=(sys.executable, "-m", "herniatui", *arguments),
        first_screen=first_screen,
        keys={CURSOR: (DOWN, UP), OPTION: (RIGHT, LEFT), MARK: (b"+", b"+"), QUESTION: (b"4", b"3")},
        stop=(b"q", b"w"),
        opening=(b"3",),
    )
