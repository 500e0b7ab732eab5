"""A store with a clock that tests set."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from herniatui.storage.store import TalkStore

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> TalkStore:
    return TalkStore(tmp_path / "herniatui", now=clock)
