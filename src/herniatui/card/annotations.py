"""What quotes the text of a statement and says what its numbers and times mean: read, and held against the words."""

import re

from herniatui.card.fields import NO_NUMBER, Fields
from herniatui.card.model import Frequency, Relation, Time
from herniatui.card.problems import Problem
from herniatui.card.tree import Node
from herniatui.words import _

_WHOLE = r"(?<!\w)(?<!\d[.,]){}(?!\w)(?![.,]\d)"  # not the 5 of 75, or the 1 of 1.000
# In Dutch, the language of the cards. A card in another language is not held to its words.
_COMPARISONS = {"minder dan": Relation.FEWER_THAN, "meer dan": Relation.MORE_THAN}
_RELATIONS = {relation.value: relation for relation in Relation}


def frequency(node: Node, text: str, problems: list[Problem]) -> Frequency:
    """Return the frequency that stands here, which quotes this text; what is wrong with it is added to `problems`."""
    fields = Fields(node, ("quote", "count", "of", "relation"), problems)
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
    elif quote in text and (said := _relation_said(quote, text)) not in (None, relation):
        wrong = _('the text says it otherwise: write "relation: {relation}", and quote those words too')
        problems.append(fields.node_of("relation").problem(wrong.format(relation=said)))
    return Frequency(quote, count, of, relation)


def time(node: Node, text: str, problems: list[Problem]) -> Time:
    """Return the time that stands here, which quotes this text; what is wrong with it is added to `problems`."""
    return Time(quoted(Fields(node, ("quote",), problems), text))


def quoted(fields: Fields, text: str, key: str = "quote") -> str:
    """Return the quote under this key, which must stand whole in the text; a problem if it does not."""
    quote = fields.text(key)
    if quote and text and not re.search(_WHOLE.format(re.escape(quote)), text):
        wrong = _('the quote "{quote}" does not stand in the text')
        fields.problems.append(fields.node_of(key).problem(wrong.format(quote=quote)))
    return quote


def _relation_said(quote: str, text: str) -> Relation | None:
    """Return how the words put a number, with `minder dan` or `meer dan` just before it; None if they do not."""
    number = re.search(r"\d", quote)
    before = text[: text.index(quote) + (number.start() if number else 0)].casefold().rstrip()
    for words, relation in _COMPARISONS.items():
        if before.endswith(words):
            return relation
    return None
