"""Ask where to save a document, until it is saved or the user cancels."""

from collections.abc import Callable

from msgspec import Struct

from herniatui.commands.asking import Answer, whether_to_replace
from herniatui.i18n import _
from herniatui.report.file_output import is_there
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.host import Host
from herniatui.tui.screens.base import TalkScreen

Save = Callable[[str, bool], None]
"""Called with the path, and with whether an existing file may be replaced."""


class Other(Struct, frozen=True):
    """A second way to end the dialog for the path."""

    key: str
    words: str
    save: Save


class SaveAs(Struct, frozen=True):
    """Dialogs that ask for the path of a document."""

    host: Host
    title: str
    save: Save
    """Saves the document."""
    hint: str = ""
    """Advice on choosing a name."""
    done: str = _("save")
    """What `save` does."""
    other: "Other | None" = None
    """A second thing to do with the path."""

    def ask(self, path: str, error: str = "") -> None:
        """Ask for a path, proposing this one; `error` replaces the hint with what was wrong with the last path."""
        from herniatui.tui.dialogs.text import LineDialog  # lazy import: the editor is heavy

        dialog = LineDialog(
            self.title,
            path,
            done=self.done,
            undone=_("do not save"),
            hint=error or self.hint,
            other=(self.other.key, self.other.words) if self.other else None,
        )

        def answered(path: str | None) -> None:
            self._on_path(path, self.other.save if self.other and dialog.took_other else self.save)

        self.host.push_screen(dialog, answered)

    def ask_again(self, path: str, error: str) -> None:
        """Ask for another path after an error; show only a message if the user has opened another screen since."""
        if isinstance(self.host.screen, TalkScreen):
            self.ask(path, error)
        else:
            self.host.show_message(error)

    def _on_path(self, path: str | None, save: Save) -> None:
        if not path:
            self.host.show_message(_("Not saved."))
        elif is_there(path):
            self._ask_to_replace(path, save)
        else:
            save(path, False)

    def _ask_to_replace(self, path: str, save: Save) -> None:
        def answered(answer: Answer | None) -> None:
            if answer is Answer.YES:
                save(path, True)
            else:
                self.ask(path)

        self.host.push_screen(ChoiceDialog(whether_to_replace(path)), answered)
