"""Setting the page to take home with typst: JSON in, PDF out. Run as a program of its own, by `as_pdf`.

What is set is remembered in the process that sets it for as long as that lives, and a fault in typst ends it; so it is
not the process in which people talk.
"""

import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import fontpkg_atkinson_hyperlegible as typeface
import typst

_STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
_STAND_IN = "□"
_UNPRINTED = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_BEYOND_LATIN = re.compile("[^\x00-\xff‘’“”–—…−□]")
_HERE = Path(__file__).parent


def page(said: Any, day: date) -> bytes:
    """Return the PDF of a page that is said in plain lists, objects and texts, made on this day at midnight.

    The same page and day give the same bytes. A character that no font at hand has becomes a square. Raises
    `typst.TypstError` if the page itself cannot be set.
    """
    said = _each_text(said, _visible)
    try:
        return _compiled(said, day, complete=True)
    except typst.TypstError as error:
        found = _UNPRINTED.findall(error.diagnostic)
    try:
        return _compiled(_each_text(said, lambda text: _without(text, found)), day, complete=False)
    except typst.TypstError:
        return _compiled(_each_text(said, lambda text: _BEYOND_LATIN.sub(_STAND_IN, text)), day, complete=False)


def _compiled(said: Any, day: date, complete: bool) -> bytes:
    inputs = {"handout": json.dumps(said)}
    compiler = typst.Compiler(
        (_HERE / "page.typ").read_bytes(),
        root=str(_HERE),  # not the folder where we happen to be, which need not be there any more
        # no font of this computer, so that every one gives the same
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(typeface.ROOT / "files")]
        ),
        ignore_system_fonts=True,
        sys_inputs=inputs if complete else inputs | {"missing": ""},
    )
    pdf = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=datetime.combine(day, time(), UTC))
    assert isinstance(pdf, bytes)  # a list is for pictures of pages
    return pdf


def _each_text(said: Any, change: Callable[[str], str]) -> Any:
    """Return the same with every text changed so."""
    if isinstance(said, str):
        return change(said)
    if isinstance(said, list):
        return [_each_text(one, change) for one in said]
    if isinstance(said, dict):
        return {key: _each_text(one, change) for key, one in said.items()}
    return said


def _visible(text: str) -> str:
    """Return the text without what nobody sees and typst takes seconds for, such as thousands of soft hyphens.

    What joins and orders letters stays: signs for joining (U+200C, U+200D) and for direction.
    """
    return "".join(one for one in text if one in _KEPT or category(one) != "Cf")


_KEPT = {chr(code) for code in (0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def _without(text: str, diagnostics: list[str]) -> str:
    """Return a text with a stand-in for every character that typst found in no font."""
    spelled = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), "".join(diagnostics))
    missing = {ord(character): _STAND_IN for character in spelled if ord(character) > 0x7F}
    # an accent that stands apart from its letter is put on it first, so that it need not go
    return normalize("NFC", text).translate(missing)


if __name__ == "__main__":
    sys.stdout.buffer.write(page(json.load(sys.stdin.buffer), date.fromisoformat(sys.argv[1])))
