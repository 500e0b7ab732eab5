"""Stops of the walk, as labelled in the walk bar."""

from collections import Counter

from msgspec import Struct

from herniatui.card.model import Card
from herniatui.commands.going import NAMES
from herniatui.consult.history import Talk
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import stops
from herniatui.i18n import _

UNSEEN, PARTLY_SEEN, SEEN = "○", "◐", "●"


class Stop(Struct, frozen=True):
    """A stop of the walk and its labels."""

    label: str
    short: str
    """Label for a narrow bar."""
    here: bool = False
    """Whether this is the current stop."""
    words: str = ""
    """Label for a bar that has room for this stop only; empty: `label`."""
    id: str = ""
    """The stop of the walk; empty for a screen that is none."""


def walk_stops(card: Card, talk: Talk) -> list[Stop]:
    """Return all stops in walk order; a question's label is its number on the card and how much of it was viewed."""
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
        Stop(label, short, stop == talk.walk.stop, words, stop)
        for stop in stops(card, current_answers(talk.consult).chosen)
        for label, short, words in [labels[stop]]
    ]
