"""Saved talks in lines: the same files as those of the screens."""

from tests.linear.walking import walked
from tests.tui.driving import new_store, talk


def test_a_talk_that_was_not_finished_is_offered_and_gone_on_with_by_its_number() -> None:
    store = new_store()
    walked(["n een"], store=store)
    found = walked(["1", "n twee"], store=store)
    assert "Verder met een gesprek dat niet af is." in found.told
    assert found.consult.note == "een\ntwee"


async def test_a_talk_of_the_screens_goes_on_in_lines_and_back() -> None:
    store = new_store()
    async with talk("2 b down +", store=store) as talking:
        marks = talking.app.talk.consult.marks
    found = walked(["1", "+ 1"], store=store)
    assert "Vraag 2 van 5" in found.told
    assert marks < found.consult.marks
    async with talk("down enter", store=store) as talking:
        assert talking.app.talk.consult.marks == found.consult.marks


def test_an_empty_line_begins_a_new_talk_and_the_other_stays() -> None:
    store = new_store()
    walked(["n een"], store=store)
    walked(["", "n twee"], store=store)
    assert {talk.record.consult.note for talk in store.talks() if talk.record} == {"een", "twee"}


def test_a_saved_talk_is_wiped_only_after_a_yes() -> None:
    store = new_store()
    walked(["n een"], store=store)
    for answer in ("", "n", "x"):
        walked(["w 1", answer, ""], store=store)
        assert len(store.talks()) == 1
    assert "Dit gesprek is gewist." in walked(["w 1", "j", ""], store=store).told
    assert store.talks() == []


def test_a_number_that_is_not_listed_is_refused_in_one_sentence() -> None:
    store = new_store()
    walked(["n een"], store=store)
    assert "Dat nummer staat er niet bij." in walked(["7"], store=store).told


def test_a_talk_that_was_kept_is_mentioned_and_listed_when_asked() -> None:
    store = new_store()
    kept = walked(["n een", "o", "0", "j", "herhaal", *_keep(), "dinsdag"], store=store)
    (talk,) = store.talks()
    assert talk.record
    assert (talk.record.kept, talk.record.label) == (True, "dinsdag"), kept.told
    found = walked(["F5", "1", "herhaal"], store=store)
    assert "Er is een gesprek bewaard. Verdergaan? Druk op F5." in found.told
    assert "“dinsdag”" in found.told
    assert found.told.rindex("Beslissen.") > found.told.rindex("“dinsdag”")


def _keep() -> list[str]:
    """Return the answer that ticks the row to keep the talk: none of the questions was looked at."""
    questions, needs, when_and_certain = 5, 6, 2
    return [str(questions + needs + when_and_certain + 1)]


def test_stored_talks_are_not_shown_over_a_talk_that_has_begun() -> None:
    store = new_store()
    walked(["n een"], store=store)
    told = walked(["", "n twee", "F5"], store=store).told
    assert "Rond dit gesprek eerst af; dan kunt u met een ander gesprek verder." in told
