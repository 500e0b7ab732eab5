"""Restart the program for the next patient, so that nothing of the last one stays in memory.

`exec` replaces the process, and the kernel reclaims its memory. Within one process, notes would stay readable in freed
memory, which Python does not overwrite. Windows cannot replace a process; `run` then makes a new app in the same one.
"""

import os
import sys
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from herniatui.card.library import Deck
from herniatui.report.note import FORMS
from herniatui.settings.model import THEMES

_VARIABLE = "HERNIATUI_NEXT"


class Handover(Struct, frozen=True, forbid_unknown_fields=True):
    """State handed to the next patient's process; never contains patient data."""

    kept: bool
    """Whether the last talk stays on disk."""
    theme: str
    note_form: str
    has_stored: bool = False
    """Whether there are talks to continue: the new process reads none of them unless the user asks."""
    notice: str = ""
    """What removing expired talks did, in sentences."""


def is_expected() -> bool:
    """Return whether a previous process handed something over to this one."""
    return _VARIABLE in os.environ


def received() -> Handover | None:
    """Return what the previous process handed over, and remove it; None at a first start or if it is invalid."""
    encoded = os.environ.pop(_VARIABLE, "")
    try:
        handover = msgspec.json.decode(encoded, type=Handover) if encoded else None
    except (msgspec.MsgspecError, ValueError):
        return None
    return handover if handover and handover.theme in THEMES and handover.note_form in FORMS else None


def start_again(deck: Deck, options: Sequence[str], handover: Handover) -> None:
    """Replace this process by a new one of the same program; return only if that is not possible."""
    if os.name != "posix":
        return
    program = sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv[1:])]
    argv = [sys.executable, *program, *options, str(deck.path.absolute())]
    handed = {_VARIABLE: msgspec.json.encode(handover).decode()}
    try:
        os.execve(sys.executable, argv, {**os.environ, **handed})  # noqa: S606 (the program itself)
    except (OSError, ValueError):
        return
