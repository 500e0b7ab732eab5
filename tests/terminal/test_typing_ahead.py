"""Keys sent in one write lead to the same saved talk and screen as the same keys sent one by one."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.support.keys import sequence
from tests.support.rest import QUIET, QUIET_AT_END, wait_at_rest
from tests.support.saying import NOTE_KEYS
from tests.support.soak import soaking
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

WRITING = (
    NOTE_KEYS,
    "Zoek een vraag, een opdracht, een thema",
    "Samenvatting opslaan als",
    "Pagina voor thuis opslaan als",
    "Geen naam",
)
"""Words on screens with a text field: an Enter there ends a write, because more text after it would be a paste."""
MAY_END = ("q", "r", "w", "b", "j", "y", "ctrl+c", "enter")
"""Keys that stop the program, ask to stop, or answer."""
ENTERED = b"\x1b[?1049h"
"""Written when a program starts application mode: at the start, and for each next patient."""

State = tuple[int | None, list[str], list[object]]
LETTERS = "123456abcdefghiklmnopqrstuvwz+-?jy"
OFTEN = ["enter", "down", "right", "space", "+", "q", "o", "n", "r", "w", "f1", "i"]
KEYS = [*LETTERS, *OFTEN, *OFTEN, "up", "left", "backspace", "pageup", "pagedown", "tab", "home", "ctrl+p", "ctrl+c"]


def is_over(terminal: Terminal) -> bool:
    """Whether an answer ended the talk: the program has ended, or the next patient's process has started."""
    return terminal.has_ended or terminal.raw.count(ENTERED) > 1


def stored(home: Path) -> list[object]:
    """Return the stored talks, without times and names, which differ from run to run."""
    talks: list[object] = []
    folder = home / ".local" / "state" / "herniatui"
    newest: dict[str, Path] = {}
    for path in sorted(folder.glob("consult-*"), key=lambda path: path.stat().st_mtime_ns):
        if path.suffix in (".json", ".new"):
            newest[path.name.split(".")[0]] = path
    for path in newest.values():
        record = json.loads(path.read_text(encoding="utf-8"))
        record = record.get("record", record)
        talks.append({name: record[name] for name in ("consult", "walk", "kept", "label") if name in record})
    return talks


def state(terminal: Terminal, home: Path) -> State:
    changing = "keuzekaart-", "(tot "  # a file name with the day; the time until which a talk is kept
    lines = [] if terminal.has_ended else terminal.lines
    painted = [line for line in lines if not any(words in line for words in changing)]
    return (terminal.wait_exit() if terminal.has_ended else None), painted, stored(home)


def at_leisure(terminal: Terminal, home: Path, keys: Sequence[str]) -> tuple[list[str], State]:
    """Press the keys one by one; return the writes in which they may be sent, and the state that they lead to."""
    writes = [""]
    for number, key in enumerate(keys):
        if key == "enter" and any(words in terminal.words for words in WRITING):
            writes[-1] += sequence(key)
            writes.append("")
        else:
            writes[-1] += sequence(key)
        terminal.press(key)
        wait_at_rest(terminal, QUIET_AT_END if key in MAY_END else QUIET)
        if is_over(terminal):
            writes[-1] += "".join(map(sequence, keys[number + 1 :]))  # after the answer: dropped
            break
    return [write for write in writes if write], state(terminal, home)


def compare(start: Start, home: Path, keys: Sequence[str]) -> None:
    slowly = start()
    wait_at_rest(slowly)
    writes, slow = at_leisure(slowly, home, keys)
    slowly.kill()
    empty(home)
    fast = start()
    wait_at_rest(fast)
    for write in writes:
        fast.type(write)
        wait_at_rest(fast)
    reached = state(fast, home)
    fast.kill()
    empty(home)
    assert reached == slow, f"{writes}"


def empty(home: Path) -> None:
    shutil.rmtree(home / ".local", ignore_errors=True)
    for path in (home / "Documents").iterdir():
        path.unlink()


@pytest.mark.parametrize(
    "keys",
    [
        "q o", "q f1", "q w o", "1 + q w n", "1 + o enter r w 1 + n x", "1 + o enter r b 1 + -", "1 + q n 2 - n x f1 q",
        "o enter s x enter q", "ctrl+p f 1 enter q q", "f1 i f1 f1 1 p p down + n a b c",
    ],
)  # fmt: skip
def test_keys_in_one_write_lead_to_the_same_state_as_one_by_one(start: Start, home: Path, keys: str) -> None:
    compare(start, home, keys.split())


@pytest.mark.parametrize("seed", range(soaking(short=3, long=60)))
def test_random_keys_in_one_write_lead_to_the_same_state_as_one_by_one(start: Start, home: Path, seed: int) -> None:
    random = Random(seed)
    compare(start, home, ["1", "+", *random.choices(KEYS, k=random.randint(5, 28))])
