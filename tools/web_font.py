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
_NOTICES = (0, 7, 13)
"""Ids of copyright, trademark and licence in the name table: they stay as they are."""


def write() -> None:
    """Write the font, without hints for coarse screens, in normal width, from the weight of the PDF to bold."""
    source = fontpkg_ibm_plex_sans.ROOT / "files" / "IBMPlexSans[wdth,wght].ttf"
    options = subset.Options(flavor="woff2", hinting=False)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for letters in LETTERS for code in letters])
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {"wdth": 100, "wght": (450, 450, 700)}, inplace=True)
    for entry in font["name"].names:
        if entry.nameID not in _NOTICES:
            entry.string = str(entry).replace("IBM Plex Sans", NAME).replace("IBMPlexSans", NAME.replace(" ", ""))
    subset.save_font(font, str(TARGET), options)


if __name__ == "__main__":
    write()
