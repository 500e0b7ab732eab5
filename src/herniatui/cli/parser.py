"""What the commands have in common: how a command line is read, refused and answered."""

import argparse
import os
import sys
from datetime import timedelta
from typing import NoReturn

from herniatui.card.library import DEFAULT_CARD
from herniatui.cli.output import complain, say
from herniatui.i18n import _
from herniatui.settings.model import Settings
from herniatui.storage.store import TalkStore, state_folder

OK, PROBLEMS, WRONG_USE = 0, 1, 2
"""Exit codes: all is well; something is wrong with a file; the program was not called as it should be."""


class Refused(Exception):
    """Something cannot be done; the message says what is wrong and what to do."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the usage in front of it."""

    def __init__(self, name: str, description: str, epilog: str = "") -> None:
        super().__init__(prog=name, description=description, epilog=epilog, add_help=False)
        self.add_argument("-h", "--help", action="help", help=_("this help"))

    def add_card(self, text: str = "", default: str = DEFAULT_CARD) -> None:
        """Take a card."""
        text = text or _("a folder, a card.yaml, or the id of a card that ships; {card} if left out")
        self.add_argument("card", nargs="?", default=default, metavar=_("CARD"), help=text.format(card=DEFAULT_CARD))

    def error(self, message: str) -> NoReturn:
        """End with one sentence."""
        self.exit(WRONG_USE, _("herniatui: {message}; see herniatui --help").format(message=message))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End, with this message if there is one. argparse would print it as it is."""
        if message:
            complain(message)
        sys.exit(status)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 (argparse's own has it)
        """Print the help."""
        say(self.format_help(), end="")


def refuse_without_terminal() -> None:
    """Raise `Refused` where no screens can be drawn."""
    instead = _("use herniatui show to read the card without screens")
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refused(_("the screens need a terminal; {instead}").format(instead=instead))
    if os.environ.get("TERM") == "dumb":
        raise Refused(_("this terminal (TERM=dumb) cannot draw screens; {instead}").format(instead=instead))


def store(settings: Settings) -> TalkStore:
    """Return where talks are kept, and for how long."""
    unfinished, kept = timedelta(hours=settings.unfinished_hours), timedelta(days=settings.kept_days)
    return TalkStore(state_folder(), unfinished=unfinished, kept=kept)
