"""Closing screen (Afsluiten): the note exactly as exported, and the ways to export it."""

from typing import ClassVar

from textual.binding import BindingType

from herniatui.commands.choosing import choose_at_close
from herniatui.commands.command import Where
from herniatui.commands.declared import named
from herniatui.commands.going import confirmed
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report.note import NOTE, SOEP
from herniatui.tui.keys.commands import bindings
from herniatui.tui.rows.boxes import keep_row
from herniatui.tui.rows.calm import spaced
from herniatui.tui.rows.closing import confirm_rows, note_rows
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.terminal.clipboard import Delivery, send_to_clipboard


class ClosingScreen(TalkScreen):
    """The last stop of the walk."""

    where = Where.CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show what the clinician can confirm, and the note."""
        host = self.host
        rows = list(confirm_rows(self.card, talk))
        if host.session.can_be_kept and talk.consult.decision.made:
            rows.append(keep_row(host.session.is_kept))
        rows = spaced(rows) if host.is_spaced else rows
        older = host.session.is_export_older(talk.consult)
        by_template = host.note_form == NOTE and not host.note_full
        remark = host.note_template.remark() if by_template else ""
        rows += note_rows(host.note_form, host.note_full, host.note(talk), remark, older)
        self.page.show(rows, talk.walk.line_of(talk.walk.stop), top=arrived or not self.page.top)

    def prompts(self) -> tuple[str, ...]:
        """Return the conversation prompts for closing."""
        return self.host.deck.additions.prompts.closing

    def on_page_lead_pressed(self) -> None:
        """Tick the row of which the box was clicked."""
        self.action_choose()

    def action_choose(self) -> None:
        """Tick or untick the row under the cursor."""
        if self.page.reveal_cursor():
            return
        chosen = choose_at_close(self.talk, self.page.key)
        if chosen is None:
            self.host.action_keep()
        else:
            self.host.go_on(chosen)

    def action_confirm(self) -> None:
        """Confirm that every question of which all options were viewed was discussed."""
        consult = confirmed(self.card, self.talk)
        if consult is not None:
            self.say(consult)
        else:
            self.host.show_message(_("No question was looked at in full. Tick those that were discussed with space."))

    def action_clipboard(self) -> None:
        """Send the note to the clipboard, in the background; what ends the talk waits for it a moment."""
        sending = self.run_worker(self._send(self.host.note(self.talk), self.talk.consult), exclusive=True)
        self.host.hold_input_for(sending)

    def action_form(self) -> None:
        """Toggle between the note and the note as SOEP; the format shown is the format exported."""
        host = self.host
        host.note_form = SOEP if host.note_form == NOTE else NOTE
        self._show_note()

    def action_full(self) -> None:
        """Toggle between the short note and the full one; the length shown is the length exported."""
        self.host.note_full = not self.host.note_full
        self._show_note()

    def _show_note(self) -> None:
        self.show_message("")
        self.show_talk(self.talk, arrived=True)

    async def _send(self, text: str, consult: Consult) -> None:
        key = named("save", self.host.commands).brief
        delivery = await send_to_clipboard(self.app, text)
        if delivery is Delivery.NOWHERE:
            message = _("The clipboard cannot be reached from here. Save the summary as a file with {key}.")
        else:
            self.host.session.exported(consult)
            self.host.session.copied = delivery is Delivery.READ_BACK
            if delivery is Delivery.READ_BACK:
                message = _("The summary is on the clipboard. Paste it before you wipe this talk.")
            else:
                message = _(
                    "Sent to the clipboard. Paste it before you wipe this talk, or save it as a file with {key}."
                )
        self.host.show_message(message.format(key=key))
