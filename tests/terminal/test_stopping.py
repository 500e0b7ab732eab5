"""Stopping: at once if nothing would be lost, otherwise after a question; the terminal is restored."""

import signal

import pytest

from tests.support.reading import active_tab, marks, wait_at
from tests.support.saying import NOTE_KEYS, go_to_summary
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

STOP_KEYS = ["q", "ctrl+c", "ctrl+q"]
QUESTION = "Stoppen? Wat wilt u met dit gesprek doen?"
ALTERNATE_SCREEN, CURSOR_SHOWN = (b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h")
MOUSE_MODES = (b"1000", b"1002", b"1003", b"1015", b"1006", b"1016")


def is_left_as_it_was(terminal: Terminal) -> bool:
    """Whether every terminal mode was last switched off, and nothing was drawn after the alternate screen."""
    raw = terminal.raw
    modes = [ALTERNATE_SCREEN, CURSOR_SHOWN, (b"\x1b[>", b"\x1b[<u")]
    modes += [(b"\x1b[?" + mode + b"h", b"\x1b[?" + mode + b"l") for mode in (*MOUSE_MODES, b"1004", b"2004", b"2048")]
    modes += [(b"\x1b[?7l", b"\x1b[?7h")]
    return all(raw.rfind(on) < raw.rfind(off) for on, off in modes if on in raw)


def mark_something(terminal: Terminal) -> None:
    terminal.press("1")
    wait_at(terminal, "1")
    terminal.press("+")
    terminal.wait_until(lambda: marks(terminal) == "+", "a mark")


@pytest.mark.parametrize("key", STOP_KEYS)
def test_with_nothing_said_it_stops_at_once(start: Start, key: str) -> None:
    terminal = start()
    terminal.press(key)
    assert terminal.wait_exit() == 0
    assert ALTERNATE_SCREEN[0] in terminal.raw
    assert is_left_as_it_was(terminal)


@pytest.mark.parametrize("keys", ["q", "or"], ids=["stop", "next patient"])
def test_ctrl_c_once_too_often_while_it_ends_is_no_other_end(start: Start, keys: str) -> None:
    """Once the terminal is restored, Ctrl+C is a signal. The next patient's process takes it as the key to stop."""
    terminal = start()
    terminal.press(*keys)
    while not terminal.has_ended:
        terminal.send(b"\x03", draw=False)
        terminal.drain(0.001)
    assert terminal.wait_drained() == 0
    assert is_left_as_it_was(terminal)


def test_the_signal_still_ends_the_program_of_the_next_patient(start: Start) -> None:
    terminal = start()
    before = terminal.raw.count(ALTERNATE_SCREEN[0])
    terminal.press("o", "r")
    terminal.wait_until(lambda: terminal.raw.count(ALTERNATE_SCREEN[0]) > before, "another program")
    terminal.wait_for("Waar wilt u het over hebben?")
    terminal.signal(signal.SIGINT)
    assert terminal.wait_exit() == 128 + signal.SIGINT


def test_looking_at_the_card_alone_is_nothing_to_lose(start: Start) -> None:
    terminal = start()
    for tab in ("A", "B"):
        terminal.press("enter")
        wait_at(terminal, "1")
        terminal.wait_until(lambda tab=tab: active_tab(terminal).startswith(tab), f"option {tab}")  # type: ignore[misc]
    terminal.press("b", "down", "q")
    assert terminal.wait_exit() == 0


@pytest.mark.parametrize("key", STOP_KEYS)
def test_with_something_said_it_asks_and_n_goes_on_and_w_stops(start: Start, key: str) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.press(key)
    terminal.wait_for(QUESTION)
    terminal.press("n")
    terminal.wait_until(lambda: QUESTION not in terminal.words and marks(terminal) == "+", "the talk going on")
    terminal.press(key)
    terminal.wait_for(QUESTION)
    terminal.press("w")
    assert terminal.wait_exit() == 0
    assert is_left_as_it_was(terminal)


@pytest.mark.parametrize("key", ["enter", "escape", "backspace"])
def test_any_ordinary_answer_but_yes_continues_the_talk(start: Start, key: str) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.press("q")
    terminal.wait_for(QUESTION)
    terminal.press(key)
    terminal.wait_until(lambda: QUESTION not in terminal.words and marks(terminal) == "+", "the talk going on")


def test_it_asks_on_every_other_screen_too(start: Start) -> None:
    terminal = start()
    mark_something(terminal)
    for opens, stop in (("f1", "Hulp"), ("i", "Over deze kaart"), ("escape", "1"), ("o", "Beslissen")):
        terminal.press(opens)
        wait_at(terminal, stop)
        terminal.press("q")
        terminal.wait_for(QUESTION)
        terminal.press("n")
        terminal.wait_until(lambda: QUESTION not in terminal.words, "the talk going on")


def test_words_that_are_being_written_are_not_lost_without_asking(start: Start) -> None:
    terminal = start()
    terminal.press("n")
    terminal.wait_for(NOTE_KEYS)
    terminal.type("Ik twijfel")
    terminal.wait_for("Ik twijfel")
    terminal.press("ctrl+c")
    terminal.wait_for(QUESTION)
    terminal.press("n")
    terminal.wait_until(lambda: QUESTION not in terminal.words, "the talk going on")
    terminal.wait_for("Ik twijfel")


def test_a_summary_that_was_saved_is_nothing_to_lose(start: Start) -> None:
    terminal = start()
    mark_something(terminal)
    go_to_summary(terminal)
    terminal.press("s")
    terminal.wait_for("Samenvatting opslaan als")
    terminal.press("enter")
    terminal.wait_for("Opgeslagen.")
    terminal.press("q")
    assert terminal.wait_exit() == 0


def test_a_program_without_a_terminal_any_more_ends(start: Start) -> None:
    terminal = start()
    mark_something(terminal)
    assert terminal.hang_up() != 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_program_that_is_told_to_end_leaves_the_terminal_as_it_was(start: Start, number: signal.Signals) -> None:
    terminal = start()
    terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert is_left_as_it_was(terminal)
