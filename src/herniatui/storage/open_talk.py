"""Keeping one consult: what becomes of it on disk as it goes on."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import Walk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.writer import TalkWriter


class OpenTalk:
    """One consult and the file it is saved in. Nothing is written before something is said."""

    def __init__(self, writer: TalkWriter, record: Record, now: Callable[[], datetime]) -> None:
        self.writer = writer
        self.record = record
        """What was last asked to be saved."""
        self._now = now
        self._wanted = record.kept
        """Whether people want it kept for the next visit; what is decided is not, until that is taken back."""

    def save(self, consult: Consult, walk: Walk) -> None:
        """Save this, if it differs from what was saved last. Where the cursor stands only goes along."""
        before = self.record
        if consult == EMPTY and not before.change:
            return
        if (consult, _way(walk)) != (before.consult, _way(before.walk)):
            self._put(replace(before, consult=consult, walk=walk, kept=self._wanted and consult.decision.not_yet))

    def keep(self, label: str) -> None:
        """Keep it for the next visit, under this label."""
        self._wanted = True
        self._put(replace(self.record, kept=True, label=label))

    def keep_no_longer(self) -> None:
        """Keep it only until it is finished, as any other."""
        self._wanted = False
        self._put(replace(self.record, kept=False, label=""))

    def save_resumed(self, card: CardStamp, consult: Consult, walk: Walk) -> None:
        """Save this, resumed as of now with the card as it is now."""
        self._put(replace(self.record, card=card, consult=consult, walk=walk))

    def touch(self) -> None:
        """Save it as it is, as of now: how long it stays counts from here."""
        self._put(self.record)

    def _put(self, record: Record) -> None:
        self.record = replace(record, changed=self._now(), change=record.change + 1)
        self.writer.put(self.record)


def _way(walk: Walk) -> Walk:
    return replace(walk, lines=())
