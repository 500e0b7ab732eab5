"""The talk on the disk, as the screens need to know it: saved while it goes on, kept or wiped when it ends."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from herniatui.card.library import Deck
from herniatui.consult.history import Talk
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.quotes import CardWords, with_words
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report.talk_list import until
from herniatui.sanitize import printable
from herniatui.storage.compatibility import with_digests
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.resume import stamp, take_up, talk_of
from herniatui.storage.store import StoredTalk, TalkNotFound, TalkStore
from herniatui.system_errors import reason
from herniatui.tui.keys.commands import named

if TYPE_CHECKING:
    from herniatui.tui.app import HerniaApp


A_MOMENT = 0.5
"""Seconds that people do not mind to wait for the disk when they keep a talk."""


class Saved:
    """Saves the talk of this app. Without a shelf it lives in memory only."""

    def __init__(self, deck: Deck, shelf: TalkStore | None, taken: OpenTalk | None = None) -> None:
        self.shelf = shelf
        self._deck = deck
        self._stamp = stamp(deck)
        self._words = CardWords(deck.card)
        self._with_words: tuple[Consult, Consult] = EMPTY, EMPTY
        """The consult saved last, without and with the words of its answers: most keys only move the cursor."""
        self._with_digests: tuple[frozenset[tuple[str, str]], Walk] = frozenset(), Walk()
        """What had been seen when it was saved last, and a walk with the digests of that."""
        self.keeping = taken or (shelf.begin(self._stamp) if shelf else None)
        self._summarised: Consult = EMPTY
        self._kept: Consult = EMPTY
        self.is_put_away = False
        """Whether the program has let go of the talk."""

    @property
    def is_kept(self) -> bool:
        """Whether this talk is kept for the next visit."""
        return self.keeping is not None and self.keeping.record.kept

    @property
    def can_be_kept(self) -> bool:
        """Whether this talk is on the disk, or on its way there."""
        return self.keeping is not None and not self.keeping.saver.trouble

    @property
    def has_saved(self) -> bool:
        """Whether something of this talk is on the disk, perhaps not the last of it."""
        return self.keeping is not None and self.keeping.saver.has_saved

    def summarise(self, consult: Consult) -> None:
        """Remember that the summary of this was saved to a file: unless it is kept, it is finished."""
        self._summarised = consult

    def settled(self, consult: Consult) -> bool | None:
        """Return whether it is settled that this is to be kept (or wiped); None if people must be asked."""
        if consult == EMPTY:
            return False
        if self.is_kept:
            safe = self.keeping is not None and self.keeping.saver.is_safe(A_MOMENT)
            return True if consult == self._kept and safe else None
        return False if consult == self._summarised else None

    def until(self, today: date) -> str:
        """Return until when this talk would stay, in words, if it were put away now."""
        if self.keeping is None or self.shelf is None:
            return ""
        return until(self.shelf, replace(self.keeping.record, changed=self.shelf.now()), today)

    @property
    def remark(self) -> str:
        """What people must know for as long as it is so; empty when all is well."""
        if self.keeping is None:
            return _("Nothing is saved: this talk is gone when the program ends.")
        if trouble := self.keeping.saver.trouble:
            remark = _("Not saved now: {trouble}. You can go on; it is tried again and again.")
            return remark.format(trouble=trouble)
        return ""

    def save(self, consult: Consult, walk: Walk) -> None:
        """Save this, if anything is saved."""
        if self.keeping:
            if consult is not self._with_words[0]:
                self._with_words = consult, with_words(self._words, consult)
            if walk.seen != self._with_digests[0]:
                self._with_digests = walk.seen, with_digests(self._words, walk)
            self.keeping.save(self._with_words[1], replace(walk, shown=self._with_digests[1].shown))

    def others(self) -> list[StoredTalk]:
        """Return the talks about this card that are kept, but for this one; none where they cannot be reached."""
        try:
            found = self.shelf.look() if self.shelf else []
        except OSError:
            return []
        mine = self.keeping.saver.id if self.keeping else ""
        return [one for one in found if one.id != mine and one.record and one.record.card.id == self._deck.card.id]

    def take(self, app: "HerniaApp", consult_id: str) -> None:
        """Go on with this talk in the place of one in which nothing is said."""
        if self.shelf is None:
            return
        try:
            taken = take_up(self.shelf, consult_id, self._deck.card)
        except (TalkNotFound, OSError) as refused:
            app.tell(reason(refused) if isinstance(refused, OSError) else str(refused))
            return
        if self.keeping:
            with suppress(OSError):
                self.keeping.saver.wipe()  # nothing is said in it
        self.keeping = taken
        talk, notice = self.begin(app.saving_has_changed)
        app.go_on(talk)
        app.tell(notice)

    def begin(self, tell: Callable[[], None]) -> tuple[Talk, str]:
        """Begin saving; return the talk to go on with, and what to say about it. `tell` is for when saving changes."""
        if self.keeping is None:
            return Talk(), ""
        record = self.keeping.record
        self.keeping.saver.tell = tell
        if not record.change:
            return Talk(), ""
        talk = talk_of(record, self._deck)
        walk = with_digests(self._words, talk.walk)
        self.keeping.go_on(self._stamp, with_words(self._words, talk.consult), walk)
        if talk.consult.words:
            return talk, _("The card has changed since this talk. What was said of other words stands at Decide.")
        changed = _("The card has changed since this talk, but not in the words that something was said of.")
        return talk, changed if record.card.sha256 != self._stamp.sha256 else ""

    def keep(self, app: "HerniaApp", label: str) -> None:
        """Keep the talk for the next visit."""
        if self.keeping is None:
            return
        self.keeping.keep(printable(label))
        if self.keeping.saver.is_safe(A_MOMENT):
            self._kept = app.talk.consult
            again, stop = (named(name, app.commands).brief for name in ("again", "quit"))
            kept = _("Kept until {moment}. Done? {again}: next patient, {stop}: stop.")
            app.tell(kept.format(moment=self.until(app.today()), again=again, stop=stop))
        else:
            app.tell(_("This talk cannot be kept now."))

    def keep_no_longer(self) -> None:
        """Keep the talk only until it is finished, as any other."""
        self._kept = EMPTY
        if self.keeping:
            self.keeping.keep_no_longer()

    def put_away(self, keep: bool) -> str:
        """Keep the talk or wipe it, now that the program lets go of it; return what went wrong, in a sentence."""
        if self.keeping is None or self.is_put_away:
            return ""
        self.is_put_away = True
        saver = self.keeping.saver
        saver.tell = lambda: None
        try:
            if not keep or self.keeping.record.consult == EMPTY:
                saver.wipe()
            elif not saver.close():
                why = saver.trouble or _("the disk does not answer as it should")
                last = _("what was said last could not be saved ({reason}); what was said before is still there")
                return last.format(reason=why)
        except OSError as error:
            return _("this talk could not be wiped ({reason}); see herniatui wipe").format(reason=reason(error))
        return ""
