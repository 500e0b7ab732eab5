"""The forms in which a talk can leave the room, by name. A form is brought in only when it is asked for."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import cast

from msgspec import Struct

from herniatui.card.library import Deck
from herniatui.storage.record import Record


class NotPossible(Exception):
    """The form cannot be made as it was asked for; the message says what to do."""


class Format(Struct, frozen=True):
    """One form."""

    function: str
    """Where it is made, `module:name`: a function of deck, record, day (of the talk) and `takes` to bytes."""
    suffix: str
    """Of its files."""
    is_text: bool = True
    """Whether a person can read it in a terminal."""
    takes: tuple[str, ...] = ()
    """The names of what else the function is told, where it is known."""

    def made(self, deck: Deck, record: Record, day: date, **known: object) -> bytes:
        """Return the talk in this form."""
        module, _, name = self.function.partition(":")
        make = cast(Callable[..., bytes], getattr(import_module(module), name))
        return make(deck, record, day, **{one: known[one] for one in self.takes if one in known})


FORMATS = {
    "note": Format("herniatui.report.note:note_file", ".txt", takes=("template",)),
    "soep": Format("herniatui.report.note:soep_file", ".txt"),
    "html": Format("herniatui.report.exports:html_file", ".html", is_text=False),
    "pdf": Format("herniatui.report.exports:pdf_file", ".pdf", is_text=False),
    "fhir": Format("herniatui.report.exports:fhir_file", ".json", takes=("soep", "subject")),
    "json": Format("herniatui.report.exports:json_file", ".json"),
    "csv": Format("herniatui.report.exports:csv_file", ".csv"),
}
"""By the name that `herniatui report --format` has for it."""
