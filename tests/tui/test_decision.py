"""Decision screen (Beslissen): what was said, as given, and the decision."""

import pytest

from herniatui.consult.model import Certainty, Decision, Need
from herniatui.consult.walk import DECISION
from herniatui.tui.screens.decision import DecisionScreen
from tests.tui.driving import SOUP, talk


async def test_what_was_said_is_shown_as_given_with_its_option() -> None:
    async with talk("2 right v b w w w 3 down down down - o", size=(100, 60)) as talking:
        told = "2 Wanneer worden de klachten minder? ★★★ heel belangrijk · voorkeur: B Operatie"
        assert told in talking.words
        heads = next(line for line in talking.lines if "A  Bewegen" in line)
        left, right = heads.index("A  "), heads.index("B  ")
        below = talking.lines[talking.lines.index(heads) + 1 :]
        of_a = below[: next(number for number, line in enumerate(below) if not line.strip())]
        assert " ".join(" ".join(line[left:right] for line in of_a).split()) == (
            "Zorgen: • Pijnstiller die ontstekingen remt: Buikpijn, misselijk zijn en diarree "
            "(bij 20 van de 100 mensen)."
        )
        assert not any(line[right:].strip() for line in of_a)


async def test_questions_not_or_half_looked_at_are_named_in_full_where_there_is_room() -> None:
    async with talk("1 2 right o") as talking:
        names = [f"{number}  {question.text}" for number, question in enumerate(talking.app.deck.card.questions, 1)]
        expected = ["Nog niet bekeken:", f"{names[0]} (B)", *names[2:]]
        shown = [line.strip() for line in talking.lines]
        first = shown.index(expected[0])
        assert shown[first : first + len(expected)] == expected
        await talking.press("down down enter")
        assert talking.app.talk.walk.stop == talking.app.deck.card.questions[2].id


async def test_in_a_low_window_the_questions_not_looked_at_are_named_by_number() -> None:
    async with talk("1 2 right o") as talking:
        await talking.pilot.resize_terminal(60, 18)
        await talking.settle()
        assert "Nog niet bekeken: 1 (B), 3, 4, 5" in talking.words


async def test_a_talk_in_which_nothing_was_said_does_not_say_that_something_was() -> None:
    async with talk("o") as talking:
        assert "Er is nog niets opgeschreven." in talking.words
        await talking.press("3 + o")
        assert "Er is nog niets opgeschreven." not in talking.words


async def test_a_decision_for_an_option_can_be_undone() -> None:
    async with talk("o b space") as talking:
        assert talking.app.talk.consult.decision == Decision(option="operatie")
        assert "(•) B  OPERATIE" in talking.text
        await talking.press("space")
        assert talking.app.talk.consult.decision == Decision()


@pytest.mark.parametrize(("choice", "decided"), [("0", Decision(not_yet=True)), ("a", Decision(option="bewegen"))])
async def test_after_any_decision_it_asks_what_is_needed_when_to_come_back_and_how_certain(
    choice: str, decided: Decision
) -> None:
    async with talk(f"o {choice} space") as talking:
        assert talking.app.talk.consult.decision == decided
        if choice == "a":
            await talking.press("down down")  # past the other choices
        await talking.press("down down space down space down down down space")
        await talking.type("Thuis overleggen")
        await talking.press("enter down space")
        await talking.type("Over 2 weken")
        await talking.press("enter down space space")
        assert talking.app.talk.consult.decision == Decision(
            option=decided.option,
            not_yet=decided.not_yet,
            needs=frozenset({Need.TIME, Need.FAMILY, Need.OTHER}),
            other="Thuis overleggen",
            when="Over 2 weken",
            certainty=Certainty.IN_DOUBT,
        )
        assert "Iets anders: “Thuis overleggen”" in talking.text
        assert "Wanneer praten we verder? “Over 2 weken”" in talking.text
        assert "Hoe zeker bent u? Twijfel" in talking.text


async def test_all_that_is_needed_for_not_yet_comes_into_view_at_80_by_24() -> None:
    async with talk("o 0 space", size=(80, 24)) as talking:
        assert "(•) 0  Ik beslis nog niet" in talking.text
        assert "Wanneer praten we verder?" in talking.text


async def test_no_choice_is_drawn_bigger_or_brighter_than_another() -> None:
    async with talk("1 v a v a + w w w o", card=SOUP) as talking:
        screen = talking.app.screen
        assert isinstance(screen, DecisionScreen)
        rows = [row for row in screen.parts[1]._rows if row.key]
        assert len(rows) == 4
        assert len({(row.look, row.indent, row.lead[:3], row.marks) for row in rows}) == 1


async def test_space_on_a_question_goes_to_it_and_going_on_comes_back() -> None:
    async with talk("1 b 2 b o down space") as talking:
        assert talking.app.talk.walk.stop == "risicos"
        await talking.walk_on()
        await talking.walk_on()
        assert talking.app.talk.walk.stop == DECISION
