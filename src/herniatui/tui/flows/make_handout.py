"""Make, save and open or print the handout or a blank card, without blocking the talk."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import handout
from herniatui.report.file_output import save, suggested_path
from herniatui.report.handout.as_pdf import is_installed
from herniatui.tui.dialogs.choice import Answer, ChoiceDialog
from herniatui.tui.flows.save_as import Other, SaveAs
from herniatui.tui.host import Host
from herniatui.tui.screens.base import TalkScreen
from herniatui.tui.terminal import browser, printer

_FORMS: dict[str, Callable[..., bytes]] = {
    ".pdf": handout.pdf_bytes,
    ".html": lambda *talk, short, warn: handout.html_bytes(*talk, short=short),  # noqa: ARG005 - it lacks no character
}


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
        paper.save_as.ask(str(suggested_path(host.deck.card, host.today(), host.summary_folder, what, _suffix())))

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
    path = suggested_path(host.deck.card, host.today(), host.summary_folder, _("blank"), _suffix(), free=False)
    paper.save(str(path))


def _suffix() -> str:
    """Return the suffix of the form that is proposed: HTML where no PDF can be made."""
    return ".pdf" if is_installed() else ".html"


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
        return SaveAs(self.host, self.title, self.save, hint, _("open it"), Other("f4", _("print"), self.ask_to_print))

    def save(self, path: str, replace: bool = False) -> None:
        """Make it, save it to this path and open it, in the background."""
        if Path(path).suffix.lower() not in _FORMS:
            self.save_as.ask(path, _("Not saved. Choose a name that ends in .pdf or .html."))
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
        self.host.push_screen(ChoiceDialog(_("Print on {printer}?").format(printer=name), answers), answered)

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
        if self.consult is not None:
            self.host.session.exported(self.consult)
        return " ".join(warnings)

    def _make(self, path: str, replace: bool, warn: Callable[[str], None]) -> str:
        """Make and save it; return what went wrong, as a sentence, or an empty string."""
        to_bytes = _FORMS[Path(path).suffix.lower()]
        try:
            data = to_bytes(self.host.deck, self.consult, self.walk, self.host.today(), short=self.short, warn=warn)
        except Exception:  # noqa: BLE001 (failing to make a page must not end the talk)
            return _("Not saved, the page could not be made. Try a name that ends in .html. {path}").format(path=path)
        error = save(path, data, replace=replace)
        return "" if _has_content(path, data) else error  # two at once make the same page

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


def _has_content(path: str, data: bytes) -> bool:
    try:
        return Path(path).expanduser().read_bytes() == data
    except (OSError, RuntimeError, ValueError):
        return False
