"""The numbers of the card as icon arrays: one row per outcome, level only for options with the same outcome."""

from msgspec import Struct

from herniatui.card.figures import Figure, Sentence, figures, unpictured
from herniatui.card.model import Card, Question, Relation, letter
from herniatui.card.sentences import sentence_with
from herniatui.card.wording.word_list import word_list
from herniatui.i18n import _
from herniatui.report import icons, phrases
from herniatui.report.handout.document import Key, NumberRow, Numbers, NumberText
from herniatui.report.handout.svg import Drawing, icon, picture, strip

_COLUMN = 12.0
"""Width of the column of an option in millimetres, as in `page.typ`; what is wider has a row of its own."""
_KEY_STRIP = 5.0
IN_WORDS = "–"
"""Placeholder in the column of an option whose number is given in words."""


class _Told(Struct, frozen=True):
    """A number in words: the card's sentence, and the other side of it."""

    words: str
    aside: str
    is_of_card: bool
    large: str
    """The number itself, in the card's words, where it has no picture."""


def numbers(card: Card) -> Numbers:
    """Return the numbers of the card, in its order."""
    rows = tuple(row for question in card.questions for row in _rows(question, len(card.options)))
    return Numbers(_("The numbers of the card"), _legend(card, rows), rows)


def _rows(question: Question, options: int) -> list[NumberRow]:
    outcomes: dict[tuple[str, ...], dict[int, Figure]] = {}
    for option in range(options):
        for figure in figures(question, option):
            if figure.frequency:
                same = outcomes.setdefault(_outcome(figure), {})
                while option in same:  # the same words twice in one option: two outcomes
                    same = outcomes.setdefault((*_outcome(figure), str(len(outcomes))), {})
                same[option] = figure
    return [_row(found, options) for found in outcomes.values()]


def _outcome(figure: Figure) -> tuple[str, ...]:
    """Return what the number is about: the card's words without the number."""
    assert figure.frequency is not None
    words = _excerpt(figure.sentence, figure.frequency.quote).replace(figure.frequency.quote, "#")
    rest = figure.rest.words if figure.rest else ""
    for frequency in figure.rest.statement.frequencies if figure.rest else ():
        rest = rest.replace(frequency.quote, "#")
    return (words, rest)


def _row(found: dict[int, Figure], options: int) -> NumberRow:
    told = {option: _told(figure) for option, figure in found.items()}
    by_words: dict[_Told, list[int]] = {}
    for option, words in told.items():
        by_words.setdefault(words, []).append(option)
    alone = len(by_words) == 1
    texts = tuple(
        NumberText(
            "" if alone else ", ".join(map(letter, same)), words.words, words.aside, words.is_of_card, words.large
        )
        for words, same in by_words.items()
    )
    drawings = tuple(_drawing(found.get(option)) for option in range(options))
    is_wide = any(isinstance(drawing, Drawing) and drawing.width > _COLUMN for drawing in drawings)
    return NumberRow(texts, drawings, is_wide)


def _told(figure: Figure) -> _Told:
    assert figure.frequency is not None
    words = _excerpt(figure.sentence, figure.frequency.quote)
    large = figure.frequency.quote if icons.form(figure.frequency) is icons.PictureForm.WORDS else ""
    if figure.rest:
        return _Told(words, figure.rest.statement.text, True, large)
    return _Told(words, phrases.others(figure.frequency), False, large)


def _excerpt(sentence: Sentence, quote: str) -> str:
    """Return the card's sentence with the number, after its headings; all of it if it counts time elsewhere."""
    text = sentence.statement.text
    found = sentence_with(text, quote)
    if any(time.clock and time.quote not in found for time in sentence.statement.times):
        found = text
    return f"{sentence.headings} {found}".strip()


def _drawing(figure: Figure | None) -> Drawing | str | None:
    if figure is None or figure.frequency is None:
        return None
    if icons.form(figure.frequency) is icons.PictureForm.WORDS:
        return IN_WORDS
    found = figure.frequency
    words = f"{found.whole}: {found.quote}" if found.whole else found.quote  # the row has the sentence
    return picture(found, words)


def _legend(card: Card, rows: tuple[NumberRow, ...]) -> tuple[Key, ...]:
    drawn = [drawing for row in rows for drawing in row.drawings]
    if not any(drawn):
        return ()
    found = [(question, option) for question in card.questions for option in range(len(card.options))]
    numbers = [
        figure.frequency for place in found for figure in figures(*place) if figure.frequency and is_drawn(figure)
    ]
    keys = [Key(_("of whom it is true"), icon("f")), Key(_("the other people"), icon("o"))]
    if any(number.relation is Relation.ABOUT for number in numbers):
        keys.append(Key(_("about so many"), icon("a")))
    if any(number.to is not None or number.relation not in (Relation.EXACTLY, Relation.ABOUT) for number in numbers):
        keys.append(Key(_("no fixed number"), icon("u")))
    if any(icons.form(number) is icons.PictureForm.STRIP for number in numbers):
        keys.append(Key(_("this part of the people"), strip("fo", length=_KEY_STRIP)))
    if IN_WORDS in drawn:
        keys.append(Key(_("{sign} in words, as no picture would be exact").format(sign=IN_WORDS)))
    if None in drawn:
        is_readable = word_list(card.language) is not None
        in_words = not is_readable or any(unpictured(card, *place) for place in found)
        keys.append(Key(_("empty: no picture") if in_words else _("empty: no number on the card")))
    return tuple(keys)


def is_drawn(figure: Figure) -> bool:
    """Return whether a figure has a picture."""
    return figure.frequency is not None and icons.form(figure.frequency) is not icons.PictureForm.WORDS
