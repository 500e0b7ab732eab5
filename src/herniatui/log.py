"""The log that a user asks for with `--log` or `HERNIATUI_LOG`: what the program did, and how long it took.

It never holds what was said, typed or named. So `event` takes numbers and names from the code, and an exception is
written as its type and frames: its message and the locals may hold a patient's words.
"""

import os
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from time import monotonic
from types import TracebackType

from herniatui import __version__
from herniatui.private_files import open_to_append

VARIABLE = "HERNIATUI_LOG"
"""Environment variable with the path of the log; `open_log` sets it, so that the next patient's process goes on."""
MAX_BYTES = 4_000_000
"""At this size the log starts anew, so that one that is always on fills no disk."""

_HEADER = b"herniatui log 1\n"
_NAME = re.compile(r"[\w.:/<>+-]{1,120}", re.ASCII)
_MOST_FRAMES, _MOST_CAUSES = 60, 5
_PACKAGE = Path(__file__).parent


class Log:
    """An open log. Failures of writing are ignored: a log never ends a talk."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it; raises `OSError`."""
        self.path = path
        self._file: FileIO = open_to_append(path, _HEADER)
        self._started = monotonic()

    def event(self, kind: str, **facts: str | float) -> None:
        """Write one line: the time, the process, the kind of event, and its facts."""
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        words = (f"{name}={_written(value)}" for name, value in facts.items())
        line = " ".join([moment, str(os.getpid()), kind, *words])
        with suppress(OSError, ValueError):
            if self._file.seek(0, os.SEEK_END) > MAX_BYTES:
                self._file.truncate(0)
                self._file.write(_HEADER)
            self._file.write(f"{line}\n".encode())  # one write: two programs may share the file

    def start(self, command: str) -> None:
        """Write that the program started, and where."""
        import platform  # lazy import: not needed without a log

        system, bundled = platform.system(), bool(getattr(sys, "frozen", False))
        version, machine = platform.python_version(), platform.machine()
        self.event(
            "start", version=__version__, command=command, python=version, system=system, machine=machine,
            bundled=bundled,
        )  # fmt: skip

    def end(self, code: int) -> None:
        """Write that the program ended, with its exit code."""
        self.event("end", code=code, seconds=monotonic() - self._started)

    def failure(self, error: BaseException) -> None:
        """Write the type and the frames of an exception and of its causes."""
        kind, count = "failure", 0
        cause: BaseException | None = error
        while cause is not None and count < _MOST_CAUSES:
            number = cause.errno if isinstance(cause, OSError) and cause.errno else 0
            self.event(kind, type=type(cause).__qualname__, errno=number)
            self._frames(cause.__traceback__)
            if isinstance(cause, BaseExceptionGroup):
                kind, cause = "within", cause.exceptions[0]
            else:
                kind, cause = "after", cause.__cause__ or cause.__context__
            count += 1

    def _frames(self, traceback: TracebackType | None) -> None:
        count = 0
        while traceback is not None and count < _MOST_FRAMES:
            code = traceback.tb_frame.f_code
            self.event("frame", at=f"{_place(code.co_filename)}:{traceback.tb_lineno}", function=code.co_qualname)
            traceback, count = traceback.tb_next, count + 1


_open: list[Log] = []
"""The log of this process, if there is one."""


def current() -> Log | None:
    """Return the log of this process; None if nobody asked for one."""
    return _open[0] if _open else None


def open_log(path: Path, command: str) -> None:
    """Open the log of this process, unless it is open already. Raises `OSError`."""
    if not _open:
        path = path.expanduser().absolute()
        _open.append(Log(path))
        os.environ[VARIABLE] = str(path)
        _open[0].start(command)


def failed(error: BaseException) -> bool:
    """Write an exception to the log of this process; return whether there is one."""
    if log := current():
        log.failure(error)
    return log is not None


def _written(value: str | float) -> str:
    """Return a fact as it is written: anything but a number or a name from the code is left out."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    text = str(value)
    return text if _NAME.fullmatch(text) else "?"


def _place(filename: str) -> str:
    """Return the file of a frame without the folders above the package, which name the user."""
    import sysconfig  # lazy import: needed only after a failure

    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    for name in ("purelib", "platlib", "stdlib"):
        folder = sysconfig.get_path(name)
        if folder and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name
