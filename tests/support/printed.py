"""Read PDF with independent programs: qpdf (pikepdf), PDFium, and zxing for codes."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pikepdf
import zxingcpp
from pypdfium2 import PdfDocument, PdfPage

CODE_SCALE = 120 / 72
"""Pixels per point at 120 dots per inch, the resolution of a simple printer."""


class About(NamedTuple):
    """Metadata of a PDF."""

    fields: dict[str, str]
    """Document information: title, dates and so on."""
    xmp: str
    """XMP metadata, with the standards that the PDF claims."""
    is_tagged: bool
    language: str
    fonts: dict[str, bool]
    """Font names without subset prefix, and whether each font is embedded."""


def about(pdf: Path) -> About:
    """Return the metadata of this PDF."""
    with pikepdf.open(pdf) as opened:
        root = opened.Root
        return About(
            {str(name).removeprefix("/"): str(value) for name, value in opened.docinfo.items()},
            root.Metadata.read_bytes().decode(),
            bool(root.MarkInfo.Marked),
            str(root.Lang),
            dict(_fonts(opened)),
        )


def problems(pdf: Path) -> list[str]:
    """Return the syntax errors of this PDF; decompresses every stream to find them."""
    with pikepdf.open(pdf) as opened:
        return list(opened.check_pdf_syntax())


def unpacked(pdf: Path) -> bytes:
    """Return the decompressed file."""
    plain = pdf.with_suffix(".plain")
    with pikepdf.open(pdf) as opened:
        opened.save(
            plain,
            qdf=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return plain.read_bytes()


def text(pdf: Path) -> str:
    """Return all words of a PDF in reading order, with single spaces."""
    with closing(PdfDocument(pdf)) as opened:
        whole = "\n".join(page.get_textpage().get_text_range() for page in opened)
    return one_line(whole.replace("\u200b", ""))


def pages(pdf: Path) -> list[list[str]]:
    """Return the lines of each page, from top to bottom and from left to right."""
    with closing(PdfDocument(pdf)) as opened:
        return [list(_lines(page)) for page in opened]


def codes(pdf: Path) -> list[str]:
    """Return the texts of the codes on the pages, as a phone reads them."""
    with closing(PdfDocument(pdf)) as opened:
        images = [page.render(scale=CODE_SCALE, grayscale=True).to_pil() for page in opened]
    return [found.text for image in images for found in zxingcpp.read_barcodes(image)]


def ink(pdf: Path, first: str) -> list[tuple[float, str]]:
    """Return each character of the first line that begins with this one, with from how far left it is drawn."""
    with closing(PdfDocument(pdf)) as opened:
        read = opened[0].get_textpage()
        characters = [read.get_text_range(index, 1) for index in range(read.count_chars())]
        start = characters.index(first)
        end = characters.index("\r", start)
        return [(read.get_charbox(index)[0], characters[index]) for index in range(start, end)]


def one_line(words: str) -> str:
    """Return the words with single spaces."""
    return re.sub(r"\s+", " ", words).strip()


def _lines(page: PdfPage) -> Iterator[str]:
    read = page.get_textpage()
    pieces = [read.get_rect(number) for number in range(read.count_rects())]
    line: list[tuple[float, float, float, float]] = []
    for piece in sorted(pieces, key=lambda box: -(box[1] + box[3])):
        _left, bottom, _right, top = piece
        if line and (bottom + top) / 2 < min(box[1] for box in line):
            yield one_line(" ".join(read.get_text_bounded(*box) for box in sorted(line)))
            line = []
        line.append(piece)
    if line:
        yield one_line(" ".join(read.get_text_bounded(*box) for box in sorted(line)))


def _fonts(opened: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for entry in opened.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/FontDescriptor":
            is_embedded = any(name in entry for name in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield re.sub(r"^/[A-Z]{6}\+", "", str(entry.FontName)), is_embedded
