"""The text of the card as rows of a table: statements for each option, cut where a page may end."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from herniatui.card.links import Link
from herniatui.card.model import Statement
from herniatui.consult.model import Consult
from herniatui.report import phrases
from herniatui.report.handout.document import Piece, PrintedMark, PrintedStatement
from herniatui.report.handout.pieces import pieces
from herniatui.report.word_notes import Numbers

SIDE_BY_SIDE = 3
"""Maximum number of option columns; more options are stacked, each at full page width."""
_LINE = 40
"""Number of characters in a line of a column."""
_LEAST = 3
"""Least number of lines in a row."""
_MOST = 28
"""Number of lines of a column that certainly fit on a page."""

Answers = tuple[tuple[PrintedStatement, ...], ...]
"""The statements for each option."""
_Flat = tuple[int, PrintedStatement]
"""A statement without its children, after its depth."""


def statement(given: Statement, consult: Consult, links: tuple[Link, ...], numbers: Numbers) -> PrintedStatement:
    """Return a statement of the card as printed, with its marks, and the numbers of the notes about its words."""
    return PrintedStatement(
        pieces=pieces(given.text, links, numbers, given.bold),
        paragraph=given.paragraph,
        leads=given.is_heading,
        marks=tuple(PrintedMark(phrases.SIGNS[mark], phrases.MARKS[mark]) for mark in consult.marks_of(given.id)),
        children=tuple(statement(child, consult, links, numbers) for child in given.children),
    )


def cell(
    answer: Sequence[Statement], consult: Consult, links: tuple[Link, ...], numbers: Numbers
) -> tuple[PrintedStatement, ...]:
    """Return the statements for an option; of an empty cell, that the card says nothing."""
    printed = tuple(statement(top, consult, links, numbers) for top in answer)
    return printed or (PrintedStatement((Piece(f"({phrases.EMPTY_CELL})"),), paragraph=True, is_ours=True),)


def answer_rows(answers: Answers) -> tuple[Answers, ...]:
    """Return the answers to a question in rows, such that each row has statements of every option.

    A page may end after any row, without a cell that goes on beside an empty one. The cuts are where each option is
    about as far along as the others, so that the rows together are hardly higher than the longest answer. They do not
    depend on the order of the options.
    """
    options = [list(_units(answer)) for answer in answers]
    heights = [[sum(map(_lines, unit)) for unit in units] for units in options]
    totals = [sum(column) for column in heights]
    longest = [index for index, total in enumerate(totals) if total == max(totals)]
    cuts = sorted({sum(column[:count]) / sum(column) for column in heights for count in range(1, len(column))})
    done = [0] * len(options)
    rows = []
    for cut in (*cuts, 1.0):
        ends = [_end(column, cut) for column in heights]
        parts = [column[start:end] for column, start, end in zip(heights, done, ends, strict=True)]
        rest = [sum(column[end:]) for column, end in zip(heights, ends, strict=True)]
        row_lines = [sum(part) for part in parts]
        is_whole = all(parts) and (all(rest) or not any(rest))
        is_high = max(row_lines) >= _LEAST and (not any(rest) or max(rest) >= _LEAST)
        is_tight = not any(rest) or max(row_lines) <= max(row_lines[index] for index in longest)
        if is_whole and is_high and is_tight:
            rows.append(_row(options, done, ends))
            done = ends
    if done != [len(units) for units in options]:  # an option has nothing to say
        rows.append(_row(options, done, [len(units) for units in options]))
    return tuple(rows)


def is_too_long(row: Answers) -> bool:
    """Return whether a row may be higher than a page."""
    return any(sum(_height(top) for top in answer) > _MOST for answer in row)


def _height(top: PrintedStatement) -> int:
    return _lines((0, top)) + sum(map(_height, top.children))


def _end(column: Sequence[int], cut: float) -> int:
    """Return how many units lie before this fraction of the column, by their middles."""
    total, before, end = sum(column), 0, 0
    for height in column:
        if before + height / 2 > cut * total:
            break
        before += height
        end += 1
    return end


def _units(answer: Sequence[PrintedStatement]) -> Iterator[list[_Flat]]:
    """Yield the statements in card order, each that leads together with the next."""
    unit: list[_Flat] = []
    for depth, found in _flat(answer, 0):
        unit.append((depth, found))
        if not found.leads:
            yield unit
            unit = []
    if unit:
        yield unit


def _flat(statements: Sequence[PrintedStatement], depth: int) -> Iterator[_Flat]:
    for found in statements:
        yield depth, replace(found, children=())
        yield from _flat(found.children, depth + 1)


def _lines(flat: _Flat) -> int:
    """Return about how many lines a statement takes in a column."""
    depth, found = flat
    characters = sum(len(piece.words) for piece in found.pieces) + 3 * len(found.marks)
    return -(-characters // (_LINE - 2 * min(depth, 10)))


def _row(options: Sequence[Sequence[list[_Flat]]], starts: Sequence[int], ends: Sequence[int]) -> Answers:
    return tuple(
        _nested([flat for unit in units[start:end] for flat in unit], 0)
        for units, start, end in zip(options, starts, ends, strict=True)
    )


def _nested(flat: Sequence[_Flat], depth: int) -> tuple[PrintedStatement, ...]:
    """Return the statements as a tree; children of a statement in an earlier row are under one without words."""
    found = []
    start = 0
    while start < len(flat):
        here, top = flat[start]
        first = start + 1 if here == depth else start
        end = first
        while end < len(flat) and flat[end][0] > depth:
            end += 1
        top = top if here == depth else PrintedStatement(())
        found.append(replace(top, children=_nested(flat[first:end], depth + 1)))
        start = end
    return tuple(found)


def whole_answers(rows: Sequence[Answers]) -> Answers:
    """Return the statements for each option, from rows as `answer_rows` cuts them."""
    return tuple(_joined([found for row in rows for found in row[option]]) for option in range(len(rows[0])))


def _joined(statements: Sequence[PrintedStatement]) -> tuple[PrintedStatement, ...]:
    """Return the statements with those that continue an earlier one as children of it."""
    found: list[PrintedStatement] = []
    for each in statements:
        if each.pieces or not found:
            found.append(each)
        else:
            found[-1] = replace(found[-1], children=_joined((*found[-1].children, *each.children)))
    return tuple(found)
