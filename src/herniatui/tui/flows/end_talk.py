"""End a talk: when the program stops, or for the next patient."""

from herniatui.commands.asking import Answer
from herniatui.commands.ending import end, what_becomes_of_it
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.dialogs.choice import ChoiceDialog
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
        keep = end(host.session, answer or Answer.NO)
        if keep is not None:
            _end(host, next_patient, keep)

    question = what_becomes_of_it(host.session, host.talk.consult, host.today(), next_patient)
    host.push_screen(ChoiceDialog(question), answered)


def _end(host: Host, next_patient: bool, keep: bool) -> None:
    """Close the session, then exit the app at once, so that no signal can come in between."""
    host.exit(Ending(next_patient, keep, host.session.close(keep)))
