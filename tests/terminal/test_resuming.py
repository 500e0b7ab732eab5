"""Resume a talk by its id, and wipe a talk after a question, in a real terminal."""

from pathlib import Path

import pytest

from herniatui.storage.store import TalkStore
from tests.support.program import THREE_OPTIONS, herniatui
from tests.support.reading import marks, wait_at
from tests.support.saying import go_down_to, go_to_choice
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start
from tests.terminal.test_stopping import mark_something


@pytest.fixture
def state(home: Path) -> Path:
    return home / ".local" / "state" / "herniatui"


def in_terminal(home: Path, *words: str) -> Terminal:
    return Terminal(herniatui(*words), env={"HOME": str(home), "XDG_STATE_HOME": None})


def the_talk(state: Path) -> str:
    """Return the id of the only stored talk."""
    (stored,) = TalkStore(state).talks()
    return stored.id


def test_an_unfinished_talk_goes_on_where_it_was(start: Start, home: Path, state: Path) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.kill()
    with in_terminal(home, "resume", the_talk(state)) as again:
        wait_at(again, "1")
        assert marks(again) == "+"


def test_a_talk_about_a_card_of_ones_own_finds_its_card(start: Start, home: Path, state: Path) -> None:
    terminal = start(THREE_OPTIONS)
    mark_something(terminal)
    terminal.kill()
    with in_terminal(home, "resume", the_talk(state)) as again:
        wait_at(again, "1")
        assert marks(again) == "+"
        assert "soep" in again.text.lower()


def test_a_kept_talk_opens_at_deciding_and_stays_when_the_window_is_closed(
    start: Start, home: Path, state: Path
) -> None:
    terminal = start()
    mark_something(terminal)
    go_to_choice(terminal, "Ik beslis nog niet")
    terminal.press("space")
    go_down_to(terminal, "bewaren voor de volgende keer")
    terminal.press("space")
    terminal.wait_for("Geen naam")
    terminal.type("spreekuur 3")
    terminal.press("enter")
    terminal.wait_for("Bewaard tot")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    with in_terminal(home, "resume", the_talk(state)) as again:
        wait_at(again, "Beslissen")
        again.wait_for("(•) 0 Ik beslis nog niet")
        again.hang_up()
    (stored,) = TalkStore(state).talks()
    assert stored.record is not None
    assert (stored.record.kept, stored.record.label) == (True, "spreekuur 3")


def test_a_talk_that_is_open_cannot_be_taken_up_or_wiped_elsewhere(start: Start, home: Path, state: Path) -> None:
    terminal = start()
    mark_something(terminal)
    consult_id = the_talk(state)
    for words in (("resume", consult_id), ("wipe", consult_id, "--yes")):
        with in_terminal(home, *words) as other:
            other.wait_for(f'het gesprek "{consult_id}" is open in een ander venster')
            assert other.wait_exit() == 2
    terminal.press("-")
    terminal.wait_until(lambda: marks(terminal) == "+ −", "the talk going on")


@pytest.mark.parametrize(("answer", "left"), [("j\n", 0), ("n\n", 1), ("\n", 1)])
def test_wiping_asks_first(start: Start, home: Path, state: Path, answer: str, left: int) -> None:
    terminal = start()
    mark_something(terminal)
    terminal.kill()
    with in_terminal(home, "wipe", "--all") as wiping:
        wiping.wait_for("Voorgoed wissen? j/n")
        wiping.type(answer)
        assert wiping.wait_exit() == (0 if left == 0 else 2)
    assert len(TalkStore(state).talks()) == left
