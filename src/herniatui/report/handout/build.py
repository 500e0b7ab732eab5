"""Build the handout from a card and a consult: the card's words verbatim, in the order of the card."""

from datetime import date

from msgspec.structs import replace

from herniatui.card.additions import Additions
from herniatui.card.figures import Figure, figures
from herniatui.card.library import Deck
from herniatui.card.links import Link, links_in
from herniatui.card.model import Card, Question, Relation, Statement, letter
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.quotes import current_answers
from herniatui.consult.walk import Walk
from herniatui.i18n import _
from herniatui.report import icons, phrases
from herniatui.report.card_info import about
from herniatui.report.handout.document import (
    Column,
    Explained,
    Handout,
    Key,
    OriginSection,
    Part,
    Picture,
    Piece,
    PrintedMark,
    PrintedStatement,
    Writing,
)
from herniatui.report.handout.svg import array, code, icon
from herniatui.report.handout.unprinted import GET_CJK
from herniatui.report.handout.wording import choices, facts, note_space, outcome
from herniatui.report.picture_text import describe_figure
from herniatui.report.recap import QuestionAccount, account

_SHORT = 400
"""Number of characters that takes less than half a page in a column."""


def handout(deck: Deck, consult: Consult | None, walk: Walk | None, day: date) -> Handout:
    """Return the content of the handout; without a consult it has space to fill in instead."""
    card, links = deck.card, deck.additions.links
    dated = _("This page was made on {day}") if consult is None else _("Talk of {day}")
    said = {told.id: told for told in account(card, consult or EMPTY, walk or Walk()) if not told.since}
    parts = tuple(
        _part(card, question, said[question.id], consult, walk is not None, links) for question in card.questions
    )
    return Handout(
        language=card.language,
        title=card.title,
        question=card.question,
        dated=dated.format(day=f"{day:%d-%m-%Y}"),
        name=Writing(_("Name (write it here yourself):")),
        outcome=outcome(card, consult),
        legend=_legend(parts, consult, bool(links)),
        introduction=tuple(_line(passage, EMPTY, {}, links) for passage in card.introduction),
        table_heading=card.table_heading,
        columns=tuple(Column(letter(index), option.name) for index, option in enumerate(card.options)),
        parts=parts,
        closing=card.closing,
        cut_off=_("(The text of the card stops here.)") if card.closing[-1:].isalnum() else "",
        explained_heading=_("Words explained"),
        explained=_explained(links),
        origin_heading=_("About this page"),
        origin=_origin(deck),
        page=_("Page {page} of {pages}"),
        missing=_("The sign □ stands for a character that could not be printed here."),
        missing_fonts=GET_CJK,
    )


def _part(
    card: Card,
    question: Question,
    said: QuestionAccount,
    consult: Consult | None,
    walked: bool,
    links: tuple[Link, ...],
) -> Part:
    return Part(
        number=said.number,
        text=question.text,
        looked_at=said.looked_at if walked and consult is not None else "",
        answers=tuple(
            _answer(question, index, current_answers(consult or EMPTY), links) for index in range(len(card.options))
        ),
        facts=facts(card, said, consult) if consult is not None else (),
        choices=choices(card) if consult is None else (),
        writing=note_space() if consult is None else (),
    )


def _answer(question: Question, option: int, consult: Consult, links: tuple[Link, ...]) -> tuple[PrintedStatement, ...]:
    drawn: dict[str, list[Picture]] = {}
    for figure in figures(question, option):
        if figure.frequency and figure.frequency.of <= icons.MAX_ICONS:
            # a picture of two numbers is placed below the second
            below = figure.rest or figure.sentence
            drawn.setdefault(below.statement.id, []).append(_picture(figure))
    return tuple(_line(statement, consult, drawn, links) for statement in question.answers[option])


