"""Run the app in this terminal, for one patient after another."""

import gc
import logging
import os
from collections.abc import Callable
from functools import lru_cache, partial

from herniatui.card.library import Deck
from herniatui.consult.model import EMPTY
from herniatui.i18n import _
from herniatui.log import current
from herniatui.out_of_memory import is_out_of_memory, require_memory, share_addresses
from herniatui.settings.config_file import wrong_settings
from herniatui.settings.note_template import note_template
from herniatui.settings.reader import SettingsFound
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.store import TalkStore
from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from herniatui.tui.keys.keymap import effective_commands
from herniatui.tui.next_patient import Handover, received, start_again
from herniatui.tui.terminal.signals import end_if_terminal_disappears

_LruCache = type(lru_cache(len))


def forget() -> None:
    """Clear every `lru_cache` of this process: those of Textual and Rich hold drawn lines with the patient's words."""
    gc.unfreeze()
    for candidate in gc.get_objects():
        if isinstance(candidate, _LruCache):
            candidate.cache_clear()
    gc.collect()


def run(
    deck: Deck,
    theme: str,
    ascii_only: bool,
    *,
    found: SettingsFound,
    complain: Callable[[str], None],
    store: TalkStore | None = None,
    resumed: OpenTalk | None = None,
    message: str = "",
    clean_up: Callable[[], str] = str,
) -> int:
    """Run the app until the user stops, and return the exit code.

    The next patient gets a new process or, where that is not possible, a new app in this one.

    Args:
        deck: the card and its additions.
        theme: name of the theme.
        ascii_only: whether to draw in ASCII.
        found: the settings.
        complain: prints a sentence on the command line after the app has ended.
        store: where talks are saved; None to save nothing.
        resumed: a stored talk to continue.
        message: message on the first screen.
        clean_up: removes expired talks before the next patient; returns what it did, in sentences.
    """
    commands, problems = effective_commands(found)
    template = note_template(found.settings)
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # may be stale or wrong; the terminal knows its size
    logging.getLogger().addHandler(
        logging.NullHandler()
    )  # otherwise asyncio prints a traceback, which can hold a patient's words
    form, handover = found.settings.note_form, received()
    if handover:
        theme, form = handover.theme, handover.note_form
        message = " ".join(filter(None, (_last_talk(handover.kept), handover.notice, message)))
    else:
        message = " ".join(filter(None, (wrong_settings(problems), template.remark(), message)))
    while True:
        app = app_class()(
            deck,
            theme=theme,
            ascii_only=ascii_only,
            message=message,
            prompts=found.settings.prompts,
            calm=found.settings.calm,
            commands=commands,
            summary_folder=found.settings.summary_folder,
            note_form=form,
            note_template=template,
            store=store,
            resumed=resumed,
            asks_about_unfinished=handover is None,
            has_stored=handover.has_stored if handover else None,
        )
        code, ending = _run(app, complain)
        if code or ending is None or not ending.next_patient:
            return code
        # In this process, which ends here: whatever reads talks leaves words of patients in memory.
        notice, has_stored = clean_up(), app.session.has_stored_talks()
        handover, resumed = Handover(ending.keep, app.theme, app.note_form, has_stored, notice), None
        options = ["--no-linear", *(["--ascii"] if ascii_only else []), *(["--no-save"] if store is None else [])]
        if log := current():
            log.event("next")
        start_again(deck, options, handover)
        theme, form = handover.theme, handover.note_form
        del app
        forget()
        message = " ".join(filter(None, (_last_talk(handover.kept), notice)))


def _run(app: HerniaApp, complain: Callable[[str], None]) -> tuple[int, Ending | None]:
    """Run the app once; return the exit code and how the user ended the talk. Reports failures through `complain`."""
    gc.freeze()  # card and code live as long as the process: collections during a talk need not traverse them
    gc.enable()
    has_ended = end_if_terminal_disappears(partial(app.session.close, keep=True))
    try:
        require_memory()
        share_addresses()
        ending = app.run()
    except Exception as error:  # noqa: BLE001 (the user gets a sentence, and the talk is kept)
        ending, app.has_failed, app.failure = None, True, app.failure or error
    has_ended.set()
    error_text = ending.error if ending else _keep_talk(app)
    code = app.return_code or 0
    if app.has_failed:
        code = code or 1
        sentence = _("Something went wrong in herniatui, and it had to stop. {what_now} {about_log}")
        if is_out_of_memory(app.failure):
            sentence = _("There is too little memory for herniatui; close other programs and try again. {what_now}")
        what_now = _what_now(app, ending, error_text)
        complain(sentence.format(what_now=what_now, about_log=_log_failure(app.failure)).replace("  ", " "))
    if error_text:
        code = code or 1
        complain(_("herniatui: {message}").format(message=error_text))
    return code, ending


def app_class() -> type[HerniaApp]:
    """Return the class of the app: one that writes a log if the user asked for it."""
    if not current():
        return HerniaApp
    from herniatui.tui.logged_app import LoggedApp  # lazy import: without a log, nothing of it runs

    return LoggedApp


def _log_failure(error: Exception | None) -> str:
    """Write the exception to the log, and return a sentence that names the log, or how to make one."""
    if not (log := current()):
        return _("If it happens again, start it with: herniatui --log FILE. That file then says what goes wrong.")
    if error:
        log.failure(error)
    return _("What went wrong is in the log: {path}").format(path=log.path)


def _keep_talk(app: HerniaApp) -> str:
    """Keep the talk on disk; return an error as a sentence, empty if there was none."""
    try:
        return app.session.close(keep=True)
    except RuntimeError:  # too little memory to start the threads of the writer
        return _("this talk could not be saved") if app.talk.consult != EMPTY else ""


def _what_now(app: HerniaApp, ending: Ending | None, error_text: str) -> str:
    """Return what happened to the talk after a failure; empty if `error_text` says so, or if the user chose it."""
    if error_text or app.talk.consult == EMPTY or (ending and not ending.keep):
        return ""
    if app.session.open_talk:
        return _("Start it again: then you can go on with this talk.")
    return _("What was said is lost.")


def _last_talk(kept: bool) -> str:
    return _("The last talk has been saved.") if kept else _("The last talk has been wiped.")
