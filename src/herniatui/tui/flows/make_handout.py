"""The page to take home, and the bare card: made, saved and opened while people go on."""

import asyncio
from pathlib import Path

from msgspec import Struct

from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import handout
from herniatui.report.file_output import save, suggested_path
from herniatui.tui.flows.save_as import SaveAs
from herniatui.tui.host import Host
from herniatui.tui.terminal import browser
from herniatui.tui.terminal.background import aside

_FORMS = {".pdf": handout.pdf_bytes, ".html": handout.html_bytes}


def take_home(host: Host) -> None:
    """Ask where the page to take home is to be saved; then make it, and have it opened."""
    paper = _Paper(host, _("Save the page to take home as"), host.talk.consult, host.talk.walk)
    path = suggested_path(host.deck.card, host.today(), host.summary_folder, _("to-take-home"), ".pdf")
    paper.asking.ask(str(path))


def bare_card(host: Host) -> None:
    """Make the bare card, and have it opened. Asks nothing: nothing of the patient is on it.

    Where today's is there already, that one is opened.
    """
    paper = _Paper(host, _("Save the blank card as"), None, None)
    path = suggested_path(host.deck.card, host.today(), host.summary_folder, _("blank"), ".pdf", free=False)
    paper.save(str(path))


class _Paper(Struct, frozen=True):
    """The card on paper; with what was said, if there is a consult."""

    host: Host
    title: str
    consult: Consult | None
    walk: Walk | None

    @property
    def asking(self) -> SaveAs:
        """How people choose its place."""
        hint = _("Let the name end in .pdf to print the page, or in .html for a browser.")
        return SaveAs(self.host, self.title, self.save, hint)

    def save(self, path: str, replace: bool = False) -> None:
        """Make it, save it here and have it opened, while people go on."""
        if Path(path).suffix.lower() not in _FORMS:
            self.asking.ask(path, _("Not saved. Choose a name that ends in .pdf or .html."))
            return
        self.host.show_message(_("The page is being made…"))
        self.host.run_worker(self._saved(path, replace))

    async def _saved(self, path: str, replace: bool) -> None:
        wrong = await asyncio.to_thread(self._made, path, replace)
        if wrong:
            self.asking.ask_again(path, wrong)
        else:
            await self._open(path)

    def _made(self, path: str, replace: bool) -> str:
        """Make and save it; return why that was not possible, in a sentence."""
        form = _FORMS[Path(path).suffix.lower()]
        try:
            data = form(self.host.deck, self.consult, self.walk, self.host.today())
        except Exception:  # noqa: BLE001 (a page that cannot be made must not end the talk)
            return _("Not saved, the page could not be made. Try a name that ends in .html. {path}").format(path=path)
        return "" if not replace and _holds(path, data) else save(path, data, replace=replace)

    async def _open(self, path: str) -> None:
        opened = browser.may_be_one()
        if opened:
            self.host.show_message(
                _("Saved. If the page does not open by itself, it is here: {path}").format(path=path)
            )
            address = Path(path).expanduser().absolute().as_uri()
            opened = await aside(lambda: browser.open_address(address), 2 * browser.PATIENCE, otherwise=False)
        if not opened:
            self.host.show_message(
                _("Saved. The page cannot be opened from here; it is here: {path}").format(path=path)
            )


def _holds(path: str, data: bytes) -> bool:
    try:
        return Path(path).expanduser().read_bytes() == data
    except (OSError, RuntimeError, ValueError):
        return False
