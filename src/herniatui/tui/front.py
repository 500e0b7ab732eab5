"""Running the app in this terminal, one patient after another."""

import gc
from functools import lru_cache

from herniatui.card.library import Deck
from herniatui.tui.app import HerniaApp
from herniatui.words import _

_LruCache = type(lru_cache(len))


def forget() -> None:
    """Empty every cache of this process: Textual and Rich remember lines that they drew, those of the patient too."""
    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, _LruCache):
            thing.cache_clear()
    gc.collect()


def run(deck: Deck, theme: str, ascii_only: bool) -> int:
    """Run the app until the people stop, and return the exit code.

    For the next patient a new app is made, so that nothing of the last one is left in memory or on screen.
    """
    notice = ""
    while True:
        app = HerniaApp(deck, theme=theme, ascii_only=ascii_only, notice=notice)
        gc.freeze()  # card and code stay as they are: no key has to wait until they are looked through for garbage
        again = app.run()
        theme, code = app.theme, app.return_code
        del app
        forget()
        if not again:
            return code or 0
        notice = _("The last talk has been wiped.")
