"""The store of talks: list, read, open and wipe them."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct
from platformdirs import user_state_path

from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.files import Reading, TalkFiles, files_of, lock_of, read_newest, talk_files
from herniatui.storage.folder import Folder
from herniatui.storage.lock import Lock
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.retention import KEPT, UNFINISHED, Retention
from herniatui.storage.writer import TalkWriter
from herniatui.system_errors import reason

ATTEMPTS = 5
"""How often to read a talk that another process is saving at the same time."""

_LETTERS = "bcdfghjkmnpqrstvwxz"  # no lookalikes; no vowels, so that an id is never a word
_DIGITS = "23456789"


class TalkNotFound(Exception):
    """A talk does not exist, is open elsewhere, or cannot be read; the message says why, and what to do."""


class StoredTalk(Struct, frozen=True):
    """A talk as listed."""

    id: str
    record: Record | None
    """None if it cannot be read."""
    problem: str = ""
    """Why it cannot be read, as part of a sentence."""
    is_open: bool = False
    """Whether another process has it open."""


def state_folder() -> Path:
    """Return this user's folder of talks."""
    return user_state_path("herniatui", appauthor=False)


class TalkStore:
    """The talks in one folder. Every failure on disk is an `OSError`."""

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
        self.retention = Retention(self.folder, unfinished, kept, now)

    def begin(self, card: CardStamp) -> OpenTalk:
        """Return a new talk about a card. Nothing is written before something is said."""
        talk_id = self._free_id()
        writer = TalkWriter(self.folder, talk_id, lock_of(self.folder, talk_id))
        return OpenTalk(writer, Record(card, self.now(), self.now()), self.now)

    def talks(self) -> list[StoredTalk]:
        """Return every stored talk, last changed first; unreadable talks come last."""
        found = [self._listed(files) for files in talk_files(self.folder) if files.names]
        readable = [talk for talk in found if talk.record]
        readable.sort(key=lambda talk: talk.record.changed if talk.record else self.now(), reverse=True)
        return [*readable, *(talk for talk in found if talk.problem)]

    def read(self, talk_id: str) -> Record:
        """Return the record of a talk as last saved, even while another process has it open.

        Takes no lock and writes nothing: a file of a talk is complete or absent.

        Raises:
            TalkNotFound: There is no such talk, or it cannot be read.
        """
        found = self._newest(files_of(self.folder, talk_id))
        if found.record:
            return found.record
        raise _unreadable(talk_id, found.reason) if found.reason else _no_talk(talk_id)

    def open(self, talk_id: str) -> OpenTalk:
        """Open a stored talk to continue it. Nothing is written before it changes.

        Raises:
            TalkNotFound: There is no such talk, it is open elsewhere, or it cannot be read.
        """
        lock = self._hold(talk_id)
        try:
            files = files_of(self.folder, talk_id)
            found = read_newest(self.folder, files.names)
            if found.record is None:
                raise _unreadable(talk_id, found.reason or _("it is no longer there"))
            for name in found.damaged:
                self.folder.set_aside(name)
        except (TalkNotFound, OSError):
            lock.release()
            raise
        there = [name for name in files.names if name not in found.damaged]
        return OpenTalk(TalkWriter(self.folder, talk_id, lock, there), found.record, self.now)

    def wipe(self, talk_id: str) -> None:
        """Remove a talk.

        Raises:
            TalkNotFound: There is no such talk, or it is open elsewhere.
        """
        with self._hold(talk_id):
            self.folder.remove(list(files_of(self.folder, talk_id).names))

    def _newest(self, files: TalkFiles) -> Reading:
        """Return the newest record of a talk. Between listing and reading, its next change may replace the file."""
        found = read_newest(self.folder, files.names)
        for _attempt in range(ATTEMPTS):
            if found.record or not files.names:
                break
            files = files_of(self.folder, files.id)
            found = read_newest(self.folder, files.names)
        return found

    def _listed(self, files: TalkFiles) -> StoredTalk:
        found = self._newest(files)
        try:
            is_open = lock_of(self.folder, files.id).is_held_elsewhere()
        except OSError as error:
            return StoredTalk(files.id, None, reason(error))
        return StoredTalk(files.id, found.record, found.reason, is_open)

    def _free_id(self) -> str:
        """Return an id that no talk has."""
        taken: set[str] = set()
        with suppress(OSError):  # where the folder cannot be read, saving reports it
            taken = {files.id for files in talk_files(self.folder)}
        while True:
            # A letter first: a spreadsheet takes 2345 for a number, and a Dutch one 3mrt for a date.
            talk_id = "".join(secrets.choice(signs) for signs in (_LETTERS, *[_LETTERS + _DIGITS] * 3))
            if talk_id not in taken:
                return talk_id

    def _hold(self, talk_id: str) -> Lock:
        """Return the lock of a talk, held. Raises `TalkNotFound`."""
        if all(files.id != talk_id for files in talk_files(self.folder)):
            raise _no_talk(talk_id)
        lock = lock_of(self.folder, talk_id)
        try:
            lock.hold()
        except BlockingIOError as error:
            raise TalkNotFound(_('the talk "{id}" is open in another window').format(id=talk_id)) from error
        return lock


def _no_talk(talk_id: str) -> TalkNotFound:
    message = _('there is no saved talk "{id}"; herniatui resume lists them')
    return TalkNotFound(message.format(id=printable(talk_id)))


def _unreadable(talk_id: str, why: str) -> TalkNotFound:
    message = _('the talk "{id}" cannot be opened: {reason}')
    return TalkNotFound(message.format(id=printable(talk_id), reason=why))
