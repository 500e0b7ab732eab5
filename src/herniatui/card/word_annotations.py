"""Reader of what makers mark in the words of a card: bold, links and a glossary. Each quotes words that stand there."""

from collections.abc import Iterable, Sequence
from itertools import islice

from herniatui.card import file_format
from herniatui.card.addresses import address_problem, in_ascii
from herniatui.card.fields import Fields, words_of
from herniatui.card.problems import Problems
from herniatui.card.quoted_words import Bold, Explanation, Hyperlink, quote_places
from herniatui.card.quoting import quoted, spacing_problem
from herniatui.card.whole_words import ON_A_CARD, contains_words
from herniatui.card.yaml_nodes import Node
from herniatui.i18n import _, with_points

MAX_WORDS = 200
"""Maximum number of words that are explained. Each is searched in all texts of the card."""


def bold(node: Node, text: str, problems: Problems) -> Bold:
    """Return the words in this node that the text has in bold."""
    fields = Fields(node, file_format.BoldFields, problems)
    return Bold(*_place(fields, text))


def hyperlinks(nodes: Iterable[Node], text: str, problems: Problems) -> tuple[Hyperlink, ...]:
    """Return the words in these nodes that link to a page; a problem if two of them overlap."""
    found: list[Hyperlink] = []
    taken: list[tuple[int, int]] = []
    for node in nodes:
        fields = Fields(node, file_format.LinkFields, problems)
        quote, within = _place(fields, text)
        found.append(Hyperlink(quote, address(fields, "address"), within))
        place = next(quote_places(text, quote, within), None) if quote else None
        if place and any(start < place[1] and place[0] < end for start, end in taken):
            wrong = _('"{quote}" is part of another link; link each word once').format(quote=quote)
            problems.append(fields.node_of("quote").problem(wrong))
        taken += [place] if place else []
    return tuple(found)


def address(fields: Fields, key: str) -> str:
    """Return the address under this key in ASCII; a problem unless it is that of a public website."""
    given = fields.text(key)
    if given and (wrong := address_problem(given)):
        fields.problems.append(fields.node_of(key).problem(wrong))
    return in_ascii(given)


def glossary(fields: Fields, texts: Sequence[str]) -> tuple[Explanation, ...]:
    """Return the glossary of a card; a problem for every word that stands in none of its texts, or in two entries."""
    words = WordsOnCard(texts, fields.problems)
    lines: dict[str, int] = {}
    found: list[Explanation] = []
    for node in fields.items("glossary"):
        entry = Fields(node, file_format.ExplanationFields, fields.problems)
        items = entry.items("words")
        found.append(Explanation(tuple(map(words.take, items)), entry.text("text")))
        for item, word in zip(items, found[-1].words, strict=True):
            if word and word.casefold() in lines:
                wrong = _('the word "{word}" is explained on line {line} already; explain it once')
                fields.problems.append(item.problem(wrong.format(word=word, line=lines[word.casefold()])))
            lines.setdefault(word.casefold(), item.line)
    words.check_count(fields.node_of("glossary"))
    return tuple(found)


class WordsOnCard:
    """Reader of words to look up: counts them, and checks that each occurs on the card, ignoring case."""

    def __init__(self, texts: Iterable[str], problems: Problems) -> None:
        self.count = 0
        self._texts = "\n".join(texts).lower()
        self._problems = problems

    def take(self, node: Node) -> str:
        """Return the word in this node; a problem if it does not occur on the card."""
        self.count += 1
        word = words_of(node, self._problems)
        if word and self.count <= MAX_WORDS and not contains_words(word.lower(), self._texts, ON_A_CARD):
            wrong = _('the word "{word}" stands nowhere on the card')
            self._problems.append(node.problem(wrong.format(word=word)))
        return word

    def check_count(self, node: Node) -> None:
        """Add a problem at this node if there are too many words."""
        if self.count > MAX_WORDS:
            wrong = _("a card has at most {most} words that are explained, this one has {count}")
            self._problems.append(node.problem(wrong.format(most=MAX_WORDS, count=with_points(self.count))))


def _place(fields: Fields, text: str) -> tuple[str, str]:
    """Return the quote and the words around it; a problem unless they tell one place in the text."""
    before = len(fields.problems)
    quote, within = quoted(fields, text), quoted(fields, text, "within")
    if not quote or not text or len(fields.problems) > before or fields.problems.full:
        return quote, within
    key, words = ("within", within) if within else ("quote", quote)
    if len([*islice(quote_places(text, words), 2)]) > 1:
        wrong = _('"{words}" stands in the text more than once: say which with "within: " and the words around it')
        fields.problems.append(fields.node_of(key).problem(wrong.format(words=words)))
    elif within and len(places := [*islice(quote_places(text, quote, within), 2)]) != 1:
        wrong = _('the quote "{quote}" stands more than once in "{within}"; take fewer words around it')
        if not places:
            wrong = spacing_problem(quote, within) or _('the quote "{quote}" does not stand in "{within}"')
        fields.problems.append(fields.node_of("quote").problem(wrong.format(quote=quote, within=within)))
    return quote, within
