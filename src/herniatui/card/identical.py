"""Statements that a question has for several options in identical words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from herniatui.card.model import Question, Statement


class _Content(Struct, frozen=True):
    """All words of a statement, for comparison: of the headings above it, its own, and of its subtree."""

    headings: tuple[str, ...]
    text: str
    children: tuple["_Content", ...]


def identical_statements(question: Question) -> dict[str, tuple[int, ...]]:
    """Return, by statement id, the indices of the other options that have an identical statement.

    Statements are identical if they have the same text, the same headings above them and the same subtree. A
    descendant of an identical statement is left out, unless it occurs in more options than its ancestors do.
    """
    options: dict[_Content, set[int]] = {}
    for option, statements in enumerate(question.answers):
        for _id, content in _by_id(statements, ()):
            options.setdefault(content, set()).add(option)
    found: dict[str, tuple[int, ...]] = {}
    for option, statements in enumerate(question.answers):
        _find(statements, (), option, options, frozenset(), found)
    return found


def same_statement(question: Question, statement_id: str, option: int) -> str:
    """Return the id of the statement of this option that is identical to that one; empty if there is none."""
    wanted = [
        content for statements in question.answers for id_, content in _by_id(statements, ()) if id_ == statement_id
    ]
    return next((id_ for id_, content in _by_id(question.answers[option], ()) if content in wanted), "")


def _by_id(statements: Sequence[Statement], headings: tuple[str, ...]) -> Iterator[tuple[str, _Content]]:
    for statement in statements:
        yield statement.id, _content(statement, headings)
        yield from _by_id(statement.children, _headings_below(statement, headings))


def _find(
    statements: Sequence[Statement],
    headings: tuple[str, ...],
    option: int,
    options: dict[_Content, set[int]],
    covered: frozenset[int],
    found: dict[str, tuple[int, ...]],
) -> None:
    """Add the identical statements to `found`; `covered` are the options that an ancestor is identical in."""
    for statement in statements:
        others = frozenset(options[_content(statement, headings)]) - {option}
        if others - covered:
            found[statement.id] = tuple(sorted(others))
        _find(statement.children, _headings_below(statement, headings), option, options, covered | others, found)


def _content(statement: Statement, headings: tuple[str, ...]) -> _Content:
    below = _headings_below(statement, headings)
    return _Content(headings, statement.text, tuple(_content(child, below) for child in statement.children))


def _headings_below(statement: Statement, headings: tuple[str, ...]) -> tuple[str, ...]:
    return (*headings, statement.text) if statement.is_heading else headings
