"""What was confirmed stays confirmed only while the card has the words of then."""

from datetime import UTC, datetime

from msgspec.structs import replace

from herniatui.card.library import DEFAULT_CARD, Deck, find, open_deck
from herniatui.consult.edits import confirm
from herniatui.consult.model import EMPTY
from herniatui.consult.quotes import CardWords, with_words
from herniatui.consult.walk import Walk, view
from herniatui.storage.compatibility import with_digests
from herniatui.storage.record import Record
from herniatui.storage.resume import fit_record, stamp

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)


def stored(deck: Deck) -> Record:
    """Return a talk in which the first two questions were looked at and confirmed."""
    walk, words = Walk(), CardWords(deck.card)
    for question in deck.card.questions[:2]:
        walk = view(walk, [(question.id, option.id) for option in deck.card.options])
    consult = confirm(EMPTY, [question.id for question in deck.card.questions[:2]])
    return Record(stamp(deck), NOW, NOW, 1, with_words(words, consult), with_digests(words, walk))


def test_with_the_same_card_it_stays() -> None:
    deck = open_deck(find(DEFAULT_CARD))
    assert len(fit_record(stored(deck), deck).consult.discussed) == 2


def test_a_question_with_other_words_is_no_longer_confirmed() -> None:
    deck = open_deck(find(DEFAULT_CARD))
    first, *others = deck.card.questions
    changed = replace(deck.card, questions=(replace(first, text="Iets anders?"), *others))
    later = replace(deck, card=changed, sha256="0" * 64)
    assert fit_record(stored(deck), later).consult.discussed == {others[0].id}
