"""Afsluiten: the summary exactly as it leaves, and what to do with it."""

from typing import ClassVar

from textual.binding import BindingType

from herniatui.consult.talk import Talk
from herniatui.report.file import save_new, suggested_path
from herniatui.report.summary import summary
from herniatui.tui.clipboard import send
from herniatui.tui.commands import Where, bindings, named
from herniatui.tui.rows import Row
from herniatui.tui.screens.base import TalkScreen
from herniatui.words import _


class ClosingScreen(TalkScreen):
    """The last stop."""

    where = Where.CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(where)]

    def show_talk(self, talk: Talk, arrived: bool) -> None:
        """Show the summary."""
        rows = [Row(_("This is the summary, word for word as you keep it"), look="ours"), Row("")]
        rows += [Row(line) for line in self._summary(talk).split("\n")]
        self.page.show(rows, top=arrived)

    def _summary(self, talk: Talk) -> str:
        return summary(self.card, talk.consult, talk.walk, self.hernia_app.today())

    def prompts(self) -> tuple[str, ...]:
        """Return what a clinician could say to close."""
        return self.hernia_app.deck.additions.prompts.closing

    def action_save(self) -> None:
        """Save the summary to a file that does not exist yet."""
        self._ask_where(str(suggested_path(self.card, self.hernia_app.today(), self.hernia_app.summary_folder)), "")

    def _ask_where(self, path: str, wrong: str) -> None:
        from herniatui.tui.screens.writing import LineScreen

        title, done, undone = _("Save the summary as"), _("save"), _("do not save")
        self.app.push_screen(LineScreen(title, path, done=done, undone=undone, hint=wrong), self._save)

    def _save(self, path: str | None) -> None:
        if not path:
            self.hernia_app.tell(_("Not saved."))
        elif wrong := save_new(path, self._summary(self.talk) + "\n"):
            self._ask_where(path, wrong)
        else:
            self.hernia_app.saved.summarise(self.talk.consult)
            again, stop = (named(name, self.hernia_app.commands) for name in ("again", "quit"))
            done = _("Saved. Done? {again}: next patient, {stop}: stop. {path}")
            self.hernia_app.tell(done.format(again=again.brief, stop=stop.brief, path=path))

    async def action_clipboard(self) -> None:
        """Send the summary to the clipboard. Whether it arrived is not known, so that leaving still asks."""
        await send(self.app, self._summary(self.talk))
        self.hernia_app.tell(_("Sent to the clipboard. Paste it before you wipe this talk."))
