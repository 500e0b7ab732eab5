"""Messages in a terminal in which the screens cannot be drawn."""

import shlex

import pytest

from tests.support.program import herniatui
from tests.support.terminal import Terminal

INSTEAD = "herniatui --linear", "herniatui show"
ELSEWHERE = ["</dev/null", ">/dev/null", "2>/dev/null"]


def test_screens_in_a_terminal_that_cannot_draw_are_refused_in_a_sentence() -> None:
    with Terminal(herniatui("--no-linear"), env={"TERM": "dumb"}, columns=200) as terminal:
        assert terminal.wait_exit() == 2
        assert terminal.words.startswith("herniatui: deze terminal (TERM=dumb) kan geen schermen tonen")
        assert all(instead in terminal.words for instead in INSTEAD)
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("redirection", ELSEWHERE)
def test_redirected_input_or_output_is_refused_before_anything_is_drawn(redirection: str) -> None:
    with Terminal(["/bin/sh", "-c", f"{shlex.join(herniatui())} {redirection}"]) as terminal:
        assert terminal.wait_exit() == 2
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("name", ["", "iets-onbekends"])
def test_a_terminal_of_another_name_is_drawn_in(name: str) -> None:
    with Terminal(herniatui(), env={"TERM": name or None}) as terminal:
        terminal.wait_for("Waar wilt u het over hebben?")
        terminal.press("q")
        assert terminal.wait_exit() == 0
