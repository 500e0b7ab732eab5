"""Deciding, or not yet, and the summary, which is exported exactly as shown."""

import base64
import os
import re
from pathlib import Path

from tests.support.program import HERNIA, deck_of
from tests.support.reading import go_down, page, read_all, stitch, wait_at, words
from tests.support.saying import go_down_to, go_to_choice, go_to_summary, name_a_file, write
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

CARD = deck_of(HERNIA).card
HEADING = "Zo komt de samenvatting in het dossier"
FIRST = next(CARD.questions[0].statements(0))[0]


def test_a_decision_is_shown_and_can_be_undone(start: Start) -> None:
    terminal = start()
    go_to_choice(terminal, CARD.options[1].name)
    terminal.press("space")
    terminal.wait_for(f"(•) B {CARD.options[1].name}")
    go_to_summary(terminal)
    terminal.wait_for(f"Besluit: B {CARD.options[1].short}")
    terminal.press("backspace")
    wait_at(terminal, "Beslissen")
    terminal.press("b", "space")
    terminal.wait_for(f"( ) B {CARD.options[1].name}")


def test_not_deciding_yet_says_what_is_needed_and_when_to_come_back(start: Start, home: Path) -> None:
    terminal = start()
    decide_not_yet(terminal)
    go_to_summary(terminal)
    read = saved_and_shown(terminal, home)
    assert "Besluit: nog niet beslissen" in read
    assert "tijd om na te denken; meer informatie; “Eerst op vakantie.”" in read
    assert "“Over twee weken.”" in read


def test_the_file_says_word_for_word_what_the_screen_showed(start: Start, home: Path) -> None:
    terminal = start()
    say_something(terminal)
    go_to_summary(terminal)
    read = saved_and_shown(terminal, home)
    assert FIRST.text in read
    assert "“Ik durf niet goed. 100% zeker?”" in read


def test_a_file_that_exists_is_replaced_only_after_a_yes(start: Start, home: Path) -> None:
    (home / "mijn.txt").write_text("van een ander", encoding="utf-8")
    terminal = start()
    go_to_summary(terminal)
    name_a_file(terminal)
    terminal.type("~/mijn.txt")
    terminal.press("enter")
    terminal.wait_for("Er is al een bestand met deze naam. Vervangen?")
    assert (home / "mijn.txt").read_text(encoding="utf-8") == "van een ander"
    terminal.press("n")
    terminal.wait_for("Samenvatting opslaan als")
    assert (home / "mijn.txt").read_text(encoding="utf-8") == "van een ander"
    terminal.press("enter")
    terminal.wait_for("Vervangen?")
    terminal.press("j")
    terminal.wait_for("Opgeslagen.")
    assert (home / "mijn.txt").read_text(encoding="utf-8").startswith("Besluit: ")


def test_a_clipboard_program_that_hangs_holds_up_neither_keys_nor_the_end(start: Start, home: Path) -> None:
    xclip = home / "xclip"
    xclip.write_text("#!/bin/sh\nexec sleep 600\n")
    xclip.chmod(0o755)
    terminal = start(DISPLAY=":9", PATH=f"{home}:{os.environ['PATH']}")
    go_to_summary(terminal)
    terminal.press("k", "backspace")
    wait_at(terminal, "Beslissen")
    terminal.press("q")
    assert terminal.wait_exit() == 0


def test_a_clipboard_program_that_fails_leaves_it_to_the_terminal_and_the_screen_whole(
    start: Start, home: Path
) -> None:
    xclip = home / "xclip"
    xclip.write_text("#!/bin/sh\necho geen-scherm >&2\nexit 1\n")
    xclip.chmod(0o755)
    terminal = start(DISPLAY=":9", PATH=f"{home}:{os.environ['PATH']}")
    go_to_summary(terminal)
    terminal.press("k")
    terminal.wait_for("Naar het klembord gestuurd.")
    terminal.wait_until(lambda: "geen-scherm" not in terminal.text, "the screen whole again")
    assert b"geen-scherm" in terminal.raw
    assert b"\x1b]52;" in terminal.raw


def test_where_no_clipboard_can_be_reached_it_says_so(start: Start) -> None:
    terminal = start(TERM="linux", SSH_CONNECTION="here there")
    go_to_summary(terminal)
    terminal.press("k")
    terminal.wait_for("Het klembord is hier niet bereikbaar. Sla de samenvatting op als bestand met s.")
    assert b"\x1b]52;" not in terminal.raw


