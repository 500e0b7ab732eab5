"""Stops of the walk, as labelled in the walk bar."""

from collections import Counter

from msgspec import Struct

from herniatui.card.model import Card, letter
from herniatui.consult.history import Talk
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import CLOSING, DECISION, START, Walk, is_question, stops
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
    id: str = ""
    """The stop of the walk; empty for a screen that is none."""


def walk_stops(card: Card, talk: Talk) -> list[Stop]:
    """Return all stops in walk order; a question's label is its number on the card and how much of it was seen."""
    labels = {stop: (name, name) for stop, name in NAMES.items()}
    seen = Counter(question for question, _option in talk.walk.seen)
    for number, question in enumerate(card.questions, 1):
        was_visited = talk.walk.option_of(question.id) is not None
        sign = SEEN if seen[question.id] == len(card.options) else PARTLY_SEEN if was_visited else UNSEEN
        labels[question.id] = f"{number} {sign}", f"{number}{sign}"
    return [
        Stop(*labels[stop], here=stop == talk.walk.stop, id=stop)
        for stop in stops(card, current_answers(talk.consult).chosen)
    ]


def destination(card: Card, here: Walk, there: Walk) -> str:
    """Return where a step of the walk goes, in words for the key bar; empty if it stays."""
    if there == here:
        return ""
    if not is_question(there.stop):
        return _("to {stop}").format(stop=NAMES[there.stop])
    if there.stop == here.stop:
        option = card.option_index(there.option_of(there.stop) or "")
        return _("to {option}").format(option=f"{letter(option)} {card.options[option].short}")
    return _("to question {number}").format(number=card.question_index(there.stop) + 1)
