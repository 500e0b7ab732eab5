"""Ask where to save a document, until it is saved or the user cancels."""

from collections.abc import Callable

from msgspec import Struct

from herniatui.i18n import _
from herniatui.report.file_output import is_there
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from herniatui.tui.host import Host
from herniatui.tui.screens.base import TalkScreen


class SaveAs(Struct, frozen=True):
    """Dialogs that ask for the path of a document."""

    host: Host
    title: str
    save: Callable[[str, bool], None]
    """Called with the path, and with whether an existing file may be replaced."""
    hint: str = ""
    """Advice on choosing a name."""

    def ask(self, path: str, error: str = "") -> None:
        """Ask for a path, proposing this one; `error` replaces the hint with what was wrong with the last path."""
        from herniatui.tui.dialogs.text import LineDialog  # lazy import: the editor is heavy

        done, undone = _("save"), _("do not save")
        self.host.push_screen(
            LineDialog(self.title, path, done=done, undone=undone, hint=error or self.hint), self._on_path
        )

    def ask_again(self, path: str, error: str) -> None:
        """Ask for another path after an error; show only a message if the user has opened another screen since."""
        if isinstance(self.host.screen, TalkScreen):
            self.ask(path, error)
        else:
            self.host.show_message(error)

    def _on_path(self, path: str | None) -> None:
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
