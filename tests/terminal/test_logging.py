"""The log in a real terminal: over the next patient to a crash, which names it."""

import sys
from pathlib import Path

from tests.support.reading import wait_at
from tests.support.rest import wait_at_rest
from tests.support.saying import write
from tests.support.terminal import Terminal

CRASHING = """
from herniatui.tui.screens.question import QuestionScreen
def crash(self):
    note = self.talk.consult.note
    raise RuntimeError(note)
QuestionScreen.action_weigh = crash
import sys
from herniatui.cli import main
sys.exit(main(sys.argv[1:]))
"""
SECRET = "geheimzinnig"


def crash(home: Path, *arguments: str, patients: int = 1) -> tuple[str, str]:
    """Hold talks until the program fails; return what it said then, and the log."""
    script, log = home / "crashing.py", home / "logboek"
    script.write_text(CRASHING, encoding="utf-8")
    env = {"HOME": str(home), "XDG_STATE_HOME": None}
    with Terminal([sys.executable, str(script), *arguments], columns=100, env=env, cwd=home) as terminal:
        wait_at(terminal, "Start")
        for _patient in range(patients - 1):
            write(terminal, "n", SECRET)
            terminal.press("o")
            wait_at(terminal, "Beslissen")
            terminal.press("r")
            terminal.wait_for("Wat wilt u met dit gesprek doen?")
            terminal.press("w")
            terminal.wait_for("Het vorige gesprek is gewist.")
            wait_at_rest(terminal)  # what is typed before the first screen was meant for the last patient
        write(terminal, "n", SECRET)
        terminal.press("1")
        wait_at(terminal, "1")
        drawn = len(terminal.raw)
        terminal.press("w")
        assert terminal.wait_exit() == 1
        said = " ".join(terminal.raw[drawn:].rpartition(b"\x1b[?1049l")[2].decode().split())
        assert SECRET not in said
        assert b"\x1b[6n" not in terminal.raw  # only doctor asks where the cursor is
        return said, log.read_text(encoding="utf-8") if log.exists() else ""


def test_a_crash_names_the_log_which_has_the_place_and_no_word_of_the_patient(home: Path) -> None:
    said, log = crash(home, "--log", "logboek", patients=2)
    assert f"Wat er misging, staat in het logboek: {home / 'logboek'}" in said
    assert [line.split()[2] for line in log.splitlines() if " start " in line or " next" in line] == [
        "start", "next", "start",
    ]  # fmt: skip
    assert "failure type=RuntimeError errno=0\n" in log
    assert "at=crashing.py:5 function=crash\n" in log
    assert " end code=1 " in log.splitlines()[-1]
    assert SECRET not in log
    assert str(home) not in log


def test_without_a_log_a_crash_says_how_to_make_one(home: Path) -> None:
    said, log = crash(home)
    assert "Gaat het weer mis, start dan met: herniatui --log BESTAND." in said
    assert log == ""
