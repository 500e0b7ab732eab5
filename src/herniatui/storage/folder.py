"""The folder of talks: private to the user, with atomic writes, so that a file is complete or absent."""

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
"""Maximum file size in bytes; a talk takes some thousands."""

# Neither follow a link nor block on a pipe; Windows has neither.
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Folder:
    """A private folder. All writes in it go through this class. Every failure is an `OSError`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make_ready(self) -> None:
        """Make the folder with mode 0700, if it does not exist.

        Raises:
            Unsafe: The home folder does not exist, or see `check`.
        """
        if not self.path.is_absolute() or not has_home(self.path):
            raise Unsafe(_("the home folder does not exist"))
        with suppress(FileExistsError):
            make_folder(self.path)
        self.check()

    def check(self) -> None:
        """Check that the folder is safe, and remove all permissions of other users.

        Raises:
            Unsafe: The folder is a link, not a folder, or owned by another user.
        """
        found = self.path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise Unsafe(_("the folder is a link to elsewhere"))
        if not stat.S_ISDIR(found.st_mode):
            raise Unsafe(_("there is a file where the folder should be"))
        effective_user = getattr(os, "geteuid", None)  # Windows protects a user's folders by access lists
        if effective_user:
            if found.st_uid != effective_user():
                raise Unsafe(_("the folder belongs to another user"))
            if stat.S_IMODE(found.st_mode) != FOLDER:
                self.path.chmod(FOLDER)

    def names(self) -> list[str]:
        """Return the names of everything in the folder; an empty list if the folder does not exist."""
        try:
            self.check()
        except FileNotFoundError:
            return []
        return sorted(os.listdir(self.path))  # noqa: PTH208 - a cleanup lists 500 talks 500 times: iterdir takes 6 times as long

    def read(self, name: str) -> bytes:
        """Return the content of a file.

        Raises:
            Unsafe: It is a link, not a regular file, or larger than `LARGEST`.
        """
        path = self.path / name
        if path.is_symlink():
            raise Unsafe(_("it is a link to elsewhere"))
        if path.is_dir():
            raise Unsafe(_("it is not a file"))
        with os.fdopen(os.open(path, os.O_RDONLY | _FLAGS), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise Unsafe(_("it is not a file"))
            if found.st_size > LARGEST:
                raise Unsafe(_("it is far too large"))
            return file.read(LARGEST)

    def write(self, name: str, data: bytes) -> None:
        """Write a new file with mode 0600, not synced: it survives the end of this process, but not a power cut."""
        path = self.path / name
        with suppress(FileNotFoundError):
            path.unlink()
        try:
            with new_file(path) as file:
                file.write(data)
        except OSError:
            with suppress(OSError):
                path.unlink()  # an incomplete file is useless, and the disk may be full
            raise

    def put_in_place(self, new: str, name: str, older: Sequence[str] = ()) -> None:
        """Sync a new file and rename it to its name, atomically, then remove older files.

        Args:
            new: Name of the new file, which is complete.
            name: Its name from now on; a file of that name is replaced.
            older: Names of files that it supersedes.
        """
        handle = os.open(self.path / new, os.O_RDWR | _FLAGS)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        (self.path / new).replace(self.path / name)
        for superseded in older:
            (self.path / superseded).unlink(missing_ok=True)
        self._sync()

    def remove(self, names: list[str]) -> None:
        """Remove these files and folders, as far as they exist."""
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
        """Rename an unusable file, so that it is never overwritten; return its new name."""
        aside, number = f"{name}.damaged", 1
        while os.path.lexists(self.path / aside):
            number += 1
            aside = f"{name}.{number}.damaged"
        (self.path / name).rename(self.path / aside)
        return aside

    def _sync(self) -> None:
        """Sync the folder, so that renames and removals survive a power cut. Windows needs no call for that."""
        if os.name != "nt":
            handle = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def has_home(path: Path) -> bool:
    """Return False if this path is in a home folder that does not exist; such a home is never made."""
    try:
        home = Path.home()
    except RuntimeError:
        return True  # the user has no home, so the path is outside it
    return home.is_dir() or not path.is_relative_to(home)
