"""End a talk: when the program stops, or for the next patient."""

from herniatui.i18n import _
from herniatui.report.talk_list import kept_until
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from herniatui.tui.host import Ending, Host


def end_talk(host: Host, *, next_patient: bool) -> None:
    """End the talk; ask first what to do with it, unless that is settled."""
    if isinstance(host.screen, ChoiceDialog):
        return
    unsaved_text = isinstance(host.screen, Dialog) and host.screen.is_changed
    keep = host.session.should_keep(host.talk.consult)
    if keep is not None and not unsaved_text:
        _end(host, next_patient, keep)
        return

    def answered(answer: Answer | None) -> None:
        if answer is Answer.KEEP and host.session.open_talk and host.session.can_be_kept:
            host.session.open_talk.touch()  # retention counts from now
        if answer not in (None, Answer.NO):
            _end(host, next_patient, keep=answer is Answer.KEEP)

    host.push_screen(_dialog(host, next_patient), answered)


def _end(host: Host, next_patient: bool, keep: bool) -> None:
    """Close the session, then exit the app at once, so that no signal can come in between."""
    host.exit(Ending(next_patient, keep, host.session.close(keep)))


def _clipboard(host: Host) -> str:
    """Return whether the clipboard has the note as it is now; an empty string if it was not copied."""
    if host.session.copied is None:
        return ""
    if host.session.is_export_older(host.talk.consult):
        return _("What is on the clipboard is older than what was said.")
    if host.session.copied:
        return _("The clipboard has the summary.")
    return _("Whether the clipboard has the summary cannot be seen.")


def _dialog(host: Host, next_patient: bool) -> ChoiceDialog:
    session = host.session
    first = _("On to the next patient?") if next_patient else _("Stop?")
    go_on = {Answer.NO: _("no, go on with this talk")}
    wipe = {Answer.WIPE: _("wipe: we are done, nothing of it stays")}
    record = session.record_now()
    expiry = kept_until(session.store, record, host.today()) if session.store and record else ""
    if session.can_be_kept:
        keep = _("keep: you can go on with it (until {moment})")
        if session.is_kept:
            keep = _("keep for the next visit (until {moment})")
        question = " ".join(filter(None, (first, _clipboard(host), _("What becomes of this talk?"))))
        return ChoiceDialog(question, wipe | {Answer.KEEP: keep.format(moment=expiry)} | go_on)
    if session.has_saved:
        what = _("What was said last could not be saved.")
        keep = _("keep what was saved before (until {moment})").format(moment=expiry)
        return ChoiceDialog(f"{first} {what}", wipe | {Answer.KEEP: keep} | go_on)
    what = _("This talk is not saved. It is then gone.")
    yes = _("yes, go on without it") if next_patient else _("yes, stop")
    return ChoiceDialog(f"{first} {what}", {Answer.YES: yes} | go_on)
