"""Parts of the HTML of a handout that need nothing of the page around them; every text is escaped."""

from collections.abc import Iterator
from html import escape

from herniatui.report.handout.document import CardPages, Code, Piece
from herniatui.report.scripts import runs
from herniatui.report.word_notes import WordNote


def piece_of_text(piece: Piece) -> str:
    """Return a piece of a text: in bold where the card is, with its link, and followed by the number of its note."""
    words = f"<b>{escape(piece.words)}</b>" if piece.bold else escape(piece.words)
    words = f'<a href="{escape(piece.address)}">{words}</a>' if piece.address else words
    return f'{words}<sup><a href="#n{piece.note}">[{piece.note}]</a></sup>' if piece.note else words


def note_list(card: CardPages, level: int, of_card: str) -> Iterator[str]:
    """Yield the notes under their heading; nothing if there are none. `of_card` is the attribute for its language."""
    if card.notes:
        items = "".join(_note(note, of_card) for note in card.notes)
        yield f'<h{level} id="uitleg">{escape(card.notes_heading)}</h{level}>\n<ul class="notes">\n{items}</ul>\n'


def _note(note: WordNote, of_card: str) -> str:
    page = f' <a href="{escape(note.address)}">{escape(note.address)}</a>' if note.address else ""
    return f'<li id="n{note.number}">[{note.number}] <span{of_card}>{escape(note.told)}</span>{page}</li>\n'


def code(given: Code | None) -> str:
    """Return a code for a phone; nothing without one."""
    return f'<div class="code">{given.drawing.svg}</div>\n' if given else ""


def read_more(code: Code) -> str:
    """Return what a code is for, with its address as a link."""
    return f'<p>{escape(code.words)} <a href="{escape(code.address)}">{escape(code.address)}</a></p>\n'


def blank(label: str) -> str:
    """Return a line to write on, which is on paper only."""
    return f'<p class="blank">{escape(label)}<span></span></p>\n'


def marked_up(text: str) -> str:
    """Return the text with the language and direction of every part in another script; line breaks are kept."""
    found = []
    for run in runs(text):
        words = "<br>".join(map(escape, run.text.split("\n")))
        direction = ' dir="rtl"' if run.is_right_to_left else ""
        found.append(f'<span lang="{run.language}"{direction}>{words}</span>' if run.language else words)
    return "".join(found)
