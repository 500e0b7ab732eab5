"""The folders that the program uses, and the disk that talks are saved on."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

from platformdirs import user_documents_dir

from herniatui.doctor.finding import Finding
from herniatui.i18n import _, with_points
from herniatui.private_files import new_file
from herniatui.settings.config_file import settings_file
from herniatui.settings.model import Settings
from herniatui.storage.folder import Folder, has_home
from herniatui.storage.store import state_folder
from herniatui.storage.writer import SLOW
from herniatui.system_errors import Unsafe, reason

_STATE, _CONFIG, _DOCUMENTS = "state", "config", "documents"
LEAST_FREE_MB = 50
"""A talk takes some kilobytes and a PDF less than one megabyte; a disk with less than this is about to be full."""


def check_folders(settings: Settings) -> Finding:
    """Return each folder with its rights, and why it cannot be used if that is so."""
    data, lines, advice = {}, [], []
    for key, words, path in _folders(settings):
        mode = _mode(path)
        wrong = _problem(key, path)
        data[key] = {"path": str(path), "mode": mode, "problem": wrong}
        rights = _("rights {mode}").format(mode=mode) if mode else _("not there")
        lines.append(f"{words}: {path} ({rights})" + (f": {wrong}" if wrong else ""))
        if wrong:
            advice.append(_("{folder}: make this folder, or ask for the right to use it.").format(folder=words))
    return Finding("folders", _("Folders"), tuple(lines), data, tuple(advice))


def check_disk() -> Finding:
    """Return the free space, and how long a file takes to be safe (fsync), where talks are saved."""
    title, folder = _("Disk"), state_folder()
    data: dict[str, object] = {"folder": str(folder)}
    lines, advice = [], []
    try:
        folder = _existing(folder)
        free = shutil.disk_usage(folder).free // 1_000_000
        data["free_mb"] = free
        lines.append(_("{megabytes} MB free").format(megabytes=with_points(free)))
        if free < LEAST_FREE_MB:
            advice.append(_("The disk is almost full. Remove what you do not need."))
        seconds = _fsync_seconds(folder)
    except OSError as error:
        lines.append(_("no file can be saved: {reason}").format(reason=reason(error)))
        advice.append(_("Talks are not saved now. Make room on the disk, or ask for the right to write there."))
    else:
        data["fsync_ms"] = round(1000 * seconds, 1)
        lines.append(_("saving a file takes {milliseconds} ms").format(milliseconds=round(1000 * seconds)))
        if seconds > SLOW:
            advice.append(_("This disk is slow. If it is on a network, ask for a folder on this computer."))
    return Finding("disk", title, tuple(lines), data, tuple(advice))


def _folders(settings: Settings) -> Iterator[tuple[str, str, Path]]:
    """Yield the key, name and path of each folder."""
    yield _STATE, _("talks"), state_folder()
    yield _CONFIG, _("settings"), settings_file().parent
    yield _DOCUMENTS, _("documents"), Path(user_documents_dir())
    if settings.summary_folder:
        path = Path(settings.summary_folder)
        with suppress(RuntimeError):  # `~name` of an unknown user
            path = path.expanduser()
        yield "summary_folder", "summary_folder", path


def _problem(key: str, path: Path) -> str:
    """Return why this folder cannot be used, as part of a sentence; empty if it can, or need not exist.

    The folder of talks is made for this user alone when one is saved. Without settings or documents folder the program
    uses the defaults and the home folder.
    """
    try:
        if key == _STATE:
            with suppress(FileNotFoundError):
                Folder(path).check()
            path = _existing(path)
        elif key in (_CONFIG, _DOCUMENTS) and not path.exists():
            return ""
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, str(path))
        if not os.access(path, os.X_OK | (os.R_OK if key == _CONFIG else os.W_OK)):
            raise PermissionError(errno.EACCES, str(path))
    except OSError as error:
        return reason(error)
    return ""


def _mode(path: Path) -> str:
    """Return the rights of the folder in octal, on Windows only that it exists; empty if it does not."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return ""
    return f"{mode:04o}" if os.name == "posix" else _("of the user's profile")


def _existing(path: Path) -> Path:
    """Return the folder, or the nearest one above it that exists: there it would be made. Raises `OSError`."""
    if not path.is_absolute() or not has_home(path):
        raise Unsafe(_("the home folder does not exist"))
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def _fsync_seconds(folder: Path) -> float:
    """Return how long it takes until a small new file in this folder is on the disk; the file is removed."""
    path = folder / f".herniatui-{secrets.token_hex(4)}.tmp"
    started = monotonic()
    try:
        with new_file(path) as file:
            file.write(b"herniatui doctor\n" * 256)
            file.flush()
            os.fsync(file.fileno())
        return monotonic() - started
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)
