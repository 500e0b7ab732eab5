"""The stored record as JSON, by the schema in `schema/consult.schema.json`; of several talks as one array."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from herniatui.card.library import Deck
from herniatui.consult.quotes import CardWords, with_words
from herniatui.storage.compatibility import with_digests
from herniatui.storage.record import Record, to_bytes
from herniatui.storage.resume import TalkOfCard


def json_file(deck: Deck, record: Record, day: date, talk_id: str = "") -> bytes:  # noqa: ARG001 - as all formats
    """Return a stored talk as it is on disk, with the words of every answer, and with its id (`report.formats`)."""
    words = CardWords(deck.card)
    consult, walk = with_words(words, record.consult), with_digests(words, record.walk)
    return to_bytes(replace(record, consult=consult, walk=walk), talk_id)


def json_of_all(talks: Sequence[TalkOfCard]) -> bytes:
    """Return an array of what `json_file` returns for each talk, a line each (`report.formats`)."""
    lines = [json_file(talk.deck, talk.record, talk.day, talk.id).strip() for talk in talks]
    return b"[\n" + b",\n".join(lines) + b"\n]\n" if lines else b"[]\n"
