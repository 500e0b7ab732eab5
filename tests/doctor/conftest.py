"""A home folder of a test's own, and a terminal that says where its cursor is."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

_ASKED = re.compile(rb"\r([^\r\x1b]+)\x1b\[6n")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder, with a documents folder, that the folders of the program are in."""
    home = tmp_path / "thuis"
    (home / "Documents").mkdir(parents=True)
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    return home


@contextmanager
def answering_terminal(width: Callable[[str], int | None]) -> Iterator[int]:
    """Yield the descriptor of a terminal that draws each sign this wide; None: it does not answer for that sign."""
    assert sys.platform != "win32"
    master, slave = os.openpty()

    def answer() -> None:
        waiting = b""
        try:
            while data := os.read(master, 4096):
                waiting += data
                asked = list(_ASKED.finditer(waiting))
                for sign in asked:
                    if (cells := width(sign[1].decode())) is not None:
                        os.write(master, f"\x1b[1;{1 + cells}R".encode())
                waiting = waiting[asked[-1].end() :] if asked else waiting
        except OSError:
            return

    thread = Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield slave
    finally:
        os.close(slave)
        thread.join()
        os.close(master)
