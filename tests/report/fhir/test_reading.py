"""A response read back gives the same consult: link ids and codes are one to one with the card."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.consult.walk import Walk
from herniatui.report.fhir import bundle, to_bytes
from tests.consult.strategies import CARD as SOUP
from tests.consult.strategies import consults as said_in_turn
from tests.report.consults import CARD, HOSTILE_CARD, full, seen_all
from tests.report.fhir.any_consult import consults
from tests.support.fhir_reader import NotOfThisCard, consult_of, talk_of
from tests.support.soak import soaking

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
NOT_SEEN = Walk()


def sent(card: Card, consult: Consult, walk: Walk = NOT_SEEN) -> dict[str, Any]:
    """Return the Bundle as another program receives it."""
    received: dict[str, Any] = json.loads(to_bytes(bundle(card, consult, WHEN, walk=walk)))
    return received


def answered(made: dict[str, Any]) -> dict[str, Any]:
    """Return the response in a Bundle."""
    resource: dict[str, Any] = made["entry"][1]["resource"]
    return resource


@pytest.mark.parametrize("card", [CARD, SOUP, HOSTILE_CARD], ids=lambda card: card.id)
@given(data=st.data())
@settings(deadline=None, max_examples=soaking(short=20, long=200))
def test_any_consult_survives_the_round_trip(card: Card, data: st.DataObject) -> None:
    consult, all_seen = data.draw(consults(card)), seen_all(card).seen
    seen = data.draw(st.frozensets(st.sampled_from(sorted(all_seen))))
    assert talk_of(card, sent(card, consult, Walk(seen=seen))) == (consult, seen)


@given(said_in_turn())
@settings(deadline=None)
def test_a_consult_with_answers_in_any_order_survives_the_round_trip(consult: Consult) -> None:
    assert consult_of(SOUP, sent(SOUP, consult)) == consult


def test_every_answer_belongs_to_an_item_of_the_card_in_its_order() -> None:
    made = sent(CARD, full())
    asked, given_ = made["entry"][0]["resource"], answered(made)
    order = [link for link, _parents in links(asked["item"])]
    found = [link for link, _parents in links(given_["item"])]
    assert found == [link for link in order if link in found]
    assert set(links(given_["item"])) <= set(links(asked["item"]))
    assert len(order) == len(set(order))


def links(items: list[dict[str, Any]], *parents: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return every link id with the link ids of the groups around it."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for item in items:
        found += [(item["linkId"], parents), *links(item.get("item", []), *parents, item["linkId"])]
    return found


def test_every_answer_is_one_that_the_card_offers() -> None:
    made = sent(CARD, full())
    offered = {item["linkId"]: item.get("answerOption", []) for item in flat(made["entry"][0]["resource"]["item"])}
    chosen = [item for item in flat(answered(made)["item"]) if "valueCoding" in item.get("answer", [{}])[0]]
    assert len(chosen) > 10
    for item in chosen:
        assert [answer for answer in item["answer"] if answer not in offered[item["linkId"]]] == []


def flat(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found for item in items for found in (item, *flat(item.get("item", [])))]


def test_answers_to_another_card_or_version_are_refused() -> None:
    with pytest.raises(NotOfThisCard):
        consult_of(CARD, sent(SOUP, EMPTY))
    made = sent(SOUP, EMPTY)
    answered(made)["questionnaire"] = answered(made)["questionnaire"].split("|")[0]
    with pytest.raises(NotOfThisCard):
        consult_of(SOUP, made)


@pytest.mark.parametrize(
    "item",
    [
        {"linkId": "nergens", "answer": [{"valueString": "x"}]},
        {"linkId": "question/risicos/preference", "answer": [{"valueCoding": {"code": "bidden"}}]},
        {"linkId": "question/risicos/importance", "answer": [{"valueCoding": {"code": "veel"}}]},
        {"linkId": "question/risicos/importance", "answer": [{"valueCoding": {"code": "9"}}]},
        {"linkId": "statement/prikken/marks", "answer": [{"valueCoding": {"code": "!"}}]},
        {"linkId": "question/risicos/viewed", "answer": [{"valueCoding": {"code": "bidden"}}]},
        {"linkId": "decision/needs", "answer": [{"valueCoding": {"code": "money"}}]},
    ],
)
def test_an_answer_that_the_card_does_not_offer_is_refused(item: object) -> None:
    made = sent(CARD, edits.decide(EMPTY, "operatie"))
    answered(made)["item"].append(item)
    with pytest.raises(NotOfThisCard):
        consult_of(CARD, made)


def test_a_bundle_with_two_responses_to_the_card_is_refused() -> None:
    made = sent(CARD, full())
    made["entry"].append(made["entry"][1])
    with pytest.raises(NotOfThisCard):
        consult_of(CARD, made)
