"""What the project adds to a card: never the card's words, and shown as the project's own."""

from pathlib import Path

from msgspec import Struct

from herniatui.card.addresses import wrong_with
from herniatui.card.fields import Fields, text_of
from herniatui.card.links import Link
from herniatui.card.model import Card
from herniatui.card.problems import Problems, ProblemsFound
from herniatui.card.reader import check_format
from herniatui.card.whole_words import ON_A_CARD, stands_in
from herniatui.card.yaml_nodes import Node, parse, read_text
from herniatui.i18n import _, with_points

FILE = "additions.yaml"
MAX_WORDS = 200
"""Words that are explained. Each is looked for in all texts of the card."""


class Prompts(Struct, frozen=True):
    """Gesprekshulp: for each screen, lines that a clinician could say."""

    start: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    """For a question that has no lines of its own."""
    questions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Question id and lines."""
    decision: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()

    def for_question(self, question_id: str) -> tuple[str, ...]:
        """Return the lines for this question."""
        return dict(self.questions).get(question_id, self.question)


class Ipdas(Struct, frozen=True):
    """Items of the International Patient Decision Aid Standards (version 4) that the card meets, and does not."""

    met: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()


class Additions(Struct, frozen=True):
    """All that the project adds to one card; empty for a card that has no such file."""

    prompts: Prompts = Prompts()
    added: tuple[str, ...] = ()
    ipdas: Ipdas = Ipdas()
    links: tuple[Link, ...] = ()
    """Where words of the card are explained."""


def read_additions(path: Path, card: Card, called: str = "") -> Additions:
    """Return the additions in this file, which need not exist.

    `called` is how problems name the file; its path by default. Raises `ProblemsFound` with all problems at once.
    """
    if not path.exists():
        return Additions()
    problems = Problems()
    text = read_text(path, problems)
    root = parse(text, problems) if text is not None else None
    additions = _additions(root, card, problems) if root else Additions()
    if problems:
        raise ProblemsFound(called or str(path), problems)
    return additions


def _additions(root: Node, card: Card, problems: Problems) -> Additions:
    fields = Fields(root, ("format", "prompts", "added", "ipdas", "links"), problems)
    check_format(fields)
    return Additions(
        prompts=_prompts(fields, card),
        added=fields.texts("added", required=False),
        ipdas=_ipdas(fields),
        links=_links(fields, card),
    )


def _prompts(fields: Fields, card: Card) -> Prompts:
    node = fields.take("prompts", required=False)
    if node is None:
        return Prompts()
    prompts = Fields(node, ("start", "question", "questions", "decision", "closing"), fields.problems)
    questions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if own := prompts.take("questions", required=False):
        ids = [question.id for question in card.questions]
        per_question = Fields(own, ids, fields.problems)
        questions = tuple((name, per_question.texts(name)) for name in ids if per_question.take(name, required=False))
    return Prompts(
        start=prompts.texts("start", required=False),
        question=prompts.texts("question", required=False),
        questions=questions,
        decision=prompts.texts("decision", required=False),
        closing=prompts.texts("closing", required=False),
    )


def _ipdas(fields: Fields) -> Ipdas:
    node = fields.take("ipdas", required=False)
    if node is None:
        return Ipdas()
    ipdas = Fields(node, ("met", "not_met"), fields.problems)
    return Ipdas(ipdas.texts("met", required=False), ipdas.texts("not_met", required=False))


def _links(fields: Fields, card: Card) -> tuple[Link, ...]:
    node = fields.take("links", required=False)
    if node is None:
        return ()
    links = Fields(node, ("site", "pages", "look_up"), fields.problems)
    site = _address(links, "site")
    words = _Words(card, fields.problems)
    pages = tuple(_page(item, words, fields.problems) for item in links.items("pages", required=False))
    look_up = [words.take(item) for item in links.items("look_up", required=False)]
    if words.count > MAX_WORDS:
        wrong = _("a card has at most {most} words that are explained, this one has {count}")
        fields.problems.append(node.problem(wrong.format(most=MAX_WORDS, count=with_points(words.count))))
    return pages + tuple(Link((word,), site, look_up=word) for word in look_up)


def _page(node: Node, words: "_Words", problems: Problems) -> Link:
    fields = Fields(node, ("words", "address"), problems)
    return Link(tuple(words.take(item) for item in fields.items("words")), _address(fields, "address"))


class _Words:
    """The words that are explained, each of which must stand on the card, in capitals or not."""

    def __init__(self, card: Card, problems: Problems) -> None:
        self.count = 0
        self._texts = "\n".join(card.texts()).lower()
        self._problems = problems

    def take(self, node: Node) -> str:
        """Return the word that stands here; a problem if it does not stand on the card."""
        self.count += 1
        word = text_of(node, self._problems)
        if word and self.count <= MAX_WORDS and not stands_in(word.lower(), self._texts, ON_A_CARD):
            wrong = _('the word "{word}" stands nowhere on the card')
            self._problems.append(node.problem(wrong.format(word=word)))
        return word


def _address(fields: Fields, key: str) -> str:
    address = fields.text(key)
    if address and (wrong := wrong_with(address)):
        fields.problems.append(fields.node_of(key).problem(wrong))
    return address
