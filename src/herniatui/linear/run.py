"""Run the linear walk, for one talk."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import BinaryIO

from herniatui.card.library import Deck
from herniatui.commands.command import Command
from herniatui.consult.model import EMPTY
from herniatui.ending_signals import HUNG_UP
from herniatui.i18n import _
from herniatui.linear.exporting import stop
from herniatui.linear.forms import perform
from herniatui.linear.lines import InputEnded, Lines
from herniatui.linear.signals import Interrupted, Signals, Stopped
from herniatui.linear.stored_talks import offer_stored
from herniatui.linear.view import LinearView, Setup
from herniatui.settings.model import Settings
from herniatui.settings.note_template import note_template
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.session import TalkSession
from herniatui.storage.store import TalkStore

OK, PROBLEMS = 0, 1


def run(
    deck: Deck,
    settings: Settings,
    commands: Sequence[Command],
    *,
    say: Callable[..., None],
    complain: Callable[[str], None],
    first: str,
    store: TalkStore | None = None,
    resumed: OpenTalk | None = None,
    message: str = "",
    today: Callable[[], date] = date.today,
    source: BinaryIO | None = None,
) -> int:
    """Run the linear walk until the user stops, and return the exit code.

    Args:
        deck: The card and its additions.
        settings: The settings.
        commands: The commands with the keys in force.
        say: Prints a text; the only way out for the words of a talk.
        complain: Prints a problem on the command line.
        first: The first line: that this mode is on, why, and how to leave it.
        store: Where talks are saved; None to save nothing.
        resumed: A stored talk to continue.
        message: Message to print before the talk.
        today: The day of the talk.
        source: Where the lines come from; None for standard input.
    """
    is_typed = source is None and sys.stdin.isatty()
    signals = Signals(asks=is_typed)
    lines = Lines(source or sys.stdin.buffer, say, echo=not is_typed, signals=signals)
    template = note_template(settings)
    setup = Setup(commands, today, settings.summary_folder, template)
    view = LinearView(deck, TalkSession(deck, store, resumed), lines, setup)
    view.note_form, view.prompts_on = settings.note_form, settings.prompts
    with signals.handled():
        try:
            return _run(view, [first, *filter(None, (template.remark(), message))], complain)
        except Stopped as stopped:
            return stopped.code
        except OSError:
            if is_typed and not _has_terminal():
                return HUNG_UP
            raise
        finally:
            view.session.close(keep=True)  # however it ends; where the user chose, it is closed already


def _run(view: LinearView, opening: Sequence[str], complain: Callable[[str], None]) -> int:
    try:
        view.print(*opening)
        view.begin()
        if view.talk.consult == EMPTY and not view.session.was_resumed:
            _interruptible(view, lambda: offer_stored(view))
        if view.ending is None:
            view.show()
        while view.ending is None:
            view.print_save_status()
            _interruptible(view, lambda: perform(view, view.lines.ask()))
    except InputEnded:
        view.print(_end_of_input(view, view.session.close(keep=True)))
        return PROBLEMS
    said = view.talk.consult != EMPTY
    error = view.session.close(view.ending)
    if error:
        complain(_("herniatui: {message}").format(message=error))
        return PROBLEMS
    if said:
        view.print(_("The talk has been saved.") if view.ending else _("The talk has been wiped."))
        view.print(_("What was said still stands in this window. Close the window before somebody else sits here."))
    view.print(_("The end."))
    return OK


def _interruptible(view: LinearView, work: Callable[[], None]) -> None:
    """Do this; on Ctrl+C ask what becomes of the talk, and at Ctrl+C once more end with the talk kept."""
    try:
        work()
    except Interrupted:
        try:
            view.print("")
            stop(view, "app.stop", "")
        except Interrupted:
            raise Stopped(128 + signal.SIGINT) from None


def _end_of_input(view: LinearView, error: str) -> str:
    """Return that there is no more input, and what happened to the talk; `error` is what went wrong with that."""
    if error:
        return _("The input has ended: {problem}.").format(problem=error)
    if view.talk.consult == EMPTY:
        return _("The input has ended. Nothing was said yet.")
    if view.session.open_talk:
        return _("The input has ended. The talk has been saved, as not finished: herniatui resume lists it.")
    return _("The input has ended. This talk was not saved: what was said is lost.")


def _has_terminal() -> bool:
    try:
        return os.isatty(sys.stdin.fileno())
    except (OSError, ValueError):
        return False
