"""What the system says went wrong with a file, in words of ours. The only place that knows its numbers."""

import errno

from msgspec import Struct

from herniatui.i18n import _


class _Said(Struct, frozen=True):
    """What we say of one kind of trouble."""

    reason: str
    """As part of a sentence."""
    not_saved: str
    """As what went wrong when a document was saved, and what to do; with `{path}` at the end."""


_NO_NAME = _("Not saved, this name cannot be used. Choose another. {path}")
_NO_FOLDER = _("Not saved, there is no such folder. Choose another. {path}")
_NO_RIGHT = _("Not saved, you may not write here. Choose another folder. {path}")
_FAILED = _("Not saved, the disk does not answer as it should. Choose another. {path}")

_FULL = _Said(_("the disk is full"), _("Not saved, the disk is full. Choose another. {path}"))
_DENIED = _Said(_("you have no right to that"), _NO_RIGHT)
_READ_ONLY = _Said(_("nothing can be written there"), _NO_RIGHT)
_MISSING = _Said(_("the file or folder is not there"), _NO_FOLDER)
_BROKEN = _Said(_("the disk does not answer as it should"), _FAILED)
_NO_HOLD = _("Not saved, another program is using this. Choose another name. {path}")
_IN_USE = _Said(_("another program is using it"), _NO_HOLD)
_BUSY = _Said(_("this computer has too much to do"), _FAILED)
_OFFLINE = _Said(_("there is no connection"), _FAILED)
_REFUSED = _Said(_("this name cannot be used"), _NO_NAME)
_ANYTHING = _Said(_("this computer does not allow it"), _NO_NAME)

_SAID = {
    "EACCES": _DENIED,
    "EPERM": _DENIED,
    "EROFS": _READ_ONLY,
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": _FULL,
    "ENOENT": _MISSING,
    "ENOTDIR": _MISSING,
    "EEXIST": _Said(
        _("there is something of that name already"),
        _("Not saved, there is a file of this name already. Choose another name. {path}"),
    ),
    "ENOTEMPTY": _Said(_("there is something in that folder"), _NO_NAME),
    "EISDIR": _Said(_("it is a folder"), _("Not saved, this is a folder. Add a name for the file. {path}")),
    "ELOOP": _Said(
        _("it is a link to elsewhere"), _("Not saved, this is a link to another place. Choose another name. {path}")
    ),
    "EINVAL": _Said(_("it is not a file"), _NO_NAME),
    "ENXIO": _Said(_("it is not a file"), _NO_NAME),
    "ENODEV": _Said(_("it is not a file"), _NO_NAME),
    "ENAMETOOLONG": _Said(_("the name is too long"), _NO_NAME),
    "EILSEQ": _REFUSED,
    "EIO": _BROKEN,
    "ESTALE": _BROKEN,
    "EREMOTEIO": _BROKEN,
    "EUCLEAN": _BROKEN,
    "EBADF": _READ_ONLY,
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EDEADLK": _IN_USE,
    "ENOLCK": _BROKEN,
    "EAGAIN": _Said(_("it is open in another window"), _NO_HOLD),
    "EMFILE": _BUSY,
    "ENFILE": _BUSY,
    "ENOMEM": _BUSY,
    "ETIMEDOUT": _Said(_("it takes too long"), _FAILED),
    "EHOSTDOWN": _OFFLINE,
    "EHOSTUNREACH": _OFFLINE,
    "ENETDOWN": _OFFLINE,
    "ENETUNREACH": _OFFLINE,
    "ENOTCONN": _OFFLINE,
}  # by name, because no system has all of them
_BY_NUMBER = {number: _SAID[name] for number, name in errno.errorcode.items() if name in _SAID}
_BY_NUMBER[errno.EAGAIN] = _SAID["EAGAIN"]  # some systems name it EWOULDBLOCK


_CUT_OFF = _Said(_("the connection was broken off"), _FAILED)
_BY_KIND = {
    "gaierror": _Said(_("this site is not found"), _FAILED),
    "SSLError": _Said(_("the connection to this site is not safe"), _FAILED),
    "TimeoutError": _SAID["ETIMEDOUT"],
    "BrokenPipeError": _Said(_("the program that should read it has stopped"), _FAILED),
    "ConnectionRefusedError": _OFFLINE,
    "ConnectionError": _CUT_OFF,
}
"""By the name of a class, for what has no number of the system, or another meaning for it; `ssl` is not imported."""


class Unsafe(OSError):
    """A file or folder is not what it should be; the message says what it is instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EPERM, reason)


def reason(error: OSError) -> str:
    """Return why this happened, as part of a sentence; never in the system's words, which are English."""
    if isinstance(error, Unsafe):
        return str(error.strerror)
    return _said(error).reason


def not_saved(error: Exception, path: str) -> str:
    """Return why a document could not be saved here, and what to do, in a sentence."""
    return _said(error).not_saved.format(path=path)


def _said(error: Exception) -> _Said:
    for kind in type(error).__mro__:
        if kind.__name__ in _BY_KIND:
            return _BY_KIND[kind.__name__]
    number = error.errno if isinstance(error, OSError) else None
    return _BY_NUMBER.get(number or 0, _ANYTHING)
