"""Fixtures for driving the app on a busy machine."""

from collections.abc import Iterator

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

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


@pytest.fixture(autouse=True, scope="session")
def style_sheets_parsed_once() -> Iterator[None]:
    """Parse each style sheet once, and not for each app: that took a seventh of the time of a test."""
    parse, parsed = Stylesheet._parse_rules, dict[tuple[object, ...], list[RuleSet]]()

    def parse_once(sheet: Stylesheet, css: str, *place: object, **how: object) -> list[RuleSet]:
        key = (css, str(place), str(how), tuple(sorted(sheet._variables.items())))
        if key not in parsed:
            parsed[key] = parse(sheet, css, *place, **how)  # type: ignore[arg-type]
        return list(parsed[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
