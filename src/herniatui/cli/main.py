"""Entry point: dispatches to a command or a walk, and turns failures into messages and exit codes."""

import gettext
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial

from herniatui.card.library import NoSuchCard, find, open_deck
from herniatui.card.problems import ProblemsFound
from herniatui.cli.outcome import OK, PROBLEMS, WRONG_USE, Refused
from herniatui.cli.output import complain, flush, is_reader_gone, prepare, refuse, say, stop_printing
from herniatui.cli.parser import Parser
from herniatui.cli.start_walk import Start, add_linear, check_terminal, walk, why_linear
from herniatui.cli.stored_talk_commands import clean_up, open_store
from herniatui.ending_signals import HUNG_UP
from herniatui.i18n import LOCALE, _
from herniatui.log import current, failed
from herniatui.settings.config_file import settings_file
from herniatui.settings.model import THEMES
from herniatui.settings.reader import read_settings
from herniatui.storage.store import TalkNotFound
from herniatui.system_errors import reason
from herniatui.tui import next_patient


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments and return its exit code: one of those in `cli.outcome`."""
    prepare()
    _translate_argparse()
    code = _outcome(list(sys.argv[1:] if arguments is None else arguments))
    if log := current():
        log.end(code)
    if code == HUNG_UP:
        # The window was closed and the talk is saved. What was still to be drawn cannot be written, which would change
        # the exit code, and Textual's thread that reads keys may wait for ever.
        os._exit(code)
    return code


def _outcome(words: Sequence[str]) -> int:
    """Run the command, print why it failed if it did, and return the exit code."""
    try:
        command = _command(words[0]) if words else None
        code = command(words[1:]) if command else _run(words)
        if code != HUNG_UP:
            flush()
        return code
    except (Refused, NoSuchCard, TalkNotFound) as refusal:
        refuse(refusal)
        return WRONG_USE
    except ProblemsFound as found:
        for line in found.report():
            complain(line)
        complain(_("herniatui: this card cannot be opened; correct what stands above"))
        return PROBLEMS
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except OSError as error:
        if is_reader_gone(error):
            stop_printing()
            return OK
        failed(error)
        refuse(_("reading or writing failed ({reason}); try another place").format(reason=reason(error)))
        stop_printing()
        return PROBLEMS


def _translate_argparse() -> None:
    """Make argparse use the project's Dutch catalogue."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("argparse", LOCALE)
    gettext.textdomain("argparse")


def _command(name: str) -> Callable[[Sequence[str]], int] | None:
    """Import the command of this name, and no other: a walk needs none of them, and they took 40 ms of its start."""
    match name:
        case "list":
            from herniatui.cli.card_commands import list_cards as command
        case "show":
            from herniatui.cli.card_commands import show_card as command
        case "check":
            from herniatui.cli.card_commands import check_cards as command
        case "annotate":
            from herniatui.cli.annotate_command import annotate as command
        case "schema":
            from herniatui.cli.schema_command import schema as command
        case "config":
            from herniatui.cli.config_command import config as command
        case "doctor":
            from herniatui.cli.doctor_command import doctor as command
        case "resume":
            from herniatui.cli.stored_talk_commands import resume as command
        case "report":
            from herniatui.cli.report_command import report as command
        case "wipe":
            from herniatui.cli.stored_talk_commands import wipe as command
        case _:
            return None
    return command


def _run(words: Sequence[str]) -> int:
    """Walk through a card, on screens or in lines, or print the version."""
    parser = Parser(
        "herniatui",
        _("Go through a keuzekaart together, clinician and patient, by keyboard."),
        _(
            "Also: herniatui list (the cards that ship), herniatui show [CARD] (a card as plain text), "
            "herniatui check PATH… (what is wrong with a card), herniatui annotate CARD (its numbers and times), "
            "herniatui resume (the talks that are kept), "
            "herniatui report CONSULT (a talk for the record), herniatui wipe (wipe talks), "
            "herniatui config (your settings), herniatui doctor (what is wrong on this computer), "
            "herniatui schema (for editors)."
        ),
    )
    parser.add_card()
    parser.add_argument("--theme", choices=THEMES, help=_("light, dark or contrast"))
    parser.add_argument("--ascii", action="store_true", help=_("draw with plain characters only"))
    add_linear(parser)
    parser.add_argument("--no-save", action="store_true", help=_("save nothing: the talk lives in memory only"))
    parser.add_argument("--version", action="store_true", help=_("version of program and card"))
    options = parser.parse_args(words)
    deck = open_deck(find(options.card))
    if options.version:
        from herniatui.cli.card_commands import version  # lazy import: see `_command`

        say(version(deck))
        return OK
    found = read_settings(settings_file())
    why = why_linear(options.linear, found)
    check_terminal(why)
    settings, store = found.settings, open_store(found.settings)
    clean = partial(clean_up, store, found)
    start = Start(
        deck=deck,
        found=found,
        theme=options.theme or settings.theme,
        ascii_only=options.ascii or settings.glyphs == "ascii",
        store=store if settings.save and not options.no_save else None,
        clean_up=clean,
        message="" if next_patient.is_expected() else clean(),
    )
    return walk(start, why)
