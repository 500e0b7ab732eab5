"""Running the app in this terminal, one patient after another."""

import gc
import sys
from functools import lru_cache, partial

from herniatui.card.library import Deck
from herniatui.consult.keeping import Keeping
from herniatui.consult.shelf import Shelf
from herniatui.tui.app import HerniaApp
from herniatui.tui.signals import end_without_terminal
from herniatui.words import _

_LruCache = type(lru_cache(len))


def forget() -> None:
    """Empty every cache of this process: Textual and Rich remember lines that they drew, those of the patient too."""
    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, _LruCache):
            thing.cache_clear()
    gc.collect()


def run(
    deck: Deck,
    theme: str,
    ascii_only: bool,
    *,
    shelf: Shelf | None = None,
    taken: Keeping | None = None,
    notice: str = "",
) -> int:
    """Run the app until the people stop, and return the exit code.

    `shelf` is where talks are saved (None: nowhere), `taken` a talk of it to go on with, `notice` what the first
    screen says. For the next patient a new app is made, so that nothing of the last one is left in memory or on screen.
    """
    while True:
        app = HerniaApp(deck, theme=theme, ascii_only=ascii_only, notice=notice, shelf=shelf, taken=taken)
        gc.freeze()  # card and code stay as they are: no key has to wait until they are looked through for garbage
        over = end_without_terminal(partial(app.saved.put_away, keep=True))
        ending = app.run()
        over.set()
        theme, code, taken = app.theme, app.return_code or 0, None
        wrong = app.saved.put_away(keep=ending is None or ending.keep)
        del app
        forget()
        if wrong:
            print(_("herniatui: {message}").format(message=wrong), file=sys.stderr)
            return code or 1
        if ending is None or not ending.afresh:
            return code
        notice = _("The last talk has been saved.") if ending.keep else _("The last talk has been wiped.")
