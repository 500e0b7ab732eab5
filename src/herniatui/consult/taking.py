"""Which card a consult belongs to, and taking a consult up again with it."""

import os

from herniatui.card.library import Deck, NoSuchCard, find, open_deck
from herniatui.card.model import Card
from herniatui.consult.fit import Misfit, fitted, misfits
from herniatui.consult.keeping import Keeping
from herniatui.consult.record import CardStamp, Record
from herniatui.consult.shelf import NotThere, Shelf
from herniatui.consult.talk import Talk
from herniatui.consult.walk import DECISION, go
from herniatui.words import _


def stamp(deck: Deck) -> CardStamp:
    """Return what is kept of a card with every consult about it. Raises `OSError`."""
    path = "" if deck.ships else os.fsencode(deck.path.resolve()).decode("utf-8", "replace")
    return CardStamp(deck.card.id, deck.card.origin.version or "", deck.fingerprint(), path)


def deck_for(record: Record) -> Deck:
    """Return the card that this consult was about. Raises `NotThere`, or `ProblemsFound` if it cannot be read."""
    try:
        return open_deck(find(record.card.path or record.card.id))
    except NoSuchCard as unknown:
        gone = _("the card of this talk is not where it was; name it: herniatui resume ID CARD ({unknown})")
        raise NotThere(gone.format(unknown=unknown)) from unknown


def take_up(shelf: Shelf, consult_id: str, card: Card) -> Keeping:
    """Take this consult up again with this card. Nothing is written until it changes.

    Raises `NotThere`, also if something was said for which this card has no place; the file then stays as it is.
    """
    keeping = shelf.take(consult_id)
    record = keeping.record
    wrong = ""
    if record.card.id != card.id:
        wrong = _('this talk is about another card: "{id}"').format(id=record.card.id)
    elif lost := misfits(card, record.consult):
        changed = _("the card has changed since; it has no place any more for: {lost}. The talk stays as it was")
        wrong = changed.format(lost=", ".join(map(_named, lost)))
    if wrong:
        keeping.saver.close()
        raise NotThere(wrong)
    return keeping


def talk_of(record: Record, card: Card) -> Talk:
    """Return the talk to go on with: where the people were, or at deciding if it was kept for this visit."""
    walk = fitted(card, record.walk)
    return Talk(record.consult, go(card, walk, DECISION) if record.kept else walk)


def _named(lost: Misfit) -> str:
    return f"{lost.id} ({lost.mark})" if lost.mark else lost.id
