"""Walk through a card: on screens, or in lines where these are wanted or screens are not possible."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from herniatui.card.library import Deck
from herniatui.card.problems import Problem
from herniatui.cli.output import complain, say_line
from herniatui.cli.parser import Parser, refuse_without_terminal
from herniatui.commands.command import Command
from herniatui.commands.declared import COMMANDS
from herniatui.i18n import _
from herniatui.log import current
from herniatui.out_of_memory import require_memory
from herniatui.plain_signs import ALL_SIGNS
from herniatui.settings.config_file import wrong_settings
from herniatui.settings.reader import SettingsFound
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.store import TalkStore

_OFF = ("", "0", "no", "false", "nee")
"""Values of ACCESSIBLE that do not ask for lines."""


class Start(Struct, frozen=True):
    """What a walk starts with."""

    deck: Deck
    found: SettingsFound
    theme: str
    ascii_only: bool
    store: TalkStore | None
    """Where talks are saved; None to save nothing."""
    clean_up: Callable[[], str]
    """Removes expired talks before the next patient; returns what it did, in sentences."""
    message: str = ""
    resumed: OpenTalk | None = None
    """A stored talk to continue."""


def add_linear(parser: Parser) -> None:
    """Add the options that ask for lines or for screens."""
    lines = _("in lines, one after another: for a screen reader, braille, or a script")
    parser.add_argument("--linear", action="store_true", default=None, help=lines)
    screens = _("on screens, whatever ACCESSIBLE, the settings or the terminal say")
    parser.add_argument("--no-linear", dest="linear", action="store_false", help=screens)


def why_linear(option: bool | None, found: SettingsFound) -> str:
    """Return why this walk is in lines, as part of a sentence; empty if it is on screens.

    The option decides; without it the environment, then the settings, then what the terminal can do.
    """
    if option is not None:
        return _("you asked for it with --linear") if option else ""
    accessible = os.environ.get("ACCESSIBLE", "").strip().lower()
    if accessible not in _OFF:
        return _("ACCESSIBLE is set on this computer")
    if found.settings.linear and not accessible:
        return _("your settings say linear = true")
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return ""
    if os.environ.get("TERM") == "dumb":
        return _("this terminal (TERM=dumb) cannot draw screens")
    return "" if _can_place_cursor() else _("this terminal cannot place a cursor")


def walk(start: Start, why: str) -> int:
    """Walk, in lines if there is a reason (`why_linear`), and return the exit code.

    Call `check_terminal` before a stored talk is opened for it.
    """
    if log := current():
        log.event("walk", screens=not why)
    return _in_lines(start, why) if why else _on_screens(start)


def first_line(why: str) -> str:
    """Return that the walk is in lines, why, and how to leave that."""
    line = _(
        "herniatui in lines: everything comes as text, line after line. This is on because {why}. To leave it: "
        "stop, and start herniatui --no-linear."
    )
    return line.format(why=why)


def check_terminal(why: str) -> None:
    """Raise `Refused` if the walk is on screens and these cannot be drawn here."""
    if not why:
        refuse_without_terminal()


def _in_lines(start: Start, why: str) -> int:
    from herniatui.linear.run import run  # lazy import: not needed on screens

    commands, problems = _commands(start.found)
    message = " ".join(filter(None, (wrong_settings(problems), start.message)))
    say = partial(say_line, signs=ALL_SIGNS if start.ascii_only else {})
    return run(
        start.deck,
        start.found.settings,
        commands,
        say=say,
        complain=complain,
        first=first_line(why),
        store=start.store,
        resumed=start.resumed,
        message=message,
    )


def _on_screens(start: Start) -> int:
    require_memory()
    gc.disable()  # as in `__main__`, until the app runs
    from herniatui.tui.run import run  # lazy import: Textual, 304 ms

    return run(
        start.deck,
        start.theme,
        start.ascii_only,
        found=start.found,
        complain=complain,
        store=start.store,
        resumed=start.resumed,
        message=start.message,
        clean_up=start.clean_up,
    )


def _commands(found: SettingsFound) -> tuple[Sequence[Command], Sequence[Problem]]:
    """Return the commands with the keys in force, and the problems of the settings."""
    if not found.settings.keys:
        return COMMANDS, found.problems
    from herniatui.tui.keys.keymap import effective_commands  # lazy import: the key names of Textual, 139 ms

    return effective_commands(found)


def _can_place_cursor() -> bool:
    """Return whether the terminal can place its cursor, as far as the system knows it."""
    try:
        import curses  # lazy import: Windows does not have it, and needs no such question

        curses.setupterm(fd=sys.stdout.fileno())
        return bool(curses.tigetstr("cup"))
    except (ImportError, OSError, ValueError):
        return True
    except curses.error:  # a terminal that the system does not know may be a very good one
        return True
