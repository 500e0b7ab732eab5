"""Running the app in this terminal, one patient after another."""

import gc
from collections.abc import Sequence
from functools import lru_cache

from herniatui.card.library import Deck
from herniatui.card.problems import Problem
from herniatui.settings.file import FILE
from herniatui.settings.reader import Found
from herniatui.tui.app import HerniaApp
from herniatui.tui.keymap import in_force
from herniatui.words import _

_LruCache = type(lru_cache(len))


def forget() -> None:
    """Empty every cache of this process: Textual and Rich remember lines that they drew, those of the patient too."""
    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, _LruCache):
            thing.cache_clear()
    gc.collect()


def run(deck: Deck, theme: str, ascii_only: bool, found: Found) -> int:
    """Run the app until the people stop, and return the exit code.

    For the next patient a new app is made, so that nothing of the last one is left in memory or on screen.
    """
    settings = found.settings
    commands, problems = in_force(found)
    notice = _wrong_settings(problems)
    while True:
        app = HerniaApp(
            deck,
            theme=theme,
            ascii_only=ascii_only,
            notice=notice,
            prompts=settings.prompts,
            commands=commands,
            summary_folder=settings.summary_folder,
        )
        gc.freeze()  # card and code stay as they are: no key has to wait until they are looked through for garbage
        again = app.run()
        theme, code = app.theme, app.return_code
        del app
        forget()
        if not again:
            return code or 0
        notice = _("The last talk has been wiped.")


def _wrong_settings(problems: Sequence[Problem]) -> str:
    """Return what the first screen says of settings with something wrong in them."""
    if not problems:
        return ""
    first, *others = problems
    one = _("{file}, line {line}: {problem} (see: herniatui config)")
    several = _("{file}, line {line}: {problem} (and {count} more; see: herniatui config)")
    return (several if others else one).format(file=FILE, line=first.line, problem=first.text, count=len(others))
