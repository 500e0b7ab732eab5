"""The export formats of a talk, by name. Lazy imports: the module of a format loads on first use."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import cast

from msgspec import Struct

from herniatui.card.library import Deck
from herniatui.storage.record import Record


class NotPossible(Exception):
    """An export cannot be made as requested; the message says what to do."""


class Format(Struct, frozen=True):
    """An export format."""

    function: str
    """Its function, as `module:name`. Takes deck, record, day of the talk and `parameters`; returns bytes."""
    suffix: str
    """File name suffix, with the dot."""
    is_text: bool = True
    """Whether it is readable text in a terminal."""
    parameters: tuple[str, ...] = ()
    """Names of the optional keyword arguments that the function accepts."""

    def render(self, deck: Deck, record: Record, day: date, **available: object) -> bytes:
        """Return the talk in this format.

        Args:
            deck: The card with its additions.
            record: The stored talk.
            day: The day of the talk.
            **available: Values for `parameters`; those that the format does not take are ignored.
        """
        module, _, name = self.function.partition(":")
        function = cast(Callable[..., bytes], getattr(import_module(module), name))
        return function(deck, record, day, **{key: available[key] for key in self.parameters if key in available})


FORMATS = {
    "note": Format("herniatui.report.note:note_file", ".txt", parameters=("template",)),
    "soep": Format("herniatui.report.note:soep_file", ".txt"),
    "html": Format("herniatui.report.handout:html_file", ".html", is_text=False, parameters=("short",)),
    "pdf": Format("herniatui.report.handout:pdf_file", ".pdf", is_text=False, parameters=("short",)),
    "fhir": Format("herniatui.report.fhir.bundle:fhir_file", ".json", parameters=("soep", "subject")),
    "json": Format("herniatui.report.csv:json_file", ".json"),
    "csv": Format("herniatui.report.csv:csv_file", ".csv"),
}
"""Formats by their name in `herniatui report --format`."""
