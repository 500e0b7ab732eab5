"""The files of a talk: their names, and the newest record among them."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from herniatui.i18n import _
from herniatui.storage.folder import Folder
from herniatui.storage.lock import Lock
from herniatui.storage.record import Damaged, NewerFormat, Record, from_bytes
from herniatui.system_errors import Unsafe, reason

_NAME = re.compile(r"consult-([a-z0-9]{4})\.(json|lock|\d{1,18}\.new)")
_SET_ASIDE = re.compile(r"consult-([a-z0-9]{4})\..*\.damaged")


class TalkFiles(Struct, frozen=True):
    """The files of one talk."""

    id: str
    names: tuple[str, ...]
    """File names without the lock file."""


class Reading(Struct, frozen=True):
    """The result of reading the files of a talk."""

    record: Record | None = None
    damaged: tuple[str, ...] = ()
    """Names of the files that are unusable."""
    reason: str = ""
    """Why there is no record, as part of a sentence."""


def consult_file(talk_id: str) -> str:
    """Return the name of a talk's file."""
    return f"consult-{talk_id}.json"


def pending_file(talk_id: str, number: int) -> str:
    """Return the name of a change that is written but not yet in place."""
    return f"consult-{talk_id}.{number}.new"


def lock_of(folder: Folder, talk_id: str) -> Lock:
    """Return the lock of a talk, not yet held."""
    return Lock(folder.path / f"consult-{talk_id}.lock")


def talk_files(folder: Folder) -> list[TalkFiles]:
    """Return the files of every talk in the folder; a talk of which only a lock is left has none."""
    return _by_talk(folder.names())


def files_of(folder: Folder, talk_id: str) -> TalkFiles:
    """Return the files of one talk."""
    names = [name for name in folder.names() if name.startswith(f"consult-{talk_id}.")]
    return next((files for files in _by_talk(names) if files.id == talk_id), TalkFiles(talk_id, ()))


def _by_talk(found: Iterable[str]) -> list[TalkFiles]:
    by_id: dict[str, list[str]] = {}
    for name in found:
        if match := _NAME.fullmatch(name):
            names = by_id.setdefault(match[1], [])
            if match[2] != "lock":
                names.append(name)
    return [TalkFiles(talk_id, tuple(names)) for talk_id, names in by_id.items()]


def names_set_aside(folder: Folder) -> dict[str, str]:
    """Return the names of the files that were set aside, each with the id of its talk."""
    return {name: match[1] for name in folder.names() if (match := _SET_ASIDE.fullmatch(name))}


def read_newest(folder: Folder, names: Sequence[str]) -> Reading:
    """Read these files of a talk, and return the record with the most changes."""
    records, damaged, why = [], [], ""
    for name in names:
        try:
            records.append(from_bytes(folder.read(name)))
        except FileNotFoundError:
            continue  # another process has just replaced it by the next change
        except NewerFormat:
            why = _("a newer version of this program made it")
        except Damaged as error:
            damaged.append(name)
            why = why or str(error)
        except Unsafe as error:
            damaged.append(name)
            why = why or reason(error)
        except OSError as error:
            why = why or reason(error)  # not set aside: it may be intact, and readable later or by another user
    newest = max(records, key=lambda record: record.change, default=None)
    if newest:  # a damaged change beside it was cut off by the end of its process, and was never on screen
        damaged = [name for name in damaged if not name.endswith(".new")]
    return Reading(newest, tuple(damaged), "" if newest else why)
