"""Typeset the handout with typst: JSON on stdin, PDF on stdout. Run as a child process, see `own_process`.

On stderr it writes JSON: the characters that no font has.

typst caches the text that it sets for the lifetime of its process, and a panic in it ends the process; so it runs
outside the process of the talk.
"""

import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import fontpkg_ibm_plex_sans
import fontpkg_ibm_plex_sans_arabic
import manimgx_fonts
import typst

try:
    import manimgx_fonts_cjk
except ImportError:  # of the extra `cjk`
    manimgx_fonts_cjk = None

_STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
_STAND_IN = "□"
_UNPRINTED = re.compile(r'(?:the text|the codepoint) `"(.*?)"`', re.DOTALL)  # no font has it; for private use
_BEYOND_LATIN = re.compile("[^\x00-\xff‘’“”–—…−□]")
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_HERE = Path(__file__).parent
_FONTS = [
    fontpkg_ibm_plex_sans.ROOT / "files",
    fontpkg_ibm_plex_sans_arabic.ROOT / "files",
    Path(manimgx_fonts.__file__).parent,
]
_ROUNDS = 3
"""How often typst is asked which characters it cannot print; more than once if squares change how text is shaped."""


def typeset(content: Any, day: date) -> tuple[bytes, str]:
    """Return the PDF of a handout, and the characters in it that are printed as squares, because no font has them.

    Deterministic: its creation time is midnight of `day`.

    Args:
        content: The handout as parsed JSON.
        day: The day of the talk.

    Raises:
        typst.TypstError: If the page template itself fails.
    """
    content = whole = _map_text(content, _visible)
    for _ in range(_ROUNDS):
        try:
            return _compile(content, day, _lost(whole, content)), _lost(whole, content)
        except typst.TypstError as error:
            if not (missing := _UNPRINTED.findall(error.diagnostic)):
                break
            content = _map_text(content, partial(_replace_missing, diagnostics=missing))
    content = _map_text(content, lambda text: _BEYOND_LATIN.sub(_STAND_IN, text))
    return _compile(content, day, _lost(whole, content)), _lost(whole, content)


def _lost(whole: Any, content: Any) -> str:
    """Return the characters that only the whole content has, as the handout orders them."""
    printed = set(_characters(content))
    return "".join(dict.fromkeys(character for character in _characters(whole) if character not in printed))


def _characters(content: Any) -> str:
    texts: list[str] = []

    def collect(text: str) -> str:
        texts.append(text)
        return text

    _map_text(content, collect)
    return normalize("NFC", "".join(texts))


def _compile(content: Any, day: date, lost: str) -> bytes:
    """Return the PDF; if characters are lost, the page explains the squares."""
    needs_cjk = _CJK.search(_characters(content) + lost)
    inputs = {"handout": json.dumps(content)}
    if lost:
        inputs["missing"] = "fonts" if _CJK.search(lost) and manimgx_fonts_cjk is None else ""
    fonts = [*_FONTS, Path(manimgx_fonts_cjk.__file__).parent] if manimgx_fonts_cjk and needs_cjk else _FONTS
    compiler = typst.Compiler(
        (_HERE / "page.typ").read_bytes(),
        root=str(_HERE),  # not the working directory, which may have been removed
        # no system fonts, so that every computer gives the same bytes
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder) for folder in fonts]
        ),
        ignore_system_fonts=True,
        sys_inputs=inputs,
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
    missing = {ord(character): _STAND_IN for character in spelled if ord(character) > 0x7F and character not in _KEPT}
    # NFC composes letter and accent first, so that a missing combining accent need not be replaced
    return normalize("NFC", text).translate(missing)


def main(arguments: Sequence[str]) -> int:
    """Typeset the JSON on stdin for the day that is given; return 0."""
    data, unprinted = typeset(json.load(sys.stdin.buffer), date.fromisoformat(arguments[0]))
    sys.stdout.buffer.write(data)
    sys.stderr.write(json.dumps(unprinted))
    return 0
