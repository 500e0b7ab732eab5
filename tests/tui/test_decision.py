"""Decision screen (Beslissen): what was said, as given, and the decision."""

from herniatui.consult.model import Decision, Need
from tests.tui.driving import SOUP, talk


async def test_what_was_said_is_shown_as_given_with_its_option() -> None:
    async with talk("2 right v w w w 3 down down down - o", size=(100, 60)) as talking:
        assert "Voorkeur: B Operatie" in talking.text
        assert "★★★ heel belangrijk" in talking.text
        assert (
            "− hier maak ik me zorgen over: Pijnstiller die ontstekingen remt: Buikpijn, misselijk zijn en diarree "
            "(bij 20 van de 100 mensen). [A Bewegen en medicijnen]"
        ) in talking.words


async def test_questions_not_or_half_looked_at_are_named() -> None:
    async with talk("1 2 right o", size=(100, 60)) as talking:
        assert "Wat gebeurt er bij de behandeling? B niet bekeken" in talking.words
        assert "Wanneer worden de klachten minder? niets over gezegd" in talking.words
        assert "Wat zijn de risico’s en bijwerkingen? niet bekeken" in talking.words


async def test_a_decision_for_an_option_can_be_undone() -> None:
    async with talk("o o down space") as talking:
        assert talking.app.talk.consult.decision == Decision(option="operatie")
        assert "(•) B  OPERATIE" in talking.text
        await talking.press("space")
        assert talking.app.talk.consult.decision == Decision()


async def test_not_yet_asks_what_is_needed_and_when_to_come_back() -> None:
    async with talk("o o down down space down space down space down down down space") as talking:
        await talking.type("Thuis overleggen")
        await talking.press("escape down space")
        await talking.type("Over 2 weken")
        await talking.press("escape")
        decision = talking.app.talk.consult.decision
        assert decision == Decision(
            not_yet=True,
            needs=frozenset({Need.TIME, Need.FAMILY, Need.OTHER}),
            other="Thuis overleggen",
            when="Over 2 weken",
        )
        assert "Anders: “Thuis overleggen”" in talking.text
        assert "Wanneer praten we verder? “Over 2 weken”" in talking.text


async def test_all_that_is_needed_for_not_yet_comes_into_view_at_80_by_24() -> None:
    async with talk("o o down down space", size=(80, 24)) as talking:
        assert "(•) Nog niet beslissen" in talking.text
        assert "Wanneer praten we verder?" in talking.text


async def test_no_option_is_drawn_bigger_or_brighter_than_another() -> None:
    async with talk("1 v v + w w w o o down down", card=SOUP) as talking:
        rows = [row for row in talking.page._rows if row.key.startswith("option:")]
        assert len(rows) == 3
        assert len({(row.look, row.indent, row.lead[:3], row.marks) for row in rows}) == 1


async def test_space_on_a_question_goes_to_it() -> None:
    async with talk("o down down space") as talking:
        assert talking.app.talk.walk.stop == "risicos"
