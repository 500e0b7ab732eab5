"""Which card a consult belongs to, and taking a consult up again with it."""

import os

from msgspec.structs import replace

from herniatui.card.library import Deck, NoSuchCard, at_path, open_deck, with_id
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
        return open_deck(at_path(record.card.path) if record.card.path else with_id(record.card.id))
    except NoSuchCard as unknown:
        gone = _("the card of this talk is not where it was; name it: herniatui resume ID CARD ({unknown})")
        raise NotThere(gone.format(unknown=unknown)) from unknown


def take_up(shelf: Shelf, consult_id: str, card: Card) -> Keeping:
    """Take this consult up again with this card. Nothing is written until it changes.

    Raises `NotThere`, also if something was said for which this card has no place; the file then stays as it is.
    """
    keeping = shelf.take(consult_id)
    try:
        check_fit(keeping.record, card)
    except NotThere:
        keeping.saver.close()
        raise
    return keeping


def look_at(shelf: Shelf, consult_id: str, deck: Deck | None = None) -> tuple[Deck, Record]:
    """Return this consult to read, with its card (or this one), also while it is open elsewhere. Nothing is written.

    Raises `NotThere`, or `ProblemsFound` if the card cannot be read.
    """
    record = shelf.read(consult_id)
    deck = deck or deck_for(record)
    check_fit(record, deck.card)
    return deck, replace(record, walk=fitted(deck.card, record.walk))


def check_fit(record: Record, card: Card) -> None:
    """Raise `NotThere` if the consult is about another card, or something was said for which this one has no place."""
    if record.card.id != card.id:
        raise NotThere(_('this talk is about another card: "{id}"').format(id=record.card.id))
    if lost := misfits(card, record.consult):
        changed = _("the card has changed since; it has no place any more for: {lost}. The talk stays as it was")
        raise NotThere(changed.format(lost=", ".join(map(_named, lost))))


def talk_of(record: Record, card: Card) -> Talk:
    """Return the talk to go on with: where the people were, or at deciding if it was kept for this visit."""
    walk = fitted(card, record.walk)
    return Talk(record.consult, go(card, walk, DECISION) if record.kept else walk)


def _named(lost: Misfit) -> str:
    return f"{lost.id} ({lost.mark})" if lost.mark else lost.id
