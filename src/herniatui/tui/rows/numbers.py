"""Numbers as page rows: of one statement, or all of a question.

Of every option they are a list in the order of the card. Numbers stand level only where every option has the same one
in the same words, and that is said: two different outcomes on one line would look like a pair, and be compared.
"""

from collections.abc import Iterable, Iterator, Sequence

from herniatui.card.figures import Figure, Sentence, figures, gives_no_number, has_statements_without_number, unpictured
from herniatui.card.model import Card, Frequency, Question, letter
from herniatui.card.wording.word_list import word_list
from herniatui.i18n import _
from herniatui.report import phrases
from herniatui.report.icons import HUNDRED, THOUSAND_WIDTH
from herniatui.tui.rows.layout import Drawing, Pieces, Row
from herniatui.tui.rows.pictures import (
    COLUMN_GAP,
    Links,
    caption,
    is_drawn,
    join_columns,
    paragraph,
    paragraphs,
    picture,
    small_figure,
    small_grid,
)

MIN_COLUMN = 24
"""Minimum width of a column in cells; columns that do not fit continue below."""
_LOW = 14
"""Lines of a window below which a picture has no question above it."""
_ROOMY = 24
"""Lines of a window in which a thousand icons have an empty line above and below the question."""

Group = tuple[tuple[int, Figure], ...]
"""Figures, each with the index of its option: one, or the same one of every option."""


def statement_numbers(
    card: Card, question: Question, option: int, found: Sequence[Figure], height: int, links: Links = ()
) -> Iterator[Row]:
    """Yield the question, and the pictures of one statement of the option with this index.

    Args:
        card: names the options.
        question: stands above them.
        option: index of the option.
        found: the numbers of the statement.
        height: lines of the window.
        links: words to underline.
    """
    heading = option_heading(card, option)
    if found:
        yield Row("", drawing=lambda width: _above(card, question, width, height))
    for number, figure in enumerate(found):

        def draw(width: int, figure: Figure = figure) -> list[Pieces]:
            room = max(1, height - len(_above(card, question, width, height)))
            return picture(heading, figure, width, room, links)

        yield Row("", key=f"number:{number}", drawing=draw, gap=number > 0)


def title_lines(card: Card, question: Question, width: int) -> list[Pieces]:
    """Return the lines of the question with its number."""
    return paragraph("", f"{card.questions.index(question) + 1}  {question.text}", "title", width)


def _above(card: Card, question: Question, width: int, height: int) -> list[Pieces]:
    if height < _LOW:
        return []  # the bar says which question it is, and the picture needs every line
    lines = title_lines(card, question, width)
    return [(), *lines, ()] if height >= _ROOMY else lines


def question_numbers(card: Card, question: Question, links: Links = ()) -> Iterator[Row]:
    """Yield all numbers of a question, a list per option; nothing if it has none."""
    options = range(len(card.options))
    found = [figures(question, option) for option in options]
    in_words = [unpictured(card, question, option) for option in options]
    if not any([*found, *in_words]):
        return
    if any(found) and word_list(card.language) and (more := _without_number(card, question, options)):
        yield Row("", drawing=paragraphs([(more, "quiet", ())]))
    without = [option for option in options if not found[option]]
    for number, group in enumerate(groups(found)):
        while without and without[0] < group[0][0]:
            yield from _without_picture(card, question, without[0], in_words[without.pop(0)])
        drawing = _same(card, group, links) if len(group) > 1 else _own(card, *group[0], links)
        yield Row("", key=f"number:{number}", drawing=drawing, gap=True)
    for option in options:
        if option in without or in_words[option]:
            yield from _without_picture(card, question, option, in_words[option])


def _without_number(card: Card, question: Question, options: Iterable[int]) -> str:
    """Return at which options the card also says things without a number, which pictures leave out."""
    letters = [letter(option) for option in options if has_statements_without_number(card, question, option)]
    if not letters:
        return ""
    return _("Only numbers have a picture. Without a number there is more at {options}.").format(
        options=phrases.listed(letters)
    )


def _without_picture(card: Card, question: Question, option: int, in_words: Sequence[Sentence]) -> Iterator[Row]:
    """Yield the sentences of an option with a number that has no picture; that there is none only if that is so."""
    says = [(_("No picture:"), "quiet", ()), *((sentence.words, "text", sentence.bold) for sentence in in_words)]
    if not in_words:
        is_none = gives_no_number(card, question, option)
        says = [(_("Here the card gives no number.") if is_none else _("There is no picture here."), "text", ())]
    texts = [(option_heading(card, option), "heading", ()), *says]
    yield Row("", key=f"none:{option}", drawing=paragraphs(texts), gap=True)


def option_heading(card: Card, option: int) -> str:
    """Return the letter and short name of the option with this index."""
    return f"{letter(option)}  {card.options[option].short}"


def groups(columns: Sequence[Sequence[Figure]]) -> Iterator[Group]:
    """Yield the figures of all options, in card order; those that every option has go together."""
    rest = [list(column) for column in columns]
    for figure in columns[0]:
        contents = [[_content(other) for other in column] for column in rest]
        if all(_content(figure) in column for column in contents):
            places = [column.index(_content(figure)) for column in contents]
            for option, place in enumerate(places):
                yield from (((option, own),) for own in rest[option][:place])
            yield tuple((option, rest[option][place]) for option, place in enumerate(places))
            rest = [column[place + 1 :] for column, place in zip(rest, places, strict=True)]
    for option, column in enumerate(rest):
        yield from (((option, own),) for own in column)


def _content(figure: Figure) -> tuple[str, str, Frequency | None]:
    """Return what makes two figures the same."""
    return figure.sentence.words, figure.rest.words if figure.rest else "", figure.frequency


def _own(card: Card, option: int, figure: Figure, links: Links) -> Drawing:
    """Return the drawing of a figure of one option, over the full width."""
    return lambda width: small_figure(option_heading(card, option), figure, width, links)


def _same(card: Card, group: Group, links: Links) -> Drawing:
    """Return the drawing of the figure that every option has, level and equally large, in columns that fit."""

    def draw(width: int) -> list[Pieces]:
        figure = group[0][1]
        across = _across(figure, len(group), width)
        column = (width + COLUMN_GAP) // across - COLUMN_GAP
        grid = small_grid(figure, column)
        lines: list[Pieces] = []
        for first in range(0, len(group), across):
            here = group[first : first + across]
            widths = [column] * len(here)
            headings = [paragraph("", option_heading(card, option), "heading", column) for option, _same in here]
            captions = [caption(own, column, links=links) for _option, own in here]
            blocks = [headings, captions, *([[grid] * len(here)] if grid else [])]
            lines += [*([()] if lines else []), *(line for block in blocks for line in join_columns(block, widths))]
        same = _("= the same for every option") if figure.frequency else _("= the card says this for every option")
        return [*lines, *paragraph("", same, "ours", width)]

    return draw


def _across(figure: Figure, options: int, width: int) -> int:
    """Return how many options stand beside each other; a thousand icons may need the whole width."""
    frequency = figure.frequency
    is_wide = frequency is not None and is_drawn(frequency) and frequency.of > HUNDRED
    column = THOUSAND_WIDTH if is_wide else MIN_COLUMN
    return max(1, min(options, (width + COLUMN_GAP) // (column + COLUMN_GAP)))
