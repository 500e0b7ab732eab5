"""Retention: remove talks that have expired, and set damaged files aside. Runs at the start of the program."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from herniatui.consult.model import EMPTY
from herniatui.storage.files import TalkFiles, files_of, lock_of, names_set_aside, read_newest, talk_files
from herniatui.storage.folder import Folder
from herniatui.storage.record import Record

UNFINISHED, KEPT = timedelta(hours=12), timedelta(days=30)
"""Default time between the last change of a talk and its expiry: unfinished, and kept for the next visit."""


class Cleanup(Struct, frozen=True):
    """The result of `Retention.clean_up`."""

    removed: int = 0
    """Number of expired talks and files."""
    aside: tuple[str, ...] = ()
    """New names of the damaged files that were set aside."""


class Retention:
    """How long the talks in a folder are stored. Every failure on disk is an `OSError`."""

    def __init__(self, folder: Folder, unfinished: timedelta, kept: timedelta, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._unfinished = unfinished
        self._kept = kept
        self._now = now

    def expiry(self, record: Record) -> datetime:
        """Return the moment at which a talk expires."""
        try:
            return record.changed + (self._kept if record.kept else self._unfinished)
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)

    def clean_up(self, remove: bool = True) -> Cleanup:
        """Remove expired and empty talks, set damaged files aside, and remove locks that were left behind.

        Args:
            remove: False only sets aside, and removes no talk: for when the retention settings are not certain.
        """
        removed, set_aside = 0, []
        for listed in talk_files(self._folder):
            # A talk that is open elsewhere or cannot be read is skipped; the others are still cleaned up.
            with suppress(OSError), lock_of(self._folder, listed.id):
                files = files_of(self._folder, listed.id)
                found = read_newest(self._folder, files.names)
                if remove and self._is_over(files, found.record):
                    self._folder.remove(list(files.names))
                    removed += bool(files.names) and (found.record is None or found.record.consult != EMPTY)
                else:
                    set_aside += [self._folder.set_aside(name) for name in found.damaged]
        if remove:
            removed += self._remove_old_aside()
        return Cleanup(removed, tuple(set_aside))

    def files_set_aside(self) -> list[Path]:
        """Return the files that were set aside."""
        return [*self.talks_set_aside()]

    def talks_set_aside(self) -> dict[Path, str]:
        """Return the files that were set aside, each with the id of its talk."""
        return {self._folder.path / name: talk_id for name, talk_id in names_set_aside(self._folder).items()}

    def wipe_set_aside(self) -> list[Path]:
        """Remove every damaged file, and locks that were left behind; return the files that could not be removed."""
        self.clean_up(remove=False)
        for name in names_set_aside(self._folder):
            with suppress(OSError):
                self._folder.remove([name])
        return self.files_set_aside()

    def _is_over(self, files: TalkFiles, record: Record | None) -> bool:
        """Return whether a talk is empty or has expired."""
        if record:
            return record.consult == EMPTY or self.expiry(record) < self._now()
        return all(self._is_old(name) for name in files.names)

    def _is_old(self, name: str) -> bool:
        """Return whether an unreadable file is older than the longest retention."""
        longest = max(self._kept, self._unfinished).total_seconds()
        return (self._folder.path / name).lstat().st_mtime + longest < self._now().timestamp()

    def _remove_old_aside(self) -> int:
        removed = 0
        for name in names_set_aside(self._folder):
            with suppress(OSError):
                if self._is_old(name):
                    self._folder.remove([name])
                    removed += 1
        return removed
