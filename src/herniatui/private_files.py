"""Writing files and folders that only this user can read. Every file that the program writes is made here."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

FOLDER, FILE = 0o700, 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""O_EXCL with O_CREAT also refuses a link of that name (POSIX open), so O_NOFOLLOW would add nothing."""
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL, errno.EACCES}
"""What a file system says that knows no second name for a file, such as that of a USB stick."""


def make_folder(path: Path) -> None:
    """Make this folder and those above it, as far as they are not there; those that are made have mode 0700.

    Raises `FileExistsError` where something else has the name, or any other `OSError`.
    """
    missing = []
    while not path.is_dir():
        missing.append(path)
        if path == path.parent:
            break
        path = path.parent
    for folder in reversed(missing):
        try:
            folder.mkdir(FOLDER)
        except FileExistsError:
            if not folder.is_dir():  # another program may just have made it
                raise
        else:
            folder.chmod(FOLDER)  # whatever the umask


def new_file(path: Path) -> BinaryIO:
    """Open a file that is not there yet, with mode 0600 whatever the umask. Raises `FileExistsError` for a link too."""
    handle = os.open(path, _NEW, FILE)
    try:
        if set_mode := getattr(os, "fchmod", None):  # Windows guards files by other means
            set_mode(handle, FILE)
        return os.fdopen(handle, "wb")
    except OSError:
        os.close(handle)
        with suppress(OSError):
            path.unlink()
        raise


def write_whole(target: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file that is whole or not there: beside it first, and then in its place.

    A file that exists is replaced only if told so, and keeps its mode. What is no file (a folder, a device) never is,
    and a link is neither followed nor replaced: raises `OSError` with `EISDIR`, `EINVAL`, `ELOOP` or `EEXIST`.
    """
    found = _found(target)
    if found and stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, str(target))
    if found and not replace:
        raise FileExistsError(errno.EEXIST, str(target))
    if found and stat.S_ISLNK(found.st_mode):
        raise OSError(errno.ELOOP, str(target))
    if found and not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, str(target))
    beside = target.with_name(f".herniatui-{secrets.token_hex(4)}.tmp")
    try:
        with new_file(beside) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a full disk on a network may only say so now
        if found:
            with suppress(OSError):  # what was for others too, stays so
                beside.chmod(stat.S_IMODE(found.st_mode))
            beside.replace(target)  # a link that has come here meanwhile is replaced itself
        else:
            _put_in_place(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)  # half a document is worse than none


def _found(target: Path) -> os.stat_result | None:
    try:
        return target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _put_in_place(beside: Path, target: Path) -> None:
    """Give the file its name; raise `FileExistsError` if another has it by now."""
    if os.name == "nt":
        beside.rename(target)  # which never replaces a file there
        return
    try:
        target.hardlink_to(beside)  # which never does so anywhere
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, str(target)) from error
        beside.rename(target)
