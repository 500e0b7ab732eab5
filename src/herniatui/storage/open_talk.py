"""A talk in progress and its record on disk."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import Walk
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.writer import TalkWriter


class OpenTalk:
    """A talk in progress, and the writer of its file. Nothing is written before something is said."""

    def __init__(self, writer: TalkWriter, record: Record, now: Callable[[], datetime]) -> None:
        self.writer = writer
        self.record = record
        """The record that was last put to the writer."""
        self._now = now
        self._keep_wanted = record.kept
        """Whether the user asked to keep it for the next visit. A decision overrides this until it is undone."""

    def save(self, consult: Consult, walk: Walk) -> None:
        """Save consult and walk, if they differ from the last record. Ignores cursor-only changes."""
        before = self.record
        if consult == EMPTY and not before.change:
            return
        if (consult, _without_cursor(walk)) != (before.consult, _without_cursor(before.walk)):
            self._put(replace(before, consult=consult, walk=walk, kept=self._keep_wanted and consult.decision.made))

    def keep(self, label: str) -> None:
        """Keep the talk for the next visit, with this label."""
        self._keep_wanted = True
        self._put(replace(self.record, kept=True, label=label))

    def keep_no_longer(self) -> None:
        """Undo `keep`: the talk then expires as an unfinished one."""
        self._keep_wanted = False
        self._put(replace(self.record, kept=False, label=""))

    def save_resumed(self, card: CardStamp, consult: Consult, walk: Walk) -> None:
        """Save the talk as resumed with the current card."""
        self._put(replace(self.record, card=card, consult=consult, walk=walk))

    def touch(self) -> None:
        """Save the talk unchanged, so that its retention counts from now."""
        self._put(self.record)

    def _put(self, record: Record) -> None:
        self.record = replace(record, changed=self._now(), change=record.change + 1)
        self.writer.put(self.record)


def _without_cursor(walk: Walk) -> Walk:
    return replace(walk, lines=())
