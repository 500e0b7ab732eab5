"""Lookup screen: terms, the addresses that explain them, and QR codes of these."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from herniatui.card.links import Term
from herniatui.commands.declared import named
from herniatui.desktop import browser
from herniatui.i18n import _
from herniatui.tui.rows import qr
from herniatui.tui.rows.terms import term_rows
from herniatui.tui.rows.walk_stops import Stop
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.screens.screen import put
from herniatui.tui.sizes import TERSE_HEIGHT
from herniatui.tui.widgets.bars import KeyBar, WalkBar
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.qr_code import QrCode
from herniatui.tui.widgets.too_small import TooSmall

MIN_TERMS_WIDTH = 27
"""Minimum width of the terms in cells: the code of a site, 33 modules wide, then fits in a window of 60 columns."""

_NO_BROWSER = _("There is no browser here. The address stays, and where there is room the code for a phone.")

BARS = 2
"""Lines of the bars above and below."""


class LookupScreen(ReadingScreen):
    """Terms with what explains them, and the QR code of the term under the cursor. Opens an address only if asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        *(Binding(key, action, show=False, id=action) for key, action in named("lookup").keys),
    ]

    def __init__(self, terms: Sequence[tuple[Term, str]]) -> None:
        super().__init__(_("Looking up"), list(term_rows(terms)))
        self._terms = [term for term, _heading in terms]
        self._opening = False

    def compose(self) -> ComposeResult:
        """Yield the walk bar, the terms, and the code beside them; where it needs that line, beside the bar too."""
        yield WalkBar(id="above")
        with Horizontal(id="lookup"):
            with Vertical():
                yield WalkBar(id="beside")
                yield Page()
                yield Static(id="message")
            yield QrCode()
        line = named("line", self.host.commands).brief
        opens = [(_("Enter"), _("open in the browser"))] if any(term.link.address for term in self._terms) else []
        yield KeyBar([(line, _("another word")), *opens, (_("Esc"), _("back"))])
        yield TooSmall()

    @property
    def term(self) -> Term:
        """The term under the cursor."""
        return self._terms[int(self.query_one(Page).key)]

    def on_mount(self, event: events.Mount) -> None:  # type: ignore[override]
        """Show the rows and the code of the first term."""
        event.prevent_default()
        super().on_mount()
        self._reserve_width()

    def on_resize(self) -> None:
        """Reserve the width of the codes again."""
        self._reserve_width()

    def _reserve_width(self) -> None:
        """Reserve the width of the widest code that fits, so that moving the cursor needs no layout."""
        sizes = [qr.size(code, self.host.in_ascii) for code in self._codes()]
        width, height = (max(cells, default=0) for cells in (zip(*sizes, strict=True) if sizes else ((), ())))
        self.query_one(QrCode).styles.width = width
        self._show_bar(is_above=height <= self.app.size.height - BARS, beside=self.app.size.width - width)
        self._show_code()

    def _show_bar(self, is_above: bool, beside: int) -> None:
        """Show the bar above everything, or in the cells beside the code: there the title, or else what this is."""
        title = self.host.deck.card.title
        is_title_alone = not is_above and cell_len(title) < beside
        for bar in self.query(WalkBar):
            bar.display = (bar.id == "above") == is_above
            bar.show(title, [] if is_title_alone else [Stop(self.heading, self.heading, here=True)])

    def _codes(self) -> Iterator[qr.Modules]:
        addresses = dict.fromkeys(term.link.address for term in self._terms if term.link.address)
        return (code for code in map(qr.modules, addresses) if self._fits(code))

    def _fits(self, code: qr.Modules) -> bool:
        width, height = qr.size(code, self.host.in_ascii)
        return width <= self.app.size.width - MIN_TERMS_WIDTH and height < self.app.size.height

    def _show_code(self) -> None:
        address = self.term.link.address
        code = qr.modules(address) if address else ()
        fits = self._fits(code)
        self.query_one(QrCode).show(code if fits else (), self.host.in_ascii)
        is_told = bool(address) and not fits and self.app.size.height >= TERSE_HEIGHT
        self.show_message(_("There is no room here for a code for a phone. Type the address over.") if is_told else "")

    def show_message(self, text: str) -> None:
        """Show a message under the terms."""
        put(self.query_one("#message", Static), text)

    def action_line(self, by: int) -> None:
        """Move the cursor to another term and show its code."""
        super().action_line(by)
        self._show_code()

    def on_page_moved(self) -> None:
        """Show the code of the clicked term."""
        self._show_code()

    def on_page_picked(self) -> None:
        """Open the address of the term that was clicked again."""
        self.action_open()

    def on_page_word_pressed(self, pressed: Page.WordPressed) -> None:
        """Open it also where its word was clicked."""
        if pressed.again:
            self.action_open()

    def on_page_scrolled(self, scrolled: Page.Scrolled) -> None:
        """Show the code of the term that the cursor came to."""
        if scrolled.has_moved:
            self._show_code()

    def action_lookup(self) -> None:
        """Close the screen with the key that opened it."""
        self.action_back()

    def action_open(self) -> None:
        """Open the address of the term under the cursor in a browser, if there is one."""
        if not self.term.link.address:
            self.show_message(_("This word is explained by the card itself; it has no address."))
        elif not browser.is_available():
            self.show_message(_NO_BROWSER)
        elif not self._opening:
            self._opening = True
            self.show_message(_("The browser is being asked…"))
            self.run_worker(self._open(self.term.link.address))

    async def _open(self, address: str) -> None:
        """Ask the browser to open the address. Browsers do not report whether the page loads."""
        opened = await browser.open_in_background(address)
        self._opening = False
        self.show_message(_("Sent to the browser.") if opened else _NO_BROWSER)
