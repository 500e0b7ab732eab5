"""Build the handout from a card and a consult: the card's words verbatim, in the order of the card."""

from datetime import date

from herniatui.card.languages import is_right_to_left
from herniatui.card.library import Deck
from herniatui.card.links import Link
from herniatui.card.model import letter
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.card_info import edition
from herniatui.report.handout.document import CardPages, Column, Handout, PrintedCode, QuestionPart
from herniatui.report.handout.numbers import numbers as pictured
from herniatui.report.handout.pieces import pieces
from herniatui.report.handout.svg import code
from herniatui.report.handout.table import SIDE_BY_SIDE, answer_rows, cell, is_too_long, statement
from herniatui.report.handout.talk_page import talk_page
from herniatui.report.handout.unprinted import GET_CJK
from herniatui.report.recap import account
from herniatui.report.word_notes import Numbers, numbers_of, word_notes

_OUR_LANGUAGE = "nl"


def handout(deck: Deck, consult: Consult | None, walk: Walk | None, day: date, *, short: bool = False) -> Handout:
    """Return the content of the handout; without a consult it is the blank card.

    Args:
        deck: The card with its additions.
        consult: What was said; None for the blank card.
        walk: What was viewed; None leaves the notes on unviewed questions out.
        day: The day of the talk.
        short: Whether to leave the card out, so that only the page about the talk remains.
    """
    card = deck.card
    dated = _("This page was made on {day}") if consult is None else _("Talk of {day}")
    thuisarts = _code(deck.additions.links)
    return Handout(
        language=_OUR_LANGUAGE,
        card_language=card.language,
        is_right_to_left=is_right_to_left(card.language),
        title=card.title,
        question=card.question,
        dated=dated.format(day=f"{day:%d-%m-%Y}"),
        name=_("Name (write it here yourself):"),
        talk=None if consult is None else talk_page(card, consult, thuisarts, is_alone=short),
        card=None if short and consult is not None else _card_pages(deck, consult, walk, thuisarts),
        page=_("Page {page} of {pages}"),
        missing=_("The sign □ stands for a character that could not be printed here."),
        missing_fonts=GET_CJK,
        contents=_("On this page"),
    )


def _card_pages(deck: Deck, consult: Consult | None, walk: Walk | None, thuisarts: PrintedCode | None) -> CardPages:
    card, links = deck.card, deck.links
    notes = word_notes(card)
    numbers = numbers_of(notes)
    return CardPages(
        heading="" if consult is None else _("The whole card"),
        hint=_hint(consult),
        introduction=tuple(statement(passage, EMPTY, links, numbers) for passage in card.introduction),
        table_heading=card.table_heading,
        columns=tuple(Column(letter(index), option.name) for index, option in enumerate(card.options)),
        parts=_parts(deck, consult, walk, numbers),
        notes_heading=_("Explanation of words"),
        notes=notes,
        closing=card.closing,
        cut_off=_("(The text of the card stops here.)") if card.closing[-1:].isalnum() else "",
        numbers=pictured(card),
        origin=_origin(deck),
        code=thuisarts,
    )


def _parts(deck: Deck, consult: Consult | None, walk: Walk | None, numbers: Numbers) -> tuple[QuestionPart, ...]:
    card, links, said = deck.card, deck.links, current_answers(consult or EMPTY)
    looked_at = {}
    if consult is not None and walk is not None:
        looked_at = {told.id: told.looked_at for told in account(card, consult, walk) if not told.since}
    parts = []
    for number, question in enumerate(card.questions, 1):
        answers = tuple(cell(answer, said, links, numbers) for answer in question.answers)
        rows = answer_rows(answers) if len(answers) <= SIDE_BY_SIDE else (answers,)
        stacked = len(answers) > SIDE_BY_SIDE or any(map(is_too_long, rows))
        rows = (answers,) if stacked else rows
        parts.append(
            QuestionPart(
                number=number,
                group=question.group,
                in_group=bool(card.group_of(question)),
                text=question.text,
                hint=pieces(question.hint, links, numbers),
                looked_at=looked_at.get(question.id, ""),
                rows=rows,
                stacked=stacked,
            )
        )
    return tuple(parts)


def _hint(consult: Consult | None) -> str:
    if consult is None:
        return _("Circle with a pen what you want to talk about.")
    marks = sorted({mark for _id, mark in current_answers(consult).marks}, key=list(phrases.SIGNS).index)
    signs = ", ".join(phrases.BESIDE[mark] for mark in marks)
    return _("Your signs: {signs}.").format(signs=signs) if signs else ""


def _origin(deck: Deck) -> str:
    """Return the provenance of the text in a line, and what on the page is not the card's."""
    named = _("Named on the card: {publisher}").format(publisher=deck.card.origin.publisher)
    ours = _("Letters, signs, underlining, icons and code are of this program.")
    return f"{named}; {edition(deck.card, deck.sha256)}. {ours}"


def _code(links: tuple[Link, ...]) -> PrintedCode | None:
    """Return the code of the page about the subject of the card: the first that its additions name."""
    if not links:
        return None
    address = min(links, key=lambda link: bool(link.look_up)).address
    drawing = code(address, _("Code for a telephone: {address}").format(address=address))
    return PrintedCode(_("Read more:"), address, drawing)
