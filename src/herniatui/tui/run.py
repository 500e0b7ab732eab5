"""Running the app in this terminal, one patient after another."""

import gc
import logging
import os
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from herniatui.card.library import Deck
from herniatui.card.problems import Problem
from herniatui.consult.model import EMPTY
from herniatui.i18n import _
from herniatui.out_of_memory import is_out_of_memory
from herniatui.settings.config_file import FILE
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import Found
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from herniatui.tui.keys.keymap import in_force
from herniatui.tui.next_patient import Afresh, received, start_again
from herniatui.tui.terminal.signals import end_without_terminal

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
    complain: Callable[[str], None],
    store: TalkStore | None = None,
    resumed: OpenTalk | None = None,
    message: str = "",
) -> int:
    """Run the app until the people stop, and return the exit code.

    `complain` prints a sentence on the command line once the screens are gone. `store` is where talks are saved (None:
    nowhere), `resumed` a talk of it to go on with, `message` what the first screen says. The next patient gets a new
    process; where that is not possible, a new app in this one.
    """
    commands, problems = in_force(found)
    template = note_template(found.settings)
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # may be stale or absurd; the terminal knows its size
    logging.getLogger().addHandler(logging.NullHandler())  # asyncio would print a traceback, with a patient's words
    form, afresh = found.settings.note_form, received()
    if afresh:
        theme, form = afresh.theme, afresh.note_form
        message = " ".join(filter(None, (_last_talk(afresh.kept), message)))
    else:
        message = " ".join(filter(None, (_wrong_settings(problems), template.remark(), message)))
    while True:
        app = HerniaApp(
            deck,
            theme=theme,
            ascii_only=ascii_only,
            message=message,
            prompts=found.settings.prompts,
            commands=commands,
            summary_folder=found.settings.summary_folder,
            note_form=form,
            note_template=template,
            store=store,
            resumed=resumed,
            asks_about_unfinished=afresh is None,
        )
        code, ending = _run(app, complain)
        if code or ending is None or not ending.next_patient:
            return code
        afresh, resumed = Afresh(ending.keep, app.theme, app.note_form), None
        options = [*(["--ascii"] if ascii_only else []), *(["--no-save"] if store is None else [])]
        start_again(deck, options, afresh)
        theme, form = afresh.theme, afresh.note_form
        del app
        forget()
        message = _last_talk(afresh.kept)


def _run(app: HerniaApp, complain: Callable[[str], None]) -> tuple[int, Ending | None]:
    """Run the app; return the exit code and how the talk was ended. Says what went wrong once the screens are gone."""
    gc.freeze()  # card and code stay as they are: no key has to wait until they are looked through for garbage
    over = end_without_terminal(partial(app.session.close, keep=True))
    try:
        ending = app.run()
    except Exception as error:  # noqa: BLE001 (whatever it is, the user is told in a sentence, and the talk is kept)
        ending, app.has_failed, app.failure = None, True, app.failure or error
    over.set()
    wrong = ending.error if ending else _put_away(app)
    code = app.return_code or 0
    if app.has_failed:
        code = code or 1
        sentence = _("Something went wrong in herniatui, and it had to stop. {what_now}")
        if is_out_of_memory(app.failure):
            sentence = _("There is too little memory for herniatui; close other programs and try again. {what_now}")
        complain(sentence.format(what_now=_what_now(app, ending, wrong)))
    if wrong:
        code = code or 1
        complain(_("herniatui: {message}").format(message=wrong))
    return code, ending


def _put_away(app: HerniaApp) -> str:
    """Keep the talk; return what went wrong, in a sentence."""
    try:
        return app.session.close(keep=True)
    except RuntimeError:  # memory was too short to start the threads that save
        return _("this talk could not be saved") if app.talk.consult != EMPTY else ""


def _what_now(app: HerniaApp, ending: Ending | None, wrong: str) -> str:
    """Return what has become of the talk after a failure; empty where that is said otherwise, or people chose it."""
    if wrong or app.talk.consult == EMPTY or (ending and not ending.keep):
        return ""
    if app.session.open_talk:
        return _("Start it again: then you can go on with this talk.")
    return _("What was said is lost.")


def _last_talk(kept: bool) -> str:
    return _("The last talk has been saved.") if kept else _("The last talk has been wiped.")


def _wrong_settings(problems: Sequence[Problem]) -> str:
    """Return what the first screen says of settings with something wrong in them."""
    if not problems:
        return ""
    first, *others = problems
    one = _("{file}, line {line}: {problem} (see: herniatui config)")
    several = _("{file}, line {line}: {problem} (and {count} more; see: herniatui config)")
    return (several if others else one).format(file=FILE, line=first.line, problem=first.text, count=len(others))
