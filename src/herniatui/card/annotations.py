"""Readers of the annotations of a statement: frequencies and times, each checked against the text that it quotes."""

import re
from collections.abc import Collection

from herniatui.card import file_format
from herniatui.card.fields import NO_NUMBER, Fields
from herniatui.card.model import Frequency, Relation, Span, Statement, Time, Unit
from herniatui.card.problems import Problems, did_you_mean
from herniatui.card.whole_words import IN_A_STATEMENT, contains_words
from herniatui.card.yaml_nodes import Node
from herniatui.i18n import _

# Dutch, the language of the cards; a card in another language is not checked against such words.
_COMPARISONS = {"minder dan": Relation.FEWER_THAN, "meer dan": Relation.MORE_THAN}
_NEAR = 40
"""Characters before a number that are searched for these words, with room for spaces."""
_RELATIONS = {relation.value: relation for relation in Relation}
_UNITS = {unit.value: unit for unit in Unit}
_UNIT_WORDS = {
    "minuut": Unit.MINUTES, "minuten": Unit.MINUTES, "uur": Unit.HOURS, "uren": Unit.HOURS,
    "dag": Unit.DAYS, "dagen": Unit.DAYS, "week": Unit.WEEKS, "weken": Unit.WEEKS,
    "maand": Unit.MONTHS, "maanden": Unit.MONTHS, "jaar": Unit.YEARS, "jaren": Unit.YEARS,
}  # fmt: skip


def frequency(node: Node, text: str, before: Statement | None, alone: bool, problems: Problems) -> Frequency:
    """Return the frequency in this node.

    Args:
        node: the mapping in the file.
        text: the text of the statement, which the frequency must quote.
        before: the previous statement, if any.
        alone: whether the statement has no other frequency.
        problems: the list that problems are added to.
    """
    fields = Fields(node, file_format.FrequencyFields, problems)
    quote = quoted(fields, text)
    count, of = fields.number("count"), fields.number("of")
    relation = _RELATIONS[fields.choice("relation", list(_RELATIONS))]
    if NO_NUMBER in (count, of) or not quote:
        pass
    elif re.findall(r"\d+", quote) != [str(count), str(of)]:
        wrong = _('the quote "{quote}" does not say {count} of {of}')
        problems.append(fields.node_of("count").problem(wrong.format(quote=quote, count=count, of=of)))
    elif not (count <= of and of > 0):
        wrong = _("{count} of {of} cannot be; the count is at most the whole")
        problems.append(fields.node_of("count").problem(wrong.format(count=count, of=of)))
    elif (count, relation) in ((0, Relation.FEWER_THAN), (of, Relation.MORE_THAN)):
        wrong = _("fewer than 0, or more than all of them, cannot be")
        problems.append(fields.node_of("relation").problem(wrong))
    elif quote in text and (said := _relation_said(quote, text)) not in (None, relation):
        wrong = _('the text says it otherwise: write "relation: {relation}", and quote those words too')
        problems.append(fields.node_of("relation").problem(wrong.format(relation=said)))
    found = Frequency(quote, count, of, relation, fields.flag("rest"))
    if found.rest and not (alone and _is_complement(found, before)):
        wrong = _(
            '"rest" is for the others of the statement just before: both exact, of the same whole, together all of it'
        )
        problems.append(fields.node_of("rest").problem(wrong))
    return found


def _is_complement(found: Frequency, before: Statement | None) -> bool:
    if before is None or before.children or before.unknown or len(before.frequencies) != 1:
        return False
    first = before.frequencies[0]
    exact = first.relation is found.relation is Relation.EXACTLY
    return exact and not first.rest and first.of == found.of == first.count + found.count


def time(node: Node, text: str, clocks: Collection[str], problems: Problems) -> Time:
    """Return the time in this node.

    Args:
        node: the mapping in the file.
        text: the text of the statement, which the time must quote.
        clocks: the ids of the card's clocks.
        problems: the list that problems are added to.
    """
    fields = Fields(node, file_format.TimeFields, problems)
    quote = quoted(fields, text)
    span = _span(fields, quote)
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
    return Time(quote, span, clock, now)


def _span(fields: Fields, quote: str) -> Span | None:
    """Return the period of a time: `at` gives a moment, `from` and `to` a period, `to` alone a period from 0."""
    given = [key for key in ("at", "from", "to") if fields.has(key)]
    if not given:
        if fields.has("unit"):
            wrong = _('"unit" stands without a number; add "at", or "to", or "from" and "to"')
            fields.problems.append(fields.node_of("unit").problem(wrong))
        return None
    before = len(fields.problems)
    numbers = [fields.number(key) for key in given]
    fields.require("unit")
    unit = _UNITS[fields.choice("unit", list(_UNITS))]
    if given not in (["at"], ["to"], ["from", "to"]):
        wrong = _('a time has "at", or "to", or "from" and "to"')
        fields.problems.append(fields.node_of(given[0]).problem(wrong))
    elif len(fields.problems) > before or not quote:
        pass
    elif re.findall(r"\d+", quote) != [str(number) for number in numbers]:
        wrong = _('the quote "{quote}" does not say {numbers}')
        said = ", ".join(str(number) for number in numbers)
        fields.problems.append(fields.node_of(given[0]).problem(wrong.format(quote=quote, numbers=said)))
    elif {_UNIT_WORDS[word] for word in re.findall(r"\w+", quote.casefold()) if word in _UNIT_WORDS} - {unit}:
        wrong = _('the quote "{quote}" counts in another unit than {unit}')
        fields.problems.append(fields.node_of("unit").problem(wrong.format(quote=quote, unit=unit)))
    elif numbers != sorted(numbers):
        wrong = _('"from" comes before "to"')
        fields.problems.append(fields.node_of("from").problem(wrong))
    return Span(0 if given == ["to"] else numbers[0], numbers[-1], unit)


def quoted(fields: Fields, text: str, key: str = "quote") -> str:
    """Return the quote under this key; a problem unless it occurs in the text, in whole words."""
    quote = fields.text(key)
    if quote and text and not contains_words(quote, text, IN_A_STATEMENT):
        wrong = _('the quote "{quote}" does not stand in the text')
        fields.problems.append(fields.node_of(key).problem(wrong.format(quote=quote)))
    return quote


def _relation_said(quote: str, text: str) -> Relation | None:
    """Return the relation that `minder dan` or `meer dan` expresses just before the number; None without either."""
    number = re.search(r"\d", quote)
    end = text.index(quote) + (number.start() if number else 0)
    before = text[max(0, end - _NEAR) : end].casefold().rstrip()
    for words, relation in _COMPARISONS.items():
        if before.endswith(words):
            return relation
    return None
