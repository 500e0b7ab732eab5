"""A card as plain text, for a screen reader or a pipe."""

import shutil
import textwrap

from herniatui.card.library import Deck
from herniatui.card.model import Card, Question, Relation, letter
from herniatui.i18n import _
from herniatui.report.card_info import about
from herniatui.report.phrases import EMPTY_CELL
from herniatui.report.picture_text import picture_lines
from herniatui.report.word_notes import word_notes

_KEY = _("In pictures (added by the project; # is filled, . is open, ~ is marked)")
_KEY_ABOUT = _("In pictures (added by the project; # is filled, . is open, ~ is marked, @ is about so many)")


def card_text(deck: Deck, drawn: bool = False) -> str:
    """Return the whole card, a paragraph or statement per line, statements indented by two spaces per level.

    Args:
        deck: The card with its additions.
        drawn: Whether to draw the pictures of each question in ASCII, too; otherwise they are only in words.
    """
    card = deck.card
    lines = [card.title, card.question, ""]
    for passage in card.introduction:
        lines += [statement.text for statement, _depth in passage.walk()] + [""]
    if card.table_heading:
        lines.append(card.table_heading)
    lines += [f"{letter(index)}. {option.name}" for index, option in enumerate(card.options)]
    for number, question in enumerate(card.questions, 1):
        lines += ["", *([question.group, ""] if question.group else []), f"{number}. {question.text}"]
        lines += [*([question.hint] if question.hint else []), *_answers(card, question)]
        if pictures := list(picture_lines(card, question, drawn)):
            key = (_KEY_ABOUT if _has_about(question) else _KEY) if drawn else _("In pictures (added by the project)")
            lines += ["", key, *pictures]
    if told := word_notes(card):
        lines += ["", _("Explanation of words"), *(f"- {note.told} {note.address}".rstrip() for note in told)]
    if card.closing:
        lines += ["", card.closing]
    for heading, paragraphs in about(deck):
        lines += ["", heading, *(f"- {paragraph}" for paragraph in paragraphs)]
    return "\n".join(lines)


def _answers(card: Card, question: Question) -> list[str]:
    lines: list[str] = []
    for index, option in enumerate(card.options):
        lines += ["", f"{letter(index)}. {option.name}", *([] if question.answers[index] else [f"({EMPTY_CELL})"])]
        for statement, depth in question.statements(index):
            bullet = "" if statement.paragraph else "- "
            lines.append(f"{'  ' * depth}{bullet}{statement.text}")
    return lines


def _has_about(question: Question) -> bool:
    statements = (found for option in range(len(question.answers)) for found, _depth in question.statements(option))
    return any(number.relation is Relation.ABOUT for found in statements for number in found.frequencies)


def folded(text: str) -> str:
    """Return the text wrapped between words to the width of the terminal, at most 100, with a hanging indent."""
    width = min(shutil.get_terminal_size().columns, 100)
    return "\n".join(_wrap(line, width) for line in text.split("\n"))


def _wrap(line: str, width: int) -> str:
    hang = len(line) - len(line.lstrip(" -"))
    wrapper = textwrap.TextWrapper(width, subsequent_indent=" " * hang, break_on_hyphens=False, break_long_words=False)
    return wrapper.fill(line)
