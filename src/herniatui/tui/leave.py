"""Letting go of a talk: at the end of the program, or for the next patient."""

from typing import TYPE_CHECKING

from msgspec import Struct

from herniatui.consult.model import EMPTY
from herniatui.report.kept import when
from herniatui.tui.screens.ask import Answer, AskScreen
from herniatui.tui.screens.dialog import Dialog
from herniatui.words import _

if TYPE_CHECKING:
    from herniatui.tui.app import HerniaApp


class Ending(Struct, frozen=True):
    """How people ended a talk."""

    afresh: bool
    """Whether they start afresh for the next patient."""
    keep: bool
    """Whether the talk stays on the disk."""


def leave(app: "HerniaApp", *, afresh: bool) -> None:
    """End the talk; asks first if anything was said of which it is not settled what becomes of it."""
    if isinstance(app.screen, AskScreen):
        return
    writing = isinstance(app.screen, Dialog) and app.screen.is_changed
    if app.talk.consult in (EMPTY, app.saved.settled) and not writing:
        app.exit(Ending(afresh, keep=app.saved.is_kept))
        return

    def answered(answer: Answer | None) -> None:
        if answer not in (None, Answer.NO):
            app.exit(Ending(afresh, keep=answer is Answer.KEEP))

    app.push_screen(_question(app, afresh), answered)


def _question(app: "HerniaApp", afresh: bool) -> AskScreen:
    saved = app.saved
    go_on = _("no, go on with this talk")
    if not (saved.can_be_kept and saved.shelf and saved.keeping):
        stop, yes = _("Stop? What was marked is not kept."), _("yes, stop")
        if afresh:
            stop, yes = _("Wipe this talk? What was marked is not kept."), _("yes, wipe and start afresh")
        return AskScreen(stop, {Answer.YES: yes, Answer.NO: go_on})
    until = when(saved.shelf.until(saved.keeping.record), app.today())
    answers = {
        Answer.WIPE: _("wipe it: it is finished"),
        Answer.KEEP: _("keep it: you can go on with it until {moment}").format(moment=until),
        Answer.NO: go_on,
    }
    first = _("On to the next patient?") if afresh else _("Stop?")
    return AskScreen(first + " " + _("What becomes of this talk?"), answers)
