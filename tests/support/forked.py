"""Run a command of the program in a process that is forked from one with all its modules: a fifth of its time."""

import os
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

PRELOADED = [
    "herniatui.__main__",
    "herniatui.cli",
    "herniatui.cli.annotate_command",
    "herniatui.cli.card_commands",
    "herniatui.cli.config_command",
    "herniatui.cli.doctor_command",
    "herniatui.cli.report_command",
    "herniatui.cli.schema_command",
    "herniatui.cli.stored_talk_commands",
]
TIMEOUT = 60.0


@cache
def _context() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def run_forked(arguments: list[str], env: Mapping[str, str], cwd: Path) -> CompletedProcess[str]:
    """Run the program with these arguments, and return its exit code and what it printed, decoded as UTF-8.

    Streams, environment, folder and umask are those that a new process would have; its modules are imported already.
    """
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        os.umask(umask := os.umask(0))
        process = _context().Process(target=_main, args=(arguments, dict(env), cwd, umask, out, err))
        process.start()
        process.join(TIMEOUT)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutExpired(arguments, TIMEOUT)
        printed = (path.read_text("utf-8", "strict") for path in (out, err))
        return CompletedProcess(arguments, process.exitcode, *printed)


def _main(arguments: list[str], env: dict[str, str], cwd: Path, umask: int, out: Path, err: Path) -> None:
    """Become the program: what `python -m herniatui` does once its modules are imported."""
    for number, path in enumerate((Path(os.devnull), out, err)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    os.umask(umask)
    from herniatui import __main__ as program  # lazy import: the caller has no need of it

    sys.argv = [str(program.__file__), *arguments]
    sys.exit(program.main())
