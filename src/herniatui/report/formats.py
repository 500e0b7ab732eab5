"""The export formats of a talk, by name. Lazy imports: the module of a format loads on first use."""

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import cast

from msgspec import Struct

from herniatui.card.library import Deck
from herniatui.storage.record import Record
from herniatui.storage.resume import TalkOfCard


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
    of_all: str = ""
    """Its function for several talks, as `module:name`; empty if there is none. Takes the talks and `parameters`."""

    def render(self, deck: Deck, record: Record, day: date, **available: object) -> bytes:
        """Return the talk in this format.

        Args:
            deck: The card with its additions.
            record: The stored talk.
            day: The day of the talk.
            **available: Values for `parameters`; those that the format does not take are ignored.
        """
        taken = {key: available[key] for key in self.parameters if key in available}
        return _imported(self.function)(deck, record, day, **taken)

    def render_all(self, talks: Sequence[TalkOfCard], **available: object) -> bytes:
        """Return several talks in this format, which must have `of_all`; `available` as for `render`."""
        taken = {key: available[key] for key in self.parameters if key in available}
        return _imported(self.of_all)(talks, **taken)


def _imported(function: str) -> Callable[..., bytes]:
    module, _, name = function.partition(":")
    return cast(Callable[..., bytes], getattr(import_module(module), name))


COLLECTION, TRANSACTION = BUNDLES = ("collection", "transaction")
"""Kinds of FHIR Bundle: to read, and to have a server carry out."""

FHIR_OPTIONS = ("soep", "bundle", "subject", "encounter", "author")
"""Names of the arguments that only the format `fhir` takes."""

FORMATS = {
    "note": Format("herniatui.report.note:note_file", ".txt", parameters=("template", "full")),
    "soep": Format("herniatui.report.note:soep_file", ".txt", parameters=("full",)),
    "html": Format("herniatui.report.handout:html_file", ".html", is_text=False, parameters=("short",)),
    "pdf": Format("herniatui.report.handout:pdf_file", ".pdf", is_text=False, parameters=("short", "warn")),
    "fhir": Format("herniatui.report.fhir.file:fhir_file", ".json", parameters=FHIR_OPTIONS),
    "json": Format(
        "herniatui.report.json:json_file",
        ".json",
        parameters=("talk_id",),
        of_all="herniatui.report.json:json_of_all",
    ),
    "csv": Format(
        "herniatui.report.csv:csv_file",
        ".csv",
        parameters=("talk_id", "words"),
        of_all="herniatui.report.csv:csv_of_all",
    ),
}
"""Formats by their name in `herniatui report --format`."""
