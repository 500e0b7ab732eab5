"""The style sheet of the handout as HTML: fonts, `page.css`, and the rules that only some pages need."""

import re
from base64 import b64encode
from importlib.resources import files
from pathlib import Path

import msgspec

from herniatui.report.handout.document import Handout
from herniatui.report.handout.print_rules import paper_rules
from herniatui.report.scripts import scripts

LONG_WORD = re.compile(r"[^\W\d_]{28,}")
"""A word that may not fit in a column; as in `page.typ`."""
_LONG = ".long { hyphens: auto; }\n"
"""Browsers hyphenate in the language of the element, so far as they know it; otherwise such words break anywhere."""


def style_sheet(handout: Handout) -> str:
    """Return the style sheet of a handout."""
    content = msgspec.json.encode(handout).decode()
    long = _LONG if LONG_WORD.search(content) else ""
    mirrored = _file("right_to_left.css") if handout.is_right_to_left else ""
    return f"{_typefaces(content)}{_file('page.css')}{long}{mirrored}{paper_rules(handout)}"


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _typefaces(content: str) -> str:
    """Return the `@font-face` rules with the fonts embedded, so that the page looks the same on every computer.

    The font of every page has Latin, Greek and Cyrillic letters (`tools/web_font.py`). Others are embedded where the
    page has their script. Not Chinese, Japanese, Korean and emoji: those are megabytes, and browsers have them.
    """
    import manimgx_fonts

    faces = [("Handout Sans", "400 700", "woff2", files(__package__).joinpath("HandoutSans.woff2").read_bytes())]
    for script in sorted(scripts(content)):
        path = Path(manimgx_fonts.__file__).with_name(f"NotoSans{script.title()}[wght].ttf")
        if path.exists():
            faces.append((f"Noto Sans {script.title()}", "100 900", "ttf", path.read_bytes()))
    families = ", ".join(f'"{family}"' for family, *_ in faces)
    rules = (
        f'@font-face {{ font-family: "{family}"; font-weight: {weights}; '
        f"src: url(data:font/{kind};base64,{b64encode(data).decode()}); }}\n"
        for family, weights, kind, data in faces
    )
    return f"{''.join(rules)}:root {{ --typefaces: {families}, Verdana, sans-serif; }}\n"
