"""Dutch messages for errors of the operating system. The only table of errno values."""

import errno

from msgspec import Struct

from herniatui.i18n import _


class _Messages(Struct, frozen=True):
    """Messages for one kind of error."""

    reason: str
    """The reason, as part of a sentence."""
    not_saved: str
    """The message when saving a document failed with this, with `{path}`."""


_NO_NAME = _("Not saved, this name cannot be used. Choose another. {path}")
_NO_FOLDER = _("Not saved, there is no such folder. Choose another. {path}")
_NO_RIGHT = _("Not saved, you may not write here. Choose another folder. {path}")
_FAILED = _("Not saved, the disk does not answer as it should. Choose another. {path}")

_FULL = _Messages(_("the disk is full"), _("Not saved, the disk is full. Choose another. {path}"))
_DENIED = _Messages(_("you have no right to that"), _NO_RIGHT)
_READ_ONLY = _Messages(_("nothing can be written there"), _NO_RIGHT)
_MISSING = _Messages(_("the file or folder is not there"), _NO_FOLDER)
_BROKEN = _Messages(_("the disk does not answer as it should"), _FAILED)
_IN_USE_NOT_SAVED = _("Not saved, another program is using this. Choose another name. {path}")
_IN_USE = _Messages(_("another program is using it"), _IN_USE_NOT_SAVED)
_BUSY = _Messages(_("this computer has too much to do"), _FAILED)
_OFFLINE = _Messages(_("there is no connection"), _FAILED)
_REFUSED = _Messages(_("this name cannot be used"), _NO_NAME)
_ANYTHING = _Messages(_("this computer does not allow it"), _NO_NAME)

_BY_NAME = {
    "EACCES": _DENIED,
    "EPERM": _DENIED,
    "EROFS": _READ_ONLY,
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": _FULL,
    "ENOENT": _MISSING,
    "ENOTDIR": _MISSING,
    "EEXIST": _Messages(
        _("there is something of that name already"),
        _("Not saved, there is a file of this name already. Choose another name. {path}"),
    ),
    "ENOTEMPTY": _Messages(_("there is something in that folder"), _NO_NAME),
    "EISDIR": _Messages(_("it is a folder"), _("Not saved, this is a folder. Add a name for the file. {path}")),
    "ELOOP": _Messages(
        _("it is a link to elsewhere"), _("Not saved, this is a link to another place. Choose another name. {path}")
    ),
    "EINVAL": _Messages(_("it is not a file"), _NO_NAME),
    "ENXIO": _Messages(_("it is not a file"), _NO_NAME),
    "ENODEV": _Messages(_("it is not a file"), _NO_NAME),
    "ENAMETOOLONG": _Messages(_("the name is too long"), _NO_NAME),
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
    "EAGAIN": _Messages(_("it is open in another window"), _IN_USE_NOT_SAVED),
    "EMFILE": _BUSY,
    "ENFILE": _BUSY,
    "ENOMEM": _BUSY,
    "ETIMEDOUT": _Messages(_("it takes too long"), _FAILED),
    "EHOSTDOWN": _OFFLINE,
    "EHOSTUNREACH": _OFFLINE,
    "ENETDOWN": _OFFLINE,
    "ENETUNREACH": _OFFLINE,
    "ENOTCONN": _OFFLINE,
}  # by name: no system defines all of them
_BY_ERRNO = {number: _BY_NAME[name] for number, name in errno.errorcode.items() if name in _BY_NAME}
_BY_ERRNO[errno.EAGAIN] = _BY_NAME["EAGAIN"]  # `errorcode` may have it as EWOULDBLOCK

_BY_WINDOWS = {
    32: _IN_USE,  # sharing violation
    33: _IN_USE,  # lock violation
    39: _FULL,
    53: _OFFLINE,  # no such path on the network
    64: _OFFLINE,
    112: _FULL,
    123: _REFUSED,
    206: _BY_NAME["ENAMETOOLONG"],
    1117: _BROKEN,
}
"""By error code of Windows, where its errno says less or something else: that of 206 is ENOENT."""

_CUT_OFF = _Messages(_("the connection was broken off"), _FAILED)
_BY_CLASS = {
    "gaierror": _Messages(_("this site is not found"), _FAILED),
    "SSLError": _Messages(_("the connection to this site is not safe"), _FAILED),
    "TimeoutError": _BY_NAME["ETIMEDOUT"],
    "BrokenPipeError": _Messages(_("the program that should read it has stopped"), _FAILED),
    "ConnectionRefusedError": _OFFLINE,
    "ConnectionError": _CUT_OFF,
}
"""By class name, for exceptions without errno, or with another meaning of it; `ssl` is not imported for this."""


class Unsafe(OSError):
    """A file or folder is of an unsafe kind; the message says of which."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EPERM, reason)


def reason(error: OSError) -> str:
    """Return the reason of the error, as part of a sentence; never in the system's words, which are English."""
    if isinstance(error, Unsafe):
        return str(error.strerror)
    return _messages(error).reason


def not_saved(error: Exception, path: str) -> str:
    """Return in a sentence why a document could not be saved to this path, and what to do."""
    return _messages(error).not_saved.format(path=path)


def _messages(error: Exception) -> _Messages:
    for base in type(error).__mro__:
        if base.__name__ in _BY_CLASS:
            return _BY_CLASS[base.__name__]
    of_windows = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0)
    if of_windows:
        return of_windows
    number = error.errno if isinstance(error, OSError) else None
    return _BY_ERRNO.get(number or 0, _ANYTHING)
