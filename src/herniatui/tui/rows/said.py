"""The head of a question: what was said about it, and the question for the preference."""

from collections.abc import Iterator
from string import ascii_uppercase

from rich.cells import cell_len

from herniatui.card.model import Card, Question
from herniatui.commands.choosing import NO_PREFERENCE, preference_answers
from herniatui.consult.model import MAX_IMPORTANCE, Consult, Said
from herniatui.consult.quotes import current_answers
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.recap import earlier_accounts

_MARGINS = 6
"""Cells of the window around the head."""


def preference_question(card: Card, width: int) -> str:
    """Return the question for the preference, with the key of each answer; the letters alone where names do not fit."""
    answers = list(preference_answers(card).items())
    whole = _("Preference: {answers}").format(answers=" · ".join(f"{key} {name}" for key, name in answers))
    if cell_len(whole) <= width - _MARGINS:
        return whole
    keys = [key for key, _name in answers[:-1]]
    brief = [f"{keys[0]}…{keys[-1]}" if len(keys) > 2 else " ".join(keys), f"{NO_PREFERENCE} {answers[-1][1]}"]
    return _("Preference: {answers}").format(answers=" · ".join(brief))


def preference_in_lines(card: Card, room: int) -> str:
    """Return the question for the preference with a line for each answer; empty if it has more than `room` lines."""
    answers = [f"{key}  {words}" for key, words in preference_answers(card).items()]
    lines = [_("Preference? Press:"), *answers]
    return "\n".join(lines) if len(lines) <= room else ""


def said_lines(card: Card, question: Question, consult: Consult, width: int) -> str:
    """Return what was said about the question: preference and importance, and under it the beginning of the note.

    Preference and importance stand on a line each where they do not fit on one in this width. That something was said
    of earlier words of the question or of an option stands on a line of its own.
    """
    said = current_answers(consult).about(question.id)
    nothing = _("not said yet")
    preference = phrases.preference(card, said.preference) if said.preference else nothing
    weighs = _importance(said) or nothing
    parts = (
        _("Preference: {preference}").format(preference=preference),
        _("How important is this to you? {importance}").format(importance=weighs),
    )
    line = "   ".join(parts)
    lines = [line] if cell_len(line) <= width - _MARGINS else list(parts)
    return "\n".join([*lines, *_more(card, question, consult)])


def said_in_short(card: Card, question: Question, consult: Consult, width: int, *, is_low: bool = False) -> str:
    """Return the same in fewer words, and nothing of what was not said; in a low window on one line."""
    said = current_answers(consult).about(question.id)
    importance = [_importance(said)] if said.importance else []
    signs = [stars(said.importance)] if said.importance else []
    preferences = []
    if said.preference:
        name = phrases.preference(card, said.preference)
        brief = ascii_uppercase[card.option_index(said.preference.option)] if said.preference.option else name
        preferences = [_("preference: {preference}").format(preference=words) for words in (name, brief)]
    forms = [[*importance, *preferences[:1]], [*importance, *preferences[1:]], [*signs, *preferences[1:]]]
    told = [" · ".join(form) for form in forms if form]
    line = next((words for words in told if cell_len(words) <= width - _MARGINS), "\n".join(forms[0]))
    return line if is_low else "\n".join([*([line] if line else []), *_more(card, question, consult)])


def _more(card: Card, question: Question, consult: Consult) -> Iterator[str]:
    """Yield the beginning of the note on a line, and what was said of earlier words on another."""
    if note := current_answers(consult).about(question.id).note:
        yield _("Note: {words}").format(words=phrases.quoted(note.partition("\n")[0]))
    if consult.words:
        yield from _earlier_line(card, question, consult)


def _earlier_line(card: Card, question: Question, consult: Consult) -> Iterator[str]:
    """Yield a line naming the kinds of answers to earlier words of the question; Decide shows them in full."""
    told = [answers for answers in earlier_accounts(card, consult) if answers.id == question.id]
    kinds = {
        _("preference"): any(answers.preference for answers in told),
        _("how important"): any(answers.said.importance for answers in told),
        _("note"): any(answers.said.note for answers in told),
    }
    if any(kinds.values()):
        names = ", ".join(name for name, exists in kinds.items() if exists)
        yield _("Said earlier, of other words: {answers}. See Decide.").format(answers=names)


def _importance(said: Said) -> str:
    return f"{stars(said.importance)} {phrases.IMPORTANCE[said.importance]}" if said.importance else ""


def stars(importance: int) -> str:
    """Return an importance of 1 to 3 as filled stars out of three."""
    return "★" * importance + "☆" * (MAX_IMPORTANCE - importance)
