"""Sources of a card as makers could have written them: row by row, column by column, and under headings."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from herniatui.card.model import Card, Question, Statement
from herniatui.card.quoted_words import Explanation

SIGNS = re.compile(r"([!-/:-@\[-`{-~])")


def by_rows(card: Card, *, repeated: bool = False) -> str:
    """Return the card row by row; `repeated` with the name of its option above every cell."""
    names = [option.name for option in card.options]
    blocks = [*_head(card), *([] if repeated else names)]
    for question in card.questions:
        blocks += _asked(question)
        for index, name in enumerate(names):
            blocks += [name] if repeated else []
            blocks.append(_cell(question, index))
    return _page([*blocks, *_foot(card)])


def by_columns(card: Card, *, repeated: bool = False) -> str:
    """Return the card column by column; `repeated` with its question above every cell."""
    blocks = _head(card)
    blocks += [] if repeated else [text for question in card.questions for text in _asked(question)]
    for index, option in enumerate(card.options):
        blocks.append(option.name)
        for question in card.questions:
            blocks += _asked(question) if repeated else []
            blocks.append(_cell(question, index))
    return _page([*blocks, *_foot(card)])


def in_markdown(card: Card, *, columns: bool = False) -> str:
    """Return the card under headings: options in questions, or questions in options."""
    options, questions = list(enumerate(card.options)), card.questions
    title, *rest = map(_escaped, _head(card))
    blocks = [f"# {title}", *rest]
    if columns:
        for index, option in options:
            blocks.append(f"## {_escaped(option.name)}")
            for question in questions:
                blocks += [f"### {_escaped(question.text)}", *_under(question), _points(question, index)]
    else:
        for question in questions:
            blocks += [f"## {_escaped(question.text)}", *_under(question)]
            for index, option in options:
                blocks += [f"### {_escaped(option.name)}", _points(question, index)]
    return _page([*blocks, "---", *map(_escaped, _foot(card))])


WAYS: dict[str, tuple[str, Callable[[Card], str]]] = {
    "rows": ("txt", by_rows),
    "rows, names repeated": ("txt", lambda card: by_rows(card, repeated=True)),
    "columns": ("txt", by_columns),
    "columns, questions repeated": ("txt", lambda card: by_columns(card, repeated=True)),
    "headings of questions": ("md", in_markdown),
    "headings of options": ("md", lambda card: in_markdown(card, columns=True)),
}
"""Every way, with the ending of the file."""


def with_texts(card: Card, texts: Iterable[str]) -> Card:
    """Return the card with other texts, in the order of `Card.texts`, and without annotations."""
    said = iter(texts)

    def plain(statement: Statement) -> Statement:
        return Statement(statement.id, next(said), children=tuple([plain(child) for child in statement.children]))

    def asked(question: Question) -> Question:
        group = question.group and next(said)
        text = next(said)
        hint = question.hint and next(said)
        answers = tuple([tuple([plain(top) for top in answer]) for answer in question.answers])
        return Question(question.id, text, answers, group, hint)

    title = next(said)
    return replace(
        card,
        title=title,
        question=next(said),
        introduction=tuple([plain(passage) for passage in card.introduction]),
        table_heading=card.table_heading and next(said),
        options=tuple([replace(option, name=next(said)) for option in card.options]),
        questions=tuple([asked(question) for question in card.questions]),
        glossary=tuple([Explanation((title,), next(said)) for _entry in card.glossary]),
        closing=card.closing and next(said),
        clocks=(),
        codes=(),
    )


def _head(card: Card) -> list[str]:
    told = [statement.text for passage in card.introduction for statement, _depth in passage.walk()]
    return [card.title, card.question, *told, *([card.table_heading] if card.table_heading else [])]


def _asked(question: Question) -> list[str]:
    return [text for text in (question.group, question.text, question.hint) if text]


def _under(question: Question) -> list[str]:
    """Return what stands under the heading with a question."""
    return [_escaped(text) for text in (question.group, question.hint) if text]


def _foot(card: Card) -> list[str]:
    return [*(entry.text for entry in card.glossary), card.closing]


def _statements(question: Question, index: int) -> Iterator[tuple[str, int]]:
    return ((statement.text, depth) for statement, depth in question.statements(index))


def _cell(question: Question, index: int) -> str:
    return "\n".join(f"{'•◦▪'[depth % 3]} {text}" for text, depth in _statements(question, index))


def _points(question: Question, index: int) -> str:
    return "\n".join(f"{'  ' * depth}- {_escaped(text)}" for text, depth in _statements(question, index))


def _escaped(text: str) -> str:
    return SIGNS.sub(r"\\\1", text)


def _page(blocks: list[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
