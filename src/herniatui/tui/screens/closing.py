"""Afsluiten: the note exactly as it leaves, and what to do with it."""

from typing import ClassVar

from textual.binding import BindingType

from herniatui.consult.talk import Talk
from herniatui.report.file import is_there, save, suggested_path
from herniatui.report.note import note
from herniatui.tui.clipboard import send
from herniatui.tui.commands import Where, bindings, named
from herniatui.tui.rows import Row
from herniatui.tui.screens.ask import Answer, AskScreen
from herniatui.tui.screens.base import TalkScreen
from herniatui.words import _


class ClosingScreen(TalkScreen):
    """The last stop."""

    where = Where.CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the note, and say so where it is not by the clinic's own template."""
        rows = [Row(_("The summary for the record, word for word as it is kept"), look="ours")]
        if remark := self.hernia_app.note_template.remark():
            rows.append(Row(remark, look="quiet"))
        rows += [Row(""), *(Row(line) for line in self._note(talk).split("\n"))]
        self.page.show(rows, top=arrived)

    def _note(self, talk: Talk) -> str:
        app = self.hernia_app
        return note(self.card, talk.consult, talk.walk, app.today(), app.deck.dated, app.note_template.text)

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say to close."""
        return self.hernia_app.deck.additions.prompts.closing

    def action_save(self) -> None:
        """Save the note to a file; one that exists is replaced only if people say so."""
        self._ask_where(str(suggested_path(self.card, self.hernia_app.today(), self.hernia_app.summary_folder)), "")

    def _ask_where(self, path: str, wrong: str) -> None:
        from herniatui.tui.screens.writing import LineScreen

        title, done, undone = _("Save the summary as"), _("save"), _("do not save")
        self.app.push_screen(LineScreen(title, path, done=done, undone=undone, hint=wrong), self._named)

    def _named(self, path: str | None) -> None:
        if not path:
            self.hernia_app.tell(_("Not saved."))
        elif is_there(path):
            self._ask_to_replace(path)
        else:
            self._save(path)

    def _ask_to_replace(self, path: str) -> None:
        def answered(answer: Answer | None) -> None:
            if answer is Answer.YES:
                self._save(path, replace=True)
            else:
                self._ask_where(path, "")

        question = _("There is a file of this name already. Replace it? {path}").format(path=path)
        answers = {Answer.YES: _("yes, what is in it is then gone"), Answer.NO: _("no, choose another name")}
        self.app.push_screen(AskScreen(question, answers), answered)

    def _save(self, path: str, *, replace: bool = False) -> None:
        if wrong := save(path, f"{self._note(self.talk)}\n".encode(), replace=replace):
            self._ask_where(path, wrong)
            return
        self.hernia_app.saved.summarise(self.talk.consult)
        again, stop = (named(name, self.hernia_app.commands) for name in ("again", "quit"))
        done = _("Saved. Done? {again}: next patient, {stop}: stop. {path}")
        self.hernia_app.tell(done.format(again=again.brief, stop=stop.brief, path=path))

    def action_clipboard(self) -> None:
        """Send the note to the clipboard, while people go on. That it arrived is not known: leaving still asks."""
        self.run_worker(self._send(self._note(self.talk)), exclusive=True)

    async def _send(self, text: str) -> None:
        key = named("save", self.hernia_app.commands).brief
        if await send(self.app, text):
            said = _("Sent to the clipboard. Paste it before you wipe this talk, or save it as a file with {key}.")
        else:
            said = _("The clipboard cannot be reached from here. Save the summary as a file with {key}.")
        self.hernia_app.tell(said.format(key=key))
