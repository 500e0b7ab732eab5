"""What a card says of several options in the same words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from herniatui.card.model import Question, Statement


class _Words(Struct, frozen=True):
    """The words of a statement: of the headings it stands under, its own, and of all under it."""

    headings: tuple[str, ...]
    text: str
    children: tuple["_Words", ...]


def alike(question: Question) -> dict[str, tuple[int, ...]]:
    """Return, by id of a statement, the indices of the other options of which the same is said.

    The same are statements with the same text, under the same headings, with the same statements under them. Where a
    statement is there, those under it go without saying; they are there only if they stand in more options than it.
    """
    options: dict[_Words, set[int]] = {}
    for option, statements in enumerate(question.answers):
        for words in _each(statements, ()):
            options.setdefault(words, set()).add(option)
    found: dict[str, tuple[int, ...]] = {}
    for option, statements in enumerate(question.answers):
        _find(statements, (), option, options, frozenset(), found)
    return found


def _find(
    statements: Sequence[Statement],
    headings: tuple[str, ...],
    option: int,
    options: dict[_Words, set[int]],
    told: frozenset[int],
    found: dict[str, tuple[int, ...]],
) -> None:
    for statement in statements:
        others = frozenset(options[_words(statement, headings)]) - {option}
        if others - told:
            found[statement.id] = tuple(sorted(others))
        _find(statement.children, _below(statement, headings), option, options, told | others, found)


def _each(statements: Sequence[Statement], headings: tuple[str, ...]) -> Iterator[_Words]:
    for statement in statements:
        yield _words(statement, headings)
        yield from _each(statement.children, _below(statement, headings))


def _words(statement: Statement, headings: tuple[str, ...]) -> _Words:
    below = _below(statement, headings)
    return _Words(headings, statement.text, tuple(_words(child, below) for child in statement.children))


def _below(statement: Statement, headings: tuple[str, ...]) -> tuple[str, ...]:
    return (*headings, statement.text) if statement.is_heading else headings
