"""The front door: parse the command line, hand over, nothing else."""

import argparse
import gettext
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

from herniatui import __version__
from herniatui.card.library import DEFAULT_CARD, Deck, NoSuchCard, check, find, open_deck, shipped
from herniatui.card.problems import ProblemsFound
from herniatui.plain import printable
from herniatui.settings.model import THEMES
from herniatui.words import LOCALE, _

OK, PROBLEMS, WRONG_USE = 0, 1, 2


class Refused(Exception):
    """Something cannot be done; the message says what is wrong and what to do."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the usage in front of it."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, _("herniatui: {message}; see herniatui --help").format(message=message) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments and return its exit code: 0 fine, 1 a problem, 2 wrong use."""
    _speak_dutch()
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = {"list": _list, "show": _show, "check": _check, "config": _config}
    try:
        code = commands[words[0]](words[1:]) if words and words[0] in commands else _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except (Refused, NoSuchCard) as refusal:
        print(_("herniatui: {message}").format(message=refusal), file=sys.stderr)
        return WRONG_USE
    except ProblemsFound as found:
        print("\n".join(found.lines()), file=sys.stderr)
        print(_("herniatui: this card cannot be opened; correct what stands above"), file=sys.stderr)
        return PROBLEMS
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        return _write_no_more()  # whoever read our output has left
    except OSError as error:
        wrong = _("reading or writing failed ({reason}); try another place").format(reason=error.strerror)
        print(_("herniatui: {message}").format(message=wrong), file=sys.stderr)
        _write_no_more()
        return PROBLEMS


def _write_no_more() -> int:
    """Let what is still to be written go nowhere, so that Python does not complain on its way out."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _speak_dutch() -> None:
    """Give argparse its words from our catalogue, and let text that a terminal cannot take not stop us."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("argparse", LOCALE)
    gettext.textdomain("argparse")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where it was closed
            stream.reconfigure(errors="replace")


def _run(words: list[str]) -> int:
    parser = _Parser(
        prog="herniatui",
        description=_("Go through a keuzekaart together, clinician and patient, by keyboard."),
        epilog=_(
            "Also: herniatui list (the cards that ship), herniatui show [CARD] (a card as plain text), "
            "herniatui check PATH… (what is wrong with a card), herniatui config (your settings)."
        ),
        add_help=False,
    )
    _card_argument(parser)
    parser.add_argument("--theme", choices=THEMES, help=_("light, dark or contrast"))
    parser.add_argument("--ascii", action="store_true", help=_("draw with plain characters only"))
    parser.add_argument("--version", action="store_true", help=_("version of program and card"))
    _help_option(parser)
    options = parser.parse_args(words)
    deck = open_deck(find(options.card))
    if options.version:
        print(_version(deck))
        return OK
    _refuse_without_terminal()
    from herniatui.settings.file import settings_file
    from herniatui.settings.reader import read_settings
    from herniatui.tui.front import run  # Textual is heavy; nothing above needs it

    found = read_settings(settings_file())
    theme, ascii_only = options.theme or found.settings.theme, options.ascii or found.settings.glyphs == "ascii"
    return run(deck, theme=theme, ascii_only=ascii_only, found=found)


def _version(deck: Deck) -> str:
    version = deck.card.origin.version or _("unknown")
    card = _("card {id}: version {version}").format(id=deck.card.id, version=version)
    return f"herniatui {__version__}\n{card}"


def _refuse_without_terminal() -> None:
    instead = _("use herniatui show to read the card without screens")
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refused(_("the screens need a terminal; {instead}").format(instead=instead))
    if os.environ.get("TERM") == "dumb":
        raise Refused(_("this terminal (TERM=dumb) cannot draw screens; {instead}").format(instead=instead))


def _list(words: list[str]) -> int:
    parser = _Parser(prog="herniatui list", description=_("The cards that ship with the program."), add_help=False)
    _help_option(parser)
    parser.parse_args(words)
    for path in shipped():
        card = open_deck(path).card
        print(f"{card.id}  {card.title}")
    return OK


def _show(words: list[str]) -> int:
    parser = _Parser(prog="herniatui show", description=_("A card as plain text."), add_help=False)
    _card_argument(parser)
    _help_option(parser)
    deck = open_deck(find(parser.parse_args(words).card))
    from herniatui.report.text import card_text, folded

    text = card_text(deck)
    print(folded(text) if sys.stdout and sys.stdout.isatty() else text)
    return OK


def _check(words: list[str]) -> int:
    parser = _Parser(
        prog="herniatui check", description=_("Every problem of a card, with file and line."), add_help=False
    )
    parser.add_argument(
        "paths", nargs="+", metavar=_("PATH"), help=_("a folder, a card.yaml, or the id of a card that ships")
    )
    _help_option(parser)
    wrong = False
    for name in parser.parse_args(words).paths:
        try:
            path = find(name)
        except NoSuchCard as unknown:
            print(_("herniatui: {message}").format(message=unknown), file=sys.stderr)
            wrong = True
            continue
        lines = check(path)
        wrong = wrong or bool(lines)
        print("\n".join(lines) if lines else _("{path}: in order").format(path=path))
    return PROBLEMS if wrong else OK


def _config(words: list[str]) -> int:
    parser = _Parser(prog="herniatui config", description=_("Your settings, and where each came from."), add_help=False)
    parser.add_argument("--init", action="store_true", help=_("write a file with every setting explained"))
    _help_option(parser)
    init = parser.parse_args(words).init
    from herniatui.config import begin, explain  # the names of the keys are those of Textual
    from herniatui.settings.file import settings_file

    path = settings_file()
    if init:
        if wrong := begin(path):
            raise Refused(wrong)
        print(_("{path} is written; every setting in it is explained").format(path=printable(str(path))))
        return OK
    lines, problems = explain(path)
    print("\n".join(lines))
    if problems:
        print("\n".join(problems), file=sys.stderr)
    return PROBLEMS if problems else OK


def _card_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "card",
        nargs="?",
        default=DEFAULT_CARD,
        metavar=_("CARD"),
        help=_("a folder, a card.yaml, or the id of a card that ships; {card} if left out").format(card=DEFAULT_CARD),
    )


def _help_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help=_("this help"))
