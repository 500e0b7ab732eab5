"""Run every check, so that none can end or hold up the others."""

import asyncio
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from herniatui.desktop.background import run_with_timeout
from herniatui.doctor.contents import check_cards, check_settings, check_talks
from herniatui.doctor.disk import check_disk, check_folders
from herniatui.doctor.finding import Finding
from herniatui.doctor.outside import check_browser, check_clipboard, check_pdf, check_printer
from herniatui.doctor.program import check_keys, check_program, check_terminal, is_terminal
from herniatui.doctor.signs import check_signs
from herniatui.i18n import _
from herniatui.log import failed
from herniatui.settings.model import Settings

TIMEOUT = 30.0
"""Seconds that one check may take: a disk or a printer on a network may never answer."""


def examine(
    settings: Settings, explain: Callable[[], tuple[Sequence[str], Sequence[str]]], arrived: Mapping[str, str] | None
) -> list[Finding]:
    """Return what every check found.

    Args:
        settings: the settings in force.
        explain: returns their lines and problems, as `herniatui config` prints them.
        arrived: which keys arrived as what; None if no key was tried.
    """
    descriptors = terminal()
    size = _size(descriptors)
    return [
        _checked("program", check_program),
        _checked("terminal", partial(check_terminal, size)),
        _guarded("signs", partial(check_signs, None if os.environ.get("TERM") == "dumb" else descriptors)),
        _checked("keys", partial(check_keys, arrived)),
        _checked("clipboard", partial(check_clipboard, descriptors is not None)),
        _checked("browser", check_browser),
        _checked("pdf", check_pdf),
        _checked("printer", check_printer),
        _checked("folders", partial(check_folders, settings)),
        _checked("disk", check_disk),
        _checked("settings", lambda: check_settings(*explain())),
        _checked("cards", check_cards),
        _checked("talks", check_talks),
    ]


def terminal() -> tuple[int, int] | None:
    """Return the descriptors to read and to write the terminal; None if there is none.

    The page may go to a file or a pipe, so standard error will do for writing.
    """
    output = next((name for name in ("stdout", "stderr") if is_terminal(name)), "")
    return (sys.stdin.fileno(), getattr(sys, output).fileno()) if output and is_terminal("stdin") else None


def _size(descriptors: tuple[int, int] | None) -> os.terminal_size | None:
    try:
        return os.get_terminal_size(descriptors[1]) if descriptors else None
    except OSError:
        return None


def _checked(key: str, check: Callable[[], Finding]) -> Finding:
    """Return what this check found; after `TIMEOUT`, that it takes too long."""
    slow = Finding(key, key, (_("no answer within {seconds} seconds").format(seconds=round(TIMEOUT)),), {}, (_RESTART,))
    return asyncio.run(run_with_timeout(partial(_guarded, key, check), TIMEOUT, slow))


def _guarded(key: str, check: Callable[[], Finding]) -> Finding:
    """Return what this check found; if it fails, only the kind of exception: its message may hold anything."""
    try:
        return check()
    except Exception as error:  # noqa: BLE001 (a finding like any other)
        failed(error)
        return Finding(key, key, (_("could not be looked at ({kind})").format(kind=type(error).__name__),), {}, (_LOG,))


_RESTART = _("Start the computer again. If this stays, tell the administrator.")
_LOG = _("Send this page, and the log: herniatui doctor --log FILE.")
