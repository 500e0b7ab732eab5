"""Commands to close a talk and the others, in lines."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from herniatui.commands.asking import Answer, ChoiceQuestion, whether_to_replace
from herniatui.commands.choosing import DISCUSSED
from herniatui.commands.ending import end, what_becomes_of_it, what_goes_home
from herniatui.commands.going import confirmed
from herniatui.desktop import browser, printer
from herniatui.desktop.clipboard import copy_to_system
from herniatui.desktop.remote import over_ssh
from herniatui.i18n import _
from herniatui.linear.listing import sentence
from herniatui.linear.view import LinearView
from herniatui.report.card_info import about as about_card
from herniatui.report.file_output import is_there, save, suggested_path
from herniatui.report.note import NOTE, SOEP


def save_note(view: LinearView, _action: str, rest: str) -> None:
    """Save the note, as printed, to a file."""
    proposed = rest or str(suggested_path(view.card, view.setup.today(), view.setup.folder))

    def written(path: str, replace: bool) -> str:
        return save(path, f"{view.note()}\n".encode(), replace=replace)

    if path := save_as(view, _("Save the summary as"), proposed, written, asks=not rest):
        view.session.note_saved(view.talk.consult)
        again, stop = view.key_of("again"), view.key_of("quit")
        done = _("Saved. Done? {again}: next patient, {stop}: stop. {path}")
        view.print(done.format(again=again, stop=stop, path=path))


def save_as(view: LinearView, title: str, proposed: str, written: Callable[[str, bool], str], asks: bool = True) -> str:
    """Ask for a path until a document is written there; return the path, or an empty string if that was cancelled.

    Args:
        view: The view.
        title: What is asked.
        proposed: The path proposed, which an empty line takes.
        written: Writes the document, perhaps over an existing file; returns what went wrong, in a sentence.
        asks: Whether to ask for the path at first.
    """
    while True:
        path = proposed
        if asks:
            view.print(sentence(title), proposed)
            typed = view.lines.ask(_("Another path, an empty line for this one, or only a hyphen not to save: "))
            if typed == "-":
                view.print(_("Not saved."))
                return ""
            path = typed or proposed
        asks = True
        replace = False
        if is_there(path):
            if view.ask(whether_to_replace(path)) is Answer.NO:
                continue
            replace = True
        if not (error := written(path, replace)):
            return path
        view.print(error)


def clipboard(view: LinearView, _action: str, _rest: str) -> None:
    """Copy the note to the system's clipboard; never by escape codes."""
    if over_ssh() or not copy_to_system(view.note()):
        message = _("The clipboard cannot be reached from here. Save the summary as a file with {key}.")
        view.print(message.format(key=view.key_of("save")))
        return
    view.session.exported(view.talk.consult)
    view.session.copied = True
    view.print(_("The summary is on the clipboard. Paste it before you wipe this talk."))


def form(view: LinearView, _action: str, _rest: str) -> None:
    """Toggle between the note and the note as SOEP, and print it."""
    view.note_form = SOEP if view.note_form == NOTE else NOTE
    view.print(*view.note_lines())


def full(view: LinearView, _action: str, _rest: str) -> None:
    """Toggle between the short note and the full one, and print it."""
    view.note_full = not view.note_full
    view.print(*view.note_lines())


def confirm(view: LinearView, _action: str, _rest: str) -> None:
    """Confirm that every question of which all options were viewed was discussed."""
    consult = confirmed(view.card, view.talk)
    if consult is None:
        view.print(_("No question was looked at in full. Tick those that were discussed with their number."))
    else:
        view.say(consult)
        view.print(*view.ticked_rows(DISCUSSED))


def handout(view: LinearView, _action: str, _rest: str) -> None:
    """Make the page to take home, save it, and print or open it."""
    from herniatui.commands.handout_pages import (  # lazy import: the handout is heavy
        handout_path,
        make_page,
        wrong_name,
    )

    question = what_goes_home(view.talk.consult)
    answer = view.ask(question)
    if answer is Answer.NO:
        view.print(_("Not saved."))
        return
    short, today, warnings = answer is Answer.SHORT, view.setup.today(), list[str]()
    make = partial(make_page, view.deck, view.talk, today, short=short, warn=warnings.append)

    def written(path: str, replace: bool) -> str:
        return wrong_name(path) or make(path, replace=replace)

    view.print(_("Let the name end in .pdf to print the page, or in .html for a browser."))
    proposed = handout_path(view.deck, today, view.setup.folder, short)
    if path := save_as(view, _("Save the page to take home as"), proposed, written):
        view.session.exported(view.talk.consult)
        view.print(*warnings)
        _give(view, path)


def blank(view: LinearView, _action: str, _rest: str) -> None:
    """Make a blank card, and open or print it. Asks for no path, since the card has no patient data."""
    from herniatui.commands.handout_pages import blank_path, make_page  # lazy import: the handout is heavy

    path, warnings = blank_path(view.deck, view.setup.today(), view.setup.folder), list[str]()
    make = partial(make_page, view.deck, None, view.setup.today(), short=False, warn=warnings.append)
    if error := make(path, replace=False):
        view.print(error)
    else:
        view.print(*warnings)
        _give(view, path)


def _give(view: LinearView, path: str) -> None:
    """Offer to print or open a page that was saved; only what is asked for is done."""
    view.print(_("Saved: {path}").format(path=path))
    answers = {}
    name = printer.default_printer() if path.lower().endswith(".pdf") else ""
    if name:
        answers[Answer.YES] = _("print it on {printer}").format(printer=name)
    if browser.is_available():
        answers[Answer.WHOLE] = _("open it")
    if not answers:
        return
    answer = view.ask(ChoiceQuestion(_("What is to be done with it?"), {**answers, Answer.NO: _("nothing more")}))
    target = Path(path).expanduser().absolute()
    if answer is Answer.YES:
        done = _("Sent to {printer}.") if printer.print_file(target, name) else _("{printer} does not print it.")
        view.print(done.format(printer=name))
    elif answer is Answer.WHOLE:
        opened = browser.open_address(target.as_uri())
        view.print(_("Sent to the browser.") if opened else _("There is no browser here."))


def stop(view: LinearView, action: str, _rest: str) -> None:
    """End the talk, for good or for the next patient; ask first what becomes of it, unless that is settled."""
    keep = view.session.should_keep(view.talk.consult)
    if keep is None:
        is_next = action == "app.next_patient"
        question = what_becomes_of_it(view.session, view.talk.consult, view.setup.today(), is_next)
        keep = end(view.session, view.ask(question))
    if keep is None:
        view.print(_("The talk goes on."), *view.onward_words())
    view.ending = keep


def prompts(view: LinearView, _action: str, _rest: str) -> None:
    """Toggle printing what a clinician could say at each stop."""
    additions = view.deck.additions.prompts
    if additions == type(additions)():
        view.print(_("This card comes without conversation help."))
        return
    view.prompts_on = not view.prompts_on
    view.print(*(view.prompt_lines() if view.prompts_on else [_("Conversation help is off.")]))


def about(view: LinearView, _action: str, _rest: str) -> None:
    """Print where the card comes from, and what is unknown."""
    if view.card.closing:
        view.print(view.card.closing)
    for heading, paragraphs in about_card(view.deck):
        view.print(sentence(heading), *paragraphs)
