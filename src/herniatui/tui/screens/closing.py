"""Afsluiten: the note exactly as it leaves, and what to do with it."""

from typing import ClassVar

from textual.binding import BindingType

from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.report.note import NOTE, SOEP
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.terminal.clipboard import send

_TITLES = {
    NOTE: _("The summary for the record, word for word as it is kept"),
    SOEP: _("The summary for the record as SOEP, word for word as it is kept"),
}


class ClosingScreen(TalkScreen):
    """The last stop."""

    where = Where.CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the note, and say so where it is not by the clinic's own template."""
        app = self.host
        rows = [Row(_TITLES[app.note_form], look="ours")]
        if app.note_form == NOTE and (remark := app.note_template.remark()):
            rows.append(Row(remark, look="quiet"))
        rows += [Row(""), *(Row(line) for line in self.host.note(talk).split("\n"))]
        self.page.show(rows, top=arrived)

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say to close."""
        return self.host.deck.additions.prompts.closing

    def action_clipboard(self) -> None:
        """Send the note to the clipboard, while people go on. That it arrived is not known: leaving still asks."""
        self.run_worker(self._send(self.host.note(self.talk)), exclusive=True)

    def action_form(self) -> None:
        """Show the note as SOEP, or as it was; what is shown is what is saved and sent."""
        app = self.host
        app.note_form = SOEP if app.note_form == NOTE else NOTE
        self.show_message("")
        self.show_talk(self.talk, arrived=True)

    async def _send(self, text: str) -> None:
        key = named("save", self.host.commands).brief
        if await send(self.app, text):
            said = _("Sent to the clipboard. Paste it before you wipe this talk, or save it as a file with {key}.")
        else:
            said = _("The clipboard cannot be reached from here. Save the summary as a file with {key}.")
        self.host.show_message(said.format(key=key))
