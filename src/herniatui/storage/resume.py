"""Resume a stored talk with its card."""

import os

from msgspec.structs import replace

from herniatui.card.library import Deck, NoSuchCard, at_path, open_deck, with_id
from herniatui.card.model import Card
from herniatui.consult.history import Talk
from herniatui.consult.quotes import CardWords, with_earlier_words
from herniatui.consult.walk import DECISION, go
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.compatibility import fit_walk, still_discussed, still_seen
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.store import TalkNotFound, TalkStore


def stamp(deck: Deck) -> CardStamp:
    """Return the identification of a card that is stored with every talk about it."""
    path = "" if deck.ships else os.fsencode(deck.path.resolve()).decode("utf-8", "replace")
    return CardStamp(deck.card.id, deck.card.origin.version or "", deck.sha256, path)


def deck_for(record: Record) -> Deck:
    """Return the card that a talk is about.

    Raises:
        TalkNotFound: The card is no longer at its path.
        ProblemsFound: The card cannot be read.
    """
    try:
        return open_deck(at_path(record.card.path) if record.card.path else with_id(record.card.id))
    except NoSuchCard as unknown:
        gone = _("the card of this talk is not where it was; name it: herniatui resume ID CARD ({unknown})")
        raise TalkNotFound(gone.format(unknown=unknown)) from unknown


def resume_talk(store: TalkStore, talk_id: str, card: Card) -> OpenTalk:
    """Open a stored talk to continue it with this card. Nothing is written before it changes.

    Raises:
        TalkNotFound: See `TalkStore.open`; also if the talk is about another card. Its file then stays as it is.
    """
    open_talk = store.open(talk_id)
    try:
        _check_card(open_talk.record, card)
    except TalkNotFound:
        open_talk.writer.close()
        raise
    return open_talk


def read_talk(store: TalkStore, talk_id: str, deck: Deck | None = None) -> tuple[Deck, Record]:
    """Return a stored talk for reading, fitted to its card, even while it is open elsewhere. Writes nothing.

    Args:
        store: The store.
        talk_id: Id of the talk.
        deck: The card to use; None for the card that the talk is about.

    Raises:
        TalkNotFound: See `TalkStore.read` and `deck_for`; also if the talk is about another card than `deck`.
        ProblemsFound: The card cannot be read.
    """
    record = store.read(talk_id)
    deck = deck or deck_for(record)
    _check_card(record, deck.card)
    return deck, fit_record(record, deck)


def fit_record(record: Record, deck: Deck) -> Record:
    """Return a stored talk fitted to this version of its card.

    Answers to words that the card no longer has keep those words; such words no longer count as viewed.
    """
    same_card = record.card.sha256 == deck.sha256
    words = CardWords(deck.card)
    walk = fit_walk(deck.card, still_seen(words, record.walk, same_card))
    consult = with_earlier_words(words, record.consult, same_card)
    if not same_card:
        consult = replace(consult, discussed=still_discussed(deck.card, consult.discussed, walk))
    return replace(record, consult=consult, walk=walk)


def resumed_talk(record: Record, deck: Deck) -> Talk:
    """Return the talk to continue: at the stop of then, or at Decide if the talk was kept."""
    fitted = fit_record(record, deck)
    return Talk(fitted.consult, go(deck.card, fitted.walk, DECISION if record.kept else fitted.walk.stop))


def _check_card(record: Record, card: Card) -> None:
    if record.card.id != card.id:
        raise TalkNotFound(_('this talk is about another card: "{id}"').format(id=printable(record.card.id)))
