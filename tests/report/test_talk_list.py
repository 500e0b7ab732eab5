"""Descriptions of stored talks: the number of questions viewed, in the singular and the plural."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from herniatui.card.library import open_deck
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.report.talk_list import talk_line
from herniatui.storage.record import CardStamp, Record
from herniatui.storage.store import StoredTalk
from tests.support.program import HERNIA

CARD = open_deck(HERNIA).card
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def talk(*question_ids: str) -> StoredTalk:
    walk = replace(Walk(question_ids[0]), seen=frozenset((question_id, "operatie") for question_id in question_ids))
    return StoredTalk("bcdf", Record(CardStamp(CARD.id, "", ""), NOON, NOON, consult=EMPTY, walk=walk))


@pytest.mark.parametrize(
    ("question_ids", "viewed"),
    [(["risicos"], "1 vraag bekeken"), (["risicos", "terugkomen"], "2 vragen bekeken")],
)
def test_without_the_card_the_viewed_questions_are_counted(question_ids: list[str], viewed: str) -> None:
    assert talk_line(talk(*question_ids), None, date(2027, 1, 1)).endswith(f" · {viewed}")


@pytest.mark.parametrize(("total", "viewed"), [(1, "0 van de 1 vraag bekeken"), (2, "0 van de 2 vragen bekeken")])
def test_with_the_card_they_are_counted_out_of_all_its_questions(total: int, viewed: str) -> None:
    card = replace(CARD, questions=CARD.questions[:total])
    assert viewed in talk_line(talk("terugkomen"), card, date(2027, 1, 1))
