"""The program with extra keys that report its state in a file."""

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
from herniatui.tui.terminal.text_entry import takes_text

TELLING = range(13, 25)
"""Function keys that report the state and their own number, because earlier ones may still be on their way."""


class Told(msgspec.Struct, frozen=True):
    """Reported state of the program."""

    number: int = 0
    screen: str = "StartScreen"
    takes_text: bool = False
    consult: Consult = EMPTY


class Fuzzed(HerniaApp):
    """The app with the reporting keys; otherwise unchanged."""

    CSS_PATH = str(Path(run.__file__).with_name("herniatui.tcss"))
    BINDINGS = [Binding(f"f{number}", f"tell({number})", priority=True) for number in TELLING]  # noqa: RUF012

    def action_tell(self, number: int) -> None:
        """Report after the keys before this one, which may still wait in the queue of the focused widget."""
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
