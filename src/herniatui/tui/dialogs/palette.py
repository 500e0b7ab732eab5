"""The command palette: search for a command, question, option or theme, and run it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from herniatui.i18n import _
from herniatui.tui.dialogs.base import Dialog
from herniatui.tui.dialogs.palette_entries import Entry, matching
from herniatui.tui.rows.layout import Row
from herniatui.tui.widgets.bars import DialogKeyBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.text_fields import CleanInput
from herniatui.tui.widgets.too_small import TooSmall

PAGE_STEP = 8
"""Rows that the cursor moves by a page key."""


class PaletteDialog(Dialog[str | None]):
    """Returns the action that was chosen, or None.

    Replaces Textual's palette, which fails when it is paged before it was drawn, or closed while it searches
    (textual #5544 mended one such crash). It is no faster to open or close: with `python -m benchmarks.stand_ins`,
    Textual 8.2.8, 5 widgets, 3.5 paints and 67.3 ms of processor time against 7, 3.5 and 75.3 for CommandPalette.
    """

    AUTO_FOCUS = "Input"
    takes_text = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "line(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._reads_entries = False
        """Whether the user moved over the entries since the last letter."""

    @property
    def reading_widget(self) -> Widget | None:
        """The entries after a move over them, otherwise the search field."""
        return self.query_one(Page) if self._reads_entries else None

    def compose(self) -> ComposeResult:
        """Yield the search field and the entries that match."""
        with Vertical(id="palette"):
            yield CleanInput("", self._take, placeholder=_("Search: a question, a command, a theme"))
            yield Page()
        yield DialogKeyBar([("↑↓", _("line")), ("Enter", _("do it")), (_("Esc"), _("back"))])
        yield TooSmall()

    def on_mount(self) -> None:
        """Show all entries until the user types."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the entries that match."""
        self._show(event.value)

    def _show(self, query: str) -> None:
        self._read_entries(False)
        rows = [Row(entry.words, key=entry.action) for entry in matching(self._entries, query)]
        self.query_one(Page).show(rows, rows[0].key, top=True)

    def _read_entries(self, reads: bool) -> None:
        """Say whether the entries are read, or the field; the terminal's cursor goes there with a frame."""
        if reads != self._reads_entries:
            self._reads_entries = reads
            (self.query_one(Page) if reads else self.query_one(CleanInput)).refresh()

    def _take(self, key: str) -> bool:
        """Return the action under the cursor on Enter; whether the key was that."""
        if key == "enter":
            self.answer(self.query_one(Page).key)
        return key == "enter"

    def on_page_moved(self) -> None:
        """Return the action that was clicked."""
        self.answer(self.query_one(Page).key)

    def on_page_picked(self) -> None:
        """Return the clicked action, which had the cursor already."""
        self.answer(self.query_one(Page).key)

    def action_line(self, by: int) -> None:
        """Move the cursor."""
        self._read_entries(True)
        self.query_one(Page).move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page of entries."""
        for _row in range(PAGE_STEP):
            self.action_line(by)

    def action_back(self) -> None:
        """Close without an action."""
        self.answer(None)
