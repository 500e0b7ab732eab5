"""The talk that is open: saved after every change, kept or wiped when it ends."""

from collections.abc import Callable
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from herniatui.card.library import Deck
from herniatui.consult.history import Talk
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.quotes import CardWords, with_words
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.sanitize import printable
from herniatui.storage.compatibility import with_digests
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.record import Record
from herniatui.storage.resume import resume_talk, resumed_talk, stamp
from herniatui.storage.store import StoredTalk, TalkStore
from herniatui.system_errors import reason

SAFE_TIMEOUT = 0.5
"""Seconds to wait for the disk when a talk is kept for the next visit."""


class StartedTalk(Struct, frozen=True):
    """A talk to start with: a new one, or a resumed one."""

    talk: Talk = Talk()
    message: str = ""
    """Message about it for the user; empty if there is none."""


class TalkSession:
    """The talk of one run of the app, and its file; only in memory if there is no store."""

    def __init__(self, deck: Deck, store: TalkStore | None, resumed: OpenTalk | None = None) -> None:
        self.store = store
        self._deck = deck
        self._stamp = stamp(deck)
        self._words = CardWords(deck.card)
        self._with_words: tuple[Consult, Consult] = EMPTY, EMPTY
        """Cached: the consult saved last, without and with the card's words; most keys only move the cursor."""
        self._with_digests: tuple[frozenset[tuple[str, str]], Walk] = frozenset(), Walk()
        """Cached: what had been viewed when it was saved last, and a walk with the digests of that."""
        self.open_talk = resumed or (store.begin(self._stamp) if store else None)
        self._noted: Consult = EMPTY
        self._exported: Consult = EMPTY
        self.copied: bool | None = None
        """Whether the clipboard was read back and has the note; None if nothing was copied."""
        self._kept: Consult = EMPTY
        self.was_resumed = resumed is not None
        """Whether the talk was begun earlier and is continued."""
        self.is_closed = False
        """Whether `close` was called: the talk is kept or wiped, and its file is no longer written."""

    @property
    def is_kept(self) -> bool:
        """Whether this talk is kept for the next visit."""
        return self.open_talk is not None and self.open_talk.record.kept

    @property
    def can_be_kept(self) -> bool:
        """Whether this talk is on disk or about to be written."""
        return self.open_talk is not None and not self.open_talk.writer.trouble

    @property
    def has_saved(self) -> bool:
        """Whether some version of this talk is on disk, perhaps without its last changes."""
        return self.open_talk is not None and self.open_talk.writer.has_saved

    @property
    def status(self) -> str:
        """Persistent save warning; empty when all is well."""
        if self.open_talk is None:
            return _("Nothing is saved: this talk is gone when the program ends.")
        if trouble := self.open_talk.writer.trouble:
            warning = _("Not saved now: {trouble}. You can go on; it is tried again and again.")
            return warning.format(trouble=trouble)
        return ""

    def note_saved(self, consult: Consult) -> None:
        """Record that the note of this consult was saved to a file: the talk is then finished, unless it is kept."""
        self._noted = self._exported = consult

    def exported(self, consult: Consult) -> None:
        """Record that this consult was copied, or put on paper."""
        self._exported = consult

    def is_export_older(self, consult: Consult) -> bool:
        """Return whether something was said since the talk was last saved to a file, copied, or put on paper."""
        return self._exported not in (EMPTY, consult)

    def should_keep(self, consult: Consult) -> bool | None:
        """Return whether to keep this consult (True) or wipe it (False); None if the user must be asked."""
        if consult == EMPTY:
            return False
        if self.is_kept:
            safe = self.open_talk is not None and self.open_talk.writer.is_safe(SAFE_TIMEOUT)
            return True if consult == self._kept and safe else None
        return False if consult == self._noted else None

    def record_now(self) -> Record | None:
        """Return the record as it would be stored if the talk were closed now; None if nothing is stored."""
        if self.open_talk is None or self.store is None:
            return None
        return replace(self.open_talk.record, changed=self.store.now())

    def save(self, consult: Consult, walk: Walk) -> None:
        """Save consult and walk, if talks are stored."""
        if self.open_talk is None:
            return
        if consult is not self._with_words[0]:
            self._with_words = consult, with_words(self._words, consult)
        if walk.seen != self._with_digests[0]:
            self._with_digests = walk.seen, with_digests(self._words, walk)
        self.open_talk.save(self._with_words[1], replace(walk, shown=self._with_digests[1].shown))

    def others(self) -> list[StoredTalk]:
        """Return the other stored talks about this card; none if the store cannot be read."""
        mine = self.open_talk.writer.id if self.open_talk else ""
        return [talk for talk in self._about_this_card() if talk.id != mine]

    def has_stored_talks(self) -> bool:
        """Return whether there is a talk about this card that could be continued, this one included once closed."""
        return any(not talk.is_open for talk in self._about_this_card())

    def _about_this_card(self) -> list[StoredTalk]:
        try:
            found = self.store.talks() if self.store else []
        except OSError:
            return []
        return [talk for talk in found if talk.record and talk.record.card.id == self._deck.card.id]

    def resume(self, talk_id: str) -> None:
        """Replace this talk, which must be empty, with a stored one.

        Raises:
            TalkNotFound: the talk is gone, open elsewhere, or about another card.
            OSError: the file cannot be read.
        """
        if self.store is None:
            return
        resumed = resume_talk(self.store, talk_id, self._deck.card)
        if self.open_talk:
            with suppress(OSError):
                self.open_talk.writer.wipe()
        self.open_talk, self.was_resumed = resumed, True

    def begin(self, on_change: Callable[[], None]) -> StartedTalk:
        """Start saving; return the talk to start or continue with.

        Args:
            on_change: called, from any thread, when `status` may have changed.
        """
        if self.open_talk is None:
            return StartedTalk()
        record = self.open_talk.record
        self.open_talk.writer.on_change = on_change
        if not record.change:
            return StartedTalk()
        talk = resumed_talk(record, self._deck)
        walk = with_digests(self._words, talk.walk)
        self.open_talk.save_resumed(self._stamp, with_words(self._words, talk.consult), walk)
        if talk.consult.words:
            return StartedTalk(
                talk, _("The card has changed since this talk. What was said of other words stands at Decide.")
            )
        changed = _("The card has changed since this talk, but not in the words that something was said of.")
        return StartedTalk(talk, changed if record.card.sha256 != self._stamp.sha256 else "")

    def keep(self, label: str, consult: Consult) -> bool:
        """Keep the talk for the next visit under this label; return whether it is safely on disk."""
        if self.open_talk is None:
            return False
        self.open_talk.keep(printable(label))
        safe = self.open_talk.writer.is_safe(SAFE_TIMEOUT)
        if safe:
            self._kept = consult
        return safe

    def keep_no_longer(self) -> None:
        """Undo `keep`: store the talk only until it is finished, as by default."""
        self._kept = EMPTY
        if self.open_talk:
            self.open_talk.keep_no_longer()

    def close(self, keep: bool) -> str:
        """Keep or wipe the talk, once; return what went wrong, as a sentence, or an empty string."""
        if self.open_talk is None or self.is_closed:
            return ""
        self.is_closed = True
        writer = self.open_talk.writer
        writer.on_change = lambda: None
        try:
            if not keep or self.open_talk.record.consult == EMPTY:
                writer.wipe()
            elif not writer.close():
                why = writer.trouble or _("the disk does not answer as it should")
                last = _("what was said last could not be saved ({reason}); what was said before is still there")
                return last.format(reason=why)
        except OSError as error:
            return _("this talk could not be wiped ({reason}); see herniatui wipe").format(reason=reason(error))
        return ""
