"""Pictures of every page of the handout, as a simple printer prints it: 100 dots per inch, black or white."""

from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from herniatui.report.handout import pdf_bytes

FOLDER = Path(__file__).parent
_DAY = date(2026, 1, 15)
DOTS = 100
"""Dots per inch."""


def draw_pages() -> dict[Path, bytes]:
    """Return the pictures of all pages, as PNG, by the path of their file."""
    deck, day = open_deck(find(DEFAULT_CARD)), _DAY
    found = {}
    for name, consult in (("pagina-voor-thuis", _consult()), ("lege-kaart", None)):
        for number, image in enumerate(dithered(pdf_bytes(deck, consult, None, day)), 1):
            file = BytesIO()
            image.save(file, "PNG", optimize=True)
            found[FOLDER / f"{name}-{number}.png"] = file.getvalue()
    return found


def dithered(pdf: bytes) -> list[Image.Image]:
    """Return the pages of a PDF in black and white."""
    document = PdfDocument(pdf)
    images = [page.render(scale=DOTS / 72, grayscale=True).to_pil().convert("1") for page in document]
    document.close()
    return images


def _consult() -> Consult:
    consult = edits.choose(EMPTY, "risicos")
    for statement, mark in (
        ("operatie-geen-klachten", Mark.APPEALS),
        ("prikken", Mark.APPEALS),
        ("verslavend", Mark.WORRIES),
        ("heel-ernstig", Mark.WORRIES),
        ("lek", Mark.EXPLAIN),
    ):
        consult = edits.mark(consult, statement, mark)
    consult = edits.weigh(edits.weigh(consult, "risicos"), "weer-doen")
    consult = edits.note(consult, None, "Ik wil weer kunnen tuinieren")
    return edits.need(edits.certain(edits.decide(consult, "operatie")), Need.APPOINTMENT)
