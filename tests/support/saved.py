"""What the program under test has saved."""

from pathlib import Path

from herniatui.storage.record import Record
from herniatui.storage.store import TalkStore


def state(home: Path) -> Path:
    """The folder of talks under this home."""
    return home / ".local" / "state" / "herniatui"


def saved_records(home: Path) -> list[Record]:
    """Return every talk that is saved and can be read, the one changed last first."""
    return [one.record for one in TalkStore(state(home)).talks() if one.record]
