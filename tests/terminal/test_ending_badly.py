"""Abnormal ends: the terminal is restored, the exit code is right, one sentence at most, and no data is lost."""

import os
import resource
import shlex
import signal
import sys
from pathlib import Path

import pytest

from herniatui.storage.store import TalkStore
from tests.support.program import HERNIA, herniatui
from tests.support.reading import marks, wait_at
from tests.support.saying import NOTE_KEYS
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start
from tests.terminal.test_stopping import is_left_as_it_was, mark_something

UNFINISHED = "Er is nog een gesprek dat niet af is"
NOT_KEPT = "Stoppen? Dit gesprek is niet bewaard. U bent het dan kwijt."
NOT_SAVED = "Bewaren lukt nu niet:"


def state(home: Path) -> Path:
    return home / ".local" / "state" / "herniatui"


def in_place(terminal: Terminal, home: Path) -> Path:
    """Wait until the file of the talk is in place, which happens after fsync; return the file."""
    terminal.wait_until(lambda: len(list(state(home).glob("*.json"))) == 1, "one talk in place", poll=0.01)
    return next(state(home).glob("*.json"))


def go_on_with_the_talk(start: Start, home: Path) -> Terminal:
    """Restart, and resume the unfinished talk."""
    terminal = start(stop=UNFINISHED)
    terminal.press("down", "enter")
    wait_at(terminal, "1")
    return terminal


def after_the_screens(terminal: Terminal) -> str:
    """Return the text written after the alternate screen was closed."""
    raw = terminal.raw
    return raw[raw.rfind(b"\x1b[?1049l") :].decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_told_to_end(start: Start, home: Path, number: signal.Signals) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert is_left_as_it_was(terminal)
    assert marks(go_on_with_the_talk(start, home)) == "+"


def test_killed_while_a_note_is_written(start: Start, home: Path) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.press("n")
    terminal.wait_for(NOTE_KEYS)
    terminal.type("nog niet af")
    terminal.wait_for("nog niet af")
    terminal.kill()
    go_on_with_the_talk(start, home).wait_for("“nog niet af”")


def test_the_window_is_closed(start: Start, home: Path) -> None:
    terminal = start()
    mark_something(terminal)
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert marks(go_on_with_the_talk(start, home)) == "+"


