"""Reader of the times of a statement, each checked against the words that it quotes."""

from collections.abc import Collection

from herniatui.card import file_format
from herniatui.card.fields import NO_NUMBER, Fields
from herniatui.card.model import Number, Relation, Span, Time, Unit, units_in
from herniatui.card.problems import Problems, did_you_mean
from herniatui.card.quoting import Text, phrases_in_quote, quoted
from herniatui.card.whole_words import IN_A_STATEMENT, contains_words
from herniatui.card.wording.amounts import ABOUT, EXACTLY, WITHIN
from herniatui.card.wording.time_phrases import TimePhrase, time_phrases
from herniatui.card.yaml_nodes import Node
from herniatui.i18n import _

_UNITS = {unit.value: unit for unit in Unit}
_OPEN_START = (EXACTLY, ABOUT, WITHIN, Relation.AT_MOST, Relation.FEWER_THAN)
"""What words may say of a period from 0: `binnen 3 weken`, or `3 weken` as how long it takes."""
_OPEN_END = (Relation.AT_LEAST, Relation.MORE_THAN)


def time(node: Node, text: Text, clocks: Collection[str], problems: Problems) -> Time:
    """Return the time in this node.

    Args:
        node: the mapping in the file.
        text: the text of the statement, which the time must quote.
        clocks: the ids of the card's clocks.
        problems: the list that problems are added to.
    """
    fields = Fields(node, file_format.TimeFields, problems)
    quote = quoted(fields, text.words)
    span = _span(fields, quote, text)
    clock = fields.text("clock")
    if clock and clock not in clocks:
        guess = _('add it under "clocks"')
        if clocks and not problems.full:
            guess = did_you_mean(clock, clocks)
        wrong = _('there is no clock "{clock}"; {guess}').format(clock=clock, guess=guess)
        problems.append(fields.node_of("clock").problem(wrong))
    now = fields.flag("now")
    if now and not (span and clock):
        wrong = _('"now" needs "unit" and "clock" too, to have a place')
        problems.append(fields.node_of("now").problem(wrong))
    return Time(quote, span if text.is_readable else None, clock, now)


def _span(fields: Fields, quote: str, text: Text) -> Span | None:
    """Return the period of a time.

    `at` gives a moment, `from` and `to` a period, `to` alone a period from 0, `from` alone one without an end.
    """
    given = [key for key in ("at", "from", "to") if fields.has(key)]
    if not given:
        if fields.has("unit"):
            wrong = _('"unit" stands without a number; add "at", or "to", or "from" and "to"')
            fields.problems.append(fields.node_of("unit").problem(wrong))
        return None
    before = len(fields.problems)
    numbers = [fields.quantity(key) for key in given]
    fields.require("unit")
    unit = _UNITS[fields.choice("unit", list(_UNITS))]
    start_unit = _UNITS[fields.choice("from_unit", list(_UNITS))] if fields.has("from_unit") else None
    if given not in (["at"], ["to"], ["from"], ["from", "to"]):
        wrong = _('a time has "at", or "to", or "from", or "from" and "to"')
        fields.problems.append(fields.node_of(given[0]).problem(wrong))
    elif start_unit and given != ["from", "to"]:
        wrong = _('"from_unit" goes with "from" and "to"')
        fields.problems.append(fields.node_of("from_unit").problem(wrong))
    elif len(fields.problems) == before and NO_NUMBER not in numbers:
        return _held_against(fields, given, numbers, (start_unit or unit, unit), quote, text)
    return None


def _held_against(
    fields: Fields, given: list[str], numbers: list[Number], units: tuple[Unit, Unit], quote: str, text: Text
) -> Span | None:
    """Return the span of these numbers; a problem if the words say it otherwise."""
    span = Span(numbers[0], numbers[-1], units[1], units[0] if units[0] is not units[1] else None)
    if given == ["to"]:
        span = Span(0, numbers[0], units[1])
    elif given == ["from"]:
        span = Span(numbers[0], None, units[1])
    wrong = _impossible(span, units)
    if not wrong and text.is_readable and quote and contains_words(quote, text.words, IN_A_STATEMENT):
        for phrase, words in phrases_in_quote(quote, text.words, time_phrases(text.words, text.language)):
            refusal = _refusal(given, numbers, units, phrase, words, quote)
            wrong = wrong or refusal
            if refusal is None:
                return span
    if wrong:
        fields.problems.append(fields.node_of(wrong[0]).problem(wrong[1]))
        return None
    return span


def _impossible(span: Span, units: tuple[Unit, Unit]) -> tuple[str, str] | None:
    """Return the field that no line can show, with the problem."""
    if units_in(*units) is None:
        wrong = _("no line can have {first} and {second} together: leave out the numbers")
        return "from_unit", wrong.format(first=units[0], second=units[1])
    if span.end is not None and span.first > span.last:
        return "from", _('"from" comes before "to"')
    return None


def _refusal(
    given: list[str],
    numbers: list[Number],
    units: tuple[Unit, Unit],
    phrase: TimePhrase | None,
    words: str,
    quote: str,
) -> tuple[str, str] | None:
    """Return the field that differs from these words of the text, with the problem; None if they say the same."""
    if phrase is None and words:
        return "quote", words
    said = [] if phrase is None else [phrase.low] if phrase.high is None else [phrase.low, phrase.high]
    if phrase is None or said != numbers:
        wrong = _('the quote "{quote}" does not say {numbers}')
        return given[0], wrong.format(quote=quote, numbers=", ".join(map(str, numbers)))
    if (phrase.low_unit, phrase.unit) != units:
        wrong = _('the quote "{quote}" counts in another unit than {unit}')
        return "unit", wrong.format(quote=quote, unit=units[1])
    if given in fitting(phrase):
        return None
    possible = _(" or ").join(" ".join(f'"{key}"' for key in keys) for keys in fitting(phrase))
    if not possible:
        return given[0], _('no line can say "{words}" exactly: leave out the numbers').format(words=words)
    return given[0], _('the text says "{words}": write it as {fields}').format(words=words, fields=possible)


def fitting(phrase: TimePhrase) -> list[list[str]]:
    """Return the combinations of `at`, `from` and `to` that say what a phrase says."""
    if phrase.high is not None:
        return [["from", "to"]] if phrase.relation in (EXACTLY, ABOUT, WITHIN) else []
    if phrase.relation in _OPEN_END:
        return [["from"]]
    found = []
    if phrase.relation in (EXACTLY, ABOUT):
        found.append(["at"])
        if phrase.after:
            found.append(["from"])
    if phrase.relation in _OPEN_START and not (phrase.after and phrase.relation in (EXACTLY, ABOUT)):
        found.append(["to"])
    return found
