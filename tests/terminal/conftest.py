"""Fixtures that start the program in a terminal."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.program import HERNIA, herniatui
from tests.support.reading import wait_at
from tests.support.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home folder with an empty documents folder."""
    (tmp_path / "Documents").mkdir()
    return tmp_path


@pytest.fixture
def browser(home: Path) -> dict[str, str]:
    """Return an environment with a display and a browser that logs what it opens."""
    script = home / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{home}/opened"\n', encoding="utf-8")
    script.chmod(0o700)
    return {"DISPLAY": ":7", "BROWSER": str(script)}


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Return a function that starts the program with a card and waits for the start screen, or for the text `stop`."""
    with ExitStack() as stack:

        def begin(
            card: Path = HERNIA,
            *arguments: str,
            columns: int = 80,
            rows: int = 24,
            stop: str = "Start",
            **env: str | None,
        ) -> Terminal:
            argv = herniatui(*arguments, card)
            env = {"HOME": str(home), "XDG_STATE_HOME": None, **env}
            terminal = stack.enter_context(Terminal(argv, columns=columns, rows=rows, env=env, cwd=home))
            if stop == "Start":
                wait_at(terminal, stop)
            else:
                terminal.wait_for(stop)
            return terminal

        yield begin


@pytest.fixture
def printing(home: Path) -> dict[str, str]:
    """Return an environment with `lp` and `lpstat`: a default printer, and a log of what is printed."""
    return printing_programs(home, "system default destination: Spreekkamer_2")


def printing_programs(home: Path, default: str, printers: str = "", lp: str = "exit 0") -> dict[str, str]:
    """Return an environment with an `lpstat` that answers this, and an `lp` that logs its arguments and its input."""
    programs = home / "bin"
    programs.mkdir()
    scripts = {
        "lpstat": f'[ "$1" = -d ] && echo "{default}" || printf "{printers}"',
        "lp": f'printf "%s\\n" "$@" "input: $(cat)" > "{home}/printing" && mv "{home}/printing" "{home}/printed"; {lp}',
    }
    for name, script in scripts.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (programs / name).chmod(0o700)
    return {"PATH": f"{programs}:{os.environ['PATH']}"}
