"""The files of one consult: which there are, and what the newest that can be read says."""

import re
from collections.abc import Sequence

from msgspec import Struct

from herniatui.i18n import _
from herniatui.storage.folder import Folder
from herniatui.storage.record import Damaged, NewerFormat, Record, from_bytes
from herniatui.system_errors import Unsafe, reason

_NAME = re.compile(r"consult-([a-z0-9]{4})\.(json|lock|\d{1,18}\.new)")
_ASIDE = re.compile(r"consult-[a-z0-9]{4}\..*\.damaged")


class TalkFiles(Struct, frozen=True):
    """What there is of one consult."""

    id: str
    names: tuple[str, ...]
    """Every file but the lock."""


class Reading(Struct, frozen=True):
    """What reading these files gave."""

    record: Record | None = None
    damaged: tuple[str, ...] = ()
    """The files that cannot be used."""
    reason: str = ""
    """Why there is no record, in words."""


def talk_files(folder: Folder) -> list[TalkFiles]:
    """Return the consults in this folder, with no file at all where only a lock was left."""
    by_id: dict[str, list[str]] = {}
    for name in folder.names():
        if match := _NAME.fullmatch(name):
            names = by_id.setdefault(match[1], [])
            if match[2] != "lock":
                names.append(name)
    return [TalkFiles(consult_id, tuple(names)) for consult_id, names in by_id.items()]


def names_set_aside(folder: Folder) -> list[str]:
    """Return the names of the files that were set aside."""
    return [name for name in folder.names() if _ASIDE.fullmatch(name)]


def read_newest(folder: Folder, names: Sequence[str]) -> Reading:
    """Return what the newest of these files says."""
    records, damaged, why = [], [], ""
    for name in names:
        try:
            records.append(from_bytes(folder.read(name)))
        except FileNotFoundError:
            continue  # another program has just put the next one in place
        except NewerFormat:
            why = _("a newer version of this program made it")
        except Damaged as wrong:
            damaged.append(name)
            why = why or str(wrong)
        except Unsafe as wrong:
            damaged.append(name)
            why = why or reason(wrong)
        except OSError as wrong:
            why = why or reason(wrong)  # perhaps only now, or only to us: it may be whole
    newest = max(records, key=lambda record: record.change, default=None)
    if newest:  # then a change that is not whole was being written when its program ended, and was never shown
        damaged = [name for name in damaged if not name.endswith(".new")]
    return Reading(newest, tuple(damaged), "" if newest else why)
