"""A crash of the program: the terminal is restored, and no word of the patient is shown."""

import sys

from tests.support.terminal import Terminal

CRASHING = """
from herniatui.tui.screens.question import QuestionScreen
def crash(self):
    note = self.talk.consult.note
    raise RuntimeError(note)
QuestionScreen.action_weigh = crash
import sys
from herniatui.cli import main
sys.exit(main([]))
"""


def test_a_crash_prints_a_single_sentence_and_shows_no_word_of_the_patient() -> None:
    with Terminal([sys.executable, "-c", CRASHING], columns=80, rows=24) as terminal:
        terminal.wait_for("Waar wilt u het over hebben?")
        terminal.press("n")
        terminal.wait_for("Wat wilt u weer kunnen doen?")
        terminal.type("geheimzinnig")
        terminal.press("enter")
        terminal.wait_for("Waar wilt u het over hebben?")
        terminal.press("1")
        terminal.wait_for("Wat gebeurt er bij de behandeling?")
        drawn = len(terminal.raw)
        terminal.press("w")
        assert terminal.wait_exit() == 1
        told = terminal.raw[drawn:]
        assert b"Er ging iets mis in herniatui" in told
        assert b"geheimzinnig" not in told
        assert b"Traceback" not in told
        assert b"\x1b[?1049l" in told
