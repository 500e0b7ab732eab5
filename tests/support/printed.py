"""PDF as others read it: qpdf (pikepdf), PDFium, and the reader of codes in zxing."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pikepdf
import zxingcpp
from pypdfium2 import PdfDocument, PdfPage

CODE_SCALE = 120 / 72
"""Pixels for each point: the 120 dots an inch of a plain printer."""


class About(NamedTuple):
    """What a PDF says of itself."""

    fields: dict[str, str]
    """The document information: title, dates and the like."""
    xmp: str
    """The same and more as XML, with the standards that it keeps to."""
    is_tagged: bool
    language: str
    fonts: dict[str, bool]
    """The name of every font, without its subset, and whether all its glyphs are in the file."""


def about(pdf: Path) -> About:
    """Return what this PDF says of itself."""
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
    """Return what is wrong with the syntax of this PDF; every stream in it is unpacked for that."""
    with pikepdf.open(pdf) as opened:
        return list(opened.check_pdf_syntax())


def unpacked(pdf: Path) -> bytes:
    """Return the file with nothing packed."""
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
    """Return all words of a PDF in the order in which they are read, with one space between them."""
    with closing(PdfDocument(pdf)) as opened:
        every = "\n".join(page.get_textpage().get_text_range() for page in opened)
    return one_line(every.replace("\u200b", ""))


def pages(pdf: Path) -> list[list[str]]:
    """Return the lines of every page from top to bottom, each from left to right."""
    with closing(PdfDocument(pdf)) as opened:
        return [list(_lines(page)) for page in opened]


def codes(pdf: Path) -> list[str]:
    """Return what the codes on the pages say, as a telephone reads them."""
    with closing(PdfDocument(pdf)) as opened:
        pictures = [page.render(scale=CODE_SCALE, grayscale=True).to_pil() for page in opened]
    return [found.text for picture in pictures for found in zxingcpp.read_barcodes(picture)]


def one_line(words: str) -> str:
    """Return the words with one space between them."""
    return re.sub(r"\s+", " ", words).strip()


def _lines(page: PdfPage) -> Iterator[str]:
    read = page.get_textpage()
    pieces = [read.get_rect(number) for number in range(read.count_rects())]
    line: list[tuple[float, float, float, float]] = []
    for piece in sorted(pieces, key=lambda one: -(one[1] + one[3])):
        _left, bottom, _right, top = piece
        if line and (bottom + top) / 2 < min(one[1] for one in line):
            yield one_line(" ".join(read.get_text_bounded(*one) for one in sorted(line)))
            line = []
        line.append(piece)
    if line:
        yield one_line(" ".join(read.get_text_bounded(*one) for one in sorted(line)))


def _fonts(opened: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for thing in opened.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            is_in_file = any(name in thing for name in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield re.sub(r"^/[A-Z]{6}\+", "", str(thing.FontName)), is_in_file
