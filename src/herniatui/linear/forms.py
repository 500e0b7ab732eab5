"""The line form of every command: how it is typed, and what it does here. A test fails when one has none."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from herniatui.commands.command import GROUPS, Command, Where
from herniatui.commands.going import NAMES
from herniatui.consult.walk import CLOSING, DECISION, START
from herniatui.i18n import _
from herniatui.linear import exporting, saying, stored_talks, walking
from herniatui.linear.typed import Typed, meaning
from herniatui.linear.view import LinearView
from herniatui.linear.words import typed_names
from herniatui.report import phrases

Run = Callable[[LinearView, str, str], None]
"""Runs a command: with the view, the action, and what was typed after the command."""


class Form(Struct, frozen=True):
    """The line form of a command."""

    run: Run
    after: str = ""
    """What is typed after the key, for the help; empty: nothing may be."""
    says: str = ""
    """What it does, for the help; empty: as declared."""


class NotInLines(Struct, frozen=True):
    """A command that makes no sense in lines."""

    why: str
    """What there is instead, as a sentence."""


def show_help(view: LinearView, _action: str, rest: str) -> None:
    """Print what can be typed; with a word after it, only the commands that contain that word."""
    lines = list(help_lines(view))
    found = [line for line in lines if rest.lower() in line.lower()]
    view.print(*(found or [_("Nothing found. Here is all of it."), *lines]), *view.onward_words())


_LONGEST = 40
"""Characters of a line after which it is shortened in a message."""
_NAMES = {
    Where.START: NAMES[START],
    Where.QUESTION: _("at a question"),
    Where.DECISION: NAMES[DECISION],
    Where.CLOSING: NAMES[CLOSING],
}

FORMS: dict[str, Form | NotInLines] = {
    "next": Form(walking.onward, says=_("go on: the next option, the next question; it never decides or ticks")),
    "onward": Form(walking.onward, says=_("the same as an empty line")),
    "previous": Form(walking.back),
    "question": Form(walking.question, after="3"),
    "others": Form(walking.others),
    "decision": Form(walking.decision),
    "option": Form(saying.letter, says=_("tell that option; at Decide: decide that, after a question")),
    "columns": NotInLines(_("In lines, options cannot stand side by side. The letters a and b tell each in turn.")),
    "calm": NotInLines(_("In lines everything comes step by step already.")),
    "card": Form(walking.whole_card, says=_("tell the whole card: every question, every option")),
    "line": Form(walking.line, says=_("tell the next line on its own, or the one before")),
    "picture": Form(walking.picture, after="3", says=_("the number of statement 3 in words; without 3: all of them")),
    "lookup": Form(walking.look_up, after="3", says=_("words that a website explains; with a number: open that one")),
    "choose": Form(saying.choose, after="3", says=_("the same as the number alone: tick it, or tell it again")),
    "not_yet": Form(saying.not_yet, says=_("not decide yet, after a question")),
    "mark": Form(saying.mark, after="3", says=_("of statement 3: I like it, I worry, I want to know more; again: off")),
    "explained": Form(saying.explain, after="3", says=_("statement 3 was explained; again: not yet")),
    "prefer": Form(saying.prefer, after="a", says=_("preference for a; the same again: strong, then off; g: none")),
    "weigh": Form(saying.weigh, after="2", says=_("how important this question is, from 0 to 3; alone: one more")),
    "note": Form(saying.note, after=_("words"), says=_("a note in the patient's own words, below what is there")),
    "undo": Form(saying.undo),
    "redo": Form(saying.redo),
    "save": Form(exporting.save_note, after=_("path"), says=_("save the summary to a file; a path may follow")),
    "clipboard": Form(exporting.clipboard, says=_("the summary to the clipboard of this computer")),
    "form": Form(exporting.form),
    "full": Form(exporting.full),
    "handout": Form(exporting.handout),
    "confirm": Form(exporting.confirm),
    "again": Form(exporting.stop, says=_("done with this patient: ends, and asks first what becomes of the talk")),
    "saved": Form(stored_talks.show_stored),
    "blank": Form(exporting.blank),
    "prompts": Form(exporting.prompts),
    "about": Form(exporting.about),
    "palette": Form(show_help, after=_("word"), says=_("what can be typed, with that word in it")),
    "quit": Form(exporting.stop),
    "help": Form(show_help),
}


def perform(view: LinearView, line: str) -> None:
    """Run the command of this line; if it has none, print one sentence that says so, and what an empty line does."""
    if line.lower() == _("repeat (typed)"):
        view.show()
        return
    typed = meaning(line, view.where, view.setup.commands)
    if isinstance(typed, int):
        saying.number(view, str(typed))
    elif typed is None:
        view.print(_unknown(view, line), *view.onward_words())
    else:
        _run(view, typed)


def _run(view: LinearView, typed: Typed) -> None:
    form = FORMS[typed.command.name]
    if isinstance(form, NotInLines):
        view.print(form.why, *view.onward_words())
    elif typed.rest and not form.after:
        nothing = _("Nothing comes after “{key}”, so nothing was done.")
        view.print(nothing.format(key=typed.typed), *view.onward_words())
    elif typed.action in ("option(1)", "option(-1)"):
        walking.option(view, typed.action, typed.rest)
    else:
        form.run(view, typed.action, typed.rest)


def _unknown(view: LinearView, line: str) -> str:
    """Return that a line is no command here, and where it is one, in a sentence."""
    shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    for where, name in _NAMES.items():
        if meaning(line, where, view.setup.commands):
            return _("“{line}” works elsewhere: {place}.").format(line=shown, place=name)
    return _("“{line}” is nothing that can be typed here.").format(line=shown)


def help_lines(view: LinearView) -> Iterator[str]:
    """Yield what can be typed, group by group."""
    yield _("A number alone ticks that line, or tells that statement again.")
    yield _("{word}: tell everything here again.").format(word=_("repeat (typed)"))
    for group, name in GROUPS.items():
        yield f"{name}:"
        for command in view.setup.commands:
            form = FORMS[command.name]
            if command.group == group and isinstance(form, Form):
                yield f"{_how_typed(command, form)}: {form.says or command.words}."


def _how_typed(command: Command, form: Form) -> str:
    """Return how a command is typed: by its words, or its keys."""
    if command.name == "next":
        return _("empty line")
    return phrases.either([f"{name} {form.after}".strip() for name in typed_names(command)])
