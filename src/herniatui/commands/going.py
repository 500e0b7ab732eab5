"""Where going on leads, in words, and the ways through the card that are not the next step."""

from collections.abc import Mapping

from herniatui.card.model import Card, letter
from herniatui.commands.command import Where
from herniatui.consult import edits, history, walk
from herniatui.consult.history import Talk
from herniatui.consult.model import Consult, Mark
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import CLOSING, DECISION, START, Walk, is_question, place
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.difference import difference

_WHERE = {START: Where.START, DECISION: Where.DECISION, CLOSING: Where.CLOSING}
Names = Mapping[Mark, str]
"""What the marks are called."""
NAMES = {START: _("Start"), DECISION: _("Decide"), CLOSING: _("Close")}


def where_is(here: Walk) -> Where:
    """Return the screen of this stop, where commands work."""
    return _WHERE.get(here.stop, Where.QUESTION)


def destination(card: Card, here: Walk, there: Walk, brief: bool = False) -> str:
    """Return where a step of the walk goes, in words; empty if it stays.

    Args:
        card: The card.
        here: The walk before the step.
        there: The walk after it.
        brief: Whether in so few words that the keys of the options fit beside it in 40 columns.
    """
    if there == here:
        return ""
    if not is_question(there.stop):
        return NAMES[there.stop] if brief else _("to {stop}").format(stop=NAMES[there.stop])
    if place(there) == place(here):
        return _("go on")
    if there.stop == here.stop:
        option = card.option_index(there.option_of(there.stop) or "")
        name = letter(option) if brief else f"{letter(option)} {card.options[option].short}"
        return _("to {option}").format(option=name)
    return _("to question {number}").format(number=card.question_index(there.stop) + 1)


def from_start(card: Card, talk: Talk, pointed: str = "") -> Walk:
    """Go on from Start: to the first question chosen; if none is chosen, to the one pointed at, or to the first."""
    chosen = current_answers(talk.consult).chosen
    return walk.arrive(card, talk.walk, chosen[0] if chosen else pointed or card.questions[0].id)


def to_others(card: Card, talk: Talk) -> Walk | None:
    """Go to the first question that the patient did not choose to talk about; None if there is no such difference."""
    chosen = current_answers(talk.consult).chosen
    others = [question.id for question in card.questions if question.id not in chosen]
    return walk.arrive(card, talk.walk, others[0]) if chosen and others else None


def has_read_the_chosen(card: Card, talk: Talk, onward: Walk) -> bool:
    """Return whether going on from here leads past the last question chosen, while there are others.

    Args:
        card: The card.
        talk: The talk, at a question of which all was read.
        onward: Where going on leads.
    """
    chosen = current_answers(talk.consult).chosen
    return onward.stop == DECISION and talk.walk.stop in chosen and len(chosen) < len(card.questions)


def confirmed(card: Card, talk: Talk) -> Consult | None:
    """Confirm that every question of which all options were viewed was discussed; None if there is no such one."""
    seen = [question.id for question in card.questions if walk.is_viewed(card, talk.walk, question.id)]
    return edits.confirm(talk.consult, seen) if seen else None


def undone(card: Card, talk: Talk, was_resumed: bool, redo_key: str, names: Names = phrases.SIGNS) -> tuple[Talk, str]:
    """Undo the last edit; return the talk to go on with, where it was made, and the message to show."""
    if not talk.past:
        further = _("Further back is not possible: this is how the talk was saved.")
        return talk, further if was_resumed else _("There is nothing to undo.")
    return _taken(card, talk, history.undo(talk), _("Undone: {change}. {key}: do it again."), redo_key, names)


def redone(card: Card, talk: Talk, undo_key: str, names: Names = phrases.SIGNS) -> tuple[Talk, str]:
    """Make the edit that was undone last again; return the talk to go on with, and the message to show."""
    if not talk.future:
        return talk, _("There is nothing to do again.")
    return _taken(card, talk, history.redo(talk), _("Done again: {change}. {key}: undo."), undo_key, names)


def _taken(card: Card, before: Talk, after: Talk, told: str, back: str, names: Names) -> tuple[Talk, str]:
    return after, told.format(change=difference(card, before.consult, after.consult, names), key=back)
