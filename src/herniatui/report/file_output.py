"""Write an export to a file of the user's choice."""

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
    """Return a path for an export, without anything about the patient.

    Args:
        card: The card, whose id is part of the name.
        day: The day of the talk, part of the name.
        folder: The folder; if it is empty or missing, the user's documents folder.
        what: Kind of document, part of the name.
        suffix: File name suffix, with the dot.
        free: Whether to number the name such that no file exists at the path.
    """
    stem = "-".join(filter(None, (f"keuzekaart-{card.id}", what, f"{day:%Y-%m-%d}")))
    existing = _existing_folder(folder)
    return _free(existing, stem, suffix) if free else existing / f"{stem}{suffix}"


def _existing_folder(wanted: str) -> Path:
    for name in (wanted, user_documents_dir()):
        with suppress(OSError, RuntimeError):  # a network folder that is gone; RuntimeError: `~name` of an unknown user
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
    """Return whether a regular file exists at the path, which could be replaced; False for a link to one."""
    try:
        target = Path(path).expanduser()
        return target.is_file() and not target.is_symlink()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: `~name` of an unknown user
        return False


def save(path: str, data: bytes, *, replace: bool = False) -> str:
    """Write a document atomically, readable by this user only; return the error as a sentence, or an empty string.

    Args:
        path: The path, which may start with `~`.
        data: The document.
        replace: Whether to overwrite an existing file. A folder, device or link is never overwritten.
    """
    try:
        if path.endswith(("/", os.sep)):
            raise IsADirectoryError(errno.EISDIR, path)
        target = Path(path).expanduser()
        if target.is_symlink():
            raise OSError(errno.ELOOP, path)
        write_whole(target, data, replace=replace)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: `~name` of an unknown user
        return not_saved(error, path)
    return ""
