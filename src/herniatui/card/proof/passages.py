"""The texts of a card with their place on it, and the orders in which a source may print them."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from herniatui.card.model import Card, Statement

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a text in `card.yaml`."""


class Passage(Struct, frozen=True):
    """A text of the card. A cell has both a question and an option; what stands around the table has neither."""

    text: str
    path: Path
    question: int | None = None
    option: int | None = None

    @property
    def in_cell(self) -> bool:
        """Whether this is what the card says of an option at a question."""
        return self.question is not None and self.option is not None

    @property
    def block(self) -> Path:
        """What tells the blocks of a page apart: all statements of a cell are one block."""
        return ("cell", self.question or 0, self.option or 0) if self.in_cell else self.path


class Table(Struct, frozen=True):
    """The passages of a card, by where they stand."""

    head: list[Passage]
    names: list[list[Passage]]
    """By option."""
    rows: list[list[Passage]]
    """By question: the heading of the group that begins with it, its text, and its hint."""
    cells: list[list[list[Passage]]]
    """By question and option; of an empty cell, one passage without words."""
    tail: list[Passage]


def passages(card: Card) -> Iterator[Passage]:
    """Yield every text of the card, in the order of `Card.texts`."""
    return filter(lambda passage: passage.text, chain.from_iterable(_by_rows(table_of(card))))


def table_of(card: Card) -> Table:
    """Return the passages of the card."""
    head = [Passage(card.title, ("title",)), Passage(card.question, ("question",))]
    head += _of_statements(card.introduction, Passage("", ("introduction",)))
    head += [Passage(card.table_heading, ("table_heading",))] if card.table_heading else []
    names = [
        [Passage(option.name, ("options", index, "name"), option=index)] for index, option in enumerate(card.options)
    ]
    rows: list[list[Passage]] = []
    cells: list[list[list[Passage]]] = []
    for index, question in enumerate(card.questions):
        told = {"group": question.group, "text": question.text, "hint": question.hint}
        rows.append([Passage(text, ("questions", index, key), index) for key, text in told.items() if text])
        answers = ("questions", index, "answers")
        cells.append(
            [
                _cell(question.answers[place], Passage("", (*answers, option.id), index, place))
                for place, option in enumerate(card.options)
            ]
        )
    tail = [Passage(entry.text, ("glossary", index, "text")) for index, entry in enumerate(card.glossary)]
    tail += [Passage(card.closing, ("closing",))] if card.closing else []
    return Table(head, names, rows, cells, tail)


def _cell(statements: tuple[Statement, ...], cell: Passage) -> list[Passage]:
    return [*_of_statements(statements, cell)] or [cell]


def _of_statements(statements: tuple[Statement, ...], parent: Passage) -> Iterator[Passage]:
    for index, statement in enumerate(statements):
        path = (*parent.path, index)
        yield Passage(statement.text, (*path, "text"), parent.question, parent.option)
        below = Passage("", (*path, "children"), parent.question, parent.option)
        yield from _of_statements(statement.children, below)


def reading_orders(card: Card) -> list[list[Passage]]:
    """Return the orders in which a source may have the texts of a card, the order of the card itself first.

    Row by row or column by column; each with the names of the options, or the questions, once or at every cell, and
    those of an empty cell left out or not.
    """
    table = table_of(card)
    names, rows, tail = [*chain(*table.names)], [*chain(*table.rows)], table.tail
    questions, options = range(len(table.rows)), range(len(table.names))
    columns = [[cell for row in table.cells for cell in row[option]] for option in options]
    orders = [
        [*chain.from_iterable(_by_rows(table))],
        table.head + rows + [*chain(*map(list.__add__, table.names, columns))] + tail,
        table.head + names + rows + [*chain(*columns)] + tail,
    ]
    for keep_empty in (False, True):
        cells = table.cells
        every = [[bool(cells[row][option][0].text) or keep_empty for option in options] for row in questions]
        by_row: list[Passage] = []
        for row in questions:
            by_row += table.rows[row]
            for option in options:
                by_row += table.names[option] + cells[row][option] if every[row][option] else []
        panels = [
            [*chain(*(table.rows[row] + cells[row][option] for row in questions if every[row][option]))]
            for option in options
        ]
        by_option = [*chain(*map(list.__add__, table.names, panels))]
        bodies = (by_row, by_option, names + by_row, names + by_option, [*names, *chain(*panels)])
        orders += [table.head + body + tail for body in bodies]
    return [order for place, order in enumerate(orders) if order not in orders[:place]]


def _by_rows(table: Table) -> Iterator[list[Passage]]:
    yield table.head
    yield from table.names
    for row, cells in zip(table.rows, table.cells, strict=True):
        yield row
        yield from cells
    yield table.tail
