"""Afsluiten: the note exactly as it leaves, and what to do with it."""

import asyncio
from typing import ClassVar

from textual.binding import BindingType

from herniatui.consult.history import Talk
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report.file_output import save, suggested_path
from herniatui.report.note import NOTE, SOEP, in_form
from herniatui.tui.flows.save_as import SaveAs
from herniatui.tui.keys.commands import Where, bindings, named
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
        app = self.hernia_app
        rows = [Row(_TITLES[app.note_form], look="ours")]
        if app.note_form == NOTE and (remark := app.note_template.remark()):
            rows.append(Row(remark, look="quiet"))
        rows += [Row(""), *(Row(line) for line in self._note(talk).split("\n"))]
        self.page.show(rows, top=arrived)

    def _note(self, talk: Talk) -> str:
        app = self.hernia_app
        return in_form(app.note_form, app.deck, talk.consult, talk.walk, app.today(), app.note_template.text)

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say to close."""
        return self.hernia_app.deck.additions.prompts.closing

    def action_save(self) -> None:
        """Save the note to a file; one that exists is replaced only if people say so."""
        app = self.hernia_app
        self._saving().ask(str(suggested_path(self.card, app.today(), app.summary_folder)))

    def _saving(self) -> SaveAs:
        return SaveAs(self.hernia_app, _("Save the summary as"), self._save)

    def _save(self, path: str, replace: bool) -> None:
        note = f"{self._note(self.talk)}\n".encode()
        self.hernia_app.run_worker(self._saved(path, replace, note, self.talk.consult))

    async def _saved(self, path: str, replace: bool, note: bytes, consult: Consult) -> None:
        """Save the note, which is about this consult; a disk may take its time, and people go on."""
        if wrong := await asyncio.to_thread(save, path, note, replace=replace):
            self._saving().ask_again(path, wrong)
            return
        self.hernia_app.saved.summarise(consult)
        again, stop = (named(name, self.hernia_app.commands) for name in ("again", "quit"))
        done = _("Saved. Done? {again}: next patient, {stop}: stop. {path}")
        self.hernia_app.tell(done.format(again=again.brief, stop=stop.brief, path=path))

    def action_clipboard(self) -> None:
        """Send the note to the clipboard, while people go on. That it arrived is not known: leaving still asks."""
        self.run_worker(self._send(self._note(self.talk)), exclusive=True)

    def action_form(self) -> None:
        """Show the note as SOEP, or as it was; what is shown is what is saved and sent."""
        app = self.hernia_app
        app.note_form = SOEP if app.note_form == NOTE else NOTE
        self.tell("")
        self.show_talk(self.talk, arrived=True)

    def action_handout(self) -> None:
        """Save the page to take home, and have it opened."""
        from herniatui.tui.flows.make_handout import take_home

        take_home(self.hernia_app)

    async def _send(self, text: str) -> None:
        key = named("save", self.hernia_app.commands).brief
        if await send(self.app, text):
            said = _("Sent to the clipboard. Paste it before you wipe this talk, or save it as a file with {key}.")
        else:
            said = _("The clipboard cannot be reached from here. Save the summary as a file with {key}.")
        self.hernia_app.tell(said.format(key=key))
