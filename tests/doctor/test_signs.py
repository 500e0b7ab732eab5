"""The width of signs, measured in a terminal that answers, that answers for some, and that does not."""

import os
import signal
import sys
import time
import unicodedata
from threading import Timer

import pytest
from rich.cells import cell_len

from herniatui.doctor.signs import check_signs
from herniatui.i18n import LOCALE
from herniatui.tui.terminal.ascii import SIGNS
from tests.doctor.conftest import answering_terminal
from tests.support.program import ROOT

if sys.platform == "win32":
    pytest.skip("the cursor is asked on POSIX only", allow_module_level=True)

import termios

from herniatui.doctor import cursor

PACKAGE = ROOT / "src" / "herniatui"


@pytest.fixture(autouse=True)
def in_the_foreground(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal of the test count as that of this process."""
    monkeypatch.setattr(os, "tcgetpgrp", lambda _descriptor: os.getpgrp())


def test_where_every_sign_is_one_cell_wide_all_is_well() -> None:
    with answering_terminal(lambda _sign: 1) as terminal:
        found = check_signs((terminal, terminal))
    assert found.advice == ()
    assert found.data["widths"] == dict.fromkeys(SIGNS, 1)


def test_where_signs_are_two_cells_wide_ascii_is_proposed_and_the_terminal_is_as_it_was() -> None:
    with answering_terminal(lambda sign: 2 if sign in "★●" else 1) as terminal:
        before = termios.tcgetattr(terminal)
        found = check_signs((terminal, terminal))
        assert termios.tcgetattr(terminal) == before
        assert os.get_blocking(terminal)
    assert 'glyphs = "ascii"' in found.advice[0]
    assert "2 hebben een andere breedte dan het programma denkt, zoals: ● ★" in found.lines


def test_a_terminal_that_does_not_answer_is_told_after_a_second() -> None:
    with answering_terminal(lambda _sign: None) as terminal:
        before, started = termios.tcgetattr(terminal), time.monotonic()
        found = check_signs((terminal, terminal))
        took = time.monotonic() - started
        assert termios.tcgetattr(terminal) == before
    assert not found.is_measured
    assert found.advice == ()
    assert "niet binnen een seconde" in found.lines[0]
    assert took >= cursor.DEADLINE


def test_a_terminal_that_takes_nothing_is_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cursor, "DEADLINE", 0.2)
    master, slave = os.openpty()
    try:
        assert cursor.measure(SIGNS * 100, slave, slave) == {}  # more than it holds, and nobody reads it
        assert os.get_blocking(slave)
    finally:
        os.close(master)
        os.close(slave)


def test_a_terminal_that_answers_for_some_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cursor, "DEADLINE", 0.3)
    with answering_terminal(lambda sign: 1 if sign in SIGNS[:40] else None) as terminal:
        found = check_signs((terminal, terminal))
    assert len(found.data["widths"]) == 40
    assert any("niet binnen een seconde voor elk teken" in line for line in found.lines)


def test_a_signal_that_ends_the_program_leaves_the_terminal_as_it_was() -> None:
    with answering_terminal(lambda _sign: None) as terminal:
        before, handler = termios.tcgetattr(terminal), signal.getsignal(signal.SIGTERM)
        Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
        with pytest.raises(SystemExit) as ended:
            check_signs((terminal, terminal))
        assert ended.value.code == 128 + signal.SIGTERM
        assert termios.tcgetattr(terminal) == before
        assert signal.getsignal(signal.SIGTERM) == handler


def test_in_the_background_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda _descriptor: os.getpgrp() + 1)
    with answering_terminal(lambda _sign: 1) as terminal:
        assert not check_signs((terminal, terminal)).is_measured


def test_without_a_terminal_that_is_told() -> None:
    found = check_signs(None)
    assert not found.is_measured
    assert "niet gemeten: hier is geen terminal" in found.lines


def test_every_sign_in_our_words_and_screens_is_measured() -> None:
    sources = [*(PACKAGE / "tui").rglob("*.py"), *(PACKAGE / "report").glob("*.py"), *LOCALE.rglob("herniatui.po")]
    drawn = set("".join(path.read_text(encoding="utf-8") for path in sources))
    signs = {sign for sign in drawn if not sign.isascii() and unicodedata.category(sign)[0] in "PS"}
    assert {"★", "…"} < signs
    assert sorted(signs - set(SIGNS)) == []
    assert [sign for sign in SIGNS if cell_len(sign) != 1] == []  # the width that the screens are laid out with
