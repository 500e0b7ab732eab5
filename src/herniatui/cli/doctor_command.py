"""`herniatui doctor`: one page about this computer, to send when something is wrong."""

import os
import shutil
from collections.abc import Sequence
from functools import partial

from herniatui.cli.config_command import explain
from herniatui.cli.outcome import OK, PROBLEMS, Refused
from herniatui.cli.output import flush, is_terminal, say
from herniatui.cli.parser import Parser
from herniatui.doctor.examine import examine
from herniatui.doctor.finding import as_json, page
from herniatui.doctor.program import is_terminal as stream_is_terminal
from herniatui.i18n import _
from herniatui.settings.config_file import settings_file
from herniatui.settings.reader import read_settings
from herniatui.tui.key_trial import try_keys

_WIDTH = 100
"""Columns of the page in a file, and the most in a terminal."""


def doctor(words: Sequence[str]) -> int:
    """Print what was found, with what to do where something is amiss."""
    parser = Parser("herniatui doctor", _("How the program does on this computer: a page to send if something fails."))
    parser.add_argument("--json", action="store_true", help=_("as JSON, for a program"))
    parser.add_argument("--keys", action="store_true", help=_("ask for some keys, also where that is not usual"))
    options = parser.parse_args(words)
    can_draw = all(map(stream_is_terminal, ("stdin", "stderr"))) and os.environ.get("TERM") != "dumb"
    if options.keys and not can_draw:
        raise Refused(_("no keys can be tried here, as this is not a terminal; leave --keys out"))
    asks = options.keys or (can_draw and is_terminal() and not options.json)
    path = settings_file()
    findings = examine(read_settings(path).settings, partial(explain, path), try_keys() if asks else None)
    width = min(shutil.get_terminal_size().columns - 1, _WIDTH) if is_terminal() else _WIDTH
    say(as_json(findings) if options.json else page(findings, width))
    flush()
    return PROBLEMS if any(finding.advice for finding in findings) else OK
