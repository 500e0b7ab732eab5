"""Dialogs to enter text: a note, a label, the name of a file. Import lazily: the text editor is slow to import."""

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
    """Dialog with a text field."""

    takes_text = True

    def compose_paste_cut(self) -> ComposeResult:
        """Yield the hidden hint that a paste was cut."""
        hint = Static(id="paste-cut", classes="dialog-hint")
        hint.display = False
        yield hint

    def on_paste_cut(self) -> None:
        """Show the hint that a paste was cut, until the dialog closes."""
        hint = self.query_one("#paste-cut", Static)
        hint.update(Content(_("Only the beginning was pasted: about 65,000 characters fit at once.")))
        hint.display = True


class NoteDialog(WritingScreen):
    """Dialog to write a note of any length. Closing it keeps the text; `u` undoes it afterwards."""

    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "done", show=False, priority=True)]

    def __init__(self, title: str, text: str, drafted: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._drafted = drafted
        """Called with the text at every change, so that no word is lost if the program ends here."""

    def on_text_area_changed(self) -> None:
        """Save the draft."""
        self._drafted(self.query_one(TextArea).text)

    @property
    def is_changed(self) -> bool:
        """Whether it holds text that is not kept yet."""
        return self.query_one(TextArea).text != self._text

    def compose(self) -> ComposeResult:
        """Yield title, editor and keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            area = CleanTextArea(self._text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
            area.highlight_cursor_line = False
            yield area
            yield from self.compose_paste_cut()
            yield KeyBar([("Enter", _("new line")), (_("Esc"), _("done, keep"))])
        yield TooSmall()

    def on_mount(self) -> None:
        """Put the cursor at the end of the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_done(self) -> None:
        """Return the text."""
        self.answer(self.query_one(TextArea).text)


class LineDialog(WritingScreen):
    """Dialog for one line of text; returns None if the user cancels."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, title: str, text: str, *, done: str, undone: str, hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        """Advice, or why the text entered before was refused."""
        self._keys = [("Enter", done), (_("Esc"), undone)]

    def compose(self) -> ComposeResult:
        """Yield title, hint, text field and keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._hint:
                yield Static(Content(self._hint), classes="dialog-hint")
            yield CleanInput(self._text, select_on_focus=False)
            yield from self.compose_paste_cut()
            yield KeyBar(self._keys)
        yield TooSmall()

    def on_mount(self) -> None:
        """Scroll to the end of the text, after the layout has set the width of the field."""
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        line = self.query_one(Input)
        if line.cursor_at_end:  # the user may have moved it by now
            line.action_home()  # moving to where the cursor is already would not scroll
            line.action_end()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the text without white space around it."""
        self.answer(event.value.strip())

    def action_back(self) -> None:
        """Cancel."""
        self.answer(None)
