"""Fixtures for driving the app on a busy machine."""

import pytest

from herniatui.storage import writer
from herniatui.tui import host
from tests.tui.driving import DEADLINE


@pytest.fixture(autouse=True)
def no_warning_of_a_slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never show the warning of a slow disk: on a busy machine it would change what is laid out and drawn."""
    monkeypatch.setattr(writer, "SLOW", DEADLINE)


@pytest.fixture(autouse=True)
def clicks_as_slow_as_a_hand_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never count two clicks as one; a test of that says so."""
    monkeypatch.setattr(host, "DOUBLE_CLICK", 0.0)
