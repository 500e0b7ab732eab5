"""Asking where a document is to be saved, until it has a place or nobody wants it any more."""

from collections.abc import Callable

from msgspec import Struct

from herniatui.i18n import _
from herniatui.report.file_output import is_there
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from herniatui.tui.host import Host
from herniatui.tui.screens.base import TalkScreen


class SaveAs(Struct, frozen=True):
    """A document for which people choose a place."""

    host: Host
    title: str
    save: Callable[[str, bool], None]
    """Is given the path, and whether a file that is there may be replaced."""
    hint: str = ""
    """What to mind when choosing."""

    def ask(self, path: str, wrong: str = "") -> None:
        """Ask for the place, proposing this one; `wrong` says why the one before would not do."""
        from herniatui.tui.dialogs.text import LineDialog

        done, undone = _("save"), _("do not save")
        self.host.push_screen(
            LineDialog(self.title, path, done=done, undone=undone, hint=wrong or self.hint), self._named
        )

    def ask_again(self, path: str, wrong: str) -> None:
        """Say why it could not be saved here, and ask for another place; not while people are busy elsewhere."""
        if isinstance(self.host.screen, TalkScreen):
            self.ask(path, wrong)
        else:
            self.host.show_message(wrong)

    def _named(self, path: str | None) -> None:
        if not path:
            self.host.show_message(_("Not saved."))
        elif is_there(path):
            self._ask_to_replace(path)
        else:
            self.save(path, False)

    def _ask_to_replace(self, path: str) -> None:
        def answered(answer: Answer | None) -> None:
            if answer is Answer.YES:
                self.save(path, True)
            else:
                self.ask(path)

        question = _("There is a file of this name already. Replace it? {path}").format(path=path)
        answers = {Answer.YES: _("yes, what is in it is then gone"), Answer.NO: _("no, choose another name")}
        self.host.push_screen(ChoiceDialog(question, answers), answered)
