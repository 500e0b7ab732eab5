"""All consults that are kept: finding them, taking one up again, and removing what has been there too long."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct
from platformdirs import user_state_path

from herniatui.consult.model import EMPTY
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.files import TalkFiles, names_set_aside, read_newest, talk_files
from herniatui.storage.folder import Folder
from herniatui.storage.lock import Lock
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.writer import TalkWriter
from herniatui.system_errors import reason

UNFINISHED, KEPT = timedelta(hours=12), timedelta(days=30)
"""How long consults stay after they were last changed: those not finished, and those kept for the next visit."""

ATTEMPTS = 5
"""How often to read a consult that another program is saving meanwhile."""

_LETTERS = "bcdfghjkmnpqrstvwxz23456789"  # nothing that looks like something else, and no words


class TalkNotFound(Exception):
    """A consult cannot be had; the message says why, and what to do."""


class StoredTalk(Struct, frozen=True):
    """A consult that is kept."""

    id: str
    record: Record | None
    """None where it cannot be read."""
    problem: str = ""
    """Why it cannot be read, in words."""
    is_open: bool = False
    """Whether another program has it open."""


class Cleanup(Struct, frozen=True):
    """What tidying did."""

    removed: int = 0
    """So many consults had been there too long."""
    aside: tuple[str, ...] = ()
    """Files that could not be used, by the names they have now."""


def state_folder() -> Path:
    """Return the folder of this user where consults are kept."""
    return user_state_path("herniatui", appauthor=False)


class TalkStore:
    """The folder of consults. Whatever goes wrong on the disk is an `OSError`."""

    def __init__(
        self,
        path: Path,
        *,
        unfinished: timedelta = UNFINISHED,
        kept: timedelta = KEPT,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.folder = Folder(path)
        self.now = now
        self._unfinished = unfinished
        self._kept = kept

    def begin(self, card: CardStamp) -> OpenTalk:
        """Return the keeping of a new consult. Nothing is written until something is said."""
        consult_id = self._free_id()
        writer = TalkWriter(self.folder, consult_id, self._lock(consult_id))
        return OpenTalk(writer, Record(card, self.now(), self.now()), self.now)

    def talks(self) -> list[StoredTalk]:
        """Return every consult, the one changed last first; those that cannot be read at the end."""
        found = [self._look_at(files) for files in talk_files(self.folder) if files.names]
        readable = [one for one in found if one.record]
        readable.sort(key=lambda one: one.record.changed if one.record else self.now(), reverse=True)
        return [*readable, *(one for one in found if one.problem)]

    def until(self, record: Record) -> datetime:
        """Return until when this consult stays."""
        try:
            return record.changed + (self._kept if record.kept else self._unfinished)
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)

    def read(self, consult_id: str) -> Record:
        """Return this consult as it was saved last, also while another program has it open. Raises `NotThere`.

        It takes no lock and writes nothing: a file of a consult is whole or not there.
        """
        why = ""
        for _attempt in range(ATTEMPTS):  # between listing and reading, the next file may have taken its place
            files = self._files(consult_id)
            found = read_newest(self.folder, files.names)
            if found.record:
                return found.record
            if not files.names:
                break
            why = found.reason
        if not why:
            raise self._none_of_this_id(consult_id)
        raise TalkNotFound(_('the talk "{id}" cannot be opened: {reason}').format(id=printable(consult_id), reason=why))

    def open(self, consult_id: str) -> OpenTalk:
        """Take this consult up again. Nothing is written until it changes. Raises `NotThere`."""
        lock = self._hold(consult_id)
        try:
            files = self._files(consult_id)
            found = read_newest(self.folder, files.names)
            if found.record is None:
                why = found.reason or _("it is no longer there")
                raise TalkNotFound(_('the talk "{id}" cannot be opened: {reason}').format(id=consult_id, reason=why))
            for name in found.damaged:
                self.folder.set_aside(name)
        except (TalkNotFound, OSError):
            lock.release()
            raise
        there = [name for name in files.names if name not in found.damaged]
        return OpenTalk(TalkWriter(self.folder, consult_id, lock, there), found.record, self.now)

    def wipe(self, consult_id: str) -> None:
        """Remove this consult. Raises `NotThere` if there is none, or another program has it open."""
        with self._held(consult_id) as files:
            self.folder.remove(list(files.names))

    def wipe_aside(self) -> list[Path]:
        """Remove every file that was set aside, and locks that were left; return what could not be removed."""
        self.tidy(remove=False)
        for path in self.set_aside():
            with suppress(OSError):
                self.folder.remove([path.name])
        return self.set_aside()

    def tidy(self, remove: bool = True) -> Cleanup:
        """Remove what has been there too long (unless told not to remove), and set aside what cannot be used."""
        removed, set_aside = 0, []
        for one in talk_files(self.folder):
            # What another program has open, or the disk does not give, is left; the others are still tidied.
            with suppress(TalkNotFound, OSError), self._held(one.id) as files:
                found = read_newest(self.folder, files.names)
                if remove and self._is_over(files, found.record):
                    self.folder.remove(list(files.names))
                    removed += bool(files.names) and (found.record is None or found.record.consult != EMPTY)
                else:
                    set_aside += [self.folder.set_aside(name) for name in found.damaged]
        if remove:
            removed += self._remove_old_aside()
        return Cleanup(removed, tuple(set_aside))

    def set_aside(self) -> list[Path]:
        """Return the files that were set aside."""
        return [self.folder.path / name for name in names_set_aside(self.folder)]

    def _look_at(self, files: TalkFiles) -> StoredTalk:
        found = read_newest(self.folder, files.names)
        try:
            is_open = self._lock(files.id).is_held_elsewhere()
        except OSError as error:
            return StoredTalk(files.id, None, reason(error))
        return StoredTalk(files.id, found.record, found.reason, is_open)

    def _is_over(self, files: TalkFiles, record: Record | None) -> bool:
        """Whether this consult holds nothing, or has been there too long."""
        if record:
            return record.consult == EMPTY or self.until(record) < self.now()
        return all(self._is_old(name) for name in files.names)

    def _is_old(self, name: str) -> bool:
        """Whether this file, which cannot be read, has been there longer than anything is kept."""
        longest = max(self._kept, self._unfinished).total_seconds()
        return (self.folder.path / name).lstat().st_mtime + longest < self.now().timestamp()

    def _remove_old_aside(self) -> int:
        removed = 0
        for name in names_set_aside(self.folder):
            with suppress(OSError):
                if self._is_old(name):
                    self.folder.remove([name])
                    removed += 1
        return removed

    def _free_id(self) -> str:
        """Return an id that no consult has."""
        taken: set[str] = set()
        with suppress(OSError):  # where nothing can be reached, saving will say so
            taken = {files.id for files in talk_files(self.folder)}
        while True:
            consult_id = "".join(secrets.choice(_LETTERS) for _letter in range(4))
            if consult_id not in taken:
                return consult_id

    def _files(self, consult_id: str) -> TalkFiles:
        return next((one for one in talk_files(self.folder) if one.id == consult_id), TalkFiles(consult_id, ()))

    def _none_of_this_id(self, consult_id: str) -> TalkNotFound:
        none = _('there is no saved talk "{id}"; herniatui resume lists them')
        return TalkNotFound(none.format(id=printable(consult_id)))

    def _lock(self, consult_id: str) -> Lock:
        return Lock(self.folder.path / f"consult-{consult_id}.lock")

    def _hold(self, consult_id: str) -> Lock:
        """Return the lock of this consult, held. Raises `NotThere`."""
        if all(files.id != consult_id for files in talk_files(self.folder)):
            raise self._none_of_this_id(consult_id)
        lock = self._lock(consult_id)
        try:
            lock.hold()
        except BlockingIOError as taken:
            raise TalkNotFound(_('the talk "{id}" is open in another window').format(id=consult_id)) from taken
        return lock

    @contextmanager
    def _held(self, consult_id: str) -> Iterator[TalkFiles]:
        """Hold the lock of this consult for a while, and give its files. Raises `NotThere`."""
        lock = self._hold(consult_id)
        try:
            yield self._files(consult_id)
        finally:
            lock.release()
