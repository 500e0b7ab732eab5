"""Typing ahead: keys faster than the screens lead to the same state as the same keys one by one."""

import asyncio
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.commands import handout_pages
from herniatui.commands.declared import COMMANDS
from herniatui.report import handout
from herniatui.report.file_output import suggested_path
from herniatui.tui.flows import save_note
from herniatui.tui.host import Ending
from tests.support.soak import soaking
from tests.tui.driving import NOW, SOUP, talk
from tests.tui.typing import at_rest, typed_ahead

KEYS = sorted({key for command in COMMANDS for key, _action in command.keys} - {"escape"})
# Keys of dialogs or without action; the most frequent keys appear twice.
OTHERS = ["j", "y", "x", "tab", "delete", "home", "ctrl+p", "ctrl+c", "é", "enter", "down", "plus", "q", "o", "n", "r"]
BURSTS = st.lists(st.sampled_from([*KEYS, *OTHERS, "escape"]), min_size=2, max_size=30)


@pytest.fixture(autouse=True)
def quick_paper(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace typesetting, which takes a second per page in a separate process; no key waits for it."""
    monkeypatch.chdir(documents)
    monkeypatch.setattr(handout, "pdf_bytes", lambda *_arguments, **_how: b"%PDF-")
    monkeypatch.setitem(handout_pages._FORMS, ".pdf", lambda *_arguments, **_how: b"%PDF-")


async def compare(keys: list[str], card: str = DEFAULT_CARD, width: int = 100) -> None:
    async with talk(card=card, size=(width, 30)) as talking:
        bursts, slow = await at_rest(talking, keys)
    for path in suggested_path(open_deck(find(card)).card, NOW.date()).parent.iterdir():
        path.unlink()
    async with talk(card=card, size=(width, 30)) as talking:
        fast = await typed_ahead(talking, bursts)
    assert fast == slow, f"{bursts}"


@pytest.mark.parametrize(
    "keys",
    [
        "q o", "q w n", "o pagedown r w 1 + o", "1 + q f1 n o", "1 + q w o", "1 + o pagedown r w 1 + -", "1 + q b 2 +",
        "1 + o pagedown r n 2 -",
        "enter down + down -", "enter down right down + left -", "3 plus v a w o a space",
        "3 v b v b v g v w", "2 v + v 3 v n",
        "2 down right w 3 down down + u", "2 ? x o down x u ctrl+y ctrl+y", "1 ? o down enter x pagedown pagedown +",
        "space down space enter v a pagedown pagedown tab +", "enter down n x y z", "n f1 q 1", "f1 i f1 f1 i q",
        "ctrl+p f 1 enter q", "n n n", "n x ctrl+j y enter u", "n x escape x u",
        "o 0 space down space " + "down " * 8 + "space d i n s d a g enter k", "o pagedown s x y enter j q",
        "o pagedown f6 s enter q", "o a enter down down down space f7 space u pagedown space f7 m enter enter r",
        "1 + o pagedown s ctrl+u x enter s ctrl+u x enter j q", "t enter t q",
        "1 p p down + p q", "1 z right + z -", "h 1 h down down + h", "l l 1 + o pagedown r w 2",
        "1 + q ctrl+c ctrl+c n",
    ],
)  # fmt: skip
async def test_typing_ahead_leads_to_the_same_state_as_typing_at_rest(keys: str) -> None:
    await compare(keys.split())


@given(card=st.sampled_from([DEFAULT_CARD, SOUP]), keys=BURSTS, width=st.sampled_from([60, 80, 120, 200]))
@settings(
    max_examples=soaking(short=10, long=400),
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
def test_any_keys_typed_ahead_lead_to_the_same_state_as_at_rest(card: str, keys: list[str], width: int) -> None:
    asyncio.run(compare(keys, card, width))


async def test_a_key_waits_for_the_summary_that_is_being_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether stopping asks depends on it."""

    def save_on_a_slow_disk(*arguments: object, **named: object) -> str:
        threading.Event().wait(0.2)
        return ""

    monkeypatch.setattr(save_note, "save", save_on_a_slow_disk)
    async with talk("1 + o pagedown s") as talking:
        state = await typed_ahead(talking, [["enter", "q"]])
    assert state.ending == Ending(next_patient=False, keep=False)
