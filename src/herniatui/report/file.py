"""Putting a document where people can find it."""

import errno
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from platformdirs import user_documents_dir

from herniatui.card.model import Card
from herniatui.words import _


def suggested_path(card: Card, day: date, folder: str = "") -> Path:
    """Return a path that does not exist yet, without a word about the patient.

    It is in this folder; without one, or while that is not there, in the folder for documents.
    """
    return _free(_folder(folder), f"keuzekaart-{card.id}-{day:%Y-%m-%d}")


def _folder(wanted: str) -> Path:
    for name in (wanted, user_documents_dir()):
        with suppress(OSError, RuntimeError):  # a network folder that is gone; `~name` of nobody here
            folder = Path(name).expanduser()
            if name and folder.is_dir():
                return folder
    return Path.home()


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.txt", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}.txt"
    return path


def save_new(path: str, text: str) -> str:
    """Write the text as UTF-8 to a new file; return what went wrong in a sentence, or an empty string.

    A file that exists is never overwritten.
    """
    try:
        target = Path(path).expanduser()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, path)
        file = target.open("x", encoding="utf-8")
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: `~name` of nobody here
        return _wrong(path, error)
    try:
        with file:
            file.write(text)
    except (OSError, ValueError) as error:
        with suppress(OSError):
            target.unlink()  # half a summary is worse than none
        return _wrong(path, error)
    return ""


def _wrong(path: str, error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    sentences = {
        errno.EEXIST: _("Not saved, there is a file of this name already. Choose another name. {path}"),
        errno.ENOENT: _("Not saved, there is no such folder. Choose another. {path}"),
        errno.ENOTDIR: _("Not saved, there is no such folder. Choose another. {path}"),
        errno.EISDIR: _("Not saved, this is a folder. Add a name for the file. {path}"),
        errno.EACCES: _("Not saved, you may not write here. Choose another folder. {path}"),
        errno.EROFS: _("Not saved, you may not write here. Choose another folder. {path}"),
        errno.ENOSPC: _("Not saved, the disk is full. Choose another. {path}"),
    }
    return sentences.get(number or 0, _("Not saved, this name cannot be used. Choose another. {path}")).format(
        path=path
    )
