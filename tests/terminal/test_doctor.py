"""`herniatui doctor` in a real terminal: it asks for keys, measures, and leaves the terminal as it was."""

import json
import sys
from pathlib import Path

from tests.support.program import herniatui
from tests.support.terminal import Terminal

# Prints the settings of the terminal before and after the program.
WATCHED = """
import subprocess, sys, termios
before = termios.tcgetattr(0)
code = subprocess.run(sys.argv[1:]).returncode
print("as it was" if termios.tcgetattr(0) == before else "changed", code)
"""


def test_it_asks_for_keys_and_then_shows_the_page(home: Path) -> None:
    argv = [sys.executable, "-c", WATCHED, *herniatui("doctor")]
    with Terminal(argv, columns=90, rows=60, env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        terminal.wait_for("Druk op: Enter")
        terminal.press("enter")
        terminal.wait_for("Druk op: Backspace")
        terminal.press("backspace")
        terminal.wait_for("Druk op: Tab")
        terminal.press("space")
        terminal.wait_for("Druk op: pijl omhoog")
        terminal.press("ctrl+c")
        terminal.wait_for("as it was 1")
        assert terminal.wait_exit() == 0
        assert "! Toetsen       zoals verwacht: Enter, Backspace" in terminal.text
        assert "Tab: komt niet aan" in terminal.text
        assert "TERM=xterm-256color COLORTERM=truecolor" in terminal.text
        assert "90 tekens breed, 60 regels hoog" in terminal.text
        assert "de terminal zei niet binnen een seconde waar de cursor staat" in terminal.words
        assert max(map(len, terminal.lines)) < 90


def test_the_page_goes_to_a_file_without_questions(home: Path) -> None:
    argv = ["/bin/sh", "-c", f'"$@" > "{home}/pagina.json"; echo "klaar $?"', "sh", *herniatui("doctor", "--json")]
    with Terminal(argv, env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        terminal.wait_for("klaar 0")
        assert terminal.wait_exit() == 0
    found = json.loads((home / "pagina.json").read_text(encoding="utf-8"))
    assert found["terminal"]["terminals"] == ["stdin", "stderr"]
    assert not found["keys"]["measured"]
