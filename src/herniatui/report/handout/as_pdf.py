"""The handout as PDF, set by typst. Text is passed as data, which typst never parses as instructions."""

import json
import subprocess
from datetime import date
from importlib.util import find_spec
from typing import NamedTuple

import msgspec

from herniatui.i18n import _
from herniatui.own_process import command_line
from herniatui.report.formats import NotPossible
from herniatui.report.handout.document import Handout

_TIMEOUT = 60.0
"""Timeout in seconds; the hernia card takes a fraction of a second, the largest card two seconds."""
NOT_INSTALLED = _(
    "this computer cannot make a PDF: typst is not installed (pip install 'herniatui[pdf]'); ask for HTML instead, and "
    "print that from a browser"
)
_NOT_MADE = _("the PDF could not be made; ask for HTML instead, and print that from a browser")


class Printed(NamedTuple):
    """A PDF, and what it lacks."""

    data: bytes
    unprinted: str
    """The characters that no font has; a square stands for each."""


def is_installed() -> bool:
    """Return whether a PDF can be made here: typst is an extra, because of its size."""
    return find_spec("typst") is not None


def to_pdf(handout: Handout, day: date) -> Printed:
    """Return the handout as PDF, with midnight of `day` as its creation time, so that it is deterministic.

    It is set in a child process, so that no patient text stays in memory: see `typesetting`.

    Raises:
        NotPossible: If typst is not installed, fails or times out.
    """
    if not is_installed():
        raise NotPossible(NOT_INSTALLED)
    try:
        process = subprocess.run(  # noqa: S603 (the program itself)
            command_line("typeset", day.isoformat()),
            input=msgspec.json.encode(handout),
            capture_output=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotPossible(_NOT_MADE) from error
    if process.returncode or not process.stdout.startswith(b"%PDF"):
        raise NotPossible(_NOT_MADE)
    return Printed(process.stdout, json.loads(process.stderr))
