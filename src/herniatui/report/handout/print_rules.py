"""The rules of a style sheet for a handout that a browser prints."""

from herniatui.report.handout.document import Handout
from herniatui.report.handout.table import SIDE_BY_SIDE


def paper_rules(handout: Handout) -> str:
    """Return the rules for paper: the foot of every page has title, date and number."""
    card = handout.card
    size = "landscape" if card and len(card.columns) == SIDE_BY_SIDE else "portrait"
    numbered = handout.page.replace("{page}", "\0page\0").replace("{pages}", "\0pages\0").split("\0")
    number = " ".join(f"counter({part})" if part in ("page", "pages") else _string(part) for part in numbered if part)
    foot = _string(f"{handout.title} · {handout.dated}")
    return f"@page {{ size: A4 {size}; @bottom-left {{ content: {foot}; }} @bottom-right {{ content: {number}; }} }}\n"


def _string(text: str) -> str:
    """Return the text as a CSS string, in which no character can end the style sheet."""
    return (
        '"'
        + "".join(
            character if character.isalnum() or character in " .,·-" else f"\\{ord(character):x} " for character in text
        )
        + '"'
    )
