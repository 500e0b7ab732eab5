"""The talks that are kept: go on with one, wipe one, or begin a new one."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from herniatui.i18n import _
from herniatui.report.talk_list import kept_line, until
from herniatui.storage.record import Record
from herniatui.storage.store import StoredTalk, TalkNotFound, TalkStore
from herniatui.system_errors import reason
from herniatui.tui.dialogs.base import Answered
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, fixed_bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.walk_stops import Stop
from herniatui.tui.screens.base import HerniaScreen, put
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.too_small import TooSmall

NEW = "new"
"""The key of the row that begins a new talk; the others have the id of a consult."""


class SavedTalksScreen(HerniaScreen[str | None], Answered[str | None]):
    """Gives the id of the talk to go on with, or None for a new one."""

    where = Where.STORED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where), *fixed_bindings(where)]

    def __init__(self, store: TalkStore, unfinished_only: bool) -> None:
        super().__init__()
        self._store = store
        self._unfinished_only = unfinished_only
        """Whether to show only what was not finished: people did not ask to see what is kept."""

    def compose(self) -> ComposeResult:
        """The talks, in the same frame as every screen."""
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
        """Show what there is. The cursor stands on a new talk: another patient's is never opened by a key too many."""
        name = _("Saved talks")
        self.query_one(WalkBar).show(self.host.deck.card.title, [Stop(name, name, here=True)])
        self.show_message(self.host.pending_message)
        self._show(NEW)

    def show_message(self, text: str) -> None:
        """Say something in the line above the keys."""
        put(self.query_one("#message", Static), text)

    def action_choose(self) -> None:
        """Go on with the talk under the cursor, or begin a new one."""
        key = self.query_one(Page).key
        self.answer(None if key == NEW else key)

    def on_page_picked(self) -> None:
        """Choose by mouse."""
        self.action_choose()

    def action_begin(self) -> None:
        """Begin a new talk; the others stay."""
        self.answer(None)

    def action_wipe(self) -> None:
        """Wipe the talk under the cursor; asks first."""
        consult_id = self.query_one(Page).key
        if consult_id == NEW:
            return

        def answered(answer: Answer | None) -> None:
            if answer is Answer.YES:
                self._wipe(consult_id)

        question = _("Wipe this talk? What was marked in it is then gone for good.")
        answers = {Answer.YES: _("yes, wipe it"), Answer.NO: _("no, let it stay")}
        self.app.push_screen(ChoiceDialog(question, answers), answered)

    def _wipe(self, consult_id: str) -> None:
        try:
            self._store.wipe(consult_id)
        except TalkNotFound as refused:
            self.show_message(str(refused))
        except OSError as error:
            self.show_message(_("This talk could not be wiped: {reason}.").format(reason=reason(error)))
        else:
            self.show_message(_("This talk has been wiped."))
        self._show(NEW)

    def _show(self, key: str) -> None:
        self.query_one(Page).show(list(self._rows()), key, top=True)

    def _rows(self) -> Iterator[Row]:
        found = self.host.session.others()
        unfinished = [one for one in found if one.record and not one.record.kept]
        kept = [one for one in found if one.record and one.record.kept and not self._unfinished_only]
        title = _("There is a talk that was not finished") if self._unfinished_only else _("Saved talks")
        yield Row(title if found else _("There are no saved talks."), look="ours")
        yield Row(_("Begin a new talk"), key=NEW, lead="• ", gap=True)
        yield from self._part(_("Go on with a talk that was not finished"), unfinished)
        yield from self._part(_("Go on with a talk that was kept for this visit"), kept)

    def _part(self, heading: str, talks: Sequence[StoredTalk]) -> Iterator[Row]:
        if talks:
            yield Row(heading, look="heading", gap=True)
        for one in talks:
            app = self.host
            key = "" if one.is_open else one.id
            yield Row(kept_line(one, app.deck.card, app.today()), key=key, lead="• ")
            stays = _("stays until {moment}").format(moment=until(self._store, cast(Record, one.record), app.today()))
            yield Row(stays, look="quiet", indent=2)