def _line(
    statement: Statement, consult: Consult, drawn: dict[str, list[Picture]], links: tuple[Link, ...]
) -> PrintedStatement:
    return PrintedStatement(
        pieces=_pieces(statement.text, links),
        paragraph=statement.paragraph,
        leads=statement.is_heading,
        together=_is_one_picture(statement),
        marks=tuple(PrintedMark(phrases.SIGNS[mark], phrases.MARKS[mark]) for mark in consult.marks_of(statement.id)),
        pictures=tuple(drawn.get(statement.id, ())),
        children=tuple(_line(child, consult, drawn, links) for child in statement.children),
    )


def _is_one_picture(statement: Statement) -> bool:
    """Return whether the children of a heading share one picture as parts of a whole, and always fit on a page."""
    sides = [child.frequencies[-1:] for child in statement.children]
    is_pair = len(sides) == 2 and any(frequency.rest for frequency in sides[1])
    return statement.is_heading and is_pair and sum(len(part.text) for part, _depth in statement.walk()) < _SHORT


def _pieces(text: str, links: tuple[Link, ...]) -> tuple[Piece, ...]:
    """Return the text in pieces, where words with a known page are links."""
    pieces: list[Piece] = []
    done = 0
    for found in links_in(text, [link for link in links if not link.look_up]):
        pieces += [Piece(text[done : found.start]), Piece(text[found.start : found.end], found.link.address)]
        done = found.end
    return tuple(piece for piece in (*pieces, Piece(text[done:])) if piece.words)


def _picture(figure: Figure) -> Picture:
    frequency = figure.frequency
    assert frequency is not None
    kind = "u" if frequency.relation is Relation.FEWER_THAN else "f"
    # a number is never shown without the time from which it counts
    times = [time.quote for time in figure.sentence.statement.times if time.clock]
    keys = [Key(" · ".join([frequency.quote, *times]), icon(kind))]
    if figure.rest:
        keys += [Key(rest.quote, icon("o")) for rest in figure.rest.statement.frequencies if rest.rest]
    else:
        keys.append(Key(phrases.others(frequency), icon("o")))
    return Picture(array(frequency, describe_figure(figure)), tuple(keys))


def _legend(parts: tuple[Part, ...], consult: Consult | None, is_explained: bool) -> tuple[Key, ...]:
    """Return the legend: only entries that the page needs."""
    legend = []
    if consult is None:
        legend.append(Key(_("Circle with a pen what you want to talk about.")))
        signs = [f"{phrases.SIGNS[mark]} {words}" for mark, words in phrases.MARKS.items()]
        legend.append(Key(_("Write beside a line what you think of it: {signs}.").format(signs=", ".join(signs))))
    elif current_answers(consult).marks:
        legend.append(Key(_("A sign in a box, with words beside it, is what you said yourself.")))
    if is_explained:
        legend.append(Key(_("You cannot click on paper: the words stand at the end, under “Words explained”.")))
    if any(_has_pictures(line) for part in parts for answer in part.answers for line in answer):
        legend += [
            Key(_("a person of whom it is true"), icon("f")),
            Key(_("one of the other people"), icon("o")),
            Key(_("no fixed number: fewer, or more"), icon("u")),
        ]
    return tuple(legend)


def _has_pictures(line: PrintedStatement) -> bool:
    return bool(line.pictures) or any(map(_has_pictures, line.children))


def _origin(deck: Deck) -> tuple[OriginSection, ...]:
    added = _(
        "The letters, the circles and what stands beside them, what stands in a box or behind a thick line, the "
        "underlining, the codes and this part."
    )
    sections = about(replace(deck, additions=Additions()))
    known = tuple(OriginSection(heading, tuple(lines)) for heading, lines in sections)
    return (*known, OriginSection(_("Added by this program, not words of the card"), (added,)))


def _explained(links: tuple[Link, ...]) -> tuple[Explained, ...]:
    """Return each address once, with all words that it explains."""
    words: dict[tuple[str, bool], list[str]] = {}
    for link in links:
        words.setdefault((link.address, bool(link.look_up)), []).extend([link.look_up] if link.look_up else link.words)
    return tuple(
        Explained(
            words=tuple(found),
            how=_("Look up the word here:") if look_up else "",
            address=address,
            code=code(address, _("Code for a telephone: {address}").format(address=address)),
        )
        for (address, look_up), found in words.items()
    )
