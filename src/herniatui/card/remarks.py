"""Remarks on a card file without problems: numbers in its words that have no annotation yet."""

from pathlib import Path

from herniatui.card.annotated_file import AnnotatedFile
from herniatui.card.model import Card
from herniatui.card.problems import Problem, Problems, ProblemsFound
from herniatui.card.reader import parse_card, read_card
from herniatui.card.suggestions import Suggestion, suggestions
from herniatui.card.text_file import read_text
from herniatui.card.wording.word_list import languages, word_list
from herniatui.i18n import _


class CannotAnnotate(Exception):
    """The annotations cannot be written into this file; the message says what to do."""


class Remark(Problem):
    """A remark with its place; it does not stop a card from being used."""

    __slots__ = ("is_annotation",)

    def __init__(self, text: str, line: int = 1, column: int = 1, *, is_annotation: bool = False) -> None:
        super().__init__(_("remark: {text}").format(text=text), line, column)
        self.is_annotation = is_annotation
        """Whether it is an annotation that can be added."""


def remarks(path: Path) -> list[Remark]:
    """Return the remarks on this card file, in order of place. Raises `ProblemsFound` if it has problems."""
    card, text = _read(path)
    if word_list(card.language) is None:
        none = _('there is no list of words for the language "{language}": its numbers get no pictures ({known} do)')
        words = none.format(language=card.language, known=", ".join(languages()))
        return [Remark(words, *AnnotatedFile(text).place_of("language"))]
    found = suggestions(card)
    file = AnnotatedFile(text) if found else None
    return [_remark(each, *file.place(each)) for each in found if file]


def _remark(found: Suggestion, line: int, column: int) -> Remark:
    words = _('"{quote}" is not annotated; under "{key}": - {entry}')
    return Remark(words.format(quote=found.quote, key=found.key, entry=found.entry), line, column, is_annotation=True)


def annotated(path: Path) -> tuple[str, str]:
    """Return the text of this card file, and the same with an annotation for every number that has none.

    Raises:
        ProblemsFound: if the file has problems.
        CannotAnnotate: if that would change more than the annotations.
    """
    card, text = _read(path)
    found = suggestions(card)
    if not found:
        return text, text
    new = AnnotatedFile(text).with_annotations(found)
    problems = Problems()
    again = parse_card(new, problems)
    if problems or again is None or [*again.texts()] != [*card.texts()] or suggestions(again):
        wrong = _("the annotations cannot be written into this file; add them by hand, as herniatui check names them")
        raise CannotAnnotate(wrong)
    return text, new


def _read(path: Path) -> tuple[Card, str]:
    """Return the card in this file and the text of the file, with its own line breaks."""
    problems = Problems()
    if read_text(path, problems) is None:
        raise ProblemsFound(str(path), problems)
    return read_card(path), path.read_bytes().decode("utf-8")
