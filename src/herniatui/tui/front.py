"""Running the app in this terminal, one patient after another."""

from rich.cells import cached_cell_len

from herniatui.card.library import Deck
from herniatui.tui.app import HerniaApp
from herniatui.words import _


def run(deck: Deck, theme: str, ascii_only: bool) -> int:
    """Run the app until the people stop, and return the exit code.

    For the next patient a new app is made, so that nothing of the last one is left in memory or on screen.
    """
    notice = ""
    while True:
        app = HerniaApp(deck, theme=theme, ascii_only=ascii_only, notice=notice)
        again = app.run()
        theme, code = app.theme, app.return_code
        del app
        cached_cell_len.cache_clear()  # it remembers lines of text, those of the patient too
        if not again:
            return code or 0
        notice = _("The last talk has been wiped.")
