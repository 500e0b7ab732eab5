"""The stops of the walk as the bar at the top names them."""

from herniatui.card.model import Card
from herniatui.consult.talk import Talk
from herniatui.consult.walk import CLOSING, DECISION, START, options_seen, stops
from herniatui.tui.widgets.bars import Stop
from herniatui.words import _

UNSEEN, HALF, DONE = "○", "◐", "●"

NAMES = {START: _("Start"), DECISION: _("Decide"), CLOSING: _("Close")}


def walk_stops(card: Card, talk: Talk) -> list[Stop]:
    """Return all stops in the order of the walk; a question by its number on the card and how far it was looked at."""
    labels = {stop: (name, name) for stop, name in NAMES.items()}
    for number, question in enumerate(card.questions, 1):
        seen = _seen(card, talk, number - 1)
        labels[question.id] = f"{number} {seen}", f"{number}{seen}"
    return [Stop(*labels[stop], here=stop == talk.walk.stop) for stop in stops(card, talk.consult.chosen)]


def _seen(card: Card, talk: Talk, index: int) -> str:
    seen = options_seen(card, talk.walk, card.questions[index])
    if seen == len(card.options):
        return DONE
    return HALF if seen else UNSEEN