def test_a_terminal_that_disappears_without_a_signal(home: Path, start: Start) -> None:
    command = ["/bin/sh", "-c", f"trap '' HUP; exec {shlex.join(herniatui())}"]
    with Terminal(command, env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        assert terminal.hang_up() == 128 + signal.SIGHUP
    assert marks(go_on_with_the_talk(start, home)) == "+"


def test_suspended_and_resumed(start: Start) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.press("ctrl+z")
    terminal.wait_suspended()
    assert is_left_as_it_was(terminal)
    before = len(terminal.raw)
    terminal.signal(signal.SIGCONT)
    terminal.wait_until(lambda: len(terminal.raw) > before and marks(terminal) == "+", "the screen again")
    terminal.press("-")
    terminal.wait_until(lambda: marks(terminal) == "+ −", "another mark")


CRASHING = """
import sys
from herniatui.cli import main
from herniatui.tui.screens.question import QuestionScreen
def crash(self):
    words = self.talk.consult
    raise RuntimeError(words)
QuestionScreen.action_weigh = crash
sys.exit(main([]))
"""


def test_an_exception_in_the_program(start: Start, home: Path) -> None:
    with Terminal([sys.executable, "-c", CRASHING], env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        terminal.press("w")
        assert terminal.wait_exit() == 1
        assert is_left_as_it_was(terminal)
        said = " ".join(after_the_screens(terminal).split())
        assert "Er ging iets mis in herniatui, en het moest stoppen. Start het opnieuw" in said
        assert "Traceback" not in said
        assert "bewegen" not in said
    assert marks(go_on_with_the_talk(start, home)) == "+"


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of another process can be lifted on Linux only")
def test_a_full_disk_that_is_emptied_again(home: Path, start: Start) -> None:
    command = ["/bin/sh", "-c", f"ulimit -S -f 0; exec {shlex.join(herniatui())}"]
    with Terminal(command, env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        terminal.wait_for(f"{NOT_SAVED} de schijf is vol.")
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        terminal.wait_until(lambda: NOT_SAVED not in terminal.words, "saving again")
        terminal.kill()
    assert marks(go_on_with_the_talk(start, home)) == "+"


def test_a_full_disk_leaves_the_last_good_file(start: Start, home: Path) -> None:
    terminal = start()
    mark_something(terminal)
    good = in_place(terminal, home)
    terminal.kill()
    before = good.read_bytes()
    command = ["/bin/sh", "-c", f"ulimit -f 0; exec {shlex.join(herniatui())}"]
    with Terminal(command, env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        terminal.wait_for(UNFINISHED)
        terminal.press("down", "enter")
        terminal.wait_for(NOT_SAVED)
        terminal.press("-")
        terminal.wait_until(lambda: marks(terminal) == "+ −", "another mark")
        terminal.press("q")
        terminal.wait_for("Stoppen? Wat het laatst is aangegeven, kon niet worden bewaard.")
        terminal.press("b")
        assert terminal.wait_exit() == 1
        said = " ".join(after_the_screens(terminal).split())
        assert "kon niet worden bewaard (de schijf is vol); wat daarvoor was aangegeven, is er nog" in said
    assert good.read_bytes() == before


def no_home(folder: Path) -> dict[str, str | None]:
    return {"HOME": str(folder / "gone"), "XDG_STATE_HOME": None}


def no_place(folder: Path) -> dict[str, str | None]:
    return {"XDG_STATE_HOME": "/dev/null"}


def read_only(folder: Path) -> dict[str, str | None]:
    if os.geteuid() == 0:  # root: for it only kernel file systems are read-only
        return {"XDG_STATE_HOME": "/proc/self"}
    (folder / "locked").mkdir(mode=0o500)
    return {"XDG_STATE_HOME": str(folder / "locked")}


def a_link(folder: Path) -> dict[str, str | None]:
    (folder / "elsewhere").mkdir()
    (folder / "state").mkdir()
    (folder / "state" / "herniatui").symlink_to(folder / "elsewhere")
    return {"XDG_STATE_HOME": str(folder / "state")}


WRONG_PLACES = {
    no_home: "de thuismap bestaat niet",
    no_place: "het bestand of de map is er niet",
    read_only: "",
    a_link: "de map is een verwijzing naar elders",
}


@pytest.mark.parametrize("place", WRONG_PLACES, ids=lambda place: place.__name__)
def test_nowhere_to_save(start: Start, tmp_path: Path, place) -> None:  # type: ignore[no-untyped-def]
    terminal = start(**place(tmp_path))
    mark_something(terminal)
    terminal.wait_for(f"{NOT_SAVED} {WRONG_PLACES[place]}")
    terminal.press("2")
    wait_at(terminal, "2")
    terminal.wait_for(NOT_SAVED)
    terminal.press("q")
    terminal.wait_for(NOT_KEPT)
    terminal.press("j")
    assert terminal.wait_exit() == 0
    assert is_left_as_it_was(terminal)
    assert "herniatui" not in after_the_screens(terminal)
    assert not (tmp_path / "gone").exists()
    assert not list((tmp_path / "elsewhere").glob("*"))


OTHERS_FOLDER = """
import os, sys
owner = os.geteuid
os.geteuid = lambda: owner() + 1
from herniatui.cli import main
sys.exit(main([]))
"""


def test_the_state_folder_of_another_user(home: Path) -> None:
    state(home).mkdir(parents=True)
    with Terminal([sys.executable, "-c", OTHERS_FOLDER], env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        terminal.wait_for(f"{NOT_SAVED} de map is van een andere gebruiker.")
    assert list(state(home).iterdir()) == []


def huge(file: Path) -> None:
    with file.open("wb") as held:
        held.truncate(1 << 30)


def link(file: Path) -> None:
    file.rename(file.with_suffix(".txt"))
    file.symlink_to(file.with_suffix(".txt"))


DAMAGE = {
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:100]),
    "wrong JSON": lambda file: file.write_bytes(b"{" + file.read_bytes()),
    "huge": huge,
    "a link": link,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_set_aside_and_said_so(start: Start, home: Path, damage) -> None:  # type: ignore[no-untyped-def]
    terminal = start()
    mark_something(terminal)
    file = in_place(terminal, home)
    terminal.kill()
    damage(file)
    again = start()
    again.wait_for("Een eerder gesprek kon niet worden gelezen. Er is niets van gewist.")
    assert [path.name for path in state(home).glob("*.damaged")] == [f"{file.name}.damaged"]
    mark_something(again)
    in_place(again, home)


def test_a_file_from_a_later_program_is_left_alone(start: Start, home: Path) -> None:
    state(home).mkdir(parents=True)
    later = state(home) / "consult-zzzz.json"
    later.write_bytes(b'{"format": 99}')
    terminal = start()
    mark_something(terminal)
    terminal.press("q")
    terminal.wait_for("Stoppen?")
    terminal.press("w")
    assert terminal.wait_exit() == 0
    assert [path.name for path in state(home).iterdir()] == [later.name]
    assert later.read_bytes() == b'{"format": 99}'


def test_two_programs_at_once_keep_out_of_each_others_way(start: Start, home: Path) -> None:
    first = start()
    mark_something(first)
    other = start()  # an open talk is not offered
    mark_something(other)
    other.press("-")
    other.wait_until(lambda: marks(other) == "+ −", "the marks of the other")
    assert [found.is_open for found in TalkStore(state(home)).talks()] == [True, True]
    first.kill()
    other.press("-")
    other.wait_until(lambda: marks(other) == "+", "the other going on")
    third = start(stop=UNFINISHED)  # the lock of the killed process is released
    third.press("down", "enter")
    wait_at(third, "1")
    assert marks(third) == "+"
    assert len(TalkStore(state(home)).talks()) == 2


def test_nothing_is_left_of_a_talk_that_is_finished(start: Start, home: Path) -> None:
    terminal = start(HERNIA)
    mark_something(terminal)
    assert len(list(state(home).iterdir())) >= 1
    terminal.press("q")
    terminal.wait_for("Stoppen?")
    terminal.press("w")
    assert terminal.wait_exit() == 0
    assert list(state(home).iterdir()) == []


def test_without_saving_no_file_is_ever_made(home: Path, start: Start) -> None:
    terminal = start(HERNIA, "--no-save")
    mark_something(terminal)
    terminal.wait_for("Er wordt niets bewaard: dit gesprek is weg als het programma stopt.")
    terminal.kill()
    assert [path for path in home.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_told_to_end_just_after_wiping(start: Start, home: Path, number: signal.Signals) -> None:
    terminal = start()
    mark_something(terminal)
    in_place(terminal, home)
    terminal.press("q")
    terminal.wait_for("Stoppen?")
    terminal.press("w")
    terminal.wait_until(lambda: not list(state(home).iterdir()), "the talk wiped", poll=0.001)
    terminal.signal(number)
    terminal.wait_exit()
    assert list(state(home).iterdir()) == []


def test_a_mark_outlives_a_kill_also_when_the_disk_takes_long_to_keep_it(start: Start, home: Path) -> None:
    with Terminal([sys.executable, "-c", SLOW_TO_KEEP], env={"HOME": str(home), "XDG_STATE_HOME": None}) as terminal:
        wait_at(terminal, "Start")
        mark_something(terminal)
        terminal.kill()
    assert [path.suffix for path in state(home).iterdir() if path.suffix != ".lock"] == [".new"]
    assert marks(go_on_with_the_talk(start, home)) == "+"


SLOW_TO_KEEP = """
import os, sys, threading
os.fsync = lambda handle: threading.Event().wait(20)
from herniatui.cli import main
sys.exit(main([]))
"""
