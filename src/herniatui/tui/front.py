"""Running the app in this terminal, one patient after another."""

import gc
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from herniatui.card.library import Deck
from herniatui.card.problems import Problem
from herniatui.consult.keeping import Keeping
from herniatui.consult.shelf import Shelf
from herniatui.settings.file import FILE
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import Found
from herniatui.tui.app import HerniaApp
from herniatui.tui.keymap import in_force
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
    found: Found,
    refuse: Callable[[str], None],
    shelf: Shelf | None = None,
    taken: Keeping | None = None,
    notice: str = "",
) -> int:
    """Run the app until the people stop, and return the exit code.

    `refuse` says on the command line what went wrong at the end. `shelf` is where talks are saved (None: nowhere),
    `taken` a talk of it to go on with, `notice` what the first screen says. For the next patient a new app is made, so
    that nothing of the last one is left in memory or on screen.
    """
    commands, problems = in_force(found)
    template = note_template(found.settings)
    notice = " ".join(filter(None, (_wrong_settings(problems), template.remark(), notice)))
    form, asks = found.settings.note_form, True
    while True:
        app = HerniaApp(
            deck,
            theme=theme,
            ascii_only=ascii_only,
            notice=notice,
            prompts=found.settings.prompts,
            commands=commands,
            summary_folder=found.settings.summary_folder,
            note_form=form,
            note_template=template,
            shelf=shelf,
            taken=taken,
            asks=asks,
        )
        gc.freeze()  # card and code stay as they are: no key has to wait until they are looked through for garbage
        over = end_without_terminal(partial(app.saved.put_away, keep=True))
        ending = app.run()
        over.set()
        theme, form, code, taken, asks = app.theme, app.note_form, app.return_code or 0, None, False
        wrong = ending.wrong if ending else app.saved.put_away(keep=True)
        if wrong:
            refuse(wrong)
            return code or 1
        if code or ending is None or not ending.afresh:
            return code
        del app
        forget()
        notice = _("The last talk has been saved.") if ending.keep else _("The last talk has been wiped.")


def _wrong_settings(problems: Sequence[Problem]) -> str:
    """Return what the first screen says of settings with something wrong in them."""
    if not problems:
        return ""
    first, *others = problems
    one = _("{file}, line {line}: {problem} (see: herniatui config)")
    several = _("{file}, line {line}: {problem} (and {count} more; see: herniatui config)")
    return (several if others else one).format(file=FILE, line=first.line, problem=first.text, count=len(others))
