"""The handout as PDF, set by typst. Text is passed as data, which typst never parses as instructions."""

import json
import subprocess
import sys
from datetime import date
from importlib.resources import as_file, files
from typing import NamedTuple

import msgspec

from herniatui.i18n import _
from herniatui.report.formats import NotPossible
from herniatui.report.handout.document import Handout

_TIMEOUT = 60.0
"""Timeout in seconds; the hernia card takes a fraction of a second, the largest card two seconds."""
_NOT_MADE = _("the PDF could not be made; ask for HTML instead, and print that from a browser")


class Printed(NamedTuple):
    """A PDF, and what it lacks."""

    data: bytes
    unprinted: str
    """The characters that no font has; a square stands for each."""


def to_pdf(handout: Handout, day: date) -> Printed:
    """Return the handout as PDF, with midnight of `day` as its creation time, so that it is deterministic.

    It is set in a child process, so that no patient text stays in memory: see `typesetting`.

    Raises:
        NotPossible: If typst fails or times out.
    """
    try:
        with as_file(files(__package__).joinpath("typesetting.py")) as program:
            process = subprocess.run(  # noqa: S603 (this Python, and a script of this package)
                [sys.executable, "-P", str(program), day.isoformat()],
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
