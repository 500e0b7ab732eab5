"""Writing: a text in the patient's own words, the name of a file. The editor is heavy; import this where it is used."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from herniatui.i18n import _
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.widgets.bars import KeyBar
from herniatui.tui.widgets.text_fields import CleanInput, CleanTextArea
from herniatui.tui.widgets.too_small import TooSmall


class WritingScreen(Dialog[str | None]):
    """A screen to write text in."""

    takes_text = True

    def compose_paste_cut(self) -> ComposeResult:
        """Yield where to say that a paste was cut."""
        hint = Static(id="paste-cut", classes="dialog-hint")
        hint.display = False
        yield hint

    def on_paste_cut(self) -> None:
        """Say that only the beginning of a paste was taken, until the screen is closed."""
        hint = self.query_one("#paste-cut", Static)
        hint.update(Content(_("Only the beginning was pasted: about 65,000 characters fit at once.")))
        hint.display = True


class NoteDialog(WritingScreen):
    """Writes a text of any length. Closing keeps what was written; `u` undoes it afterwards."""

    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "done", show=False, priority=True)]

    def __init__(self, title: str, text: str, drafted: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._drafted = drafted
        """Is given the text as it is being written, so that not a word is lost if the program ends here."""

    def on_text_area_changed(self) -> None:
        """Keep what is being written."""
        self._drafted(self.query_one(TextArea).text)

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
            yield from self.compose_paste_cut()
            yield KeyBar([("Enter", _("new line")), (_("Esc"), _("done, keep"))])
        yield TooSmall()

    def on_mount(self) -> None:
        """Go on writing at the end."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_done(self) -> None:
        """Keep what was written."""
        self.answer(self.query_one(TextArea).text)


class LineDialog(WritingScreen):
    """Asks for one line of text; gives None when it is not wanted after all."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, title: str, text: str, *, done: str, undone: str, hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        """What to mind, or why the text given before would not do."""
        self._keys = [("Enter", done), (_("Esc"), undone)]

    def compose(self) -> ComposeResult:
        """Title, hint, text, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._hint:
                yield Static(Content(self._hint), classes="dialog-hint")
            yield CleanInput(self._text, select_on_focus=False)
            yield from self.compose_paste_cut()
            yield KeyBar(self._keys)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the end of the text, once it is known how much of it fits."""
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        line = self.query_one(Input)
        if line.cursor_at_end:  # people may have typed by now
            line.action_home()  # where the cursor is already, nothing would scroll
            line.action_end()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text."""
        self.answer(event.value.strip())

    def action_back(self) -> None:
        """Give none."""
        self.answer(None)
