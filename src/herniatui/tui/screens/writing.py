"""Writing: a text in the patient's own words, the name of a file. The editor is heavy; import this where it is used."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from herniatui.tui.screens.dialog import Dialog
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.too_small import TooSmall
from herniatui.tui.widgets.writing import CleanInput, CleanTextArea
from herniatui.words import _


class NoteScreen(Dialog[str | None]):
    """Writes a text of any length. Closing keeps what was written; `u` undoes it afterwards."""

    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "done", show=False, priority=True)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not kept yet."""
        return self.query_one(TextArea).text != self._text

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            area = CleanTextArea(self._text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
            area.highlight_cursor_line = False
            yield area
            yield KeyBar([("Enter", _("new line")), (_("Esc"), _("done, keep"))])
        yield TooSmall()

    def on_mount(self) -> None:
        """Go on writing at the end."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def type_ahead(self, character: str) -> None:
        """Write a character that was typed before the editor had the keys."""
        self.query_one(TextArea).insert(character)

    def action_done(self) -> None:
        """Keep what was written."""
        self.dismiss(self.query_one(TextArea).text)


class SaveScreen(Dialog[str | None]):
    """Asks where a file is to be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, path: str, wrong: str = "") -> None:
        super().__init__()
        self._path = path
        self._wrong = wrong
        """Why the file could not be saved under the name given before."""

    def compose(self) -> ComposeResult:
        """Title, the name of the file, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Save the summary as")), classes="dialog-title")
            if self._wrong:
                yield Static(Content(self._wrong), classes="dialog-wrong")
            yield CleanInput(self._path, select_on_focus=False)
            yield KeyBar([("Enter", _("save")), (_("Esc"), _("do not save"))])
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the end of the path: the name of the file."""
        self.call_after_refresh(self.query_one(Input).action_end)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the name."""
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Give no name."""
        self.dismiss(None)
