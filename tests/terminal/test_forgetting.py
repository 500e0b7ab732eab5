"""No word of a patient is left in memory when the next patient's talk starts."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.reading import wait_at
from tests.support.rest import wait_at_rest
from tests.support.saying import go_down_to, go_to_choice, go_to_summary, write
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

WORDS = "zqxmerkwoord"
"""Used as note, label and file name; occurs in memory for no other reason."""


def copies(pid: int, word: str) -> list[str]:
    """Return the places of the word in the memory of this process, in every encoding that Python stores text in."""
    found = []
    forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-32-le")]
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end, name in readable(pid):
            try:
                memory.seek(start)
                data = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue  # pages of the kernel
            found += [f"{name or 'anonymous'}+{at.start():#x}" for form in forms for at in re.finditer(form, data)]
    return found


def readable(pid: int) -> Iterator[tuple[int, int, str]]:
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        span, rights, *_rest, name = f"{line} ".split(" ", 5)
        if rights.startswith("r"):
            start, end = (int(part, 16) for part in span.split("-"))
            yield start, end, name.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process can be read on Linux")
@pytest.mark.parametrize("end", ["wiped", "kept"])
def test_no_word_of_the_last_patient_is_in_memory(start: Start, home: Path, end: str) -> None:
    terminal = start()
    say_everything(terminal, home)
    if end == "kept":
        keep(terminal)
    assert copies(terminal.pid, WORDS), "the search finds the word during the talk"
    terminal.press("r")
    terminal.wait_for("Het vorige gesprek is bewaard." if end == "kept" else "Het vorige gesprek is gewist.")
    wait_at(terminal, "Start")
    wait_at_rest(terminal)
    assert copies(terminal.pid, WORDS) == []
    for told in ("environ", "cmdline"):
        assert WORDS not in Path(f"/proc/{terminal.pid}/{told}").read_text(encoding="utf-8")


def say_everything(terminal: Terminal, home: Path) -> None:
    """Write the word as a note, and save summary and handout in files of that name.

    Not in the current folder, whose file names the import system caches.
    """
    terminal.press("1")
    wait_at(terminal, "1")
    write(terminal, "n", WORDS)
    go_to_summary(terminal)
    for key, suffix in (("m", ".html"), ("s", ".txt")):
        terminal.press(key)
        if key == "m":
            terminal.wait_for("Wat gaat er mee naar huis?")
            terminal.press("enter")
        terminal.wait_for("opslaan als")
        terminal.press("ctrl+u")
        terminal.type(f"~/Documents/{WORDS}{suffix}")
        terminal.wait_for(f"{WORDS}{suffix}")
        terminal.press("enter")
        terminal.wait_until((home / "Documents" / f"{WORDS}{suffix}").exists, "the file", poll=0.01)
        terminal.wait_for("pgeslagen")
        wait_at_rest(terminal)


def keep(terminal: Terminal) -> None:
    """Choose not to decide yet, and keep the talk with the word as its label."""
    go_to_choice(terminal, "Ik beslis nog niet")
    terminal.press("space")
    go_down_to(terminal, "bewaren voor de volgende keer")
    terminal.press("space")
    terminal.wait_for("Geen naam")
    terminal.type(WORDS)
    terminal.wait_for(WORDS)
    terminal.press("enter")
    terminal.wait_for("Bewaard tot")
