"""Own words of a patient in another writing system: isolated from the sentence around them, and their language.

Without isolation the quotation marks around right-to-left words end up on the wrong side (Unicode Standard Annex 9).
"""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import name

_START, _END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
_ISOLATED = re.compile(f"{_START}([^{_END}]*){_END}")
_LANGUAGES = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "HEBREW": "he",
    "GREEK": "el",
    "ARABIC": "und-Arab",
    "CYRILLIC": "und-Cyrl",
    "DEVANAGARI": "und-Deva",
    "ETHIOPIC": "und-Ethi",
}
"""BCP 47 tags by the first word of a letter's Unicode name: `und`, undetermined, for scripts that languages share.

`page.typ` has the same table.
"""


def isolated(said: str) -> str:
    """Return a sentence in which each line of the quoted words is isolated, if they are not in Latin script only.

    Args:
        said: A sentence with at most one quotation, between its first “ and its last ”.
    """
    start, end = said.find("“") + 1, said.rfind("”")
    if not 0 < start < end or not scripts(said[start:end]) - {"LATIN"}:
        return said
    lines = (f"{_START}{line}{_END}" if line else "" for line in said[start:end].split("\n"))
    return said[:start] + "\n".join(lines) + said[end:]


def pieces(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line in order, each with whether it is isolated; without the isolating characters."""
    for index, words in enumerate(_ISOLATED.split(line)):
        if words:
            yield words, index % 2 == 1


def language(words: str) -> str:
    """Return the BCP 47 tag of words in another script; empty if most of their letters are Latin."""
    counted = Counter(map(_script, filter(str.isalpha, words)))
    for script, tag in _LANGUAGES.items():
        if counted[script] and counted[script] >= counted["LATIN"]:
            return tag
    return "und" if counted.total() > 2 * counted["LATIN"] else ""


def scripts(words: str) -> set[str]:
    """Return the scripts of the letters, each as the first word of their Unicode names: `LATIN`, `CJK`."""
    return {_script(letter) for letter in set(words) if letter.isalpha()}


def _script(letter: str) -> str:
    return name(letter, "").partition(" ")[0]
