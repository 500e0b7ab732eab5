"""Text alternatives of icon arrays and timelines: what is drawn, with the card's own sentence."""

from collections.abc import Iterator

from herniatui.card.figures import Figure, figures, unpictured
from herniatui.card.languages import DEFAULT_MARKS, Marks, quotation_marks
from herniatui.card.model import Card, Frequency, Question, Relation, Unit
from herniatui.card.timelines import Lane, lanes
from herniatui.i18n import _, ngettext
from herniatui.report import icons, phrases

_SAID = {
    Relation.EXACTLY: _("{circles}, {count} filled. Filled: {words}"),
    Relation.FEWER_THAN: _("{circles}, none filled and {count} marked, because it is fewer than {count}: {words}"),
    Relation.MORE_THAN: _("{circles}, {count} filled and the next marked, because it is more than {count}: {words}"),
    Relation.AT_MOST: _("{circles}, none filled and {count} marked, because it is at most {count}: {words}"),
    Relation.AT_LEAST: _("{circles}, {count} filled and the next marked, because it is at least {count}: {words}"),
    Relation.ABOUT: _("{circles}, {count} with a sign of their own, because it is about {count}: {words}"),
}
_RANGES = {
    Relation.EXACTLY: _("{circles}, {count} filled and {more} marked, because it is {count} to {to}: {words}"),
    Relation.ABOUT: _(
        "{circles}, {count} with a sign of their own and {more} marked, because it is about {count} to {to}: {words}"
    ),
}
_COUNTED_IN = {
    Unit.MINUTES: _("Minutes"),
    Unit.HOURS: _("Hours"),
    Unit.DAYS: _("Days"),
    Unit.WEEKS: _("Weeks"),
    Unit.MONTHS: _("Months"),
    Unit.YEARS: _("Years"),
}
_OPEN = _("Open: {words}")
INDENT = "    "


def describe_figure(figure: Figure, marks: Marks = DEFAULT_MARKS) -> str:
    """Return a figure in words: icons in all, icons filled, and the card's own sentence, with its headings, quoted."""
    words, frequency = phrases.quoted(figure.sentence.words, marks), figure.frequency
    if frequency is None:
        return _("unknown: {words}").format(words=words)
    drawn = icons.form(frequency)
    if drawn is icons.PictureForm.WORDS:
        return no_picture(words)
    if not figure.only_number:
        words = f"{phrases.quoted(frequency.quote, marks)}, {words}"
    circles = ngettext("{of} circle", "{of} circles", frequency.of).format(of=frequency.of)
    if drawn is icons.PictureForm.STRIP:
        circles = ngettext("a strip of {of} part", "a strip of {of} parts", frequency.of).format(of=frequency.of)
    said = (_SAID if frequency.to is None else _RANGES)[frequency.relation]
    more = (frequency.to or frequency.count) - frequency.count
    text = said.format(circles=circles, count=frequency.count, to=frequency.to, more=more, words=words)
    rest = phrases.quoted(figure.rest.words, marks) if figure.rest else phrases.others(frequency)
    return f"{text} {_OPEN.format(words=rest)}"


def no_picture(words: str) -> str:
    """Return a sentence with a number that has no picture, after words that say so."""
    return _("no picture: {words}").format(words=words)


def drawn_in_ascii(frequency: Frequency) -> tuple[str, ...]:
    """Return the lines of the picture of a frequency, in plain characters; none if it is in words only."""
    if icons.form(frequency) is icons.PictureForm.STRIP:
        return (icons.strip(frequency, icons.ASCII),)
    return icons.grid(frequency, icons.ASCII, icons.THOUSAND_WIDTH)


def lane_label(lane: Lane) -> str:
    """Return the unit of a lane and from when it counts, in the words of the card."""
    unit = _COUNTED_IN[lane.unit]
    if not lane.clock:
        return _("{unit}; from when, the card does not say").format(unit=unit)
    return f"{unit} {lane.clock.quote}"


def now_label(words: str) -> str:
    """Return the label of the patient's current position."""
    return _("Now: {words}").format(words=words)


def picture_lines(card: Card, question: Question, drawn: bool) -> Iterator[str]:
    """Yield the figures and lanes of a question as lines of text, option by option.

    With `drawn`, each line is followed by its icons in ASCII.
    """
    marks = quotation_marks(card.language)
    for index, option in enumerate(card.options):
        name = phrases.option_name(card, option.id)
        for figure in figures(question, index):
            yield f"- {name}: {describe_figure(figure, marks)}"
            if drawn and figure.frequency:
                yield from (INDENT + line for line in drawn_in_ascii(figure.frequency))
        for sentence in unpictured(card, question, index):
            yield f"- {name}: {no_picture(phrases.quoted(sentence.words, marks))}"
        for lane in lanes(card, question, index):
            for moment in lane.moments:
                words = " ".join(phrases.quoted(words, marks) for words in moment.words)
                yield f"- {name}. {lane_label(lane)}. {now_label(words) if moment.now else words}"
