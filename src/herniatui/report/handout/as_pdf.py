"""The page to take home as PDF, by typst. Text goes in as data; typst never reads it as its own language."""

import subprocess
import sys
from datetime import date
from importlib.resources import as_file, files

import msgspec

from herniatui.i18n import _
from herniatui.report.formats import NotPossible
from herniatui.report.handout.document import Handout

PATIENCE = 60.0
"""Seconds that a page may take; the hernia card takes a fraction of one, the largest card two."""


def written(handout: Handout, day: date) -> bytes:
    """Return the page as PDF, made on this day at midnight whatever the clock says. Raises `NotPossible`.

    Another process sets it, which takes what was said to its end: see `typesetting`.
    """
    try:
        with as_file(files(__package__).joinpath("typesetting.py")) as program:
            done = subprocess.run(  # noqa: S603 (our own Python, and our own program)
                [sys.executable, "-P", str(program), day.isoformat()],
                input=msgspec.json.encode(handout),
                capture_output=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                timeout=PATIENCE,
                check=False,
            )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotPossible(_NOT_MADE) from error
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise NotPossible(_NOT_MADE)
    return done.stdout


_NOT_MADE = _("the PDF could not be made; ask for HTML instead, and print that from a browser")
