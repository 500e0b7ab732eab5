"""Talks saved by the program under test."""

from pathlib import Path

from herniatui.storage.record import Record
from herniatui.storage.store import TalkStore


def state(home: Path) -> Path:
    """Return the folder of talks in this home folder."""
    return home / ".local" / "state" / "herniatui"


def saved_records(home: Path) -> list[Record]:
    """Return the records of all readable talks, most recently changed first."""
    return [stored.record for stored in TalkStore(state(home)).talks() if stored.record]
