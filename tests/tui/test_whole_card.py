"""The whole card on one page: as on paper, with cursor and marks of the question screens, and the way to and from."""

from itertools import pairwise

import pytest

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.model import Card
from herniatui.consult.model import Mark
from herniatui.consult.walk import DECISION, START
from herniatui.tui.screens.whole_card import CardScreen
from herniatui.tui.widgets.card_page import CardPage
from tests.tui.driving import SOUP, Talking, talk
from tests.tui.typing import at_rest, typed_ahead

WIDE, NARROW = (100, 30), (80, 24)
TALL = 400
HERNIA = open_deck(find(DEFAULT_CARD)).card


def is_open(talking: Talking) -> bool:
    return isinstance(talking.app.screen, CardScreen)


def at(talking: Talking) -> str:
    return talking.app.screen.query_one(CardPage).key


def half(talking: Talking, index: int) -> str:
    """Return the words of the left or the right column."""
    left = next(line.index("B  ") for line in talking.lines if "A  " in line and "B  " in line)
    columns = [line[1:left] if index == 0 else line[left:] for line in talking.lines[1:-1]]
    return " ".join(" ".join(columns).replace("▌", " ").split())


def statements(card: Card, option: int) -> list[str]:
    return [statement.text for question in card.questions for statement, _depth in question.statements(option)]


# As on paper.


async def test_every_word_of_the_card_is_on_it_the_options_beside_each_other() -> None:
    async with talk("f3", size=(100, TALL)) as talking:
        for option in (0, 1):
            column = half(talking, option)
            for bullet in "•–·":
                column = column.replace(f" {bullet} ", " ")
            assert [text for text in statements(HERNIA, option) if text not in column] == []
        for question in HERNIA.questions:
            assert question.text in talking.text
        assert HERNIA.question in talking.text
        assert "Kennisinstituut van de Federatie" in talking.words


async def test_in_a_narrow_window_the_options_of_a_question_stand_under_each_other() -> None:
    async with talk("f3", size=(99, TALL)) as talking:
        words = " ".join(word for word in talking.words.split() if word not in "•–·▌")
        places = [
            words.index(text)
            for question in HERNIA.questions[:3]
            for text in (
                question.text,
                next(question.statements(0))[0].text,
                next(question.statements(1))[0].text,
            )
        ]
        assert all(one < other for one, other in pairwise(places))


@pytest.mark.parametrize(("card", "width"), [(DEFAULT_CARD, 100), (DEFAULT_CARD, 141), (SOUP, 150), (SOUP, 201)])
async def test_columns_are_equally_wide_to_the_cell_and_every_question_begins_level(card: str, width: int) -> None:
    async with talk("f3", card=card, size=(width, TALL)) as talking:
        options = talking.app.deck.card.options
        heads = [line for line in talking.lines if all(f"{'ABC'[i]}  {o.short}" in line for i, o in enumerate(options))]
        assert len(heads) == len(talking.app.deck.card.questions)
        lefts = {tuple(line.index(f"{'ABC'[i]}  {o.short}") for i, o in enumerate(options)) for line in heads}
        ((*starts,),) = lefts
        assert len({right - left for left, right in pairwise(starts)}) == 1


# The way to and from.


@pytest.mark.parametrize("keys", ["", "3 b down", "o", "o pagedown"])
async def test_f3_shows_it_from_every_stop_and_f3_goes_back_to_the_same_place(keys: str) -> None:
    async with talk(keys, size=WIDE) as talking:
        before = talking.app.talk, talking.lines[1:]
        await talking.press("f3")
        assert is_open(talking)
        assert "F3 terug" in talking.lines[-1]
        await talking.press("f3")
        assert not is_open(talking)
        assert talking.app.talk.walk.stop == before[0].walk.stop
        assert talking.lines[1:] == before[1]


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 18)])
async def test_it_begins_at_the_line_of_the_question_and_enter_goes_back_to_it(size: tuple[int, int]) -> None:
    async with talk("3 b down down f3", size=size) as talking:
        assert at(talking) == "lek"
        assert "Een lek in het vlies" in talking.text
        if size == WIDE:
            assert "3  Wat zijn de risico’s en bijwerkingen?" in talking.lines[2]
        await talking.press("enter")
        assert not is_open(talking)
        assert (talking.app.talk.walk.stop, talking.page.key) == ("risicos", "lek")


async def test_enter_opens_the_question_of_the_statement_there_and_f3_comes_back() -> None:
    async with talk("f3 down down down down", size=WIDE) as talking:
        key = at(talking)
        await talking.press("enter")
        assert (talking.app.talk.walk.stop, talking.page.key) == ("behandeling", key)
        await talking.press("f3")
        assert (is_open(talking), at(talking)) == (True, key)


@pytest.mark.parametrize(("key", "stop"), [("4", "terugkomen"), ("o", DECISION)])
async def test_keys_that_go_elsewhere_leave_it(key: str, stop: str) -> None:
    async with talk(f"f3 {key}", size=WIDE) as talking:
        assert not is_open(talking)
        assert talking.app.talk.walk.stop == stop


