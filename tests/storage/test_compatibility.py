"""A consult made with another version of the card: what of it has no place is named, and nothing else."""

from hypothesis import given

from herniatui.consult.model import EMPTY, Consult, Decision, Mark, Preference, Said
from herniatui.consult.walk import DECISION, START, Walk
from herniatui.storage.compatibility import Misfit, fit_walk, misfits
from tests.consult.sayings import CARD, consults


@given(consults())
def test_all_that_can_be_said_of_a_card_has_a_place_in_it(consult: Consult) -> None:
    assert misfits(CARD, consult) == []


def test_what_has_no_place_is_named_once() -> None:
    consult = Consult(
        chosen=("smaak", "kleur"),
        said=(("kleur", Said(Preference("ui"))), ("smaak", Said(Preference("erwt")))),
        marks=frozenset({("geur", Mark.WORRIES), ("mis-tomaat", Mark.APPEALS)}),
        decision=Decision(option="ui"),
    )
    assert misfits(CARD, consult) == [Misfit("kleur"), Misfit("ui"), Misfit("geur", Mark.WORRIES)]


def test_nothing_said_fits_any_card() -> None:
    assert misfits(CARD, EMPTY) == []


def test_a_walk_goes_on_where_the_card_still_has_the_place() -> None:
    walk = Walk("kleur", frozenset({("kleur", "erwt"), ("smaak", "ui"), ("smaak", "erwt")}), (("kleur", "erwt"),))
    assert fit_walk(CARD, walk) == Walk(START, frozenset({("smaak", "erwt")}))
    assert fit_walk(CARD, Walk(DECISION)).stop == DECISION
    assert fit_walk(CARD, Walk("smaak")).stop == "smaak"
