"""Putting a document where people can find it."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from datetime import date
from pathlib import Path

from platformdirs import user_documents_dir

from herniatui.card.model import Card
from herniatui.words import _

_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL, errno.EACCES}
"""What a file system says that knows no second name for a file, such as that of a USB stick."""


def suggested_path(
    card: Card, day: date, folder: str = "", what: str = "", suffix: str = ".txt", *, free: bool = True
) -> Path:
    """Return a path that does not exist yet, without a word about the patient.

    It is in this folder; without one, or while that is not there, in the folder for documents. `what` tells the
    document from others of the card. One that need not be `free` is the same for all of a day.
    """
    stem = "-".join(filter(None, (f"keuzekaart-{card.id}", what, f"{day:%Y-%m-%d}")))
    where = _folder(folder)
    return _free(where, stem, suffix) if free else where / f"{stem}{suffix}"


def _folder(wanted: str) -> Path:
    for name in (wanted, user_documents_dir()):
        with suppress(OSError, RuntimeError):  # a network folder that is gone; `~name` of nobody here
            folder = Path(name).expanduser()
            if name and folder.is_dir():
                return folder
    return Path.home()


def _free(folder: Path, stem: str, suffix: str) -> Path:
    path, number = folder / f"{stem}{suffix}", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def is_there(path: str) -> bool:
    """Whether there is a file of this name that could be replaced."""
    try:
        return Path(path).expanduser().is_file()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: `~name` of nobody here
        return False


def save(path: str, data: bytes, *, replace: bool = False) -> str:
    """Write the document to this file; return what went wrong in a sentence, or an empty string.

    It is written beside it first, so that the file is whole or not there, and for this user alone. A file that exists
    is never overwritten, unless told to `replace` it; what is no file (a folder, a device) never is.
    """
    try:
        if path.endswith(("/", os.sep)):
            raise IsADirectoryError(errno.EISDIR, path)
        _save(Path(path).expanduser(), data, replace)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: `~name` of nobody here
        return _wrong(path, error)
    return ""


def _save(target: Path, data: bytes, replace: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, str(target))
    if replace:
        target = Path(os.path.realpath(target))  # the file that a link leads to, not the link
        if os.path.lexists(target) and not target.is_file():
            raise FileExistsError(errno.EINVAL, str(target))
    elif os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, str(target))
    beside = target.with_name(f".herniatui-{secrets.token_hex(4)}.tmp")
    try:
        with open(beside, "xb", opener=_for_this_user) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a full disk on a network may only say so now
        if replace:
            with suppress(OSError):  # what was for others too, stays so
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            beside.replace(target)
        else:
            _put_in_place(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)  # half a document is worse than none


def _for_this_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


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


def _wrong(path: str, error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    there = _("Not saved, there is a file of this name already. Choose another name. {path}")
    no_folder = _("Not saved, there is no such folder. Choose another. {path}")
    no_right = _("Not saved, you may not write here. Choose another folder. {path}")
    full = _("Not saved, the disk is full. Choose another. {path}")
    sentences = {
        errno.EEXIST: there,
        errno.ENOENT: no_folder,
        errno.ENOTDIR: no_folder,
        errno.EISDIR: _("Not saved, this is a folder. Add a name for the file. {path}"),
        errno.EACCES: no_right,
        errno.EPERM: no_right,
        errno.EROFS: no_right,
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.EFBIG: full,
    }
    return sentences.get(number or 0, _("Not saved, this name cannot be used. Choose another. {path}")).format(
        path=path
    )
