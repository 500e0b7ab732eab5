"""Pictures on a running screen: opening and closing them, their sizes, their words and their looks."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import combinations

import pytest
from msgspec.structs import replace
from rich.segment import Segment

from herniatui.card.figures import Figure, figures
from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.model import Card, Question, letter
from herniatui.commands.declared import COMMANDS
from herniatui.storage.session import TalkSession
from herniatui.tui.app import HerniaApp
from herniatui.tui.keys.keymap import remap
from herniatui.tui.rows.numbers import question_numbers
from herniatui.tui.widgets.picture_view import PictureView
from tests.support.icons_seen import Count, Picture, count_of, pictures, without_icons
from tests.tui.contrast import THEMES, colours, contrast, drawn, ratio
from tests.tui.driving import SOUP, Talking, new_store, talk

SMALL, LARGE = (80, 24), (100, 30)
CARDS = {"hernia": DEFAULT_CARD, "soep": SOUP}
HERNIA = open_deck(find(DEFAULT_CARD)).card
QUESTION_3 = HERNIA.questions[2]
COLUMN = 35
"""Width in cells of each of two columns in a window of 80."""


def shows(talking: Talking) -> str:
    """Return what is shown: the statements, the numbers of a single statement, or all numbers of the question."""
    view = talking.app.screen.query_one(PictureView)
    body = talking.app.screen.query_one("#body")
    assert view.display != body.display
    if not view.display:
        return "statements"
    return "all" if view.shows_all else "one"


def card_of(talking: Talking) -> Card:
    return talking.app.deck.card


# Opening and closing.


async def test_p_shows_the_number_of_the_statement_under_the_cursor() -> None:
    async with talk("2 p") as talking:
        assert shows(talking) == "one"
        assert [picture.icons for picture in pictures(talking.lines)] == [Count(75, 25)]
        assert "A Bewegen en medicijnen" in without_icons(talking.lines)
        assert "binnen 12 weken (vanaf het begin van de klachten)" in without_icons(talking.lines)


async def test_p_on_a_statement_without_a_number_shows_all_numbers_of_the_question() -> None:
    async with talk("2 down p") as talking:
        assert shows(talking) == "all"
        assert "Wanneer worden de klachten minder?" in talking.text


async def test_p_again_shows_all_numbers_of_the_question_and_p_again_goes_back() -> None:
    async with talk("2") as talking:
        before = talking.lines
        seen = []
        for _ in range(6):
            await talking.press("p")
            seen.append(shows(talking))
        assert seen == ["one", "all", "statements"] * 2
        assert talking.lines == before


@pytest.mark.parametrize("asked", ["p", "p p", "down p"])
async def test_escape_goes_back_to_the_statements_as_they_were(asked: str) -> None:
    async with talk("2") as talking:
        if "down" in asked:
            await talking.press("down")
            asked = "p"
        before = talking.lines
        await talking.press(asked)
        assert talking.lines != before
        await talking.press("escape")
        assert talking.lines == before


async def test_escape_without_a_picture_does_nothing() -> None:
    async with talk("2 down") as talking:
        before = talking.app.talk, talking.lines
        await talking.press("escape")
        assert (talking.app.talk, talking.lines) == before


@pytest.mark.parametrize("keys", ["1 p", "1 b p p"])
async def test_a_question_without_numbers_says_so(keys: str) -> None:
    async with talk(keys) as talking:
        assert shows(talking) == "statements"
        assert "Bij deze vraag geeft de kaart geen getallen." in talking.words


@pytest.mark.parametrize(
    ("keys", "last_line"),
    [("2 p", "Enter, Esc terug  p alle getallen en tijden"), ("2 p p", "Enter, Esc terug  ↑↓ verder")],
)
async def test_the_key_bar_names_the_keys_that_go_on_and_back(keys: str, last_line: str) -> None:
    async with talk(keys, size=(140, 30)) as talking:
        assert talking.lines[-1].strip().startswith(last_line)
        assert "F1 hulp" in talking.lines[-1]
        await talking.press("escape")
        assert "p plaatje" in talking.lines[-1]


async def test_the_12_of_100_is_shown_together_with_the_88_of_100_that_it_is_the_rest_of() -> None:
    async with talk("2 down down down") as talking:
        assert talking.page.key == "bewegen-geen-klachten"
        await talking.press("p")
        of_88 = talking.text
        await talking.press("escape down")
        assert talking.page.key == "bewegen-wel-klachten"
        await talking.press("p")
        assert talking.text == of_88
        assert [picture.icons for picture in pictures(talking.lines)] == [Count(88, 12)]
        said = without_icons(talking.lines)
        assert "● = 88 van de 100 mensen hebben geen beenklachten meer ○ = 12 van de 100 mensen" in said


async def test_a_question_with_times_only_is_shown_too() -> None:
    async with talk("5 p", size=LARGE) as talking:
        assert shows(talking) == "all"
        assert "Weken na de operatie" in talking.text


# What looking does not change.

SAID = ["+", "-", "?", "v", "w"]
ELSEWHERE = ["3", "o", "right", "b", "u"]


@pytest.mark.parametrize(("asked", "keys"), [("p", SAID + ELSEWHERE), ("p p", ["w", "3", "right", "u"])])
async def test_any_edit_or_navigation_closes_the_picture_and_is_done(asked: str, keys: list[str]) -> None:
    async with talk("2") as without, talk("2") as talking:
        for key in keys:
            await talking.press(asked)
            assert shows(talking) != "statements"
            await talking.press(key)
            await without.press(key)
            assert talking.app.talk == without.app.talk, key
            assert talking.lines == without.lines, key
            for run in (talking, without):
                await run.press("2 a")
            assert shows(talking) == "statements"


@pytest.mark.parametrize("key", ["enter", "pagedown", "backspace", "pageup", "escape"])
@pytest.mark.parametrize("asked", ["p", "p p"])
async def test_the_keys_of_the_walk_return_from_a_picture_to_its_line(asked: str, key: str) -> None:
    async with talk("2 down down down") as talking:
        before = talking.app.talk, talking.lines
        await talking.press(asked)
        assert shows(talking) != "statements"
        await talking.press(key)
        assert shows(talking) == "statements"
        assert (talking.app.talk, talking.lines) == before


@pytest.mark.parametrize("key", ["+", "-", "?", "v"])
async def test_in_the_picture_of_all_numbers_nothing_can_be_marked_or_preferred(key: str) -> None:
    async with talk("2 down p") as talking:
        assert shows(talking) == "all"
        before = talking.app.talk
        await talking.press(key)
        assert talking.app.talk == before
        assert shows(talking) == "statements"
        assert "Kies eerst een regel." in talking.words
        await talking.press(f"{key} a")
        assert talking.app.talk.consult != before.consult


@pytest.mark.parametrize("keys", ["2 p left", "2 p a", "2 right down down down p right", "2 p p a"])
async def test_an_option_key_closes_the_picture_even_if_there_is_no_other_option(keys: str) -> None:
    async with talk(keys) as talking:
        assert shows(talking) == "statements"


async def test_the_save_warning_is_shown_beside_pictures_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk("2 p") as talking:
        monkeypatch.setattr(TalkSession, "status", "Er wordt niets bewaard.")  # the app looks at it every second
        talking.app.saving_changed()
        await talking.settle()
        assert shows(talking) == "one"
        assert "Er wordt niets bewaard." in talking.text


@pytest.mark.parametrize("key", ["f1", "i", "n", "ctrl+p"])
async def test_after_another_screen_the_statements_are_shown_and_can_be_marked(key: str) -> None:
    async with talk(f"2 p {key}") as talking:
        await talking.press("escape")
        await talking.press("+")
        assert shows(talking) == "statements"
        assert len(talking.app.talk.consult.marks) == 1


@pytest.mark.parametrize("place", ["2", "2 b down", "3 down down down", "4", "5 b"])
async def test_looking_changes_nothing_of_the_talk(place: str) -> None:
    async with talk(place) as talking:
        before = talking.app.talk
        for key in ("p", "down", "up", "escape", "p", "down", "down", "p", "escape"):
            await talking.press(key)
            assert talking.app.talk == before
            assert talking.app.focused is not None


async def test_a_click_on_a_picture_changes_nothing_of_the_talk() -> None:
    async with talk("2 p p", size=(120, 60)) as talking:
        before = talking.app.talk
        for line in (9, 32):  # on one picture, and on the next
            await talking.pilot.click("PictureView", offset=(5, line))
            await talking.pilot.pause()
            assert shows(talking) == "all"
            assert talking.app.talk == before


async def test_a_message_closes_the_picture_so_that_it_is_seen() -> None:
    async with talk("2 p u") as talking:
        assert "Er is niets om ongedaan te maken." in talking.words


async def test_prompts_close_the_picture_so_that_they_are_seen() -> None:
    async with talk("2 p f2") as talking:
        assert "Gesprekshulp" in talking.words or "U zou kunnen zeggen" in talking.words


# Sizes.


@pytest.mark.parametrize("keys", ["2 p", "2 p p", "3 b down down down down down p"])
async def test_a_resize_keeps_the_picture_and_draws_it_in_the_new_width(keys: str) -> None:
    async with talk(keys, size=LARGE) as talking:
        before, shown, at_first = talking.app.talk, shows(talking), talking.lines
        for size in ((160, 45), (50, 10), SMALL):
            await talking.pilot.resize_terminal(*size)
            await talking.pilot.pause()
            assert (talking.app.talk, shows(talking)) == (before, shown)
            assert talking.app.focused is not None
        async with talk(keys, size=SMALL) as fresh:
            assert talking.lines == fresh.lines
        await talking.pilot.resize_terminal(*LARGE)
        await talking.pilot.pause()
        assert talking.lines == at_first


@pytest.mark.parametrize(("keys", "width"), [("2 p", 1), ("3 p", 3), ("2 p p", 4), ("3 p", 5), ("2 p", 6), ("3 p", 6)])
async def test_a_picture_opened_in_a_window_without_room_for_a_line_is_there_when_it_grows(
    keys: str, width: int
) -> None:
    async with talk(keys, size=(width, 12)) as talking, talk(keys, size=SMALL) as fresh:
        assert shows(talking) == shows(fresh)
        await talking.pilot.resize_terminal(*SMALL)
        await talking.settle()
        assert talking.lines[1:] == fresh.lines[1:]


async def test_after_a_resize_at_a_picture_the_statements_are_as_wide_as_the_window() -> None:
    async with talk("3 p", size=LARGE) as talking, talk("3", size=SMALL) as fresh:
        await talking.pilot.resize_terminal(*SMALL)
        await talking.press("escape")
        assert talking.lines == fresh.lines


async def views(talking: Talking) -> list[list[str]]:
    """Return the screens shown while moving down to the end."""
    found = [talking.lines]
    for _ in range(200):
        await talking.press("down")
        if talking.lines == found[-1]:
            break
        found.append(talking.lines)
    return found


def in_one_view(figure: Figure, views_: Sequence[Sequence[str]]) -> bool:
    """Whether one of these screens shows the whole picture, with its whole caption to the right of it or above it."""
    return any(says(figure, words) for view in views_ for words in _captions_in(figure, view))


def _captions_in(figure: Figure, view: Sequence[str]) -> list[str]:
    if figure.frequency is None or figure.frequency.of > 1000:
        columns = [without_icons([line[left:][:COLUMN] for line in view]) for left in (3, 3 + COLUMN + 3)]
        return [*columns, without_icons(view)]
    found = [picture for picture in pictures(view) if picture.icons == count_of(figure.frequency)]
    to_the_right = [without_icons([line[picture.right : 76] for line in view[picture.top :]]) for picture in found]
    above = [without_icons([line[picture.left :][:COLUMN] for line in view[: picture.top]]) for picture in found]
    return to_the_right + above


def says(figure: Figure, words: str) -> bool:
    """Whether these words contain the whole caption of the figure."""
    for icon in "●○◊":
        words = words.replace(f"{icon} = ", "")
    texts = [sentence.statement.text for sentence in (figure.sentence, figure.rest) if sentence]
    quoted = [figure.frequency.quote] if figure.frequency else []
    return all(part in words for part in [*figure.sentence.headings.splitlines(), *texts, *quoted])


def figures_of(question: Question, card: Card) -> list[Figure]:
    return [figure for option in range(len(card.options)) for figure in figures(question, option)]


@pytest.mark.parametrize(("card", "number"), [("hernia", 2), ("hernia", 3), ("hernia", 4), ("soep", 2)])
async def test_at_80_by_24_every_picture_of_a_question_is_seen_whole_with_its_caption(card: str, number: int) -> None:
    async with talk(f"{number} p", card=CARDS[card], size=SMALL) as talking:
        expected = figures_of(card_of(talking).questions[number - 1], card_of(talking))
        if shows(talking) == "one":
            await talking.press("p")
        seen = await views(talking)
        missing = [figure.sentence.words for figure in expected if not in_one_view(figure, seen)]
        assert missing == []


@pytest.mark.parametrize(("card", "number"), [("hernia", 2), ("hernia", 3), ("soep", 2)])
async def test_at_80_by_24_the_picture_of_every_statement_is_seen_whole_with_its_caption(
    card: str, number: int
) -> None:
    async with talk(f"{number}", card=CARDS[card], size=SMALL) as talking:
        question = card_of(talking).questions[number - 1]
        for option in range(len(card_of(talking).options)):
            await talking.press(f"{letter(option).lower()}")
            for _statement in question.statements(option):
                key = talking.page.key
                here = [figure for figure in figures(question, option) if figure.frequency and figure.is_about(key)]
                if here:
                    await talking.press("p")
                    seen = await views(talking)
                    assert [figure.sentence.words for figure in here if not in_one_view(figure, seen)] == []
                    await talking.press("escape")
                await talking.press("down")


# Side by side.


@pytest.mark.parametrize("size", [(60, 18), SMALL, (160, 60), (200, 200)])
@pytest.mark.parametrize(("card", "keys"), [("hernia", "2 p p"), ("hernia", "3 p"), ("soep", "2 p p")])
async def test_two_different_outcomes_never_stand_level(card: str, keys: str, size: tuple[int, int]) -> None:
    async with talk(keys, card=CARDS[card], size=size) as talking:
        for view in await views(talking):
            for one, other in combinations(pictures(view), 2):
                if one.top < other.top + len(other.rows) and other.top < one.top + len(one.rows):
                    assert (one.icons, one.top) == (other.icons, other.top)
                    assert "= bij elke keuze hetzelfde" in "".join(view)


async def test_each_option_has_its_own_list_in_the_order_of_the_card() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        counts = [picture.icons for picture in pictures(talking.lines)]
        assert counts == [count_of(figure.frequency) for figure in figures_of(QUESTION_3, HERNIA) if figure.frequency]
        heads = re.findall(r"   ([AB])  (?:Bewegen|Operatie)", talking.text)
        assert heads == ["A"] * 3 + ["B"] * 4


async def test_as_many_as_fit_are_on_the_screen_at_once() -> None:
    async with talk("3 p", size=LARGE) as talking:
        assert len(pictures(talking.lines)) == 3
    async with talk("3 p", size=(100, 60)) as talking:
        assert len(pictures(talking.lines)) == 6


async def test_the_same_of_three_options_stands_in_columns_of_equal_width() -> None:
    card = open_deck(find(SOUP)).card
    same = card.questions[1].answers[1]
    question = replace(card.questions[1], answers=(same, same, same))
    (row,) = [row for row in question_numbers(card, question) if row.key == "number:0"]
    for width in (85, 105, 200):
        assert row.drawing
        lines = ["".join(text for text, _look in pieces) for pieces in row.drawing(width)]
        found = pictures(lines)
        assert len({(picture.top, picture.icons, picture.rows) for picture in found}) == 1
        assert len(found) == 3
        assert found[1].left - found[0].left == found[2].left - found[1].left
        assert lines[-1].strip() == "= bij elke keuze hetzelfde"


@pytest.mark.parametrize("size", [SMALL, LARGE, (160, 60)])
async def test_equal_numbers_stand_at_the_same_height_and_are_labelled_as_equal(size: tuple[int, int]) -> None:
    async with talk("2 p p", size=size) as talking:
        view = next(view for view in await views(talking) if "= bij elke keuze hetzelfde" in "".join(view))
        equal = [picture for picture in pictures(view) if picture.icons == Count(88, 12)]
        assert len(equal) == 2
        assert equal[0].top == equal[1].top
        assert equal[0].rows == equal[1].rows


async def test_different_numbers_are_not_labelled_as_equal() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        assert len(pictures(talking.lines)) == 7
        assert "= bij elke keuze" not in talking.text


async def test_numbers_unknown_for_every_option_are_not_labelled_as_an_equal_chance() -> None:
    async with talk("4 p") as talking:
        assert without_icons([line[:49] for line in talking.lines]).count("niet precies wat de kans is") == 1
        assert "= dit staat bij elke keuze op de kaart" in talking.text
        assert "hetzelfde" not in talking.text
        assert "onbekend" not in talking.text


async def test_an_option_without_a_number_says_so_in_words_and_has_no_picture() -> None:
    none, some = HERNIA.questions[0].answers[0], HERNIA.questions[2].answers[1]
    question = replace(HERNIA.questions[2], answers=(none, some))
    first, *others = [row for row in question_numbers(HERNIA, question) if row.key]
    assert first.key == "none:0"
    assert first.drawing
    lines = ["".join(text for text, _look in pieces).strip() for pieces in first.drawing(80)]
    assert lines == ["A  Bewegen en medicijnen", "De kaart noemt hier geen getal."]
    assert len(others) == 4


async def test_what_the_card_says_without_a_number_is_pointed_at() -> None:
    async with talk("3 p") as talking:
        assert "Er staat ook iets zonder getal bij A en B." in talking.words


async def test_a_thousand_icons_beside_hundreds_have_a_warning_about_their_scale() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        words = without_icons(talking.lines)
        assert words.count("Let op: dit zijn 1000 rondjes, niet 100.") == 1


async def test_every_number_is_told_from_both_sides() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        words = without_icons(talking.lines)
        for said in ("80 van de 100", "95 van de 100", "96 van de 100", "97 van de 100", "999 van de 1000"):
            assert words.count(f"○ = de andere mensen: {said}") == 1
        assert words.count("◊ = hoeveel minder is onbekend ○ = de andere mensen: meer dan 99 van de 100") == 1
        assert words.count("◊ = hoeveel meer is onbekend ○ = de andere mensen: minder dan 90 van de 100") == 1
    async with talk("2 p p", size=(160, 200)) as talking:
        assert "◊" not in talking.text
        assert "de andere mensen: 12" not in talking.words  # the card says it itself


# A single picture.


@pytest.mark.parametrize("size", [(60, 18), SMALL, LARGE])
async def test_a_single_picture_keeps_the_question_above_it(size: tuple[int, int]) -> None:
    async with talk("2 p", size=size) as talking:
        (picture,) = pictures(talking.lines)
        assert any("2  Wanneer worden de klachten minder?" in line for line in talking.lines[: picture.top])


@pytest.mark.parametrize(("size", "width", "height"), [((60, 18), 19, 10), (SMALL, 37, 19), (LARGE, 37, 19)])
async def test_it_fills_the_page_where_there_is_room(size: tuple[int, int], width: int, height: int) -> None:
    async with talk("2 p", size=size) as talking:
        (picture,) = pictures(talking.lines)
        assert {len(row) for row in picture.rows} == {width}
        assert pictures(talking.lines[: picture.top + height]) == [picture]
        assert pictures(talking.lines[: picture.top + height - 1]) != [picture]


async def test_it_says_when_the_card_names_no_time() -> None:
    said = "De kaart zegt hier niet in hoeveel tijd."
    async with talk("3 b down p") as talking:
        assert said in talking.words
    for keys in ("2 p", "2 down down down p"):  # the time is in the statement, and in its heading
        async with talk(keys) as talking:
            assert shows(talking) == "one"
            assert said not in talking.words


async def test_a_thousand_is_whole_at_80_by_24_also_while_nothing_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk("3 b down down down down down", size=SMALL) as talking:
        monkeypatch.setattr(TalkSession, "status", "Er wordt niets bewaard.")  # the app looks at it every second
        talking.app.saving_changed()
        await talking.settle()
        await talking.press("p")
        assert shows(talking) == "one"
        assert "Er wordt niets bewaard." in talking.text
        assert "3  Wat zijn de risico’s en bijwerkingen?" in talking.text
        (picture,) = pictures(talking.lines)
        assert picture.icons == Count(1, 999)
        beside = without_icons([line[picture.right :] for line in talking.lines[picture.top :]])
        assert "Zoals verlamming of pijn in het been die niet meer overgaat." in beside
        assert "de andere mensen: 999 van de 1000" in beside
        assert "▼" not in talking.text


# Small pictures.


async def test_at_100_columns_a_small_picture_stands_beside_each_statement_with_a_number() -> None:
    async with talk("3 b", size=(100, 60)) as talking:
        found = pictures(talking.lines)
        assert [picture.icons for picture in found] == [Count(5, 95), Count(4, 96), Count(3, 97)]
        assert len({picture.left for picture in found}) == 1
        assert all([len(row) for row in picture.rows] == [21] * 5 for picture in found)
        for quote, picture in zip(("5 van de 100", "4 van de 100", "3 van de 100"), found, strict=True):
            assert quote in without_icons(talking.lines[picture.top : picture.top + 5])
        at = next(number for number, line in enumerate(talking.lines) if "p: 1 van de 1000" in line)
        assert "Heel ernstige problemen" in talking.lines[at]
        assert talking.lines[at + 1].rstrip(" ▼").endswith("een plaatje")


async def test_the_small_picture_of_88_stands_beside_the_12_too() -> None:
    async with talk("2 b", size=LARGE) as talking:
        (picture,) = pictures(talking.lines)
        assert picture.icons == Count(88, 12)
        assert "88 van de 100" in talking.lines[picture.top]
        beside = "\n".join(talking.lines[picture.top : picture.top + 5])
        assert "12 van de 100" in beside


@pytest.mark.parametrize(("width", "small"), [(80, 0), (98, 0), (99, 3), (100, 3), (200, 3)])
async def test_from_99_columns_on_there_are_small_pictures(width: int, small: int) -> None:
    async with talk("3 b", size=(width, 60)) as talking:
        assert len(pictures(talking.lines)) == small
        assert ("p: 1 van de 1000" in talking.text) == bool(small)


async def test_an_unknown_number_has_nothing_beside_the_sentence_that_says_so() -> None:
    async with talk("4", size=LARGE) as talking:
        assert "we weten niet precies wat de kans is" in talking.words
        assert "onbekend" not in talking.text
        assert pictures(talking.lines) == []


async def test_a_statement_with_two_numbers_has_the_key_of_their_picture_beside_it() -> None:
    async with talk("2", card=SOUP, size=LARGE) as talking:
        assert [picture.icons for picture in pictures(talking.lines)] == [Count(10, 89, 1)]
        at = next(number for number, line in enumerate(talking.lines) if "p: 62 van de 100," in line)
        assert talking.lines[at + 1].rstrip().endswith("van de 1000 in een")


async def test_marks_stand_beside_a_small_picture() -> None:
    async with talk("3 b down + - ?", size=LARGE) as talking:
        (marked,) = [line for line in talking.lines if "+ − ?" in line]
        assert pictures([marked])
        assert marked.rstrip(" ▲▼").endswith("+ − ?")


@pytest.mark.parametrize("size", [SMALL, LARGE, (160, 45)])
async def test_no_line_of_a_picture_touches_a_letter(size: tuple[int, int]) -> None:
    async with talk(size=size) as talking:
        for keys in ("3 b down", "p", "p", "3 a down down down down", "p", "2 b down down down", "p", "p"):
            await talking.press(keys)
            for picture in pictures(talking.lines):
                for line in talking.lines[picture.top : picture.top + len(picture.rows)]:
                    assert line[picture.right : picture.right + 2].strip() == ""
                    assert line[picture.left - 1] == " "


# Remapped keys.


@asynccontextmanager
async def with_remapped_key(keys: str) -> AsyncIterator[Talking]:
    commands, problems = remap(COMMANDS, [("picture", ["L"])], {"keys.picture": (1, 1)})
    assert problems == []
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), commands=commands, store=new_store())
    async with app.run_test(size=(140, 30)) as pilot:
        talking = Talking(app, pilot)
        await talking.press(keys)
        yield talking


async def test_a_remapped_picture_key_works_and_is_named_everywhere() -> None:
    async with with_remapped_key("3 b") as talking:
        assert "L plaatje" in talking.lines[-1]
        await talking.press("down down down down down")
        assert "L: 1 van de 1000" in talking.text
        await talking.press("p")
        assert shows(talking) == "statements"
        await talking.press("L")
        assert shows(talking) == "one"
        assert "L alle getallen" in talking.lines[-1]
        await talking.press("L")
        assert shows(talking) == "all"


# How they look.


def icon_segments(talking: Talking) -> list[Segment]:
    return [segment for segment in drawn(talking) if set(segment.text) <= {*"●○◊ "}]


def kinds(segments: Sequence[Segment]) -> dict[str, list[Segment]]:
    """Return the segments of each kind of icon; a segment has only one kind."""
    found: dict[str, list[Segment]] = {}
    for segment in segments:
        (kind,) = set(segment.text) - {" "}
        found.setdefault(kind, []).append(segment)
    return found


WITH_ICONS = [
    ("3 b", "●○"),
    ("down", "●○"),  # beside the statement under the cursor
    ("a down down down down", "●○◊"),  # unsure, under the cursor
    ("p", "○◊"),
    ("p down", "●○◊"),
    ("b down down down down", "●○"),
    ("p", "●○"),  # a thousand
]


@pytest.mark.parametrize("theme", THEMES)
async def test_every_icon_has_contrast_and_filled_and_open_differ_in_lightness(theme: str) -> None:
    async with talk(theme=theme, size=(100, 40)) as talking:
        for keys, expected in WITH_ICONS:
            await talking.press(keys)
            found = kinds(icon_segments(talking))
            assert set(found) == set(expected)
            for in_256 in (False, True):
                assert all(contrast(segment, in_256) >= 3 for segments in found.values() for segment in segments)
                for taken in [*found.get("●", []), *found.get("◊", [])]:
                    for open_ in found["○"]:
                        assert ratio(colours(taken, in_256)[0], colours(open_, in_256)[0]) >= 1.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("card", "keys"), [(DEFAULT_CARD, "3 p"), (DEFAULT_CARD, "2 p p"), (SOUP, "2 p p")])
async def test_no_option_has_icons_in_a_style_of_its_own(card: str, keys: str, theme: str) -> None:
    async with talk(keys, card=card, theme=theme, size=(160, 120)) as talking:
        for segments in kinds(icon_segments(talking)).values():
            assert len({str(segment.style).partition(" meta")[0] for segment in segments}) == 1


@pytest.mark.parametrize("theme", THEMES)
async def test_the_same_number_looks_the_same_at_every_option(theme: str) -> None:
    looks = []
    for keys in ("2 down down down p", "2 b down down down p"):
        async with talk(keys, theme=theme) as talking:
            looks.append([(icon.text, str(icon.style).partition(" meta")[0]) for icon in icon_segments(talking)])
    assert looks[0] == looks[1] != []


def test_these_tests_do_not_accept_a_picture_that_lacks_an_icon() -> None:
    lines = [" ● ● ● ● ● ○ ○ ○ ○ ○   88 van de 100", " ● ● ● ● ○ ○ ○ ○ ○   en de 12", " 1 ○  2 ◐  ● = zo veel"]
    assert pictures(lines) == [Picture(0, 1, ("● ● ● ● ● ○ ○ ○ ○ ○",))]
