"""What the system says went wrong with a file, in words of ours."""

import errno

from herniatui.words import _

_REASONS = {
    errno.ENOSPC: _("the disk is full"),
    errno.EDQUOT: _("the disk is full"),
    errno.EFBIG: _("the disk is full"),
    errno.EACCES: _("you have no right to that"),
    errno.EBADF: _("nothing can be written there"),
    errno.EROFS: _("nothing can be written there"),
    errno.ENOENT: _("the file or folder is not there"),
    errno.ENOTDIR: _("the file or folder is not there"),
    errno.EIO: _("the disk does not answer as it should"),
    errno.ELOOP: _("it is a link to elsewhere"),
    errno.EISDIR: _("it is not a file"),
}


class Unsafe(OSError):
    """A file or folder is not what it should be; the message says what it is instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EPERM, reason)


def reason(error: OSError) -> str:
    """Return why this happened, as part of a sentence."""
    if isinstance(error, Unsafe | BlockingIOError):
        return str(error.strerror)
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
