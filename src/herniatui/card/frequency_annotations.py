"""Reader of the numbers of people of a statement, each checked against the words that it quotes."""

from msgspec.structs import replace

from herniatui.card import file_format
from herniatui.card.fields import NO_NUMBER, Fields
from herniatui.card.model import Frequency, Relation, Statement
from herniatui.card.problems import Problems
from herniatui.card.quoting import Text, phrases_in_quote, quoted, spacing_problem
from herniatui.card.whole_words import IN_A_STATEMENT, contains_words
from herniatui.card.wording.frequency_phrases import FrequencyPhrase, bare_counts, frequency_phrases, wholes
from herniatui.card.yaml_nodes import Node
from herniatui.i18n import _

_RELATIONS = {relation.value: relation for relation in Relation}
_WITH_A_PICTURE = ("count", "to", "of", "relation", "whole", "rest")
"""Fields of a number with a picture; without any of them it stays in words."""


def frequency(
    node: Node, text: Text, before: Statement | None, alone: bool, problems: Problems
) -> tuple[str, Frequency | None]:
    """Return the words that this node quotes, and their number; None if it stays in words, without a picture.

    Args:
        node: the mapping in the file.
        text: the text of the statement, which the frequency must quote.
        before: the previous statement, if any.
        alone: whether the statement has no other frequency.
        problems: the list that problems are added to.
    """
    fields = Fields(node, file_format.FrequencyFields, problems)
    quote = quoted(fields, text.words)
    if not any(fields.has(key) for key in _WITH_A_PICTURE):
        return quote, None
    fields.require("count")
    fields.require("of")
    found = Frequency(
        quote,
        fields.quantity("count"),
        fields.number("of"),
        _RELATIONS[fields.choice("relation", list(_RELATIONS))],
        fields.flag("rest"),
        fields.quantity("to") if fields.has("to") else None,
        fields.text("whole"),
    )
    if NO_NUMBER not in (found.count, found.of, found.to) and quote:
        found = _checked(found, text, fields)
    if found.rest and text.is_readable and not (alone and _is_complement(found, before)):
        wrong = _('"rest" is for the others of the statement just before: of the same whole, together all of it')
        problems.append(fields.node_of("rest").problem(wrong))
    return quote, found if text.is_readable else None


def _checked(found: Frequency, text: Text, fields: Fields) -> Frequency:
    """Return the frequency with all the words of its number as its quote; add a problem if they say it otherwise."""
    wrong, refusal = _impossible(found), None
    if not wrong and text.is_readable and contains_words(found.quote, text.words, IN_A_STATEMENT):
        wrong = _wrong_whole(found, text)
        find = bare_counts if found.whole else frequency_phrases
        phrases = find(text.words, text.language)
        for phrase, words in [] if wrong else phrases_in_quote(found.quote, text.words, phrases):
            if phrase and not _differs(found, phrase):
                return replace(found, quote=words)
            refusal = refusal or _refusal(found, phrase, words)
        wrong = wrong or refusal
    if wrong:
        key, message = wrong
        fields.problems.append(fields.node_of(key).problem(message))
    return found


def _impossible(found: Frequency) -> tuple[str, str] | None:
    """Return the field that no words can say, with the problem; None if they can."""
    high = found.count if found.to is None else found.to
    if not (high <= found.of and found.of > 0):
        wrong = _("{count} of {of} cannot be; the count is at most the whole")
        return "count", wrong.format(count=high, of=found.of)
    if high < found.count or high == found.to == found.count:
        return "to", _('"count" comes before "to"')
    if (found.count, found.relation) in ((0, Relation.FEWER_THAN), (found.of, Relation.MORE_THAN)):
        return "relation", _("fewer than 0, or more than all of them, cannot be")
    return None


def _wrong_whole(found: Frequency, text: Text) -> tuple[str, str] | None:
    if not found.whole:
        return None
    if not any(contains_words(found.whole, words, IN_A_STATEMENT) for words in (text.words, *text.above)):
        spacing = (spacing_problem(found.whole, words) for words in (text.words, *text.above))
        wrong = _('the quote "{quote}" stands neither in the text, nor in a heading above it or in the question')
        return "whole", next(filter(None, spacing), "") or wrong.format(quote=found.whole)
    if wholes(found.whole, text.language) != (found.of,):
        return "whole", _('the quote "{quote}" does not say {numbers}').format(quote=found.whole, numbers=found.of)
    return None


def _differs(found: Frequency, phrase: FrequencyPhrase) -> bool:
    of = phrase.of or found.of
    return (phrase.count, phrase.to, of, phrase.relation) != (found.count, found.to, found.of, found.relation)


def _refusal(found: Frequency, phrase: FrequencyPhrase | None, words: str) -> tuple[str, str]:
    """Return the field that differs from these words of the text, with the problem."""
    if phrase is None and words:
        return "quote", words
    if phrase is None or (phrase.count, phrase.of or found.of) != (found.count, found.of):
        wrong = _('the quote "{quote}" does not say {count} of {of}')
        return "count", wrong.format(quote=found.quote, count=found.count, of=found.of)
    if phrase.relation is None:
        wrong = _('no picture can say "{words}" exactly: leave only the quote, and it stays in words')
        return "relation", wrong.format(words=words)
    if phrase.to != found.to:
        if phrase.to is None:
            return "to", _('the quote "{quote}" has no second number; leave out "to"').format(quote=words)
        wrong = _('the quote "{quote}" goes on to a second number: write "to: {to}"')
        return "count", wrong.format(quote=words, to=phrase.to)
    wrong = _('the text says "{words}": write "relation: {relation}"')
    return "relation", wrong.format(words=words, relation=phrase.relation)


def _is_complement(found: Frequency, before: Statement | None) -> bool:
    if before is None or before.children or before.unknown or len(before.frequencies) != 1:
        return False
    first = before.frequencies[0]
    return not first.rest and first.others.says_the_same(found)
