"""Remarks on a card file without problems: no word list, an unused source, long short names, missing annotations."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining, east_asian_width

from herniatui.card.annotated_file import AnnotatedFile
from herniatui.card.model import Card
from herniatui.card.problems import Problem, Problems, ProblemsFound
from herniatui.card.proof.source_report import source_names
from herniatui.card.reader import parse_card, read_card
from herniatui.card.suggestions import Suggestion, suggestions
from herniatui.card.text_file import read_text
from herniatui.card.wording.word_list import languages, word_list
from herniatui.i18n import _

WINDOW, TAB_WIDTH = 80, 74
"""The narrowest usual window, and its room for the tabs, which should show the names of all options."""
SHORT_ENOUGH = 12
"""Characters of a short name that is never too long: six options have room for the beginnings of their names."""
AROUND_A_NAME = 7
"""Cells of a tab besides the short name: the letter, and white space."""


class CannotAnnotate(Exception):
    """The annotations cannot be written into this file; the message says what to do."""


class Remark(Problem):
    """A remark with its place; it does not stop a card from being used."""

    __slots__ = ("is_annotation",)

    def __init__(self, text: str, line: int = 1, column: int = 1, *, is_annotation: bool = False) -> None:
        super().__init__(_("remark: {text}").format(text=text), line, column)
        self.is_annotation = is_annotation
        """Whether it is an annotation that can be added."""


def remarks(path: Path, on_language: str = "") -> list[Remark]:
    """Return the remarks on this card file, in order of place.

    Args:
        path: The file.
        on_language: A remark that depends on its language, such as on typefaces; empty for none.

    Raises:
        ProblemsFound: if the file has problems.
    """
    card, text = _read(path)
    file = AnnotatedFile(text)
    said = [Remark(on_language, *file.place_of("language"))] if on_language else []
    found = [*said, *_unreadable(card, file), *_unused_sources(path, card, file), *_long_names(card, file)]
    found += [_remark(each, *file.place(each)) for each in suggestions(card)]
    return sorted(found, key=lambda remark: (remark.line, remark.column))


def _unreadable(card: Card, file: AnnotatedFile) -> Iterator[Remark]:
    """Yield a remark if the language of the card has no word list."""
    if word_list(card.language) is None:
        none = _(
            'there is no list of words for the language "{language}": its numbers get no pictures '
            "(there are lists for {known})"
        )
        words = none.format(language=card.language, known=", ".join(f'"{name}"' for name in languages()))
        yield Remark(words, *file.place_of("language"))


def _unused_sources(path: Path, card: Card, file: AnnotatedFile) -> Iterator[Remark]:
    """Yield a remark for every source beside the card that the proof does not read."""
    plain, markdown = source_names(card.language)
    for source in sorted(path.parent.glob("source*")):
        if source.name not in (plain, markdown):
            unused = _("{name} is not used; the text that this card is compared with is called {plain} or {markdown}")
            words = unused.format(name=source.name, plain=plain, markdown=markdown)
            yield Remark(words, *file.place_of("language"))


def _long_names(card: Card, file: AnnotatedFile) -> Iterator[Remark]:
    """Yield a remark for every short name that takes more than its share of the tabs, if not all of them fit."""
    widths = [_cells(option.short) + AROUND_A_NAME for option in card.options]
    if sum(widths) <= TAB_WIDTH:
        return
    most = max(SHORT_ENOUGH, TAB_WIDTH // len(widths) - AROUND_A_NAME)
    long = _(
        '"{short}" hides the names of the other options in a window of {width} characters; at most {most} fit here'
    )
    for index, option in enumerate(card.options):
        if widths[index] > most + AROUND_A_NAME:
            words = long.format(short=option.short, width=WINDOW, most=most)
            yield Remark(words, *file.place_of_option(index, "short"))


def _cells(text: str) -> int:
    """Return about how many cells of a terminal a text takes (Unicode Standard Annex 11)."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(map(bool, map(combining, text)))


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
