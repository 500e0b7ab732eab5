"""Resume a stored talk with its card, or read it."""

import os
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.library import Deck, NoSuchCard, at_path, open_deck, with_id
from herniatui.card.model import Card
from herniatui.card.problems import ProblemsFound
from herniatui.consult.history import Talk
from herniatui.consult.quotes import CardWords, with_earlier_words
from herniatui.consult.walk import DECISION, go
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.compatibility import fit_walk, still_discussed, still_seen
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.store import TalkNotFound, TalkStore
from herniatui.system_errors import reason


class TalkOfCard(Struct, frozen=True):
    """A stored talk and its card."""

    id: str
    deck: Deck
    record: Record
    """Fitted to the card (`fit_record`)."""

    @property
    def day(self) -> date:
        """The day of the talk, here."""
        return self.record.changed.astimezone().date()


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
        gone = _("the card of this talk is not where it was; name it: herniatui resume (or report) ID CARD ({unknown})")
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


def read_talk(store: TalkStore, talk_id: str, deck: Deck | None = None) -> TalkOfCard:
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
    return TalkOfCard(talk_id, deck, fit_record(record, deck))


def read_talks(store: TalkStore) -> tuple[list[TalkOfCard], list[str]]:
    """Return every stored talk for reading, last changed last, even while it is open elsewhere. Writes nothing.

    Returns:
        The talks, and a sentence for each that is missing from them, or that is open elsewhere and may still change.
    """
    talks: list[TalkOfCard] = []
    sentences: list[str] = []
    decks: dict[CardStamp, Deck | str] = {}  # each card is read once
    missing = _('the talk "{id}" is left out: {reason}')
    listed = store.talks()
    for talk in reversed(listed):
        try:
            record = talk.record or store.read(talk.id)
        except TalkNotFound as unreadable:
            sentences.append(str(unreadable))
            continue
        key = CardStamp(record.card.id, path=record.card.path)
        if key not in decks:
            decks[key] = _deck_or_reason(record)
        deck = decks[key]
        if isinstance(deck, str):
            sentences.append(missing.format(id=talk.id, reason=deck))
            continue
        talks.append(TalkOfCard(talk.id, deck, fit_record(record, deck)))
        if talk.is_open:
            is_open = _('the talk "{id}" is open in another window: it is here as it was last saved')
            sentences.append(is_open.format(id=talk.id))
    for path, talk_id in store.retention.talks_set_aside().items():
        if talk_id not in [talk.id for talk in listed]:
            aside = _("it could not be read and was set aside: {path}").format(path=path)
            sentences.append(missing.format(id=talk_id, reason=aside))
    return talks, sentences


def _deck_or_reason(record: Record) -> Deck | str:
    """Return the card that a talk is about, or why it cannot be had, as part of a sentence."""
    try:
        deck = deck_for(record)
        _check_card(record, deck.card)
    except TalkNotFound as unknown:
        return str(unknown)
    except ProblemsFound as found:
        return _("its card cannot be read ({reason})").format(reason=found.report()[0])
    except OSError as error:
        return _("its card cannot be read ({reason})").format(reason=reason(error))
    return deck


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
