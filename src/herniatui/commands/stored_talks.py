"""Which saved talks are offered, and why they cannot be shown."""

from msgspec import Struct

from herniatui.consult.model import EMPTY, Consult
from herniatui.i18n import _
from herniatui.storage.session import TalkSession
from herniatui.storage.store import StoredTalk, TalkNotFound, TalkStore
from herniatui.system_errors import reason


class Offered(Struct, frozen=True):
    """Saved talks to go on with, by why they are there; one that is open elsewhere is listed, and cannot be chosen."""

    unfinished: tuple[StoredTalk, ...] = ()
    kept: tuple[StoredTalk, ...] = ()

    @property
    def can_be_continued(self) -> bool:
        """Whether one of them can be chosen."""
        return any(not talk.is_open for talk in (*self.unfinished, *self.kept))

    @property
    def asks(self) -> bool:
        """Whether to ask about them at the start: about one that was not finished, not about one that was kept."""
        return any(not talk.is_open for talk in self.unfinished)


def offered(session: TalkSession, unfinished_only: bool = False) -> Offered:
    """Return the saved talks about this card; at the start, where nobody asked for them, perhaps the unfinished."""
    found = [talk for talk in session.others() if talk.record]
    unfinished = tuple(talk for talk in found if talk.record and not talk.record.kept)
    return Offered(unfinished, () if unfinished_only else tuple(talk for talk in found if talk not in unfinished))


def wipe(store: TalkStore, talk_id: str) -> str:
    """Wipe a stored talk, and return what became of it, as a sentence."""
    try:
        store.wipe(talk_id)
    except TalkNotFound as refused:
        return str(refused)
    except OSError as error:
        return _("This talk could not be wiped: {reason}.").format(reason=reason(error))
    return _("This talk has been wiped.")


def why_not_now(session: TalkSession, consult: Consult) -> str:
    """Return why the saved talks cannot be shown now, as a sentence; empty if they can."""
    if session.store is None:
        return _("Nothing is saved now, so there are no saved talks.")
    return "" if consult == EMPTY else _("Finish this talk first; then you can go on with another.")
