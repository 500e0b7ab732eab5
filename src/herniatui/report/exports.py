"""A kept talk in the forms that other programs and people take, each a function of deck, record and day to bytes."""

from datetime import date

from herniatui.card.library import Deck
from herniatui.consult.walk import CLOSING
from herniatui.report import csv, fhir, handout
from herniatui.report.formats import NotPossible
from herniatui.storage.record import Record


def html_file(deck: Deck, record: Record, day: date) -> bytes:
    """Return the page to take home as one HTML file."""
    return handout.html_bytes(deck, record.consult, record.walk, day)


def pdf_file(deck: Deck, record: Record, day: date) -> bytes:
    """Return the page to take home as a PDF."""
    return handout.pdf_bytes(deck, record.consult, record.walk, day)


def json_file(deck: Deck, record: Record, day: date) -> bytes:  # noqa: ARG001 - all forms are asked alike
    """Return the saved talk itself."""
    return csv.json_bytes(deck.card, record)


def csv_file(deck: Deck, record: Record, day: date) -> bytes:  # noqa: ARG001
    """Return a table with a line per question."""
    return csv.csv_bytes(deck.card, record.consult, record.walk)


def fhir_file(deck: Deck, record: Record, day: date, soep: bool = False, subject: str = "") -> bytes:
    """Return card and talk as a FHIR R4 Bundle; with `soep` the note too. Raises `NotPossible`.

    A talk is completed when people had come to the last stop and there is an outcome; deciding later is one.
    """
    closed = record.walk.stop == CLOSING
    said = fhir.soep_of(deck.card, record.consult, record.walk, day, deck.sha256) if soep else None
    try:
        bundle = fhir.bundle(
            deck.card, record.consult, record.changed, closed=closed, subject=subject, soep=said, sha256=deck.sha256
        )
    except fhir.NoReference as wrong:
        raise NotPossible(str(wrong)) from wrong
    return fhir.to_bytes(bundle)
