"""Values of the consult that are part of the file format."""

import msgspec
import pytest

from herniatui.consult.model import Certainty, Consult, Decision, Kind, Mark, Need, Preference, Quote, Said
from herniatui.consult.walk import CLOSING, DECISION, START


def test_stored_names_do_not_change() -> None:
    assert [need.value for need in Need] == [
        *("appointment", "time to think", "talk with family or friends", "more information", "another doctor", "other")
    ]
    assert [certainty.value for certainty in Certainty] == ["certain", "in doubt", "unknown"]
    assert [mark.value for mark in Mark] == ["+", "-", "?", "x"]
    assert [kind.value for kind in Kind] == [
        *("chosen", "preference", "importance", "note", "decision", "+", "-", "?", "x")
    ]


def test_stops_in_a_stored_talk_do_not_change() -> None:
    assert (START, DECISION, CLOSING) == (":start", ":decision", ":closing")


def test_empty_words_are_not_stored() -> None:
    assert msgspec.json.encode(Quote(Kind.DECISION, name="Soep")) == b'{"kind":"decision","name":"Soep"}'


def test_an_empty_value_says_nothing() -> None:
    assert (Said().preference, Said().importance, Said().note) == (None, 0, "")
    assert not Preference("erwt").strong
    assert not Decision().made
    assert (Decision().needs, Decision().other, Decision().when) == (frozenset(), "", "")
    assert Decision().certainty is None
    consult = Consult()
    assert (consult.discussed, consult.taught_back, consult.handed_out) == (frozenset(), False, False)
    assert (consult.chosen, consult.said, consult.marks, consult.note) == ((), (), frozenset(), "")
    assert (consult.decision, consult.words) == (Decision(), ())
    assert (consult.discussed, consult.taught_back) == (frozenset(), False)
    quote = Quote(Kind.DECISION)
    assert {quote.id, quote.question, quote.asked, quote.option, quote.name, quote.short, quote.text} == {""}


@pytest.mark.parametrize("value", [Preference(None), Said(), Decision(), Quote(Kind.NOTE), Consult()], ids=repr)
def test_every_value_is_immutable_and_hashable(value: object) -> None:
    assert hash(value) == hash(type(value)(*(getattr(value, name) for name in value.__struct_fields__)))  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        setattr(value, value.__struct_fields__[0], None)  # type: ignore[attr-defined]
