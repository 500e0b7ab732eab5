"""Files and folders that only this user can read. Every file that the program writes is created here."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO

FOLDER, FILE = 0o700, 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""O_EXCL with O_CREAT also refuses a link of that name (POSIX open), so O_NOFOLLOW would add nothing."""
_APPEND = (
    os.O_RDWR | os.O_CREAT | os.O_APPEND
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
"""Neither follow a link nor block on a pipe; Windows has neither."""
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL, errno.EACCES}
"""Errors of file systems without hard links, such as that of a USB stick."""


def make_folder(path: Path) -> None:
    """Create this folder and its missing parents, with mode 0700.

    Raises `FileExistsError` if a path is no folder, or any other `OSError`.
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
            if not folder.is_dir():  # another process may just have created it
                raise
        else:
            folder.chmod(FOLDER)  # whatever the umask


def new_file(path: Path) -> BinaryIO:
    """Create a file with mode 0600, whatever the umask. Raises `FileExistsError` if the name exists, also as a link."""
    handle = os.open(path, _NEW, FILE)
    try:
        if set_mode := getattr(os, "fchmod", None):  # not on Windows, which has no POSIX permissions
            set_mode(handle, FILE)
        return os.fdopen(handle, "wb")
    except OSError:
        os.close(handle)
        with suppress(OSError):
            path.unlink()
        raise


def open_to_append(path: Path, header: bytes) -> FileIO:
    """Open a file that grows, or create it with mode 0600, whatever the umask; a new one begins with this header.

    Raises:
        OSError: with `EISDIR`, `EINVAL` or `ELOOP` for a folder, a device or a link, with `EEXIST` for a file that does
            not begin with the header and so is another file of the user, or any other.
    """
    found = _found(path)
    _refuse_unless_regular(path, found)
    file = FileIO(os.open(path, _APPEND, FILE), "r+")
    try:
        begin = file.read(len(header))
        if begin not in (b"", header):
            raise FileExistsError(errno.EEXIST, str(path))
        if not found and (set_mode := getattr(os, "fchmod", None)):
            set_mode(file.fileno(), FILE)
        if not begin:
            file.write(header)
    except OSError:
        file.close()
        raise
    return file


def write_whole(target: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file atomically: to a temporary file beside it, then by rename or hard link.

    An existing file is replaced only with `replace`, and keeps its mode. Anything else (a folder, a device) is never
    replaced, and a link is neither followed nor replaced.

    Raises:
        OSError: with `EISDIR`, `EINVAL`, `ELOOP` or `EEXIST` in these cases, or any other.
    """
    found = _found(target)
    if found and not replace and not stat.S_ISDIR(found.st_mode):
        raise FileExistsError(errno.EEXIST, str(target))
    _refuse_unless_regular(target, found)
    beside = target.with_name(f".herniatui-{secrets.token_hex(4)}.tmp")
    try:
        with new_file(beside) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a full network disk may report it only here
        if found:
            with suppress(OSError):  # keep the permissions of the old file
                beside.chmod(stat.S_IMODE(found.st_mode))
            beside.replace(target)  # a link created meanwhile is replaced, not followed
        else:
            _put_in_place(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)  # after a failure: an incomplete file is worse than none


def _found(target: Path) -> os.stat_result | None:
    try:
        return target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _refuse_unless_regular(path: Path, found: os.stat_result | None) -> None:
    """Raise `OSError` if a folder, a link or a device has this path."""
    if found and stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, str(path))
    if found and stat.S_ISLNK(found.st_mode):
        raise OSError(errno.ELOOP, str(path))
    if found and not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, str(path))


def _put_in_place(beside: Path, target: Path) -> None:
    """Give the temporary file its name; raise `FileExistsError` if that exists by now."""
    if os.name == "nt":
        beside.rename(target)  # on Windows, this never replaces a file
        return
    try:
        target.hardlink_to(beside)  # never replaces a file, on any system
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, str(target)) from error
        beside.rename(target)