def test_escape_saves_nothing(start: Start, home: Path) -> None:
    terminal = start()
    go_to_summary(terminal)
    terminal.press("s")
    terminal.wait_for("Samenvatting opslaan als")
    terminal.press("escape")
    terminal.wait_for("Niet opgeslagen.")
    assert list(home.rglob("*.txt")) == []


def test_the_clipboard_gets_word_for_word_what_the_screen_showed(start: Start) -> None:
    terminal = start()
    say_something(terminal)
    go_to_summary(terminal)
    terminal.press("k")
    terminal.wait_for("Naar het klembord gestuurd.")
    sent = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", terminal.raw)
    text = base64.b64decode(sent[-1]).decode()
    assert shown_summary(terminal, len(words([text]))) == words([text])


def test_the_next_patient_asks_first_and_then_shows_nothing_of_the_last_talk(start: Start) -> None:
    terminal = start()
    say_something(terminal)
    go_to_summary(terminal)
    terminal.press("r")
    terminal.wait_for("Naar de volgende patiënt? Wat wilt u met dit gesprek doen?")
    before = len(terminal.raw)
    terminal.press("w")
    terminal.wait_for("Het vorige gesprek is gewist.")
    wait_at(terminal, "Start")
    terminal.press("u")
    terminal.wait_for("Er is niets om ongedaan te maken.")
    for key, stop in (("1", "1"), ("o", "Beslissen"), ("pagedown", "Afsluiten")):
        terminal.press(key)
        wait_at(terminal, stop)
        assert "durf" not in terminal.words
    assert "Vindt fijn" not in terminal.words
    assert b"durf" not in terminal.raw[before:]


def test_starting_afresh_can_be_refused(start: Start) -> None:
    terminal = start()
    say_something(terminal)
    go_to_summary(terminal)
    terminal.press("r")
    terminal.wait_for("Naar de volgende patiënt? Wat wilt u met dit gesprek doen?")
    terminal.press("n")
    terminal.wait_until(lambda: "volgende patiënt?" not in terminal.words, "the question gone")
    read_all(terminal, ["Vindt fijn aan A"])


def say_something(terminal: Terminal) -> None:
    """Mark the first statement, and write a note about its question."""
    terminal.press("1")
    wait_at(terminal, "1")
    terminal.press("+")
    write(terminal, "n", "Ik durf niet goed. 100% zeker?")


def decide_not_yet(terminal: Terminal) -> None:
    """Choose not to decide yet, with a need and a date."""
    go_to_choice(terminal, "Ik beslis nog niet")
    terminal.press("space")
    terminal.wait_for("(•) 0 Ik beslis nog niet")
    for need in ("Tijd om na te denken", "Meer informatie"):
        go_down_to(terminal, need)
        terminal.press("space")
        terminal.wait_for(f"[x] {need}")
    for need, said in (("Iets anders", "Eerst op vakantie."), ("praten we verder", "Over twee weken.")):
        go_down_to(terminal, need)
        write(terminal, "space", said)
        terminal.wait_for(f"“{said}”")


def saved_and_shown(terminal: Terminal, home: Path) -> str:
    """Save under the proposed name, check that the file equals the screen, and return its text on one line."""
    terminal.press("s")
    terminal.wait_for("Samenvatting opslaan als")
    terminal.press("enter")
    terminal.wait_for("Opgeslagen.")
    (file,) = home.rglob("*.txt")
    text = file.read_text(encoding="utf-8")
    assert shown_summary(terminal, len(words([text]))) == words([text])
    return " ".join(text.split())


def shown_summary(terminal: Terminal, many: int) -> list[str]:
    """Read the page below its heading, up to this many words, and return them."""
    read = stitch([], _page(terminal))
    while len(summary := _below_heading(read)) < many:
        go_down(terminal)
        read = stitch(read, _page(terminal))
    return summary


def _below_heading(read: list[str]) -> list[str]:
    headings = [number for number, line in enumerate(read) if line.strip() == HEADING]
    return words(read[headings[0] + 1 :]) if headings else []


def _page(terminal: Terminal) -> list[str]:
    """Return the page without the message under it, which starts on its own line."""
    said = ("Opgeslagen.", "Naar het klembord", "Klaar?")
    lines = page(terminal)
    return lines[: next((number for number, line in enumerate(lines) if line.strip().startswith(said)), len(lines))]
