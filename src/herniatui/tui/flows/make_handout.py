"""Make, save and open or print the handout or a blank card, without blocking the talk."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from herniatui.commands.asking import Answer, ChoiceQuestion
from herniatui.commands.ending import what_goes_home
from herniatui.commands.handout_pages import blank_path, handout_path, make_page, wrong_name
from herniatui.consult.history import Talk
from herniatui.desktop import browser, printer
from herniatui.i18n import _
from herniatui.tui.dialogs.choice import ChoiceDialog
from herniatui.tui.flows.save_as import Other, SaveAs
from herniatui.tui.host import Host
from herniatui.tui.screens.base import TalkScreen


def make_handout(host: Host) -> None:
    """Ask which pages to make and where to save them; then make the handout and open it."""

    def answered(answer: Answer | None) -> None:
        if answer not in (Answer.SHORT, Answer.WHOLE):
            host.show_message(_("Not saved."))
            return
        short = answer is Answer.SHORT
        paper = _Paper(host, _("Save the page to take home as"), host.talk, short)
        paper.save_as.ask(handout_path(host.deck, host.today(), host.summary_folder, short))

    question = what_goes_home(host.talk.consult)
    host.push_screen(ChoiceDialog(question), answered)


def make_blank_card(host: Host) -> None:
    """Make a blank card and open it. Asks for no path, since the card has no patient data.

    If today's blank card exists already, it is opened instead.
    """
    paper = _Paper(host, _("Save the blank card as"), None, short=False)
    paper.save(blank_path(host.deck, host.today(), host.summary_folder))


class _Paper(Struct, frozen=True):
    """The card on paper: a handout, or a blank card if there is no talk."""

    host: Host
    title: str
    talk: Talk | None
    short: bool
    """Whether only the page about the talk is made."""

    @property
    def save_as(self) -> SaveAs:
        """The flow that asks for its path."""
        hint = _("Let the name end in .pdf to print the page (F9), or in .html for a browser.")
        return SaveAs(self.host, self.title, self.save, hint, _("open it"), Other("f9", _("print"), self.ask_to_print))

    def save(self, path: str, replace: bool = False) -> None:
        """Make it, save it to this path and open it, in the background."""
        if wrong := wrong_name(path):
            self.save_as.ask(path, wrong)
            return
        self.host.show_message(_("The page is being made…"))
        self.host.run_worker(self._make_and_open(path, replace))

    def ask_to_print(self, path: str, replace: bool = False) -> None:
        """Ask once, with the name of the printer; then make it, save it here and print it, in the background."""
        if Path(path).suffix.lower() != ".pdf":
            self.save_as.ask(path, _("Not printed. Only a page with a name that ends in .pdf can be printed."))
            return
        self.host.show_message(_("Looking for the printer…"))
        self.host.hold_input_for(self.host.run_worker(self._find_and_ask(path, replace)))  # a dialog takes the next key

    async def _find_and_ask(self, path: str, replace: bool) -> None:
        name = await printer.find_printer()
        if not name:
            self.save_as.ask_again(
                path, _("Not printed: there is no printer here. Save the page, and print it elsewhere.")
            )
            return
        if not isinstance(self.host.screen, TalkScreen):  # it would take keys of what the user does now
            self.host.show_message(_("Not printed: the printer was found too late. Try again."))
            return

        def answered(answer: Answer | None) -> None:
            if answer is Answer.YES:
                self.host.show_message(_("The page is being made…"))
                self.host.run_worker(self._make_and_print(path, replace, name))
            else:
                self.save_as.ask(path)

        answers = {Answer.YES: _("yes, and save the page: {path}").format(path=path), Answer.NO: _("no")}
        question = ChoiceQuestion(_("Print on {printer}?").format(printer=name), answers)
        self.host.push_screen(ChoiceDialog(question), answered)

    async def _make_and_open(self, path: str, replace: bool) -> None:
        warning = await self._make_in_thread(path, replace)
        if warning is not None:
            await self._open(path, warning)

    async def _make_and_print(self, path: str, replace: bool, name: str) -> None:
        warning = await self._make_in_thread(path, replace)
        if warning is None:
            return
        if await printer.print_in_background(Path(path).expanduser().absolute(), name):
            message = _("Saved, and sent to {printer}. The page is here: {path}")
        else:
            message = _("Saved, but {printer} does not print it. The page is here: {path}")
        self._show(message.format(printer=name, path=path), warning)

    async def _make_in_thread(self, path: str, replace: bool) -> str | None:
        """Make and save it; return a warning or an empty string, or None if that failed and the user is asked again."""
        warnings: list[str] = []
        if error := await asyncio.to_thread(self._make, path, replace, warnings.append):
            self.save_as.ask_again(path, error)
            return None
        if self.talk is not None:
            self.host.session.exported(self.talk.consult)
        return " ".join(warnings)

    def _make(self, path: str, replace: bool, warn: Callable[[str], None]) -> str:
        """Make and save it; return what went wrong, as a sentence, or an empty string."""
        deck, today = self.host.deck, self.host.today()
        return make_page(deck, self.talk, today, path, short=self.short, replace=replace, warn=warn)

    async def _open(self, path: str, warning: str) -> None:
        opened = browser.is_available()
        if opened:
            self._show(_("Saved. If the page does not open by itself, it is here: {path}").format(path=path), warning)
            opened = await browser.open_in_background(Path(path).expanduser().absolute().as_uri())
        if not opened:
            self._show(_("Saved. The page cannot be opened from here; it is here: {path}").format(path=path), warning)

    def _show(self, message: str, warning: str) -> None:
        """Show the message, below a warning that the page lacks characters."""
        self.host.show_message("\n".join(filter(None, (warning, message))))
