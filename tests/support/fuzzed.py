"""The program with some keys more, which tell in a file how the talk stands."""

import os
import sys
import traceback
from pathlib import Path

import msgspec
from textual.binding import Binding

from herniatui.cli import main
from herniatui.consult.model import EMPTY, Consult
from herniatui.tui import run
from herniatui.tui.app import HerniaApp
from herniatui.tui.terminal.writing import takes_text

TELLING = range(13, 25)
"""Function keys that have the program tell how it stands, and which of them did: old ones may still be on their way."""


class Told(msgspec.Struct, frozen=True):
    """What the program tells of itself."""

    number: int = 0
    screen: str = "StartScreen"
    takes_text: bool = False
    consult: Consult = EMPTY


class Fuzzed(HerniaApp):
    """Is otherwise the program as it is."""

    CSS_PATH = str(Path(run.__file__).with_name("herniatui.tcss"))
    BINDINGS = [Binding(f"f{number}", f"tell({number})", priority=True) for number in TELLING]  # noqa: RUF012

    def action_tell(self, number: int) -> None:
        """Tell it when the keys before this one were taken, which may still wait where the focus is."""
        (self.focused or self.screen).call_later(lambda: self.screen.call_later(self.call_later, self._tell, number))

    def _tell(self, number: int) -> None:
        told = Path(os.environ["WATCHED"])
        beside = told.with_suffix(".new")
        told_of = Told(number, type(self.screen).__name__, takes_text(self), self.talk.consult)
        beside.write_bytes(msgspec.json.encode(told_of))
        beside.rename(told)

    def _handle_exception(self, error: Exception) -> None:
        crash = "".join(traceback.format_exception(error))
        Path(os.environ["WATCHED"]).with_suffix(".crash").write_text(crash, encoding="utf-8")
        super()._handle_exception(error)


if __name__ == "__main__":
    setattr(run, "HerniaApp", Fuzzed)  # noqa: B010
    sys.exit(main(sys.argv[1:]))
