"""The head of a question: what was said about it, and the question for the preference."""

from collections.abc import Iterator

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
    if said.note:
        lines.append(_("Note: {words}").format(words=phrases.quoted(said.note.partition("\n")[0])))
    if consult.words:
        lines += _earlier_line(card, question, consult)
    return "\n".join(lines)


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
