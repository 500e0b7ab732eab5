"""Walk in lines without a process: answers go in, and what is told and saved comes out."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from herniatui.commands.declared import COMMANDS
from herniatui.consult.model import EMPTY, Consult
from herniatui.linear.run import run
from herniatui.settings.model import Settings
from herniatui.storage.open_talk import OpenTalk
from herniatui.storage.store import TalkStore
from tests.support.program import HERNIA, deck_of
from tests.tui.driving import NOW, new_store


class Walked(Struct, frozen=True):
    """What a walk in lines left behind."""

    code: int
    told: str
    complained: str
    store: TalkStore

    @property
    def consult(self) -> Consult:
        """What was said, as saved."""
        records = [talk.record for talk in self.store.talks() if talk.record]
        return records[0].consult if records else EMPTY

    @property
    def lines(self) -> list[str]:
        """What was told, line by line."""
        return self.told.splitlines()


def walked(
    answers: Iterable[str] | bytes,
    *,
    card: Path = HERNIA,
    store: TalkStore | None = None,
    settings: Settings | None = None,
    resumed: OpenTalk | None = None,
    saves: bool = True,
    first: str = "in regels",
) -> Walked:
    """Walk with these answers, each on a line of its own, until they have ended."""
    told: list[str] = []
    complained: list[str] = []
    store = store or new_store()

    def say(text: str, *, end: str = "\n", flush: bool = False) -> None:
        told.append(text + end)

    data = answers if isinstance(answers, bytes) else "".join(f"{answer}\n" for answer in answers).encode()
    code = run(
        deck_of(card),
        settings or Settings(),
        COMMANDS,
        say=say,
        complain=complained.append,
        first=first,
        store=store if saves else None,
        resumed=resumed,
        today=NOW.date,
        source=BytesIO(data),
    )
    return Walked(code, "".join(told), "\n".join(complained), store)
