"""The note for the medical record (EPD), also as SOEP: plain text, shown exactly as it is exported.

Both are short by default: about `MOST_WORDS` words, and in `MOST_LINES` lines of `LINE_WIDTH` characters. What does not
fit is counted on the last line; the full note holds all.
"""

import textwrap
from collections.abc import Callable, Mapping
from datetime import date

from herniatui.card.codes import ICPC
from herniatui.card.library import Deck
from herniatui.card.model import Card
from herniatui.consult.model import Consult
from herniatui.consult.walk import Walk
from herniatui.i18n import _, ngettext
from herniatui.report.note_values import NotePart, values
from herniatui.report.template import filled, is_short, shipped_template
from herniatui.storage.record import Record

NOTE, SOEP = FORMS = ("note", "soep")
"""Forms of the note."""
TITLES = {
    (NOTE, False): _("The summary for the record, word for word as it is kept"),
    (SOEP, False): _("The summary for the record as SOEP, word for word as it is kept"),
    (NOTE, True): _("The full summary for the record, word for word as it is kept"),
    (SOEP, True): _("The full summary for the record as SOEP, word for word as it is kept"),
}
"""What stands above the note, by form, and whether it is the full note."""
MOST_WORDS = 120
"""Length of a short note: a doctor pastes the first lines, and deletes the rest."""
MOST_LINES, LINE_WIDTH = 20, 80
"""What a screen of a record system (EPD) shows at once."""


def in_form(
    form: str, deck: Deck, consult: Consult, walk: Walk, day: date, template: str = "", full: bool = False
) -> str:
    """Return the note in one of the `FORMS`; `template` and `full` as for `note`."""
    if form == NOTE:
        return note(deck.card, consult, walk, day, deck.sha256, template, full)
    return soep(deck.card, consult, walk, day, deck.sha256, icpc_of(deck.card), full)


def icpc_of(card: Card) -> str:
    """Return the ICPC code of the card with its title; empty if it has none."""
    return next((f"{code.code} {code.title}".strip() for code in card.codes if code.system == ICPC), "")


def note(
    card: Card, consult: Consult, walk: Walk, day: date, sha256: str, template: str = "", full: bool = False
) -> str:
    """Return the note: plain lines of any length, without a line break at the end.

    The card's words are unabridged; the patient's own words are on one line in quotation marks. A worry, and what is
    still to be explained, are never left out.

    Args:
        card: The card.
        consult: What was said.
        walk: What was viewed.
        day: The day of the talk.
        sha256: Checksum of the card file.
        template: The clinic's template of the short note; empty for the shipped one. Without `{meer}`, nothing that it
            asks for is left out.
        full: Whether to return the full note, by the shipped template.
    """
    text = shipped_template("note-full") if full else template or shipped_template("note")
    return filled(text, _values(text, lambda found: filled(text, found), card, consult, walk, day, sha256))


def soep(card: Card, consult: Consult, walk: Walk, day: date, sha256: str, icpc: str = "", full: bool = False) -> str:
    """Return the note as SOEP: under S what the patient said, under P the decision and what was told.

    The card's code (`icpc`) is on E, because an ICPC code may be on S or E only (constraint zib-SOAPReport-1); without
    a code, E is left out.
    """
    return _joined(soep_parts(card, consult, walk, day, sha256, icpc, full))


def soep_parts(
    card: Card, consult: Consult, walk: Walk, day: date, sha256: str, icpc: str = "", full: bool = False
) -> dict[str, str]:
    """Return the parts of the SOEP note by letter: S, E and P, without the letters; a part without text is left out.

    The template is split before it is filled in, so that no filled-in text can start another part.
    """
    template = shipped_template("soep-full" if full else "soep")
    parts = dict(part.split(":\n", 1) for part in template.split("\n\n"))

    def rendered(found: Mapping[str, str]) -> dict[str, str]:
        texts = {letter: filled(part, {**found, "icpc": icpc}) for letter, part in parts.items()}
        return {letter: text for letter, text in texts.items() if text}

    found = _values(template, lambda found: _joined(rendered(found)), card, consult, walk, day, sha256)
    return rendered(found)


def note_file(deck: Deck, record: Record, day: date, template: str = "", full: bool = False) -> bytes:
    """Return the note of a stored talk as UTF-8, with a line break at the end (`report.formats`)."""
    return _file(in_form(NOTE, deck, record.consult, record.walk, day, template, full))


def soep_file(deck: Deck, record: Record, day: date, full: bool = False) -> bytes:
    """Return the SOEP note of a stored talk as UTF-8, with a line break at the end (`report.formats`)."""
    return _file(in_form(SOEP, deck, record.consult, record.walk, day, full=full))


def _file(text: str) -> bytes:
    return f"{text}\n".encode()


def _joined(parts: Mapping[str, str]) -> str:
    return "\n\n".join(f"{letter}: {text}" for letter, text in parts.items())


def _values(
    template: str,
    rendered: Callable[[Mapping[str, str]], str],
    card: Card,
    consult: Consult,
    walk: Walk,
    day: date,
    sha256: str,
) -> dict[str, str]:
    """Return the value of each placeholder of a template; for a short note only of the parts that fit."""
    brief = is_short(template)
    found = values(card, consult, walk, day, sha256, brief)
    if brief:
        return _that_fit(found.always, found.rest, rendered)
    return {**found.always, **{name: part.text for name, part in found.rest.items()}}


def _that_fit(
    always: Mapping[str, str], rest: Mapping[str, NotePart], rendered: Callable[[Mapping[str, str]], str]
) -> dict[str, str]:
    """Return the values with those of the rest that fit, and `meer`: how many points were left out.

    A part is taken whole or not at all: a choice within it could show what was said of one option and hide what was
    said of another.
    """
    taken = dict(always)
    left = sum(part.points for part in rest.values())
    for name, part in rest.items():
        without = left - part.points
        if part.points and _fits(rendered({**taken, name: part.text, "meer": _more(without)})):
            taken[name], left = part.text, without
    return {**taken, "meer": _more(left)}


def _fits(text: str) -> bool:
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    lines = [wrapped for line in text.split("\n") for wrapped in textwrap.wrap(line, LINE_WIDTH) or [""]]
    return len(words) <= MOST_WORDS and len(lines) <= MOST_LINES


def _more(points: int) -> str:
    if not points:
        return ""
    more = ngettext("{count} more point: see the full summary", "{count} more points: see the full summary", points)
    return more.format(count=points)
