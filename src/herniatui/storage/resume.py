"""Which card a consult belongs to, and taking a consult up again with it."""

import os

from msgspec.structs import replace

from herniatui.card.library import Deck, NoSuchCard, at_path, open_deck, with_id
from herniatui.card.model import Card
from herniatui.consult.history import Talk
from herniatui.consult.quotes import CardWords, differing
from herniatui.consult.walk import DECISION, go
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.compatibility import fit_walk, still_seen
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.store import TalkNotFound, TalkStore


def stamp(deck: Deck) -> CardStamp:
    """Return what is kept of a card with every consult about it."""
    path = "" if deck.ships else os.fsencode(deck.path.resolve()).decode("utf-8", "replace")
    return CardStamp(deck.card.id, deck.card.origin.version or "", deck.sha256, path)


def deck_for(record: Record) -> Deck:
    """Return the card that this consult was about. Raises `NotThere`, or `ProblemsFound` if it cannot be read."""
    try:
        return open_deck(at_path(record.card.path) if record.card.path else with_id(record.card.id))
    except NoSuchCard as unknown:
        gone = _("the card of this talk is not where it was; name it: herniatui resume ID CARD ({unknown})")
        raise TalkNotFound(gone.format(unknown=unknown)) from unknown


def resume_talk(store: TalkStore, consult_id: str, card: Card) -> OpenTalk:
    """Take this consult up again with this card. Nothing is written until it changes.

    Raises `NotThere`, also if it is about another card; the file then stays as it is.
    """
    open_talk = store.open(consult_id)
    try:
        _check_card(open_talk.record, card)
    except TalkNotFound:
        open_talk.writer.close()
        raise
    return open_talk


def read_talk(store: TalkStore, consult_id: str, deck: Deck | None = None) -> tuple[Deck, Record]:
    """Return this consult to read, with its card (or this one), also while it is open elsewhere. Nothing is written.

    Raises `NotThere`, or `ProblemsFound` if the card cannot be read.
    """
    record = store.read(consult_id)
    deck = deck or deck_for(record)
    _check_card(record, deck.card)
    return deck, fit_record(record, deck)


def fit_record(record: Record, deck: Deck) -> Record:
    """Return the consult as it is with this card, whatever has changed in the card since.

    Answers to words that the card no longer has keep those words; what was looked at of such words is left out.
    """
    same_card = record.card.sha256 == deck.sha256
    words = CardWords(deck.card)
    walk = fit_walk(deck.card, still_seen(words, record.walk, same_card))
    return replace(record, consult=differing(words, record.consult, same_card), walk=walk)


def resumed_talk(record: Record, deck: Deck) -> Talk:
    """Return the talk to go on with: where the people were, which is then shown, or at deciding if it was kept."""
    there = fit_record(record, deck)
    return Talk(there.consult, go(deck.card, there.walk, DECISION if record.kept else there.walk.stop))


def _check_card(record: Record, card: Card) -> None:
    if record.card.id != card.id:
        raise TalkNotFound(_('this talk is about another card: "{id}"').format(id=printable(record.card.id)))
