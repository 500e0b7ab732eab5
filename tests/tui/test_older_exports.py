"""After copying or saving: whether it is older than what was said since, and what the clipboard has."""

from pathlib import Path

import pytest

from herniatui.tui.screens import closing
from herniatui.tui.terminal.clipboard import Delivery
from tests.tui.driving import Talking, talk

OLDER = "Wat u eerder kopieerde, opsloeg of afdrukte, is ouder dan dit."


def inside(talking: Talking) -> str:
    """Return the words on screen without the frame of a dialog."""
    return " ".join(talking.text.replace("│", " ").split())


@pytest.mark.parametrize(
    ("delivery", "told"),
    [
        (Delivery.READ_BACK, "De samenvatting staat op het klembord."),
        (Delivery.SENT, "Of de samenvatting op het klembord staat, is hier niet te zien."),
        (Delivery.NOWHERE, ""),
    ],
)
async def test_on_leaving_it_says_what_the_clipboard_has(
    delivery: Delivery, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def send(*_arguments: object) -> Delivery:
        return delivery

    monkeypatch.setattr(closing, "send_to_clipboard", send)
    async with talk("1 + o pagedown k") as talking:
        await talking.press("q")
        assert told in inside(talking)
        assert ("klembord" in inside(talking)) == bool(told)
        await talking.press("n space")
        assert (OLDER in inside(talking)) == bool(told)
        await talking.press("q")
        assert ("Wat op het klembord staat, is ouder dan wat er is gezegd." in inside(talking)) == bool(told)


async def test_what_was_saved_is_older_after_an_edit_and_not_before(documents: Path) -> None:
    async with talk("1 + o pagedown s enter") as talking:
        assert len(list(documents.iterdir())) == 1
        assert OLDER not in inside(talking)
        await talking.press("space")
        assert OLDER in inside(talking)
        await talking.press("u")
        assert OLDER not in inside(talking)
