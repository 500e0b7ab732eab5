"""Small pictures beside statements: each whole and in one piece, whatever is next to it."""

import pytest

from herniatui.card.model import Frequency, Question, Relation, Statement
from herniatui.tui.rows.layout import lay_out
from herniatui.tui.rows.statements import statement_rows
from tests.support.icons_seen import Count, Picture, pictures

WIDTH, TEXT = 110, 85


def of_100(count: int, rest: bool = False) -> Frequency:
    return Frequency(f"{count} van de 100", count, 100, Relation.EXACTLY, rest)


def kites(name: str, *frequencies: Frequency) -> Statement:
    return Statement(
        name, " en ".join(f"{frequency.quote} vliegers" for frequency in frequencies), frequencies=frequencies
    )


def seen(*statements: Statement) -> list[Picture]:
    rows = list(statement_rows(Question("q", "Vliegt het?", (statements,)), 0, "p"))
    laid = lay_out(rows, WIDTH)
    return pictures([line.text.ljust(TEXT) + "".join(text for text, _look in line.pieces) for line in laid])


def test_consecutive_pictures_are_apart() -> None:
    found = seen(kites("a", of_100(5)), kites("b", of_100(4)))
    assert [picture.icons for picture in found] == [Count(5, 95), Count(4, 96)]
    assert found[1].top > found[0].top + 5


@pytest.mark.parametrize("nested", [False, True])
def test_a_picture_that_is_about_two_statements_has_no_hole_in_it(nested: bool) -> None:
    pair = kites("a", of_100(88)), kites("b", of_100(12, rest=True))
    (found,) = seen(Statement("kop", "Na 1 jaar:", children=pair)) if nested else seen(*pair)
    assert found.icons == Count(88, 12)
    assert len(found.rows) == 5


def test_a_picture_is_finished_before_that_of_the_next_statement() -> None:
    pair = kites("a", of_100(88)), kites("b", of_100(12, rest=True), of_100(3))
    found = seen(*pair)
    assert [picture.icons for picture in found] == [Count(88, 12), Count(3, 97)]


def test_after_the_last_statement_a_picture_is_finished() -> None:
    (found,) = seen(kites("a", of_100(50)))
    assert found.icons == Count(50, 50)
