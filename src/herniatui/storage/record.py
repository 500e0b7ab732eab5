"""The record of a talk: JSON with a format number, and a checksum over the content."""

from datetime import datetime
from hashlib import sha256
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from herniatui.card.fields import is_id
from herniatui.consult.model import EMPTY, Consult, Preference, Said
from herniatui.consult.quotes import are_sound
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.limits import (
    MOST_CHANGES,
    consult_is_possible,
    has_repeats,
    moments_are_possible,
    walk_is_possible,
)

FORMAT = 2
"""Format that is written. Format 1, without the words that answers were given to, can still be read."""

Timestamp = Annotated[datetime, Meta(tz=True)]


class Damaged(Exception):
    """The bytes are not a valid record; the message says why, without quoting the content."""


class NewerFormat(Exception):
    """The bytes are in a format that only a newer version of the program can read."""


class CardStamp(Struct, frozen=True):
    """The card that a talk is about."""

    id: str
    version: str = ""
    sha256: str = ""
    """Checksum of the card file, in hexadecimal."""
    path: str = ""
    """Path of the card file; empty for a card that ships with the program."""


class Record(Struct, frozen=True):
    """Everything that is stored of a talk."""

    card: CardStamp
    began: Timestamp
    changed: Timestamp
    change: Annotated[int, Meta(ge=0)] = 0
    """Number of changes, which tells the newer of two files."""
    consult: Consult = EMPTY
    walk: Walk = Walk()
    label: str = ""
    """Label given by the clinician; never the patient's name."""
    kept: bool = False
    """Whether the talk is kept for the next visit."""


class _TalkFile(Struct, kw_only=True, omit_defaults=True):
    """A talk on disk: format, checksum and record."""

    format: int
    id: str = ""
    """Id of the talk; only in an export, because in the store the file name has it."""
    sha256: str
    record: Raw


class _Head(Struct):
    """The field that every format has."""

    format: int


def to_bytes(record: Record, talk_id: str = "") -> bytes:
    """Return the record as UTF-8 JSON, in one line, in an export with the id of the talk. Deterministic."""
    raw = msgspec.json.encode(record, order="deterministic")
    file = _TalkFile(format=FORMAT, id=talk_id, sha256=sha256(raw).hexdigest(), record=Raw(raw))
    return msgspec.json.encode(file) + b"\n"


def from_bytes(data: bytes) -> Record:
    """Return the record in a file.

    Raises:
        Damaged: The bytes are not a valid record.
        NewerFormat: Only a newer version of the program can read them.
    """
    if not data:
        raise Damaged(_("it is empty"))
    try:
        if msgspec.json.decode(data, type=_Head).format > FORMAT:
            raise NewerFormat
        file = msgspec.json.decode(data, type=_TalkFile)
        if sha256(file.record).hexdigest() != file.sha256:
            raise Damaged(_("what it holds was changed or cut off"))
        record = msgspec.json.decode(file.record, type=Record)
        sound = not has_repeats(data)
    except (msgspec.MsgspecError, RecursionError, ValueError, OverflowError) as error:
        raise Damaged(_("it is not a saved talk of this program")) from error
    if not (sound and _is_possible(record) and _is_sound(record)):
        raise Damaged(_("it holds what cannot have been said"))
    return record


def _is_possible(record: Record) -> bool:
    """Return whether every value is within the limits of `storage.limits`."""
    return (
        is_id(record.card.id)
        and record.change <= MOST_CHANGES
        and moments_are_possible(record.began, record.changed)
        and consult_is_possible(record.consult)
        and walk_is_possible(record.walk)
    )


def _is_sound(record: Record) -> bool:
    """Return whether the functions of `consult.edits` can have produced the consult."""
    consult = record.consult
    questions = [question for question, _said in consult.said]
    texts = [consult.note, consult.decision.other, consult.decision.when, record.label]
    texts += [said.note for _question, said in consult.said]
    return (
        len(set(consult.chosen)) == len(consult.chosen)
        and questions == sorted(set(questions))
        and all(said != Said() and _is_sound_preference(said.preference) for _question, said in consult.said)
        and all(printable(text) == text for text in texts)
        and not (consult.decision.not_yet and consult.decision.option is not None)
        and are_sound(consult)
    )


def _is_sound_preference(preference: Preference | None) -> bool:
    return preference is None or preference.option is not None or not preference.strong
