"""The transcript in the documents is what the program tells today.

If this fails after a change that was meant: TRANSCRIPT=write pytest tests/linear/test_transcript.py, and read it aloud.
"""

import os

import pytest

from herniatui.cli.start_walk import first_line
from tests.linear.walking import walked
from tests.support.program import ROOT

TRANSCRIPT = ROOT / "docs" / "gesprek-in-regels.txt"
ANSWERS = [
    "n weer op de fiets naar mijn werk", "2", "5", "",  # Start
    "? 2", "+ 4", "p 1", "", "- 6", "w 3", "v", "b", "",  # question 2
    "", "u", "weer", "",  # question 5: what was undone was said at question 2
    "", "",
    "1", "x 2", "",  # Decide: explain, and come back
    "b", "j", "5", "10", "over twee weken", "11", "",  # Decide
    "F7", "6", "k", "r", "n", "r", "w",  # Close
]  # fmt: skip


def test_the_transcript_in_the_documents_is_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "x")  # no clipboard, on any machine
    told = walked(ANSWERS, first=first_line("u vroeg erom met --linear")).told
    if os.environ.get("TRANSCRIPT") == "write":
        TRANSCRIPT.write_text(told, encoding="utf-8", newline="\n")
    assert told == TRANSCRIPT.read_text(encoding="utf-8")
    assert "kan ik hier niets" not in told
