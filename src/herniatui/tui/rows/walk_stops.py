"""Stops of the walk, as labelled in the walk bar."""

from collections import Counter

from msgspec import Struct

from herniatui.card.model import Card, letter
from herniatui.consult.history import Talk
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import CLOSING, DECISION, START, Walk, is_question, place, stops
from herniatui.i18n import _

UNSEEN, PARTLY_SEEN, SEEN = "○", "◐", "●"

NAMES = {START: _("Start"), DECISION: _("Decide"), CLOSING: _("Close")}


class Stop(Struct, frozen=True):
    """A stop of the walk and its labels."""

    label: str
    short: str
    """Label for a narrow bar."""
    here: bool = False
    """Whether this is the current stop."""
    words: str = ""
    """Label for a bar that has room for this stop only; empty: `label`."""


def walk_stops(card: Card, talk: Talk) -> list[Stop]:
    """Return all stops in walk order; a question's label is its number on the card and how much of it was seen."""
    labels = {stop: (name, name, "") for stop, name in NAMES.items()}
    seen = Counter(question for question, _option in talk.walk.seen)
    for number, question in enumerate(card.questions, 1):
        was_visited = talk.walk.option_of(question.id) is not None
        sign = SEEN if seen[question.id] == len(card.options) else PARTLY_SEEN if was_visited else UNSEEN
        words = _("Question {number} of {count}").format(number=number, count=len(card.questions))
        if sign == SEEN:
            words = _("{question}, looked at").format(question=words)
        labels[question.id] = f"{number} {sign}", f"{number}{sign}", words
    return [
        Stop(label, short, stop == talk.walk.stop, words)
        for stop in stops(card, current_answers(talk.consult).chosen)
        for label, short, words in [labels[stop]]
    ]


def destination(card: Card, here: Walk, there: Walk, brief: bool = False) -> str:
    """Return where a step of the walk goes, in words for the key bar; empty if it stays.

    Args:
        card: the card.
        here: the walk before the step.
        there: the walk after it.
        brief: whether in so few words that the keys of the options fit beside it in 40 columns.
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
