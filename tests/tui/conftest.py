"""Fixtures for driving the app on a busy machine."""

import pytest

from herniatui.storage import writer
from tests.tui.driving import DEADLINE


@pytest.fixture(autouse=True)
def no_warning_of_a_slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never show the warning of a slow disk: on a busy machine it would change what is laid out and drawn."""
    monkeypatch.setattr(writer, "SLOW", DEADLINE)
