"""Closing screen (Afsluiten): the note exactly as exported, and the ways to export it."""

from typing import ClassVar

from textual.binding import BindingType

from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.report.note import NOTE, SOEP
from herniatui.tui.keys.command import Where
from herniatui.tui.keys.commands import bindings, named
from herniatui.tui.rows.layout import Row
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.terminal.clipboard import send_to_clipboard

_TITLES = {
    NOTE: _("The summary for the record, word for word as it is kept"),
    SOEP: _("The summary for the record as SOEP, word for word as it is kept"),
}


class ClosingScreen(TalkScreen):
    """The last stop of the walk."""

    where = Where.CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the note, with a remark if the clinic's template cannot be used."""
        host = self.host
        rows = [Row(_TITLES[host.note_form], look="ours")]
        if host.note_form == NOTE and (remark := host.note_template.remark()):
            rows.append(Row(remark, look="quiet"))
        rows += [Row(""), *(Row(line) for line in host.note(talk).split("\n"))]
        self.page.show(rows, top=arrived)

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts for closing."""
        return self.host.deck.additions.prompts.closing

    def action_clipboard(self) -> None:
        """Send the note to the clipboard, in the background. Delivery is not certain, so ending the talk still asks."""
        self.run_worker(self._send(self.host.note(self.talk)), exclusive=True)

    def action_form(self) -> None:
        """Toggle between the note and the note as SOEP; the format shown is the format exported."""
        host = self.host
        host.note_form = SOEP if host.note_form == NOTE else NOTE
        self.show_message("")
        self.show_talk(self.talk, arrived=True)

    async def _send(self, text: str) -> None:
        key = named("save", self.host.commands).brief
        if await send_to_clipboard(self.app, text):
            message = _("Sent to the clipboard. Paste it before you wipe this talk, or save it as a file with {key}.")
        else:
            message = _("The clipboard cannot be reached from here. Save the summary as a file with {key}.")
        self.host.show_message(message.format(key=key))
