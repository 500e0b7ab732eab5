"""Putting a document where people can find it."""

import errno
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from platformdirs import user_documents_dir

from herniatui.card.model import Card
from herniatui.private_files import write_whole
from herniatui.system_errors import not_saved


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
    """Whether there is a file of this name that could be replaced; a link to one is not."""
    try:
        target = Path(path).expanduser()
        return target.is_file() and not target.is_symlink()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: `~name` of nobody here
        return False


def save(path: str, data: bytes, *, replace: bool = False) -> str:
    """Write the document to this file; return what went wrong in a sentence, or an empty string.

    It is whole or not there, and for this user alone. A file that exists is never overwritten, unless told to
    `replace` it; what is no file (a folder, a device, a link) never is.
    """
    try:
        if path.endswith(("/", os.sep)):
            raise IsADirectoryError(errno.EISDIR, path)
        target = Path(path).expanduser()
        if target.is_symlink():
            raise OSError(errno.ELOOP, path)
        write_whole(target, data, replace=replace)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: `~name` of nobody here
        return not_saved(error, path)
    return ""
