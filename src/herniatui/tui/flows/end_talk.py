"""Letting go of a talk: at the end of the program, or for the next patient."""

from typing import TYPE_CHECKING

from msgspec import Struct

from herniatui.i18n import _
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog

if TYPE_CHECKING:
    from herniatui.tui.app import HerniaApp


class Ending(Struct, frozen=True):
    """How people ended a talk."""

    afresh: bool
    """Whether they start afresh for the next patient."""
    keep: bool
    """Whether the talk stays on the disk."""
    wrong: str = ""
    """What went wrong with keeping or wiping it, in a sentence."""


def leave(app: "HerniaApp", *, afresh: bool) -> None:
    """End the talk; asks first if anything was said of which it is not settled what becomes of it."""
    if isinstance(app.screen, ChoiceDialog):
        return
    writing = isinstance(app.screen, Dialog) and app.screen.is_changed
    keep = app.saved.settled(app.talk.consult)
    if keep is not None and not writing:
        _end(app, afresh, keep)
        return

    def answered(answer: Answer | None) -> None:
        if answer is Answer.KEEP and app.saved.keeping and app.saved.can_be_kept:
            app.saved.keeping.touch()  # how long it stays counts from now
        if answer not in (None, Answer.NO):
            _end(app, afresh, keep=answer is Answer.KEEP)

    app.push_screen(_question(app, afresh), answered)


def _end(app: "HerniaApp", afresh: bool, keep: bool) -> None:
    """Put the talk away at once, while nothing can come in between, and end."""
    app.exit(Ending(afresh, keep, app.saved.put_away(keep)))


def _question(app: "HerniaApp", afresh: bool) -> ChoiceDialog:
    saved = app.saved
    first = _("On to the next patient?") if afresh else _("Stop?")
    go_on = {Answer.NO: _("no, go on with this talk")}
    wipe = {Answer.WIPE: _("wipe: we are done, nothing of it stays")}
    until = saved.until(app.today())
    if saved.can_be_kept:
        keep = _("keep: you can go on with it (until {moment})")
        if saved.is_kept:
            keep = _("keep for the next visit (until {moment})")
        what = _("What becomes of this talk?")
        return ChoiceDialog(f"{first} {what}", wipe | {Answer.KEEP: keep.format(moment=until)} | go_on)
    if saved.has_saved:
        what = _("What was said last could not be saved.")
        keep = _("keep what was saved before (until {moment})").format(moment=until)
        return ChoiceDialog(f"{first} {what}", wipe | {Answer.KEEP: keep} | go_on)
    what = _("This talk is not saved. It is then gone.")
    return ChoiceDialog(
        f"{first} {what}", {Answer.YES: _("yes, go on without it") if afresh else _("yes, stop")} | go_on
    )
