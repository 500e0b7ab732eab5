"""Command-line parsing shared by all commands, with every error in one Dutch sentence."""

import argparse
import os
import sys
from typing import NoReturn

from herniatui.card.library import DEFAULT_CARD
from herniatui.cli.outcome import WRONG_USE, Refused
from herniatui.cli.output import complain, flush, say
from herniatui.i18n import _


class Parser(argparse.ArgumentParser):
    """Argument parser that reports an error in one sentence, without usage, and accepts no abbreviated options.

    An abbreviation would change its meaning, or become ambiguous, when an option is added.
    """

    def __init__(self, name: str, description: str, epilog: str = "") -> None:
        super().__init__(prog=name, description=description, epilog=epilog, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help=_("this help"))

    def add_card(self, text: str = "", default: str = DEFAULT_CARD) -> None:
        """Add the optional argument that names a card."""
        text = text or _("a folder, a card.yaml, or the id of a card that ships; {card} if left out")
        self.add_argument("card", nargs="?", default=default, metavar=_("CARD"), help=text.format(card=DEFAULT_CARD))

    def error(self, message: str) -> NoReturn:
        """Exit with this error in one sentence."""
        self.exit(WRONG_USE, _("herniatui: {message}; see herniatui --help").format(message=message))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Exit, after printing the message if there is one; argparse would print it uncleaned."""
        if message:
            complain(message)
        flush()  # a closed pipe raises here, and not when Python shuts down
        sys.exit(status)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 (argparse's signature)
        """Print the help."""
        say(self.format_help(), end="")


def refuse_without_terminal() -> None:
    """Raise `Refused` if the TUI cannot be drawn here."""
    instead = _("herniatui --linear does the talk in lines, and herniatui show reads the card")
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refused(_("the screens need a terminal; {instead}").format(instead=instead))
    if os.environ.get("TERM") == "dumb":
        raise Refused(_("this terminal (TERM=dumb) cannot draw screens; {instead}").format(instead=instead))
