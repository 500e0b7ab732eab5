"""No network: a whole talk is held, saved, resumed and exported, without a single connection."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.no_network import REFUSING
from tests.support.programs import found, program
from tests.support.reading import wait_at
from tests.support.saying import go_down_to, go_to_choice, go_to_summary, write
from tests.support.terminal import Terminal

# Sends without an address go to a socket pair of the process itself, with which asyncio wakes up its loop.
REACHES_OUT = re.compile(r"connect\(|bind\(|socket\((?!AF_UNIX)|sendto\((?!.*NULL, 0[ )])|sendmsg\((?!.*msg_name=NULL)")


def test_nothing_uses_the_network(tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    with watched(tmp_path) as terminal:
        wait_at(terminal, "Start")
        terminal.press("t")
        terminal.wait_for("Opzoeken")
        terminal.press("enter", "down", "escape")
        wait_at(terminal, "Start")
        for stop in "12345":
            terminal.press(stop)
            wait_at(terminal, stop)
            terminal.press("+", "b", "v", "b", "w")
        write(terminal, "n", "eigen woorden")
        go_to_choice(terminal, "Ik beslis nog niet")
        terminal.press("space")
        go_down_to(terminal, "bewaren voor de volgende keer")
        terminal.press("space")
        terminal.wait_for("Geen naam")
        terminal.press("enter")
        terminal.wait_for("Bewaard tot")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with watched(tmp_path) as terminal:
        terminal.wait_for("Er is een gesprek bewaard.")
        terminal.press("f5")
        terminal.wait_for("Bewaarde gesprekken")
        terminal.press("down", "enter")
        wait_at(terminal, "Beslissen")
        go_to_summary(terminal)
        terminal.press("s")
        terminal.wait_for("Samenvatting opslaan als")
        terminal.press("enter")
        terminal.wait_for("Opgeslagen.")
        terminal.press("l")
        terminal.wait_for("Het bestand staat hier:")
        terminal.press("m")
        terminal.wait_for("Wat gaat er mee naar huis?")
        terminal.press("enter")
        terminal.wait_for("Pagina voor thuis opslaan als")
        terminal.press("enter")
        terminal.wait_for("-voor-thuis-")
        go_down_to(terminal, "bewaren voor de volgende keer")
        terminal.press("space", "q")  # not kept any more; after an export the program does not ask
        assert terminal.wait_exit() == 0
    assert len(list((tmp_path / "Documents").glob("*.txt"))) == 1
    assert len(list((tmp_path / "Documents").glob("*.pdf"))) == 2
    assert not (tmp_path / "asked").exists()
    program("strace")  # without strace, only calls from Python were watched
    traces = list(tmp_path.glob("trace-*"))
    assert len(traces) == 2
    for trace in traces:
        assert [line for line in trace.read_text().splitlines() if REACHES_OUT.search(line)] == []


@contextmanager
def watched(home: Path) -> Iterator[Terminal]:
    """Start the program with the network refused, and under strace if that works here."""
    argv = [sys.executable, "-c", REFUSING, str(home / "asked")]
    if strace := found("strace"):
        number = len(list(home.glob("trace-*")))
        argv = [strace, "-f", "-qq", "-e", "trace=network", "-o", str(home / f"trace-{number}"), *argv]
    with Terminal(argv, env={"HOME": str(home), "XDG_STATE_HOME": None}, columns=100, rows=40) as terminal:
        yield terminal


def test_the_watch_would_see_it(tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    refusing = REFUSING.replace("from herniatui.cli import main\nsys.exit(main(sys.argv[2:]))", code)
    subprocess.run([sys.executable, "-c", refusing, str(tmp_path / "asked")], capture_output=True, check=False)
    assert (tmp_path / "asked").read_text().startswith("socket.getaddrinfo")
    trace = tmp_path / "trace"
    strace = program("strace")
    subprocess.run([strace, "-f", "-o", str(trace), sys.executable, "-c", code], capture_output=True, check=False)
    assert REACHES_OUT.search(trace.read_text())
