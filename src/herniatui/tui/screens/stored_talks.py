"""Screen of stored talks: continue one, wipe one, or begin a new one."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from herniatui.commands.asking import Answer, whether_to_wipe
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.stored_talks import offered, wipe
from herniatui.i18n import _
from herniatui.report.talk_list import kept_until, talk_line
from herniatui.storage.record import Record
from herniatui.storage.store import StoredTalk, TalkStore
from herniatui.tui.dialogs.base import Answered
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.keys.commands import bindings, fixed_bindings
from herniatui.tui.rows.calm import spaced
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.walk_stops import Stop
from herniatui.tui.screens.screen import HerniaScreen, put
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.too_small import TooSmall

NEW = "new"
"""Key of the row that begins a new talk; the key of a stored talk's row is its consult id."""


class StoredTalksScreen(HerniaScreen[str | None], Answered[str | None]):
    """Returns the consult id of the talk to continue, or None for a new talk."""

    where = Where.STORED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where), *fixed_bindings(where)]

    def __init__(self, store: TalkStore, unfinished_only: bool) -> None:
        super().__init__()
        self._store = store
        self._unfinished_only = unfinished_only
        """Whether to show only unfinished talks: at the start the user did not ask to see the kept ones."""
        self._drawn: list[Row] = []

    def compose(self) -> ComposeResult:
        """Yield the talks in the frame that all screens share."""
        yield WalkBar()
        with Vertical(id="body"):
            yield Page()
            yield Static(id="message")
        line, stop, help_ = (named(name, self.host.commands) for name in ("line", "quit", "help"))
        yield KeyBar(
            [
                (line.brief, line.short),
                ("Enter", _("choose")),
                ("n", _("new talk")),
                ("w", _("wipe")),
                (stop.brief, stop.short),
                (help_.brief, help_.short),
            ]
        )
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the talks. The cursor starts on a new talk, so that a stray key never opens another patient's talk."""
        name = _("Saved talks")
        self.query_one(WalkBar).show(self.host.deck.card.title, [Stop(name, name, here=True)])
        self.show_message(self.host.pending_message)
        self._show(NEW)

    def show_message(self, text: str) -> None:
        """Show a message above the key bar."""
        put(self.query_one("#message", Static), text)

    def action_choose(self) -> None:
        """Continue the talk under the cursor, or begin a new one."""
        key = self.query_one(Page).key
        self.answer(None if key == NEW else key)

    def on_page_picked(self) -> None:
        """Choose the clicked row."""
        self.action_choose()

    def action_begin(self) -> None:
        """Begin a new talk; the stored talks stay."""
        self.answer(None)

    def action_wipe(self) -> None:
        """Wipe the talk under the cursor, after confirmation."""
        talk_id = self.query_one(Page).key
        if talk_id == NEW:
            return

        def answered(answer: Answer | None) -> None:
            if answer is Answer.YES:
                self.show_message(wipe(self._store, talk_id))
                self._show(NEW)

        self.app.push_screen(ChoiceDialog(whether_to_wipe()), answered)

    def _show(self, key: str) -> None:
        self._drawn = list(self._rows())
        self._put(key)

    def show_again(self) -> None:
        """Show the same talks in another layout."""
        self._put(self.query_one(Page).key or NEW)

    def _put(self, key: str) -> None:
        self.query_one(Page).show(spaced(self._drawn) if self.host.is_spaced else self._drawn, key, top=True)

    def _rows(self) -> Iterator[Row]:
        found = offered(self.host.session, self._unfinished_only)
        title = _("There is a talk that was not finished") if self._unfinished_only else _("Saved talks")
        yield Row(title if found.unfinished or found.kept else _("There are no saved talks."), look="ours")
        yield Row(_("Begin a new talk"), key=NEW, lead="• ", gap=True)
        yield from self._part(_("Go on with a talk that was not finished"), found.unfinished)
        yield from self._part(_("Go on with a talk that was kept for this visit"), found.kept)

    def _part(self, heading: str, talks: Sequence[StoredTalk]) -> Iterator[Row]:
        if talks:
            yield Row(heading, look="heading", gap=True)
        host = self.host
        for talk in talks:
            key = "" if talk.is_open else talk.id  # a talk that is open elsewhere cannot be chosen
            yield Row(talk_line(talk, host.deck.card, host.today()), key=key, lead="• ")
            expiry = kept_until(self._store, cast(Record, talk.record), host.today())
            yield Row(_("stays until {moment}").format(moment=expiry), look="quiet", indent=2)
