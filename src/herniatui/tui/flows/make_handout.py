"""Make, save and open the handout or a blank card, without blocking the talk."""

import asyncio
from pathlib import Path

from msgspec import Struct

from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import handout
from herniatui.report.file_output import save, suggested_path
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from herniatui.tui.flows.save_as import SaveAs
from herniatui.tui.host import Host
from herniatui.tui.terminal import browser

_FORMS = {".pdf": handout.pdf_bytes, ".html": handout.html_bytes}


def make_handout(host: Host) -> None:
    """Ask which pages to make and where to save them; then make the handout and open it.

    After a decision for an option the page about the talk is proposed, and otherwise all pages, so that nobody who
    still has to choose goes home without the options.
    """

    def answered(answer: Answer | None) -> None:
        if answer not in (Answer.SHORT, Answer.WHOLE):
            host.show_message(_("Not saved."))
            return
        short = answer is Answer.SHORT
        paper = _Paper(host, _("Save the page to take home as"), host.talk.consult, host.talk.walk, short)
        what = _("to-take-home-short") if short else _("to-take-home")
        paper.save_as.ask(str(suggested_path(host.deck.card, host.today(), host.summary_folder, what, ".pdf")))

    short, whole = _("only the page about this talk"), _("the page about this talk, and the whole card")
    proposed = Answer.SHORT if host.talk.consult.decision.option is not None else Answer.WHOLE
    answers = {Answer.SHORT: short, Answer.WHOLE: whole, Answer.NO: _("no page")}
    answers[proposed] += _(" (Enter)")
    host.push_screen(ChoiceDialog(_("What goes home?"), answers, proposed), answered)


def make_blank_card(host: Host) -> None:
    """Make a blank card and open it. Asks for no path, since the card has no patient data.

    If today's blank card exists already, it is opened instead.
    """
    paper = _Paper(host, _("Save the blank card as"), None, None, False)
    path = suggested_path(host.deck.card, host.today(), host.summary_folder, _("blank"), ".pdf", free=False)
    paper.save(str(path))


class _Paper(Struct, frozen=True):
    """The card on paper: a handout, or a blank card if there is no consult."""

    host: Host
    title: str
    consult: Consult | None
    walk: Walk | None
    short: bool
    """Whether only the page about the talk is made."""

    @property
    def save_as(self) -> SaveAs:
        """The flow that asks for its path."""
        hint = _("Let the name end in .pdf to print the page, or in .html for a browser.")
        return SaveAs(self.host, self.title, self.save, hint)

    def save(self, path: str, replace: bool = False) -> None:
        """Make it, save it to this path and open it, in the background."""
        if Path(path).suffix.lower() not in _FORMS:
            self.save_as.ask(path, _("Not saved. Choose a name that ends in .pdf or .html."))
            return
        self.host.show_message(_("The page is being made…"))
        self.host.run_worker(self._make_and_open(path, replace))

    async def _make_and_open(self, path: str, replace: bool) -> None:
        if error := await asyncio.to_thread(self._make, path, replace):
            self.save_as.ask_again(path, error)
        else:
            if self.consult is not None:
                self.host.session.exported(self.consult)
            await self._open(path)

    def _make(self, path: str, replace: bool) -> str:
        """Make and save it; return what went wrong, as a sentence, or an empty string."""
        to_bytes = _FORMS[Path(path).suffix.lower()]
        try:
            data = to_bytes(self.host.deck, self.consult, self.walk, self.host.today(), short=self.short)
        except Exception:  # noqa: BLE001 (failing to make a page must not end the talk)
            return _("Not saved, the page could not be made. Try a name that ends in .html. {path}").format(path=path)
        error = save(path, data, replace=replace)
        return "" if _has_content(path, data) else error  # two at once make the same page

    async def _open(self, path: str) -> None:
        opened = browser.is_available()
        if opened:
            self.host.show_message(
                _("Saved. If the page does not open by itself, it is here: {path}").format(path=path)
            )
            opened = await browser.open_in_background(Path(path).expanduser().absolute().as_uri())
        if not opened:
            self.host.show_message(
                _("Saved. The page cannot be opened from here; it is here: {path}").format(path=path)
            )


def _has_content(path: str, data: bytes) -> bool:
    try:
        return Path(path).expanduser().read_bytes() == data
    except (OSError, RuntimeError, ValueError):
        return False
