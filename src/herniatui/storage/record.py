"""A consult as it is written to disk: JSON with a format of its own, and a checksum over what it holds."""

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
"""Format that is written. Format 1 has no words of the card with the answers, and is read as well."""

Moment = Annotated[datetime, Meta(tz=True)]


class Damaged(Exception):
    """These bytes are no consult; the message says why, without a word of what they hold."""


class NewerFormat(Exception):
    """These bytes are in a format that only a newer program can read."""


class CardStamp(Struct, frozen=True):
    """Which card a consult was about."""

    id: str
    version: str = ""
    sha256: str = ""
    """Of the card file, in hexadecimal."""
    path: str = ""
    """Where the card file lay; empty for a card that ships."""


class Record(Struct, frozen=True):
    """All that is kept of a consult."""

    card: CardStamp
    began: Moment
    changed: Moment
    change: Annotated[int, Meta(ge=0)] = 0
    """Counts the changes, so that of two files the later is known."""
    consult: Consult = EMPTY
    walk: Walk = Walk()
    label: str = ""
    """What the clinician calls it; never a name of the patient."""
    kept: bool = False
    """Whether it is kept for the next visit."""


class _File(Struct):
    """What the file looks like."""

    format: int
    sha256: str
    record: Raw


class _Head(Struct):
    """What every format has."""

    format: int


def to_bytes(record: Record) -> bytes:
    """Return the record as a file: UTF-8 JSON, always the same for the same record."""
    raw = msgspec.json.encode(record, order="deterministic")
    return msgspec.json.encode(_File(FORMAT, sha256(raw).hexdigest(), Raw(raw))) + b"\n"


def from_bytes(data: bytes) -> Record:
    """Return the record in this file. Raises `Damaged`, or `NewerFormat`."""
    if not data:
        raise Damaged(_("it is empty"))
    try:
        if msgspec.json.decode(data, type=_Head).format > FORMAT:
            raise NewerFormat
        file = msgspec.json.decode(data, type=_File)
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
    """Whether every value can be from this program: a valid checksum is no proof of that, and a clock can be wrong."""
    return (
        is_id(record.card.id)
        and record.change <= MOST_CHANGES
        and moments_are_possible(record.began, record.changed)
        and consult_is_possible(record.consult)
        and walk_is_possible(record.walk)
    )


def _is_sound(record: Record) -> bool:
    """Whether everything is as the functions of `saying` would have left it."""
    consult = record.consult
    questions = [question for question, _said in consult.said]
    texts = [consult.note, consult.decision.other, consult.decision.when, record.label]
    texts += [said.note for _question, said in consult.said]
    return (
        len(set(consult.chosen)) == len(consult.chosen)
        and questions == sorted(set(questions))
        and all(said != Said() and _is_said(said.preference) for _question, said in consult.said)
        and all(printable(text) == text for text in texts)
        and not (consult.decision.not_yet and consult.decision.option is not None)
        and are_sound(consult)
    )


def _is_said(preference: Preference | None) -> bool:
    return preference is None or preference.option is not None or not preference.strong
