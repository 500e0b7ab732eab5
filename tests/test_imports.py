"""What the rooms of the program may bring in."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.program import ROOT

SOURCES = sorted((ROOT / "src" / "herniatui").rglob("*.py"))

NOT_ON_WINDOWS = {
    *("_curses", "crypt", "curses", "fcntl", "grp", "nis", "posix", "pty", "pwd", "readline", "resource", "spwd"),
    *("syslog", "termios", "tty"),
}
# Of modules that Windows has, what it lacks in them.
ATTRIBUTES_NOT_ON_WINDOWS = {
    *("signal.SIGHUP", "signal.SIGWINCH", "signal.SIGTSTP", "signal.SIGCONT", "signal.SIGKILL", "signal.SIGUSR1"),
    *("signal.SIGUSR2", "signal.SIGQUIT", "signal.SIGPIPE", "signal.SIGALRM", "signal.SIGCHLD", "signal.alarm"),
    *("os.fork", "os.getuid", "os.geteuid", "os.setsid", "os.killpg", "os.getpgid", "os.openpty", "os.fchmod"),
    *("os.ttyname", "os.uname", "os.mkfifo", "os.wait", "os.chown", "time.tzset", "asyncio.unix_events"),
}


def test_no_module_of_card_consult_report_and_settings_brings_in_textual() -> None:
    names = [module_name(path) for path in SOURCES if path.parent.name in ("card", "consult", "report", "settings")]
    assert len(names) > 15
    code = f"import sys, {', '.join(names)}; print('textual' in sys.modules, 'rich' in sys.modules)"
    assert run(code) == "False False"


def test_the_front_door_shows_and_checks_a_card_without_textual() -> None:
    code = (
        "import sys; from herniatui.cli import main;"
        "codes = [main(['list']), main(['show']), main(['check', 'hernia-in-de-rug']), main(['--version'])];"
        "print(codes, 'textual' in sys.modules)"
    )
    assert run(code).splitlines()[-1] == "[0, 0, 0, 0] False"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: module_name(path))
def test_nothing_is_brought_in_that_windows_lacks(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not {name.partition(".")[0] for name in imported(tree)} & NOT_ON_WINDOWS
    assert not set(used(tree)) & ATTRIBUTES_NOT_ON_WINDOWS


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import termios", {"termios"}),
        ("def f():\n    from curses import panel", {"curses"}),
        ("if True:\n    import os, pty as p", {"pty"}),
        ("try:\n    import fcntl.x\nexcept ImportError:\n    pass", {"fcntl"}),
        ("from importlib import import_module\nimport_module('pwd')", {"pwd"}),
        ("__import__('grp')", {"grp"}),
        ("from . import tty", set()),
        ("from herniatui.tui import resource", set()),
    ],
)
def test_the_check_itself_sees_an_import_wherever_it_stands(code: str, found: set[str]) -> None:
    assert {name.partition(".")[0] for name in imported(ast.parse(code))} & NOT_ON_WINDOWS == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import signal\nsignal.signal(signal.SIGHUP, print)", {"signal.SIGHUP"}),
        ("from signal import SIGHUP", {"signal.SIGHUP"}),
        ("import signal\nif hasattr(signal, 'SIGHUP'):\n    signal.signal(signal.SIGHUP, print)", set()),
        ("import signal, sys\nif sys.platform != 'win32':\n    print(signal.SIGTSTP)", set()),
        ("import signal, sys\nif sys.platform == 'win32':\n    pass\nelse:\n    print(signal.SIGTSTP)", set()),
        ("import signal\nif ready:\n    print(signal.SIGTSTP)", {"signal.SIGTSTP"}),
        ("import signal\nsignal.signal(signal.SIGINT, print)", set()),
    ],
)
def test_the_check_itself_sees_what_windows_lacks_unless_it_is_guarded(code: str, found: set[str]) -> None:
    assert set(used(ast.parse(code))) & ATTRIBUTES_NOT_ON_WINDOWS == found


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the name of every module that is imported, at the top or anywhere else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("__import__", "import_module")):
            yield from (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))


def used(node: ast.AST) -> Iterator[str]:
    """Yield `module.name` for everything taken from a module by name, but where the platform was asked for first."""
    if isinstance(node, ast.If) and any(
        asked in ast.unparse(node.test) for asked in ("hasattr(", "sys.platform", "os.name")
    ):
        return
    if isinstance(node, ast.Attribute):
        yield ast.unparse(node)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from used(child)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_what_is_typeset_is_not_remembered_in_our_process() -> None:
    code = (
        "import sys; from datetime import date; from herniatui.card.library import *; "
        "from herniatui.report.handout import pdf_bytes; "
        "print(pdf_bytes(open_deck(find(DEFAULT_CARD)), None, None, date(2031, 2, 3))[:5], 'typst' in sys.modules)"
    )
    assert run(code) == "b'%PDF-' False"


def run(code: str) -> str:
    """Run this in a Python of its own, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return done.stdout.strip()
