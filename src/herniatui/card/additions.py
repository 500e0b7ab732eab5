"""What the project adds to a card, in `additions.yaml`. Never the card's words, and shown as the project's own."""

from pathlib import Path

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from herniatui.card.fields import Fields
from herniatui.card.links import Link
from herniatui.card.model import Card
from herniatui.card.problems import Problems, ProblemsFound
from herniatui.card.reader import check_format
from herniatui.card.text_file import read_text
from herniatui.card.word_annotations import WordsOnCard, address
from herniatui.card.yaml_nodes import Node, parse
from herniatui.i18n import _

FILE = "additions.yaml"


class _AdditionsFile(Struct, kw_only=True):
    """The fields of the file."""

    format: int
    welcome: str | UnsetType = UNSET
    prompts: "_Prompts | UnsetType" = UNSET
    added: list[str] | UnsetType = UNSET
    ipdas: "_Ipdas | UnsetType" = UNSET
    links: "_Links | UnsetType" = UNSET


class _Prompts(Struct, kw_only=True):
    start: list[str] | UnsetType = UNSET
    question: list[str] | UnsetType = UNSET
    questions: dict[str, list[str]] | UnsetType = UNSET
    decision: list[str] | UnsetType = UNSET
    closing: list[str] | UnsetType = UNSET


class _Ipdas(Struct, kw_only=True):
    met: list[str] | UnsetType = UNSET
    not_met: list[str] | UnsetType = UNSET


class _PageFields(Struct, kw_only=True):
    words: list[str]
    address: str


class _Links(Struct, kw_only=True):
    site: str
    pages: list[_PageFields] | UnsetType = UNSET
    look_up: list[str] | UnsetType = UNSET
    invitation: str | UnsetType = UNSET


class Prompts(Struct, frozen=True):
    """Conversation prompts (gesprekshulp): lines that the clinician could say, by screen."""

    start: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    """Fallback for a question without lines of its own."""
    questions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Question ids with their lines."""
    decision: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()

    def for_question(self, question_id: str) -> tuple[str, ...]:
        """Return the lines for this question."""
        return dict(self.questions).get(question_id, self.question)


class Ipdas(Struct, frozen=True):
    """Items of the IPDAS (International Patient Decision Aid Standards, version 4) that the card meets, or does not."""

    met: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()


class Additions(Struct, frozen=True):
    """The additions to one card; empty for a card without such a file."""

    welcome: str = ""
    """A line for the patient at the start: that there is a choice (team talk)."""
    prompts: Prompts = Prompts()
    added: tuple[str, ...] = ()
    ipdas: Ipdas = Ipdas()
    links: tuple[Link, ...] = ()
    """Links from words of the card to explanations."""
    invitation: str = ""
    """Words of the introduction that invite to click on linked words; empty if it does not."""


def read_additions(path: Path, card: Card, called: str = "") -> Additions:
    """Return the additions in this file, which need not exist.

    Args:
        path: the `additions.yaml`.
        card: the card that they belong to.
        called: name of the file in problems; its path by default.

    Raises:
        ProblemsFound: with all problems of the file.
    """
    problems = Problems()
    text = read_text(path, problems, optional=True)
    root = parse(text, problems) if text else None
    additions = _additions(root, card, problems) if root else Additions()
    if problems:
        raise ProblemsFound(called or str(path), problems)
    return additions


def _additions(root: Node, card: Card, problems: Problems) -> Additions:
    fields = Fields(root, _AdditionsFile, problems)
    check_format(fields)
    links, invitation = _links(fields, card)
    return Additions(
        welcome=fields.text("welcome"),
        prompts=_prompts(fields, card),
        added=fields.texts("added"),
        ipdas=_ipdas(fields),
        links=links,
        invitation=invitation,
    )


def _prompts(fields: Fields, card: Card) -> Prompts:
    node = fields.take("prompts")
    if node is None:
        return Prompts()
    prompts = Fields(node, _Prompts, fields.problems)
    questions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if own := prompts.take("questions"):
        ids = [question.id for question in card.questions]
        per_question = Fields(own, ids, fields.problems)
        questions = tuple((name, per_question.texts(name)) for name in ids if per_question.has(name))
    return Prompts(
        start=prompts.texts("start"),
        question=prompts.texts("question"),
        questions=questions,
        decision=prompts.texts("decision"),
        closing=prompts.texts("closing"),
    )


def _ipdas(fields: Fields) -> Ipdas:
    node = fields.take("ipdas")
    if node is None:
        return Ipdas()
    ipdas = Fields(node, _Ipdas, fields.problems)
    return Ipdas(ipdas.texts("met"), ipdas.texts("not_met"))


def _links(fields: Fields, card: Card) -> tuple[tuple[Link, ...], str]:
    """Return the links, and the words that invite to click on them."""
    node = fields.take("links")
    if node is None:
        return (), ""
    links = Fields(node, _Links, fields.problems)
    site = address(links, "site")
    words = WordsOnCard(replace(card, glossary=()).texts(), fields.problems)
    pages = tuple(_page(item, words, fields.problems) for item in links.items("pages"))
    look_up = [words.take(item) for item in links.items("look_up")]
    words.check_count(node)
    return pages + tuple(Link((word,), site, look_up=word) for word in look_up), _invitation(links, card)


def _invitation(links: Fields, card: Card) -> str:
    """Return the words that invite to click; a problem if they do not stand in the introduction."""
    words = links.text("invitation")
    texts = (statement.text for passage in card.introduction for statement, _depth in passage.walk())
    if words and not any(words in text for text in texts):
        wrong = _('the words "{words}" do not stand in the introduction of the card')
        links.problems.append(links.node_of("invitation").problem(wrong.format(words=words)))
    return words


def _page(node: Node, words: WordsOnCard, problems: Problems) -> Link:
    fields = Fields(node, _PageFields, problems)
    return Link(tuple(words.take(item) for item in fields.items("words")), address(fields, "address"))
