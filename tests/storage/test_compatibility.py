"""A stored walk is fitted to the card as it is now."""

from herniatui.consult.walk import DECISION, START, Walk
from herniatui.storage.compatibility import fit_walk
from tests.consult.strategies import CARD


def test_a_walk_keeps_what_the_card_still_has() -> None:
    walk = Walk("kleur", frozenset({("kleur", "erwt"), ("smaak", "ui"), ("smaak", "erwt")}), (("kleur", "erwt"),))
    assert fit_walk(CARD, walk) == Walk(START, frozenset({("smaak", "erwt")}))
    assert fit_walk(CARD, Walk(DECISION)).stop == DECISION
    assert fit_walk(CARD, Walk("smaak")).stop == "smaak"
