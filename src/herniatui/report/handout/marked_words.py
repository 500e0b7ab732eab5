"""HTML of what the makers add to the statements: groups, hints, bold, links, and notes. Every text is escaped.

`of_card` is the attribute for the language of the card.
"""

from collections.abc import Iterable, Iterator
from html import escape

from herniatui.report.handout.document import CardPages, Piece, QuestionPart
from herniatui.report.handout.style_sheet import LONG_WORD
from herniatui.report.word_notes import WordNote


def text_of(pieces: Iterable[Piece]) -> str:
    """Return a text of the card: in bold where the card is, with its links, and with the numbers of its notes."""
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    words = LONG_WORD.sub(r'<span class="long">\g<0></span>', escape(piece.words))  # only these are hyphenated
    words = f"<b>{words}</b>" if piece.bold else words
    words = f'<a href="{escape(piece.address)}">{words}</a>' if piece.address else words
    return f'{words}<sup><a href="#n{piece.note}">[{piece.note}]</a></sup>' if piece.note else words


def group_above(part: QuestionPart, level: int, of_card: str) -> str:
    """Return the heading of the group that begins with this question; nothing if none does."""
    return f'<h{level} class="group"{of_card}>{escape(part.group)}</h{level}>\n' if part.group else ""


def hint_under(part: QuestionPart, of_card: str) -> str:
    """Return what the card prints under this question; nothing if it prints nothing."""
    return f'\n<p class="under"{of_card}>{text_of(part.hint)}</p>' if part.hint else ""


def note_list(card: CardPages, level: int, of_card: str) -> Iterator[str]:
    """Yield the notes under their heading; nothing if there are none."""
    if card.notes:
        items = "".join(_note(note, of_card) for note in card.notes)
        yield f'<h{level} id="uitleg">{escape(card.notes_heading)}</h{level}>\n<ul class="notes">\n{items}</ul>\n'


def _note(note: WordNote, of_card: str) -> str:
    page = f' <a href="{escape(note.address)}">{escape(note.address)}</a>' if note.address else ""
    return f'<li id="n{note.number}">[{note.number}] <span{of_card}>{escape(note.told)}</span>{page}</li>\n'
