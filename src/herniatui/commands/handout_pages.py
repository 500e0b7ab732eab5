"""The pages to take home, and the blank card: made and saved."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from herniatui.card.library import Deck
from herniatui.consult.history import Talk
from herniatui.i18n import _
from herniatui.report import handout
from herniatui.report.file_output import save, suggested_path
from herniatui.report.handout.as_pdf import is_installed

_FORMS: dict[str, Callable[..., bytes]] = {
    ".pdf": handout.pdf_bytes,
    ".html": lambda *talk, short, warn: handout.html_bytes(*talk, short=short),  # noqa: ARG005 - it lacks no character
}


def handout_path(deck: Deck, today: date, folder: str, short: bool) -> str:
    """Return the path proposed for the pages to take home."""
    what = _("to-take-home-short") if short else _("to-take-home")
    return str(suggested_path(deck.card, today, folder, what, _suffix()))


def blank_path(deck: Deck, today: date, folder: str) -> str:
    """Return the path of today's blank card, where it may be already."""
    return str(suggested_path(deck.card, today, folder, _("blank"), _suffix(), free=False))


def _suffix() -> str:
    """Return the suffix of the form that is proposed: HTML where no PDF can be made."""
    return ".pdf" if is_installed() else ".html"


def wrong_name(path: str) -> str:
    """Return why a page cannot have this name, as a sentence; empty if it can."""
    return "" if Path(path).suffix.lower() in _FORMS else _("Not saved. Choose a name that ends in .pdf or .html.")


def make_page(
    deck: Deck, talk: Talk | None, today: date, path: str, *, short: bool, replace: bool, warn: Callable[[str], None]
) -> str:
    """Make a page and save it; return what went wrong, as a sentence, or an empty string.

    Args:
        deck: The card and its additions.
        talk: The talk; None for a blank card.
        today: The day of the talk.
        path: Where to save it; its suffix says in which form.
        short: Whether only the page about the talk is made.
        replace: Whether an existing file may be replaced.
        warn: Called with a sentence where the page lacks characters.
    """
    to_bytes = _FORMS[Path(path).suffix.lower()]
    consult, walk = (talk.consult, talk.walk) if talk else (None, None)
    try:
        data = to_bytes(deck, consult, walk, today, short=short, warn=warn)
    except Exception:  # noqa: BLE001 (failing to make a page must not end the talk)
        return _("Not saved, the page could not be made. Try a name that ends in .html. {path}").format(path=path)
    error = save(path, data, replace=replace)
    return "" if _has_content(path, data) else error  # two at once make the same page


def _has_content(path: str, data: bytes) -> bool:
    try:
        return Path(path).expanduser().read_bytes() == data
    except (OSError, RuntimeError, ValueError):
        return False
