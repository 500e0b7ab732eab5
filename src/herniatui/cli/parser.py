"""Command-line parsing shared by all commands, with every error in one Dutch sentence."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from herniatui.card.library import DEFAULT_CARD
from herniatui.cli.outcome import WRONG_USE, Refused
from herniatui.cli.output import complain, flush, say
from herniatui.i18n import _
from herniatui.log import VARIABLE, open_log
from herniatui.system_errors import reason


class Parser(argparse.ArgumentParser):
    """Argument parser that reports an error in one sentence, without usage, and accepts no abbreviated options.

    An abbreviation would change its meaning, or become ambiguous, when an option is added.
    """

    def __init__(self, name: str, description: str, epilog: str = "") -> None:
        super().__init__(prog=name, description=description, epilog=epilog, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help=_("this help"))
        self.add_argument(
            "--log",
            metavar=_("FILE"),
            help=_("write in this file what the program does, without anything of the talk; to send if it fails"),
        )

    def parse_args(  # type: ignore[override]  # argparse has more ways to call it, none of which is used
        self, args: Sequence[str], namespace: None = None
    ) -> argparse.Namespace:
        """Return the options, and open the log if one is asked for. Raises `Refused` if that is not possible."""
        options = super().parse_args(args, namespace)
        path = options.log if options.log is not None else os.environ.get(VARIABLE) or None
        if path is not None:
            self._open_log(path)
        return options

    def _open_log(self, path: str) -> None:
        wrong = _("there can be no log in {path} ({reason}); name another file")
        try:
            open_log(Path(path), self.prog.rpartition(" ")[2])
        except OSError as error:
            raise Refused(wrong.format(path=path, reason=reason(error))) from error
        except (ValueError, RuntimeError) as error:  # no path at all; `~name` of an unknown user
            raise Refused(wrong.format(path=path, reason=_("this name cannot be used"))) from error

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
