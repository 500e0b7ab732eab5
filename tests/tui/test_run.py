"""Run the app for one patient after another."""

from collections.abc import Callable
from functools import lru_cache

import pytest
from rich.cells import cached_cell_len

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.settings.model import Settings
from herniatui.settings.reader import SettingsFound
from herniatui.tui import run as run_module
from herniatui.tui.app import HerniaApp
from herniatui.tui.host import Ending
from herniatui.tui.run import run


@lru_cache
def remembered(text: str) -> str:
    return text


def test_without_a_new_process_every_cache_is_empty_for_the_next_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    cached: list[int] = []

    def one_patient(_app: HerniaApp, _complain: Callable[[str], None]) -> tuple[int, Ending]:
        cached.append(remembered.cache_info().currsize + cached_cell_len.cache_info().currsize)
        remembered("geheimzinnig")
        cached_cell_len("geheimzinnig")
        return 0, Ending(next_patient=len(cached) == 1, keep=False)

    monkeypatch.setattr(run_module, "_run", one_patient)
    monkeypatch.setattr(run_module, "start_again", lambda *_arguments: None)
    remembered("geheim")
    assert run(open_deck(find(DEFAULT_CARD)), "light", False, found=SettingsFound(Settings()), complain=print) == 0
    assert cached[0] > 0
    assert cached[1:] == [0]
