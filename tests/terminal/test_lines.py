"""The walk in lines as a program: by a pipe, in a terminal, and ended by signals."""

import os
import signal
import subprocess
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.program import HERNIA, deck_of, herniatui
from tests.support.saved import saved_records, state
from tests.support.terminal import Terminal

CARD = deck_of(HERNIA).card


def _home(folder: Path) -> dict[str, str]:
    return {"HOME": str(folder), "XDG_STATE_HOME": str(folder / ".local" / "state")}


def piped(answers: Sequence[str], *arguments: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program with these answers in a pipe."""
    return subprocess.run(
        herniatui(*arguments),
        input="".join(f"{answer}\n" for answer in answers).encode(),
        capture_output=True,
        env={**os.environ, **_home(home)},
        timeout=60,
        check=False,
    )


def test_a_piped_walk_tells_every_statement_and_number_of_the_card_without_an_escape(tmp_path: Path) -> None:
    done = piped(["n weer fietsen", *[""] * 12], "--linear", home=tmp_path)
    told = done.stdout.decode()
    assert (done.returncode, done.stderr, done.stdout.count(b"\x1b")) == (1, b"", 0)
    for question in CARD.questions:
        for option in range(len(CARD.options)):
            for statement, _depth in question.statements(option):
                assert f". {statement.text}\n" in told
                assert all(frequency.quote in told for frequency in statement.frequencies)
    assert told.endswith("herniatui resume\n")
    assert saved_records(tmp_path)[0].consult.note == "weer fietsen"


def test_a_whole_talk_by_a_pipe_ends_well(tmp_path: Path) -> None:
    note = tmp_path / "samenvatting.txt"
    answers = ["2", "", "+ 1", "", "o", "b", "j", "", "F7", f"s {note}", "r"]
    done = piped(answers, "--linear", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Besluit: " in note.read_text(encoding="utf-8")
    assert saved_records(tmp_path) == []  # the summary was saved: the talk is finished, as on the screens


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_a_piped_walk_with_its_code_and_the_talk_kept(name: str, tmp_path: Path) -> None:
    env = {**os.environ, **_home(tmp_path)}
    with subprocess.Popen(herniatui("--linear"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(b"n een\n")
        program.stdin.flush()
        while "Opgeschreven" not in program.stdout.readline().decode():
            pass
        program.send_signal(getattr(signal, name))
        assert program.wait(20) == 128 + getattr(signal, name)
    assert saved_records(tmp_path)[0].consult.note == "een"


def test_ctrl_c_in_a_terminal_asks_and_once_more_ends_with_the_talk_kept(tmp_path: Path) -> None:
    with Terminal(herniatui("--linear"), env=_home(tmp_path)) as terminal:
        terminal.wait_for("Uw antwoord:")
        terminal.send(b"n een\n")
        terminal.wait_for("Opgeschreven")
        terminal.send(b"\x03")
        terminal.wait_for("Wat wilt u met dit gesprek doen?")
        terminal.send(b"\x03")
        assert terminal.wait_exit() == 128 + signal.SIGINT
        assert saved_records(tmp_path)[0].consult.note == "een"


def test_a_dumb_terminal_gets_lines_by_itself_and_is_told_why() -> None:
    with Terminal(herniatui(), env={"TERM": "dumb"}, rows=60) as terminal:
        terminal.wait_for("Uw antwoord:")
        assert "Dit staat aan, want deze terminal (TERM=dumb) kan geen schermen tonen." in terminal.words
        terminal.send(b"q\n")
        assert terminal.wait_exit() == 0


def test_a_window_that_is_closed_ends_it_with_the_talk_kept(tmp_path: Path) -> None:
    with Terminal(herniatui("--linear"), env=_home(tmp_path)) as terminal:
        terminal.wait_for("Uw antwoord:")
        terminal.send(b"n een\n")
        terminal.wait_for("Opgeschreven")
        assert terminal.hang_up() == 128 + signal.SIGHUP
    assert saved_records(tmp_path)[0].consult.note == "een"


def test_lines_are_folded_between_words_in_a_terminal_and_hold_no_escape() -> None:
    with Terminal(herniatui("--linear"), columns=40, rows=200) as terminal:
        terminal.wait_for("Uw antwoord:")
        assert b"\x1b" not in terminal.raw
        shown = [line.rstrip() for line in terminal.lines]
        passage = next(statement.text for above in CARD.introduction for statement, _depth in above.walk())
        assert "\n".join(textwrap.wrap(passage, 40, break_on_hyphens=False)) in "\n".join(shown)
        terminal.send(b"q\n")
        assert terminal.wait_exit() == 0


def test_a_saved_talk_is_resumed_in_lines_by_its_id(tmp_path: Path) -> None:
    piped(["n een"], "--linear", home=tmp_path)
    (path,) = state(tmp_path).glob("consult-*.json")
    talk_id = path.stem.removeprefix("consult-")
    done = piped(["n twee"], "resume", talk_id, "--linear", home=tmp_path)
    assert "In uw eigen woorden: “een”" in done.stdout.decode()
    assert saved_records(tmp_path)[0].consult.note == "een\ntwee"


@pytest.mark.parametrize("arguments", [["--linear"], []])
def test_without_a_terminal_only_lines_are_possible_and_the_refusal_names_them(
    arguments: list[str], tmp_path: Path
) -> None:
    done = piped([], *arguments, home=tmp_path)
    if arguments:
        assert (done.returncode, done.stderr) == (1, b"")
    else:
        assert done.returncode == 2
        assert "herniatui --linear" in done.stderr.decode()


def test_a_reader_that_has_gone_ends_it_with_the_talk_kept(tmp_path: Path) -> None:
    env = {**os.environ, **_home(tmp_path)}
    with subprocess.Popen(
        herniatui("--linear"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdin.write(b"n een\n")
        program.stdin.flush()
        while "Opgeschreven" not in program.stdout.readline().decode():
            pass
        program.stdout.close()
        program.stdin.write(b"h\n" * 2_000)
        program.stdin.close()
        program.wait(30)
        assert b"Traceback" not in program.stderr.read()
    assert saved_records(tmp_path)[0].consult.note == "een"
