"""Typeset the handout with typst: JSON on stdin, PDF on stdout. Run as a child process by `as_pdf`.

typst caches the text that it sets for the lifetime of its process, and a panic in it ends the process; so it runs
outside the process of the talk.
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


def typeset(content: Any, day: date) -> bytes:
    """Return the PDF of a handout. Deterministic: its creation time is midnight of `day`.

    A character missing from all fonts becomes a square.

    Args:
        content: The handout as parsed JSON.
        day: The day of the talk.

    Raises:
        typst.TypstError: If the page template itself fails.
    """
    content = _map_text(content, _visible)
    try:
        return _compile(content, day, complete=True)
    except typst.TypstError as error:
        missing = _UNPRINTED.findall(error.diagnostic)
    try:
        return _compile(_map_text(content, lambda text: _replace_missing(text, missing)), day, complete=False)
    except typst.TypstError:
        return _compile(_map_text(content, lambda text: _BEYOND_LATIN.sub(_STAND_IN, text)), day, complete=False)


def _compile(content: Any, day: date, complete: bool) -> bytes:
    """Return the PDF; unless `complete`, the page explains the squares."""
    inputs = {"handout": json.dumps(content)}
    compiler = typst.Compiler(
        (_HERE / "page.typ").read_bytes(),
        root=str(_HERE),  # not the working directory, which may have been removed
        # no system fonts, so that every computer gives the same bytes
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(typeface.ROOT / "files")]
        ),
        ignore_system_fonts=True,
        sys_inputs=inputs if complete else inputs | {"missing": ""},
    )
    pdf = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=datetime.combine(day, time(), UTC))
    assert isinstance(pdf, bytes)  # typst returns a list only for images of pages
    return pdf


def _map_text(content: Any, change: Callable[[str], str]) -> Any:
    """Return the content with `change` applied to every string."""
    if isinstance(content, str):
        return change(content)
    if isinstance(content, list):
        return [_map_text(item, change) for item in content]
    if isinstance(content, dict):
        return {key: _map_text(value, change) for key, value in content.items()}
    return content


def _visible(text: str) -> str:
    """Return the text without invisible format characters: thousands of soft hyphens take typst seconds.

    Characters that join letters (U+200C, U+200D) or set their direction are kept.
    """
    if text.isascii():
        return text
    return "".join(character for character in text if character in _KEPT or category(character) != "Cf")


_KEPT = {chr(code) for code in (0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def _replace_missing(text: str, diagnostics: list[str]) -> str:
    """Return the text with a square for every character that typst reports missing from all fonts."""
    spelled = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), "".join(diagnostics))
    missing = {ord(character): _STAND_IN for character in spelled if ord(character) > 0x7F}
    # NFC composes letter and accent first, so that a missing combining accent need not be replaced
    return normalize("NFC", text).translate(missing)


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(json.load(sys.stdin.buffer), date.fromisoformat(sys.argv[1])))
