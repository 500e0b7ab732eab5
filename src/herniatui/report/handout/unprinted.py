"""The characters of a handout that no font has: which, and how to get the fonts that have them."""

from unicodedata import category, name

from herniatui.i18n import _

_ASK_FOR_HTML = _("Ask for HTML instead, and print that from a browser.")
GET_CJK = _("Chinese, Japanese and Korean need another font: ask the administrator for herniatui[cjk].")
_NAMED = 20
"""Maximum number of characters that the message lists."""
_CJK = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "FULLWIDTH", "IDEOGRAPHIC")


def message(characters: str) -> str:
    """Return which characters are printed as squares, and what to do; empty if all are printed."""
    said = _("On the page a □ stands for what could not be printed: {signs}")
    return _told(said, characters)


def remark(characters: str) -> str:
    """Return the same of a PDF of a blank card that could be made."""
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
