"""Pictures of every page of the handout, as a simple printer prints it: 100 dots per inch, black or white."""

from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.report.handout import pdf_bytes
from tests.report.consults import ordinary

FOLDER = Path(__file__).parent
_DAY = date(2026, 1, 15)
DOTS = 100
"""Dots per inch."""


def draw_pages() -> dict[Path, bytes]:
    """Return the pictures of all pages, as PNG, by the path of their file."""
    deck, day = open_deck(find(DEFAULT_CARD)), _DAY
    found = {}
    for name, consult in (("pagina-voor-thuis", ordinary()), ("lege-kaart", None)):
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
