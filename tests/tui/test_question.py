"""Question screen: tabs, statements, marks, and the place in the walk."""

import pytest

from herniatui.consult.model import Mark, Preference, Said
from herniatui.tui.widgets.option_tabs import OptionTabs
from tests.tui.driving import SOUP, Talking, talk


def active_tab(talking: Talking) -> str:
    return next(text for text, look in talking.app.screen.query_one(OptionTabs)._pieces if "here" in look).strip()


async def test_each_option_has_a_tab_with_letter_and_short_name() -> None:
    async with talk("enter", card=SOUP) as talking:
        labels = [text.strip() for text, _look in talking.app.screen.query_one(OptionTabs)._pieces]
        options = talking.app.deck.card.options
        assert labels == [f"{letter}  {option.short}" for letter, option in zip("ABC", options, strict=True)]


@pytest.mark.parametrize(
    ("keys", "letter"),
    [("", "A"), ("right", "B"), ("right right right", "C"), ("c left", "B"), ("c a", "A"), ("f", "A")],
)
async def test_arrows_and_letters_show_another_option(keys: str, letter: str) -> None:
    async with talk("enter " + keys, card=SOUP) as talking:
        assert active_tab(talking).startswith(letter)


async def test_statements_are_nested_as_on_the_card() -> None:
    async with talk("2", size=(80, 24)) as talking:  # too narrow for pictures beside statements
        lines = [line.strip() for line in talking.lines]
        assert "• Na 1 jaar:" in lines
        assert "– 88 van de 100 mensen hebben geen beenklachten meer" in lines


async def test_a_question_is_half_seen_until_every_option_was_shown() -> None:
    async with talk("3", size=(100, 60)) as talking:
        assert "3 ◐" in talking.lines[0]
        await talking.press("right")
        assert "3 ●" in talking.lines[0]
        assert "2 ○" in talking.lines[0]


async def test_with_three_options_two_are_still_half_seen() -> None:
    async with talk("enter b", card=SOUP) as talking:
        assert "1 ◐" in talking.lines[0]
        await talking.press("c")
        assert "1 ●" in talking.lines[0]


async def test_marks_stand_beside_the_statement_under_the_cursor() -> None:
    async with talk("enter down + ?") as talking:
        marked = next(line for line in talking.lines if "Medicijnen tegen de pijn" in line)
        assert marked.rstrip().endswith("+   ?") or marked.rstrip().endswith("+ ?")
        assert talking.app.talk.consult.marks == {("medicijnen", Mark.APPEALS), ("medicijnen", Mark.EXPLAIN)}
        await talking.press("+")
        assert talking.app.talk.consult.marks == {("medicijnen", Mark.EXPLAIN)}


async def test_answers_to_a_question_are_shown_under_it() -> None:
    async with talk("enter v a v a w w") as talking:
        assert "Voorkeur: A Bewegen en medicijnen (sterk)   Hoe belangrijk is dit voor u? ★★☆" in talking.text
        await talking.press("v b")
        assert "Voorkeur: B Operatie   Hoe belangrijk" in talking.text


async def test_no_preference_said_so_differs_from_nothing_said() -> None:
    async with talk("enter") as talking:
        assert "Voorkeur: nog niet gezegd" in talking.text
        await talking.press("v g")
        assert "Voorkeur: geen" in talking.text
        assert talking.app.talk.consult.about("behandeling") == Said(preference=Preference(None))


async def test_a_note_is_kept_with_its_question() -> None:
    async with talk("3 n") as talking:
        await talking.type("Ik til veel")
        await talking.press("enter")
        assert talking.app.talk.consult.about("risicos").note == "Ik til veel"
        assert "Notitie: “Ik til veel”" in talking.text


async def test_tabs_follow_when_the_same_option_is_shown_at_another_question() -> None:
    async with talk("2 right 3") as talking:
        assert active_tab(talking).startswith("A")
        assert "Bewegen heeft geen risico’s" in talking.text
        await talking.press("2")
        assert active_tab(talking).startswith("B")


async def test_the_cursor_comes_back_to_where_it_stood() -> None:
    async with talk("3 down down down 4 3") as talking:
        assert talking.page.key == "buikpijn"


async def test_digits_beyond_the_questions_do_nothing() -> None:
    async with talk("2 9") as talking:
        assert talking.app.talk.walk.stop == "wanneer-minder"


async def test_a_click_shows_an_option_and_puts_the_cursor() -> None:
    async with talk("2") as talking:
        await talking.pilot.click(OptionTabs, offset=(32, 0))
        await talking.pilot.pause()
        assert active_tab(talking).startswith("B")
        await talking.pilot.click("Columns Page", offset=(6, 3))
        await talking.pilot.pause()
        assert talking.page.key == "rugpijn"


async def test_marks_never_touch_the_text_before_them() -> None:
    async with talk("3 b " + "+ - ? down " * 6, size=(110, 50)) as talking:
        marked = [line for line in talking.lines if "+ − ?" in line]
        assert len(marked) == 6
        assert all(line.partition("+ − ?")[0].endswith(" ") for line in marked)
