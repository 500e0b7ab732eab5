"""The numbers of the card as icon arrays: one row per outcome, level only for options with the same outcome."""

from msgspec import Struct

from herniatui.card.figures import Figure, Sentence, figures, sentences
from herniatui.card.model import Card, Question, Relation, letter
from herniatui.card.sentences import sentence_with
from herniatui.i18n import _
from herniatui.report import icons, phrases
from herniatui.report.handout.document import Key, NumberRow, Numbers, NumberText
from herniatui.report.handout.svg import Drawing, array, icon


class _Told(Struct, frozen=True):
    """A number in words: the card's sentence, and the other side of it."""

    words: str
    aside: str
    is_of_card: bool


def numbers(card: Card) -> Numbers:
    """Return the numbers of the card, in its order."""
    rows = tuple(row for question in card.questions for row in _rows(question, len(card.options)))
    is_open = any(
        frequency.relation is not Relation.EXACTLY
        for question in card.questions
        for option in range(len(card.options))
        for sentence in sentences(question, option)
        for frequency in sentence.statement.frequencies
    )
    return Numbers(_("The numbers of the card"), _legend(rows, is_open), rows)


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
        NumberText("" if alone else ", ".join(map(letter, same)), words.words, words.aside, words.is_of_card)
        for words, same in by_words.items()
    )
    drawings = tuple(_drawing(found.get(option)) for option in range(options))
    is_wide = any(figure.frequency and figure.frequency.of > icons.HUNDRED for figure in found.values())
    return NumberRow(texts, drawings, is_wide and any(drawings))


def _told(figure: Figure) -> _Told:
    assert figure.frequency is not None
    words = _excerpt(figure.sentence, figure.frequency.quote)
    if figure.rest:
        return _Told(words, figure.rest.statement.text, True)
    return _Told(words, phrases.others(figure.frequency), False)


def _excerpt(sentence: Sentence, quote: str) -> str:
    """Return the card's sentence with the number, after its headings; all of it if it counts time elsewhere."""
    text = sentence.statement.text
    found = sentence_with(text, quote)
    if any(time.clock and time.quote not in found for time in sentence.statement.times):
        found = text
    return f"{sentence.headings} {found}".strip()


def _drawing(figure: Figure | None) -> Drawing | None:
    if figure is None or figure.frequency is None or figure.frequency.of > icons.MAX_ICONS:
        return None
    return array(figure.frequency, figure.frequency.quote)  # the row has the sentence


def _legend(rows: tuple[NumberRow, ...], is_open: bool) -> tuple[Key, ...]:
    drawn = [drawing for row in rows for drawing in row.drawings]
    if not any(drawn):
        return ()
    keys = [Key(_("of whom it is true"), icon("f")), Key(_("the other people"), icon("o"))]
    if is_open:
        keys.append(Key(_("no fixed number"), icon("u")))
    if None in drawn:
        keys.append(Key(_("empty: no number on the card")))
    return tuple(keys)
