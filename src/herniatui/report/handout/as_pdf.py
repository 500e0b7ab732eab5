"""The page to take home as PDF, by typst. Text goes in as data; typst never reads it as its own language."""

import re
from datetime import UTC, date, datetime, time
from importlib.resources import files
from typing import TYPE_CHECKING
from unicodedata import normalize

import msgspec

from herniatui.report.handout.document import Handout

if TYPE_CHECKING:
    import typst

_STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
_STAND_IN = "□"
_UNPRINTED = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_BEYOND_LATIN = re.compile("[^\x00-\xff‘’“”–—…−□]")


def written(handout: Handout, day: date) -> bytes:
    """Return the page as PDF, made on this day at midnight whatever the clock says."""
    import typst

    said = msgspec.json.encode(handout).decode()
    try:
        return _compiled(said, day, complete=True)
    except typst.TypstError as error:
        said = _without(said, error.diagnostic)
    try:
        return _compiled(said, day, complete=False)
    except typst.TypstError:
        return _compiled(_BEYOND_LATIN.sub(_STAND_IN, said), day, complete=False)


def _compiled(said: str, day: date, complete: bool) -> bytes:
    import typst

    inputs = {"handout": said}
    room = files(__package__)
    compiler = typst.Compiler(
        room.joinpath("page.typ").read_bytes(),
        root=str(room),  # not the folder where we happen to be, which need not be there any more
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs if complete else inputs | {"missing": ""},
    )
    pdf = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=datetime.combine(day, time(), UTC))
    assert isinstance(pdf, bytes)  # a list is for pictures of pages
    return pdf


def _fonts() -> "typst.Fonts":
    """Return the typeface and the fonts that typst brings; none of this computer, so that every one gives the same."""
    import fontpkg_atkinson_hyperlegible as typeface
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(typeface.ROOT / "files")]
    )


def _without(said: str, diagnostic: str) -> str:
    """Return what is said with a stand-in for every character that typst found in no font."""
    unprinted = "".join(_UNPRINTED.findall(diagnostic))
    spelled = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), unprinted)
    # an accent that stands apart from its letter is put on it first, so that it need not go
    said = normalize("NFC", said)
    missing = {ord(character): _STAND_IN for character in spelled if ord(character) > 0x7F}
    return said.translate(missing)
