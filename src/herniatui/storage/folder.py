"""The folder where consults are kept: for the user alone, and written so that a file is whole or not there."""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from herniatui.i18n import _
from herniatui.private_files import FOLDER, make_folder, new_file
from herniatui.system_errors import Unsafe

LARGEST = 32 * 1024 * 1024
"""Bytes. A consult takes some thousands; what is larger than this is not one."""

# Do not follow a link, nor wait for the other end of a pipe; Windows has neither.
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Folder:
    """A private folder, and the only hand that writes in it. Whatever goes wrong is an `OSError`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make_ready(self) -> None:
        """Make the folder if it is not there, for the user alone. Raises `Unsafe` if it is another's, or a link."""
        if not self.path.is_absolute() or not _has_home(self.path):
            raise Unsafe(_("the home folder does not exist"))
        with suppress(FileExistsError):
            make_folder(self.path)
        self.check()

    def check(self) -> None:
        """Raises `Unsafe` if the folder is another user's, or a link elsewhere; takes others' rights to it away."""
        found = self.path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise Unsafe(_("the folder is a link to elsewhere"))
        if not stat.S_ISDIR(found.st_mode):
            raise Unsafe(_("there is a file where the folder should be"))
        who_we_are = getattr(os, "geteuid", None)  # Windows guards the folders of a user by other means
        if who_we_are:
            if found.st_uid != who_we_are():
                raise Unsafe(_("the folder belongs to another user"))
            if stat.S_IMODE(found.st_mode) != FOLDER:
                self.path.chmod(FOLDER)

    def names(self) -> list[str]:
        """Return the names of all that is in the folder; none if there is no folder."""
        try:
            self.check()
        except FileNotFoundError:
            return []
        return sorted(entry.name for entry in self.path.iterdir())

    def read(self, name: str) -> bytes:
        """Return what is in this file. Raises `Unsafe` if it is a link, no file, or far too large."""
        path = self.path / name
        if path.is_symlink():
            raise Unsafe(_("it is a link to elsewhere"))
        if path.is_dir():
            raise Unsafe(_("it is not a file"))
        with os.fdopen(os.open(path, os.O_RDONLY | _AS_IT_IS), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise Unsafe(_("it is not a file"))
            if found.st_size > LARGEST:
                raise Unsafe(_("it is far too large"))
            return file.read(LARGEST)

    def write(self, name: str, data: bytes) -> None:
        """Write a new file that the user alone can read. It is safe from the end of this process, not of the power."""
        path = self.path / name
        with suppress(FileNotFoundError):
            path.unlink()
        try:
            with new_file(path) as file:
                file.write(data)
        except OSError:
            with suppress(OSError):
                path.unlink()  # half a file is of no use, and the disk may be full
            raise

    def put_in_place(self, new: str, name: str, older: Sequence[str] = ()) -> None:
        """Put this new file, whole and on the disk, in the place of the one of this name, and remove the older ones."""
        handle = os.open(self.path / new, os.O_RDWR | _AS_IT_IS)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        (self.path / new).replace(self.path / name)
        for name_before in older:
            (self.path / name_before).unlink(missing_ok=True)
        self._sync()

    def remove(self, names: list[str]) -> None:
        """Remove these files, as far as they are there."""
        removed = False
        for name in names:
            path = self.path / name
            with suppress(FileNotFoundError, NotADirectoryError):
                if path.is_dir() and not path.is_symlink():
                    rmtree(path)
                else:
                    path.unlink()
                removed = True
        if removed:
            self._sync()

    def set_aside(self, name: str) -> str:
        """Give a file that cannot be used another name, so that it is never overwritten; return that name."""
        aside, number = f"{name}.damaged", 1
        while os.path.lexists(self.path / aside):
            number += 1
            aside = f"{name}.{number}.damaged"
        (self.path / name).rename(self.path / aside)
        return aside

    def _sync(self) -> None:
        """Have the disk keep the names as they are now. Windows does so by itself."""
        if os.name != "nt":
            handle = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _has_home(path: Path) -> bool:
    """Whether the home folder is there, if this path lies in it. A home that is not there is not made."""
    try:
        home = Path.home()
    except RuntimeError:
        return True  # nobody's home, so the path lies elsewhere
    return home.is_dir() or not path.is_relative_to(home)
