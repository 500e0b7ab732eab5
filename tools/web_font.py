"""Write the font that the HTML handout embeds: IBM Plex Sans as WOFF2, with Latin, Greek and Cyrillic letters.

Run after an update of `fontpkg-ibm-plex-sans`: `.venv/bin/python -m tools.web_font`. The font has a name of its own,
because its licence (`OFL.txt` beside it) reserves the name Plex for the whole font.
"""

from pathlib import Path

import fontpkg_ibm_plex_sans
from fontTools import subset
from fontTools.varLib import instancer

NAME = "Handout Sans"
TARGET = Path("src/herniatui/report/handout/HandoutSans.woff2")
LETTERS = (
    range(0x20, 0x250),  # Latin
    range(0x300, 0x330),  # accents
    range(0x370, 0x4FA),  # Greek and Cyrillic
    range(0x1E00, 0x1F00),  # Latin of Vietnam, among others
    range(0x2010, 0x2030),  # punctuation
    (0x2BC, 0x20AC, 0x2192, 0x2212, 0x2264, 0x2265, 0x2713),
)
_NAMES = (1, 3, 4, 6, 16, 25)
"""Ids in the name table of the family and of names derived from it."""


def write() -> None:
    """Write the font, without hints for coarse screens, in normal width only."""
    source = fontpkg_ibm_plex_sans.ROOT / "files" / "IBMPlexSans[wdth,wght].ttf"
    options = subset.Options(flavor="woff2", hinting=False)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for letters in LETTERS for code in letters])
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {"wdth": 100, "wght": (400, 700)}, inplace=True)
    for entry in font["name"].names:
        if entry.nameID in _NAMES:
            entry.string = NAME.replace(" ", "") if entry.nameID in (6, 25) else NAME
    subset.save_font(font, str(TARGET), options)


if __name__ == "__main__":
    write()
