"""The stops of the walk as the bar at the top names them."""

from collections import Counter

from msgspec import Struct

from herniatui.card.model import Card
from herniatui.consult.history import Talk
from herniatui.consult.quotes import now
from herniatui.consult.walk import CLOSING, DECISION, START, stops
from herniatui.i18n import _

UNSEEN, HALF, DONE = "○", "◐", "●"

NAMES = {START: _("Start"), DECISION: _("Decide"), CLOSING: _("Close")}


class Stop(Struct, frozen=True):
    """One stop of the walk, as the bar names it."""

    label: str
    short: str
    """The label where there is little room."""
    here: bool = False


def walk_stops(card: Card, talk: Talk) -> list[Stop]:
    """Return all stops in the order of the walk; a question by its number on the card and how far it was looked at."""
    labels = {stop: (name, name) for stop, name in NAMES.items()}
    seen = Counter(question for question, _option in talk.walk.seen)
    for number, question in enumerate(card.questions, 1):
        sign = _sign(seen[question.id], len(card.options))
        labels[question.id] = f"{number} {sign}", f"{number}{sign}"
    return [Stop(*labels[stop], here=stop == talk.walk.stop) for stop in stops(card, now(talk.consult).chosen)]


def _sign(seen: int, options: int) -> str:
    if seen == options:
        return DONE
    return HALF if seen else UNSEEN
