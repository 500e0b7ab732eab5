"""What the project adds to a card: never the card's words, and shown as the project's own."""

from pathlib import Path

from msgspec import Struct

from herniatui.card.addresses import wrong_with
from herniatui.card.fields import Fields, text_of
from herniatui.card.links import Link, links_in
from herniatui.card.model import Card
from herniatui.card.problems import Problem, ProblemsFound
from herniatui.card.reader import check_format
from herniatui.card.tree import Node, parse, read_text
from herniatui.words import _

FILE = "additions.yaml"


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
    problems: list[Problem] = []
    text = read_text(path, problems)
    root = parse(text, problems) if text is not None else None
    additions = _additions(root, card, problems) if root else Additions()
    if problems:
        raise ProblemsFound(called or str(path), problems)
    return additions


def _additions(root: Node, card: Card, problems: list[Problem]) -> Additions:
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
    pages = tuple(_page(item, card, fields.problems) for item in links.items("pages", required=False))
    words = [(item, text_of(item, fields.problems)) for item in links.items("look_up", required=False)]
    for item, word in words:
        _stands_on(word, card, item, fields.problems)
    return pages + tuple(Link((word,), site, look_up=word) for _item, word in words)


def _page(node: Node, card: Card, problems: list[Problem]) -> Link:
    fields = Fields(node, ("words", "address"), problems)
    words = [(item, text_of(item, problems)) for item in fields.items("words")]
    for item, word in words:
        _stands_on(word, card, item, problems)
    return Link(tuple(word for _item, word in words), _address(fields, "address"))


def _address(fields: Fields, key: str) -> str:
    address = fields.text(key)
    if address and (wrong := wrong_with(address)):
        fields.problems.append(fields.node_of(key).problem(wrong))
    return address


def _stands_on(word: str, card: Card, node: Node, problems: list[Problem]) -> None:
    if word and not any(links_in(text, [Link((word,), "")]) for text in card.texts()):
        wrong = _('the word "{word}" stands nowhere on the card')
        problems.append(node.problem(wrong.format(word=word)))
