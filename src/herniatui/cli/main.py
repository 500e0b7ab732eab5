"""The commands that show a card, and what becomes of their refusals."""

import gettext
import os
import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from herniatui import __version__
from herniatui.card.library import DEFAULT_CARD, Deck, NoSuchCard, check, find, open_deck, shipped
from herniatui.card.problems import ProblemsFound
from herniatui.cli.output import complain, flush, is_terminal, prepare, refuse, say, stop_printing
from herniatui.cli.parser import OK, PROBLEMS, WRONG_USE, Parser, Refused, refuse_without_terminal, store
from herniatui.cli.talk_commands import resume, tidied, wipe
from herniatui.i18n import LOCALE, _
from herniatui.settings.model import THEMES
from herniatui.storage.store import TalkNotFound
from herniatui.system_errors import reason


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments and return its exit code: 0 fine, 1 a problem, 2 wrong use."""
    prepare()
    _speak_dutch()
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = {
        "list": _list,
        "show": _show,
        "check": _check,
        "schema": _schema,
        "config": _config,
        "resume": resume,
        "report": _report,
        "wipe": wipe,
    }
    try:
        code = commands[words[0]](words[1:]) if words and words[0] in commands else _run(words)
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
    except BrokenPipeError:
        stop_printing()  # whoever read our output has left
        return OK
    except OSError as error:
        wrong = _("reading or writing failed ({reason}); try another place").format(reason=reason(error))
        refuse(wrong)
        stop_printing()
        return PROBLEMS


def _speak_dutch() -> None:
    """Give argparse its words from our catalogue."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("argparse", LOCALE)
    gettext.textdomain("argparse")


def _run(words: list[str]) -> int:
    parser = Parser(
        "herniatui",
        _("Go through a keuzekaart together, clinician and patient, by keyboard."),
        _(
            "Also: herniatui list (the cards that ship), herniatui show [CARD] (a card as plain text), "
            "herniatui check PATH… (what is wrong with a card), herniatui resume (the talks that are kept), "
            "herniatui report CONSULT (a talk for the record), herniatui wipe (wipe talks), "
            "herniatui config (your settings), herniatui schema (for editors)."
        ),
    )
    parser.add_card()
    parser.add_argument("--theme", choices=THEMES, help=_("light, dark or contrast"))
    parser.add_argument("--ascii", action="store_true", help=_("draw with plain characters only"))
    parser.add_argument("--no-save", action="store_true", help=_("save nothing: the talk lives in memory only"))
    parser.add_argument("--version", action="store_true", help=_("version of program and card"))
    options = parser.parse_args(words)
    deck = open_deck(find(options.card))
    if options.version:
        say(_version(deck))
        return OK
    refuse_without_terminal()
    from herniatui.settings.config_file import settings_file
    from herniatui.settings.reader import read_settings
    from herniatui.tui.run import run  # Textual is heavy; nothing above needs it

    found = read_settings(settings_file())
    set_ = found.settings
    kept = store(set_)
    notice = tidied(kept, found)
    store_ = kept if set_.save and not options.no_save else None
    theme, ascii_only = options.theme or set_.theme, options.ascii or set_.glyphs == "ascii"
    return run(deck, theme, ascii_only, found=found, complain=complain, store=store_, message=notice)


def _version(deck: Deck) -> str:
    from herniatui.report.card_info import edition

    card = _("card {id}: {edition}").format(id=deck.card.id, edition=edition(deck.card, deck.sha256))
    return f"herniatui {__version__}\n{card}"


# What the screen does without is brought in when it is asked for: memory is counted from the start.


def _schema(words: list[str]) -> int:
    from herniatui.cli.schema_command import schema

    return schema(words)


def _config(words: list[str]) -> int:
    from herniatui.cli.config_command import config

    return config(words)


def _report(words: list[str]) -> int:
    from herniatui.cli.report_command import report

    return report(words)


def _list(words: list[str]) -> int:
    Parser("herniatui list", _("The cards that ship with the program.")).parse_args(words)
    for path in shipped():
        card = open_deck(path).card
        say(f"{card.id}  {card.title}")
    return OK


def _show(words: list[str]) -> int:
    parser = Parser("herniatui show", _("A card as plain text, or to print and write on."))
    parser.add_card()
    parser.add_argument("--format", choices=("text", "html", "pdf"), default="text", help=_("text if you choose none"))
    parser.add_argument("--out", metavar=_("FILE"), help=_("write it to this file; without this, it is printed"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    parser.add_argument("--pictures", action="store_true", help=_("also draw the numbers, in plain characters"))
    options = parser.parse_args(words)
    from herniatui.cli.giving import give, refuse_to_print

    deck = open_deck(find(options.card))
    if options.format != "text":
        from herniatui.report.formats import NotPossible
        from herniatui.report.handout import html_bytes, pdf_bytes

        if options.pictures:
            raise Refused(_("--pictures is for text only; leave it out, as the page has its pictures"))
        refuse_to_print(options.out, is_text=False)
        try:
            made = (html_bytes if options.format == "html" else pdf_bytes)(deck, None, None, date.today())
        except NotPossible as wrong:
            raise Refused(str(wrong)) from wrong
        return give(made, False, options.out, options.force)
    from herniatui.report.card_text import card_text, folded

    text = card_text(deck, drawn=options.pictures)
    if options.out is not None:
        return give(f"{text}\n".encode(), True, options.out, options.force)
    say(folded(text) if is_terminal() else text)
    return OK


def _check(words: list[str]) -> int:
    parser = Parser("herniatui check", _("Every problem of a card, with file and line."))
    parser.add_argument(
        "paths",
        nargs="*" if "--links" in words else "+",
        default=[DEFAULT_CARD],
        metavar=_("PATH"),
        help=_("a folder, a card.yaml, or the id of a card that ships"),
    )
    parser.add_argument(
        "--links",
        action="store_true",
        help=_("also ask every address of the card whether it still is there; this uses the network"),
    )
    options = parser.parse_args(words)
    wrong = False
    for name in options.paths:
        try:
            path = find(name)
        except NoSuchCard as unknown:
            refuse(unknown)
            wrong = True
            continue
        lines = check(path)
        say("\n".join(lines) if lines else _("{path}: in order").format(path=path))
        wrong = wrong or bool(lines)
        if options.links and not lines:
            wrong = not _ask_links(path) or wrong
    return PROBLEMS if wrong else OK


def _ask_links(path: Path) -> bool:
    """Ask every address of the card in this file, say what came of each, and return whether all is well."""
    from herniatui.cli.link_check import ask_all  # nothing else may reach for a network

    well = True
    for line, fine in ask_all(open_deck(path)):
        say(line, flush=True)  # one at a time: an address may take long
        well = well and fine
    return well
