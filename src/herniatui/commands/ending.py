"""Questions at the end of a talk: what becomes of it, and what goes home."""

from collections.abc import Sequence
from datetime import date

from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.commands.command import Command
from herniatui.commands.declared import named
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report.talk_list import kept_until
from herniatui.storage.session import TalkSession


def what_becomes_of_it(session: TalkSession, consult: Consult, today: date, next_patient: bool) -> ChoiceQuestion:
    """Return the question what becomes of this talk, for when that is not settled (`TalkSession.should_keep`)."""
    first = _("On to the next patient?") if next_patient else _("Stop?")
    go_on = {Answer.NO: _("no, go on with this talk")}
    wipe = {Answer.WIPE: _("wipe: we are done, nothing of it stays")}
    record = session.record_now()
    expiry = kept_until(session.store, record, today) if session.store and record else ""
    if session.can_be_kept:
        keep = _("keep: you can go on with it (until {moment})")
        if session.is_kept:
            keep = _("keep for the next visit (until {moment})")
        question = " ".join(filter(None, (first, _clipboard(session, consult), _("What becomes of this talk?"))))
        return ChoiceQuestion(question, wipe | {Answer.KEEP: keep.format(moment=expiry)} | go_on)
    if session.has_saved:
        what = _("What was said last could not be saved.")
        keep = _("keep what was saved before (until {moment})").format(moment=expiry)
        return ChoiceQuestion(f"{first} {what}", wipe | {Answer.KEEP: keep} | go_on)
    what = _("This talk is not saved. It is then gone.")
    yes = _("yes, go on without it") if next_patient else _("yes, stop")
    return ChoiceQuestion(f"{first} {what}", {Answer.YES: yes} | go_on)


def end(session: TalkSession, answer: Answer) -> bool | None:
    """Prepare the end of the talk that this answer asks for; return whether it is kept, or None if it goes on."""
    if answer is Answer.KEEP and session.open_talk and session.can_be_kept:
        session.open_talk.touch()  # retention counts from now
    return None if answer is Answer.NO else answer is Answer.KEEP


def _clipboard(session: TalkSession, consult: Consult) -> str:
    """Return whether the clipboard has the note as it is now; an empty string if it was not copied."""
    if session.copied is None:
        return ""
    if session.is_export_older(consult):
        return _("What is on the clipboard is older than what was said.")
    if session.copied:
        return _("The clipboard has the summary.")
    return _("Whether the clipboard has the summary cannot be seen.")


def what_goes_home(consult: Consult) -> ChoiceQuestion:
    """Return the question which pages to make.

    After a decision for an option the page about the talk is proposed, and otherwise all pages, so that nobody who
    still has to choose goes home without the options.
    """
    short, whole = _("only the page about this talk"), _("the page about this talk, and the whole card")
    proposed = Answer.SHORT if consult.decision.option is not None else Answer.WHOLE
    answers = {Answer.SHORT: short, Answer.WHOLE: whole, Answer.NO: _("no page")}
    answers[proposed] += _(" (Enter)")
    return ChoiceQuestion(_("What goes home?"), answers, proposed)


def stop_keeping(session: TalkSession) -> str:
    """Stop keeping the talk for the next visit; return the message, or an empty string if it can be kept and is not."""
    if session.open_talk is None or not session.can_be_kept:
        return _("This talk cannot be kept now.")
    if not session.is_kept:
        return ""
    session.keep_no_longer()
    return _("This talk is no longer kept for the next visit.")


def keep_talk(session: TalkSession, label: str, consult: Consult, commands: Sequence[Command], today: date) -> str:
    """Keep the talk for the next visit under this label; return the message to show."""
    is_safe = session.keep(label, consult)
    record = session.record_now()
    if not is_safe or session.store is None or record is None:
        return _("This talk cannot be kept now.")
    again, stop = (named(name, commands).brief for name in ("again", "quit"))
    message = _("Kept until {moment}. Done? {again}: next patient, {stop}: stop.")
    return message.format(moment=kept_until(session.store, record, today), again=again, stop=stop)
