"""Create `.venv` and install the program into it; `make` runs this with the Python that it found.

Only one process at a time installs in a folder; others wait. An interrupted installation is started again. On failure,
one sentence tells why, and names the file with the full output of pip.
"""

import errno
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

VENV = Path(".venv")
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
COMPLETE = VENV / "made"
"""Exists unless the creation of `.venv`, or an installation into it, was interrupted."""
INSTALLED, INSTALLED_DEV = VENV / "installed", VENV / "installed-dev"
"""Exist and are newer than `REQUIREMENTS` if everything listed there is installed."""
REQUIREMENTS = (Path("pyproject.toml"), Path("constraints.txt"))
LOCK = Path(".make.lock")
LOG = VENV / "install.log"

MIN_FREE = 20_000_000
"""Minimum bytes of a new `.venv`."""
FULL = re.compile(r"No space left on device|Disk quota exceeded")
UNREACHED = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError"
    r"|connection error|Connection refused|Temporary failure in name resolution"
)


class CannotInstall(Exception):
    """Installation failed; the message tells why and what to do."""


def install(dev: bool) -> None:
    """Install the program if it is not installed yet.

    Args:
        dev: whether to install the tools for development, too.

    Raises:
        CannotInstall: if the installation failed.
    """
    with _lock() as lock:
        if _is_current(INSTALLED_DEV if dev else INSTALLED):
            return
        if not _is_complete():
            _make_venv(lock)
        if not _is_current(INSTALLED):
            print("Installing the program into .venv.", flush=True)
            _pip(lock, ["--editable", ".[pdf]"])
            INSTALLED.touch()
        if dev:
            print("Installing what the tests need into .venv.", flush=True)
            extras = tomllib.loads(REQUIREMENTS[0].read_text(encoding="utf-8"))["project"]["optional-dependencies"]
            # Not the program itself: another make may be running it. Not compiled: most of it is never imported.
            _pip(lock, ["--no-compile", *extras["dev"]])
            INSTALLED_DEV.touch()


def why_pip_failed(output: str) -> str:
    """Return why pip failed and what to do, derived from its output."""
    if FULL.search(output):
        return "the disk is full. Make room, and run make again."
    if UNREACHED.search(output):
        return (
            "pip could not reach a package index. Connect this computer to the network and run make again; "
            "behind a proxy, set HTTPS_PROXY first; with an index of your own, set PIP_INDEX_URL."
        )
    errors = [line for line in output.splitlines() if line.lower().startswith("error")]
    return f"pip said: {_last_line(chr(10).join(errors) or output)}"


def _last_line(output: str) -> str:
    return ([line.strip() for line in output.splitlines() if line.strip()] or ["nothing"])[-1]


def _is_current(stamp: Path) -> bool:
    return stamp.exists() and all(stamp.stat().st_mtime_ns >= path.stat().st_mtime_ns for path in REQUIREMENTS)


def _is_complete() -> bool:
    """Whether `.venv` was created and installed without interruption, and its Python runs."""
    if not COMPLETE.exists():
        return False
    try:
        return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make_venv(lock: IO[bytes]) -> None:
    lacking = " and ".join(name for name in ("venv", "ensurepip") if not importlib.util.find_spec(name))
    if lacking:
        raise CannotInstall(f"{sys.executable} lacks {lacking}. On Debian and Ubuntu: apt install python3-venv")
    print(f"Making .venv with {sys.executable} (Python {sys.version.split()[0]}).", flush=True)
    code, output = _run(lock, [sys.executable, "-m", "venv", "--clear", str(VENV)])
    if code:
        full = FULL.search(output) or shutil.disk_usage(".").free < MIN_FREE  # venv hides the output of its pip
        why = "the disk is full. Make room, and run make again." if full else f"Python said: {_last_line(output)}"
        raise CannotInstall(f".venv could not be made: {why}")
    COMPLETE.touch()


def _pip(lock: IO[bytes], what: Sequence[str]) -> None:
    """Install these requirements. `COMPLETE` is absent while pip runs, so that an interruption is detected."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    LOG.unlink(missing_ok=True)
    COMPLETE.unlink(missing_ok=True)
    code, output = _run(lock, [*command, "--constraint", "constraints.txt", *what])
    COMPLETE.touch()
    if code:
        logged = LOG.read_text(encoding="utf-8", errors="replace") if LOG.exists() else ""
        why = why_pip_failed(f"{logged}\n{output}")
        raise CannotInstall(f"not installed: {why} All that pip said is in {LOG}.")


def _run(lock: IO[bytes], command: Sequence[str]) -> tuple[int, str]:
    """Run a command; return its exit code and output. It inherits the lock, in case this process is killed."""
    handles = () if os.name == "nt" else (lock.fileno(),)
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=handles,
        env={
            **os.environ,
            "PIP_LOG": str(LOG.absolute()),
        },  # also read by the pip that pip starts for build requirements
        check=False,
    )
    return done.returncode, done.stdout


@contextmanager
def _lock() -> Iterator[IO[bytes]]:
    """Hold the lock of this folder. The system releases it when all processes that hold it have ended."""
    with LOCK.open("ab") as lock:
        if not _try_lock(lock, wait=False):
            print("Another make is installing in this folder; waiting until it is done.", flush=True)
            while not _try_lock(lock, wait=True):
                pass
        yield lock


def _try_lock(lock: IO[bytes], wait: bool) -> bool:
    """Acquire the lock and return whether it succeeded; always true on a file system without locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # waits 10 seconds at most
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.ENOLCK, errno.ENOTSUP)
    return True


def main(arguments: Sequence[str]) -> int:
    """Install, and return the exit code."""
    if unknown := [argument for argument in arguments if argument != "--dev"]:
        print(f"unknown argument: {' '.join(unknown)}. Only --dev is possible here.", file=sys.stderr)
        return 2
    try:
        install(dev="--dev" in arguments)
    except CannotInstall as failure:
        message = str(failure)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            message = "the disk is full. Make room, and run make again."
        else:
            message = f"{error.filename or Path.cwd()} cannot be written: {error.strerror}. The folder is {Path.cwd()}."
    except KeyboardInterrupt:
        return 130
    else:
        return 0
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
