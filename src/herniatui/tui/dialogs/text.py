"""Dialogs to enter text: a note, a label, the name of a file. Import lazily: the text editor is slow to import."""

from collections.abc import Callable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from herniatui.i18n import _
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.widgets.bars import DialogKeyBar, KeyBar
from herniatui.tui.widgets.text_fields import CleanInput, CleanTextArea
from herniatui.tui.widgets.too_small import TooSmall


class WritingScreen(Dialog[str | None]):
    """Dialog with a text field: Enter keeps the text, and Esc leaves; with a changed text it asks first.

    It answers with the text, or with None if the user left without it.
    """

    takes_text = True

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._asks = False
        """Whether it asks what to do with the changed text."""

    @property
    def text(self) -> str:
        """The text as it is now."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """Whether it holds text that is not kept yet."""
        return self.text != self._text

    @property
    def keys(self) -> list[tuple[str, str]]:
        """What the keys do, for the key bar."""
        if self._asks:
            return [("Enter", _("done")), (_("Esc"), _("write on")), ("x", _("throw away"))]
        return self.writing_keys

    @property
    def writing_keys(self) -> list[tuple[str, str]]:
        """What the keys do while the user writes."""
        raise NotImplementedError

    def take(self, key: str) -> bool:
        """Handle Enter and Esc, and the answer on leaving a changed text; return whether the key was one of these."""
        asked, changed = self._asks, self.is_changed
        self._asks = key == "escape" and not asked and changed
        self.query_one(KeyBar).show(self.keys)
        if key == "enter":
            self.finish()
        elif asked and key == "x":
            self.discard()
        elif key == "escape" and not changed:
            self.leave()
        return key in ("enter", "escape") or (asked and key == "x")

    def finish(self) -> None:
        """Return the text."""
        self.answer(self.text)

    def leave(self) -> None:
        """Close without a change."""
        self.answer(None)

    def discard(self) -> None:
        """Close without the changed text."""
        self.answer(None)

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
    """Dialog to write a note of any length; `undo` takes it back afterwards."""

    AUTO_FOCUS = "TextArea"

    def __init__(self, title: str, text: str, drafted: Callable[[str], None]) -> None:
        super().__init__(title, text)
        self._drafted = drafted
        """Called with the text at every change, so that no painted word is lost if the program ends here."""
        self.thrown_away = ""
        """The changed text, if it was thrown away."""

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.query_one(TextArea).text

    @property
    def writing_keys(self) -> list[tuple[str, str]]:
        """What the keys do while the user writes."""
        return [("Enter", _("done")), ("Ctrl+J", _("new line")), ("F1", _("help")), (_("Esc"), _("leave"))]

    def compose(self) -> ComposeResult:
        """Yield title, editor and keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            area = CleanTextArea(self._text, self.take, self._drafted)
            area.highlight_cursor_line = False
            yield area
            yield from self.compose_paste_cut()
            yield DialogKeyBar(self.keys)
        yield TooSmall()

    def on_mount(self) -> None:
        """Put the cursor at the end of the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def leave(self) -> None:
        """Return the unchanged text."""
        self.answer(self.text)

    def discard(self) -> None:
        """Close without the changed text, which undo brings back."""
        self.thrown_away = self.text
        self.answer(None)


class LineDialog(WritingScreen):
    """Dialog for one line of text; returns it without white space around it.

    Args:
        title: What is asked for.
        text: The text to begin with.
        done: What Enter does.
        undone: What Esc does.
        hint: Advice, or why the text entered before was refused.
        other: A second key that returns the text, with what it does.
    """

    def __init__(
        self, title: str, text: str, *, done: str, undone: str, hint: str = "", other: tuple[str, str] | None = None
    ) -> None:
        super().__init__(title, text)
        self.took_other = False
        """Whether the second key returned the text."""
        self._other = other
        self._hint = hint
        """Advice, or why the text entered before was refused."""
        self._done, self._undone = done, undone

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.query_one(Input).value

    @property
    def writing_keys(self) -> list[tuple[str, str]]:
        """What the keys do while the user writes."""
        other = [(self._other[0].upper(), self._other[1])] if self._other else []
        return [("Enter", self._done), *other, (_("Esc"), self._undone)]

    def take(self, key: str) -> bool:
        """Handle the second key, and those of every dialog with text."""
        if self._other and key == self._other[0]:
            self.took_other = True
            self.finish()
            return True
        return super().take(key)

    def compose(self) -> ComposeResult:
        """Yield title, hint, text field and keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._hint:
                yield Static(Content(self._hint), classes="dialog-hint")
            yield CleanInput(self._text, self.take)
            yield Static(id="whole-line")
            yield from self.compose_paste_cut()
            yield DialogKeyBar(self.keys)
        yield TooSmall()

    def on_input_changed(self) -> None:
        """Show the whole text below the field, if only a part of it fits in there."""
        self._show_whole()

    def on_resize(self) -> None:
        """Show the whole text, or not, in the new width."""
        self._show_whole()

    def _show_whole(self) -> None:
        line, whole = self.query_one(Input), self.query_one("#whole-line", Static)
        whole.display = bool(line.size.width) and cell_len(line.value) >= line.size.width
        whole.update(Content(line.value if whole.display else ""))

    def on_mount(self) -> None:
        """Scroll to the end of the text, after the layout has set the width of the field."""
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        self._show_whole()
        line = self.query_one(Input)
        if line.cursor_at_end:  # the user may have moved it by now
            line.action_home()  # moving to where the cursor is already would not scroll
            line.action_end()

    def finish(self) -> None:
        """Return the text without white space around it."""
        self.answer(self.text.strip())
