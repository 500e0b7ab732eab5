"""A stored talk as a file with a FHIR R4 Bundle."""

from datetime import date

from herniatui.card.library import Deck
from herniatui.consult.walk import CLOSING
from herniatui.report.fhir.bundle import About, to_bytes
from herniatui.report.fhir.bundle import bundle as bundle_of
from herniatui.report.fhir.soep import soep_of
from herniatui.report.formats import COLLECTION
from herniatui.storage.record import Record


def fhir_file(
    deck: Deck,
    record: Record,
    day: date,
    soep: bool = False,
    bundle: str = COLLECTION,
    subject: str | None = None,
    encounter: str | None = None,
    author: str | None = None,
) -> bytes:
    """Return card and talk as a FHIR R4 Bundle (`report.formats`).

    A talk is closed if the user had reached the last stop, unless it is kept to be decided on another day.

    Args:
        deck: The card with its additions.
        record: The stored talk.
        day: The day of the talk, for the note.
        soep: Include the note.
        bundle: The kind of Bundle, one of `formats.BUNDLES`.
        subject: See `About`.
        encounter: See `About`.
        author: See `About`.

    Raises:
        NotPossible: See `bundle.bundle`.
    """
    card, consult = deck.card, record.consult
    goes_on = record.kept and consult.decision.not_yet
    made = bundle_of(
        card,
        consult,
        record.changed,
        walk=record.walk,
        began=record.began,
        closed=record.walk.stop == CLOSING and not goes_on,
        soep=soep_of(card, consult, record.walk, day, deck.sha256) if soep else None,
        sha256=deck.sha256,
        about=About(subject, encounter, author),
        kind=bundle,
    )
    return to_bytes(made)