async def test_the_palette_finds_questions_and_options_there() -> None:
    async with talk("f3 ctrl+p", size=WIDE) as talking:
        await talking.type("wanneer worden")
        await talking.press("enter")
        assert (is_open(talking), talking.app.talk.walk.stop) == (False, "wanneer-minder")
    async with talk("f3 ctrl+p", size=WIDE) as talking:
        await talking.type("B  OPERATIE")
        await talking.press("enter")
        assert talking.app.screen._places[at(talking)][1] == "operatie"  # type: ignore[attr-defined]


async def test_looking_at_it_does_not_move_the_walk() -> None:
    async with talk("f3 pagedown pagedown b down", size=WIDE) as talking:
        assert talking.app.talk.walk.stop == START


@pytest.mark.parametrize("key", ["f1", "i", "ctrl+p"])
async def test_after_help_or_palette_the_cursor_is_where_it_was(key: str) -> None:
    async with talk("3 b f3 pagedown down down", size=WIDE) as talking:
        before = at(talking), talking.lines
        await talking.press(f"{key} escape")
        assert (at(talking), talking.lines) == before


async def test_opened_again_it_begins_where_the_talk_is() -> None:
    async with talk("3 b down f3 pagedown down f3 f3", size=WIDE) as talking:
        assert at(talking) == "bloeding-zenuw"


# The cursor.


@pytest.mark.parametrize("size", [WIDE, (200, 60)])
async def test_up_and_down_keep_to_the_option_and_its_letter_goes_to_the_other_beside_it(size: tuple[int, int]) -> None:
    async with talk("f3 b", size=size) as talking:
        options = [[s.id for q in HERNIA.questions for s, _depth in q.statements(option)] for option in (0, 1)]
        passed = [at(talking)]
        for _ in range(200):
            await talking.press("down")
            if at(talking) == passed[-1]:
                break
            passed.append(at(talking))
        assert passed == options[1]
        await talking.press("a")
        assert at(talking) in options[0]
        assert at(talking) in [s.id for s, _depth in HERNIA.questions[-1].statements(0)]


async def test_every_option_is_as_many_keys_away() -> None:
    async with talk("f3", card=SOUP, size=(150, 45)) as talking:
        for key, option in zip("abc", talking.app.deck.card.options, strict=True):
            await talking.press(key)
            question, _name = talking.app.screen._places[at(talking)], option  # type: ignore[attr-defined]
            assert question[1] == option.id


async def test_a_click_takes_the_cursor_there_and_another_opens_the_question() -> None:
    async with talk("f3", size=WIDE) as talking:
        y = next(number for number, line in enumerate(talking.lines) if "ruggenprik" in line)
        x = talking.lines[y].index("ruggenprik") - 5  # the word itself is looked up
        await talking.pilot.click(offset=(x, y))
        await talking.settle()
        assert at(talking) == "ruggenprik"
        await talking.pilot.click(offset=(x, y))
        await talking.settle()
        assert (talking.app.talk.walk.stop, talking.page.key) == ("behandeling", "ruggenprik")


# Marks, and what was looked at.


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_marks_are_those_of_the_question_screens(size: tuple[int, int]) -> None:
    async with talk("3 b - f3", size=size) as talking:
        assert any("Minder kracht in uw been" in line and "−" in line for line in talking.lines)
        await talking.press("down + x")
        assert talking.app.talk.consult.marks == {("minder-kracht", Mark.WORRIES), ("bloeding-zenuw", Mark.APPEALS)}
        assert "Markeer deze regel eerst met ?." in talking.words or "eerst" in talking.words
        await talking.press("enter")
        assert any("Bloeding rond de zenuw" in line and "+" in line for line in talking.lines)
        await talking.press("f3 u")
        assert is_open(talking)
        assert talking.app.talk.consult.marks == {("minder-kracht", Mark.WORRIES)}
        assert "+ bij “Bloeding rond de zenuw" in talking.words


async def test_what_was_painted_to_its_end_counts_as_looked_at_of_every_option() -> None:
    async with talk("f3", size=WIDE) as talking:
        assert talking.app.talk.walk.seen == frozenset()
        while talking.app.screen.query_one(CardPage).has_more(1):
            await talking.press("pagedown")
        assert talking.app.talk.walk.seen == {(q.id, o.id) for q in HERNIA.questions for o in HERNIA.options}
        assert "1 ●  2 ●  3 ●  4 ●  5 ●" in talking.lines[0]


async def test_keys_typed_ahead_lead_to_the_same() -> None:
    keys = [*"3b", "down", "f3", "down", *"+b-", "f3", "f3", "pagedown", *"a?", "enter", "f3", "o", "f3", "2"]
    async with talk(size=WIDE) as talking:
        bursts, slow = await at_rest(talking, keys)
    async with talk(size=WIDE) as talking:
        assert await typed_ahead(talking, bursts) == slow


@pytest.mark.parametrize("size", [(160, 45), WIDE, (60, 18)])
async def test_a_resize_keeps_the_cursor_and_lays_out_anew(size: tuple[int, int]) -> None:
    async with talk("3 b down down f3", size=NARROW) as talking:
        await talking.pilot.resize_terminal(*size)
        await talking.settle()
        assert at(talking) == "lek"
        assert "Een lek in het vlies" in talking.text
