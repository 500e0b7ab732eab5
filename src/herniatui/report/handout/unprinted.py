"""The characters of a handout that no font has: which, and how to get the fonts that have them."""

from datetime import date
from unicodedata import category, name

from herniatui.card.library import Deck
from herniatui.i18n import _
from herniatui.report.formats import NotPossible

_ASK_FOR_HTML = _("Ask for HTML instead, and print that from a browser.")
GET_CJK = _("Chinese, Japanese and Korean need another font: ask the administrator for herniatui[cjk].")
_BEYOND = "\u0250"
"""The first character behind the Latin letters of European languages."""
_NAMED = 20
"""Maximum number of characters that the message lists."""
_CJK = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "FULLWIDTH", "IDEOGRAPHIC")


def message(characters: str) -> str:
    """Return which characters are printed as squares, and what to do; empty if all are printed."""
    said = _("On the page a □ stands for what could not be printed: {signs}")
    return _told(said, characters)


def remark_on_card(deck: Deck, day: date) -> str:
    """Return the same of a PDF of the blank card, by making it; empty if all is printed, or no PDF can be made here.

    A card in letters that every page has is not made, as that takes half a second.
    """
    from herniatui.report.handout.as_pdf import to_pdf  # lazy imports: `build` needs this module
    from herniatui.report.handout.build import handout

    if all(letter < _BEYOND or not letter.isalpha() for letter in "".join(deck.card.texts())):
        return ""
    try:
        characters = to_pdf(handout(deck, None, None, day), day).unprinted
    except NotPossible:
        return ""
    return _told(_("a PDF of this card has a □ for what no typeface here can print: {signs}"), characters)


def _told(said: str, characters: str) -> str:
    if not characters:
        return ""
    shown = " ".join(map(_legible, characters[:_NAMED]))
    if more := len(characters) - _NAMED:
        shown = _("{signs} and {more} others").format(signs=shown, more=more) if more > 0 else shown
    said = said.format(signs=shown)
    to_do = [GET_CJK] if any(map(_is_cjk, characters)) else []
    to_do += [_ASK_FOR_HTML] if any(map(str.isalpha, characters)) else []
    return " ".join([f"{said}.", *to_do]) if to_do else said


def _legible(character: str) -> str:
    """Return the character; its code point if it cannot stand by itself."""
    return character if category(character)[0] in "LNPS" else f"U+{ord(character):04X}"


def _is_cjk(character: str) -> bool:
    return name(character, "").partition(" ")[0] in _CJK
