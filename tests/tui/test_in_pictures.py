"""Asking for pictures and putting them away, on a running screen; and how they look there."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from rich.segment import Segment

from herniatui.card.figures import Figure, figures
from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.model import Card, Question, letter
from herniatui.tui.app import HerniaApp
from herniatui.tui.keys.declared import COMMANDS
from herniatui.tui.keys.keymap import remapped
from herniatui.tui.widgets.picture_view import PictureView
from tests.support.icons_seen import Count, Picture, count_of, pictures, without_icons
from tests.tui.contrast import THEMES, colours, contrast, drawn, ratio
from tests.tui.driving import SOUP, Talking, new_store, talk

SMALL, LARGE = (80, 24), (100, 30)
CARDS = {"hernia": DEFAULT_CARD, "soep": SOUP}
COLUMN = 35
"""Cells of a column at 80 columns, two next to each other."""


def shows(talking: Talking) -> str:
    """Return what is in front: the statements, the number of one, or all of the question."""
    view = talking.app.screen.query_one(PictureView)
    body = talking.app.screen.query_one("#body")
    assert view.display != body.display
    if not view.display:
        return "statements"
    return "all" if view.shows_all else "one"


def card_of(talking: Talking) -> Card:
    return talking.app.deck.card


# Asking, and going back.


async def test_p_shows_the_number_of_the_statement_under_the_cursor() -> None:
    async with talk("2 p") as talking:
        assert shows(talking) == "one"
        assert [picture.icons for picture in pictures(talking.lines)] == [Count(75, 25)]
        assert "A Bewegen en medicijnen" in without_icons(talking.lines)
        assert "binnen 12 weken (vanaf het begin van de klachten)" in without_icons(talking.lines)


async def test_p_on_a_statement_without_a_number_shows_all_of_the_question() -> None:
    async with talk("2 down p") as talking:
        assert shows(talking) == "all"
        assert "Wanneer worden de klachten minder?" in talking.text


async def test_p_again_shows_all_of_the_question_and_p_again_goes_back() -> None:
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
async def test_a_question_without_numbers_says_so_in_words(keys: str) -> None:
    async with talk(keys) as talking:
        assert shows(talking) == "statements"
        assert "Bij deze vraag geeft de kaart geen getallen." in talking.words


@pytest.mark.parametrize(
    ("keys", "last_line"), [("2 p", "Esc terug  p alle getallen en tijden"), ("2 p p", "Esc terug  ↑↓ verder")]
)
async def test_the_keys_that_go_on_and_back_are_named(keys: str, last_line: str) -> None:
    async with talk(keys) as talking:
        assert talking.lines[-1].strip().startswith(last_line)
        assert "F1 hulp" in talking.lines[-1]
        await talking.press("escape")
        assert "p plaatje" in talking.lines[-1]


async def test_12_is_shown_with_the_88_that_it_is_the_rest_of() -> None:
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


async def test_a_time_alone_is_shown_too() -> None:
    async with talk("5 p", size=LARGE) as talking:
        assert shows(talking) == "all"
        assert "Weken na de operatie" in talking.text


# What looking is not.

SAID = ["+", "-", "?", "v", "g", "w"]
ELSEWHERE = ["enter", "backspace", "3", "o", "right", "b", "pagedown", "u"]


@pytest.mark.parametrize(("asked", "keys"), [("p", SAID + ELSEWHERE), ("p p", ["g", "w", "3", "right", "u"])])
async def test_whatever_is_said_or_gone_to_puts_the_picture_away_and_is_done(asked: str, keys: list[str]) -> None:
    async with talk("2") as without, talk("2") as talking:
        for key in keys:
            await talking.press(asked)
            assert shows(talking) != "statements"
            await talking.press(key)
            await without.press(key)
            assert talking.app.talk == without.app.talk, key
            assert talking.lines == without.lines, key
            for one in (talking, without):
                await one.press("2 a")
            assert shows(talking) == "statements"


@pytest.mark.parametrize("key", ["+", "-", "?", "v"])
async def test_at_all_numbers_no_line_and_no_option_is_meant_so_nothing_is_marked_or_preferred(key: str) -> None:
    async with talk("2 down p") as talking:
        assert shows(talking) == "all"
        before = talking.app.talk
        await talking.press(key)
        assert talking.app.talk == before
        assert shows(talking) == "statements"
        assert "Kies eerst een regel." in talking.words
        await talking.press(key)
        assert talking.app.talk != before


@pytest.mark.parametrize("keys", ["2 p left", "2 p a", "2 right down down down p right", "2 p p a"])
async def test_an_arrow_goes_back_from_a_picture_also_where_there_is_no_other_option(keys: str) -> None:
    async with talk(keys) as talking:
        assert shows(talking) == "statements"


async def test_that_nothing_is_saved_is_said_at_pictures_too() -> None:
    async with talk("2 p") as talking:
        talking.app.persistent_status = "Er wordt niets bewaard."
        await talking.pilot.pause()
        assert shows(talking) == "one"
        assert "Er wordt niets bewaard." in talking.text


@pytest.mark.parametrize("key", ["f1", "i", "n", "ctrl+p"])
async def test_after_another_screen_the_statements_are_there_again_and_can_be_used(key: str) -> None:
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


async def test_what_is_said_to_a_key_is_seen_while_a_picture_is_shown() -> None:
    async with talk("2 p u") as talking:
        assert "Er is niets om ongedaan te maken." in talking.words


async def test_help_in_words_is_seen_when_it_is_asked_for_at_a_picture() -> None:
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


async def test_after_a_resize_at_a_picture_the_statements_are_as_wide_as_the_window() -> None:
    async with talk("3 p", size=LARGE) as talking, talk("3", size=SMALL) as fresh:
        await talking.pilot.resize_terminal(*SMALL)
        await talking.press("escape")
        assert talking.lines == fresh.lines


async def views(talking: Talking) -> list[list[str]]:
    """Return what is seen one after another on the way down, until nothing more comes."""
    found = [talking.lines]
    for _ in range(200):
        await talking.press("down")
        if talking.lines == found[-1]:
            break
        found.append(talking.lines)
    return found


def in_one_view(figure: Figure, views_: Sequence[Sequence[str]]) -> bool:
    """Whether in one of these views its picture is whole, and all its words stand to the right of it or above it."""
    return any(says(figure, words) for view in views_ for words in _words_of_its_pictures(figure, view))


def _words_of_its_pictures(figure: Figure, view: Sequence[str]) -> list[str]:
    if figure.frequency is None or figure.frequency.of > 1000:
        return [without_icons([line[left:][:COLUMN] for line in view]) for left in (3, 3 + COLUMN + 3)]
    found = [one for one in pictures(view) if one.icons == count_of(figure.frequency)]
    rights = [without_icons([line[one.right : 76] for line in view[one.top :]]) for one in found]
    aboves = [without_icons([line[one.left :][:COLUMN] for line in view[: one.top]]) for one in found]
    return rights + aboves


def says(figure: Figure, words: str) -> bool:
    for key in "●○◊":
        words = words.replace(f"{key} = ", "")
    said = [one for sentence in (figure.says, figure.rest) if sentence for one in (sentence.statement.text,)]
    quoted = [figure.frequency.quote] if figure.frequency else ["onbekend"]
    return all(part in words for part in [*figure.says.headings.splitlines(), *said, *quoted])


def figures_of(question: Question, card: Card) -> list[Figure]:
    return [figure for option in range(len(card.options)) for figure in figures(question, option)]


@pytest.mark.parametrize(("card", "number"), [("hernia", 2), ("hernia", 3), ("hernia", 4), ("soep", 2)])
async def test_at_80_by_24_every_picture_of_a_question_can_be_seen_whole_with_its_words(card: str, number: int) -> None:
    async with talk(f"{number} p", card=CARDS[card], size=SMALL) as talking:
        expected = figures_of(card_of(talking).questions[number - 1], card_of(talking))
        if shows(talking) == "one":
            await talking.press("p")
        seen = await views(talking)
        missing = [figure.says.words for figure in expected if not in_one_view(figure, seen)]
        assert missing == []


@pytest.mark.parametrize(("card", "number"), [("hernia", 2), ("hernia", 3), ("soep", 2)])
async def test_at_80_by_24_the_picture_of_every_statement_can_be_seen_whole_with_its_words(
    card: str, number: int
) -> None:
    async with talk(f"{number}", card=CARDS[card], size=SMALL) as talking:
        question = card_of(talking).questions[number - 1]
        for option in range(len(card_of(talking).options)):
            await talking.press(f"{letter(option).lower()}")
            for _statement in question.statements(option):
                here = [one for one in figures(question, option) if one.frequency and one.is_about(talking.page.key)]
                if here:
                    await talking.press("p")
                    seen = await views(talking)
                    assert [one.says.words for one in here if not in_one_view(one, seen)] == []
                    await talking.press("escape")
                await talking.press("down")


# Side by side.


async def test_in_three_columns_all_are_as_wide_and_have_as_many_icons_on_a_row() -> None:
    async with talk("2 p p", card=SOUP, size=(160, 100)) as talking:
        heads = [line for line in talking.lines if "A  Pompoen" in line and "C  Erwt" in line]
        assert len(heads) >= 2
        lefts = {tuple(line.index(name) for name in ("A  Pompoen", "B  Tomaat", "C  Erwt")) for line in heads}
        ((a, b, c),) = lefts
        assert b - a == c - b
        of_a_hundred = [picture for picture in pictures(talking.lines) if len(picture.cells) == 100]
        assert {picture.left for picture in of_a_hundred} == {a, b, c}
        assert {tuple(len(row) for row in picture.rows) for picture in of_a_hundred} == {(19,) * 10}


@pytest.mark.parametrize("size", [SMALL, LARGE, (160, 60)])
async def test_what_is_equal_stands_at_one_height_and_is_said_to_be_equal(size: tuple[int, int]) -> None:
    async with talk("2 p p", size=size) as talking:
        view = next(view for view in await views(talking) if "= bij elke keuze hetzelfde" in "".join(view))
        equal = [picture for picture in pictures(view) if picture.icons == Count(88, 12)]
        assert len(equal) == 2
        assert equal[0].top == equal[1].top


async def test_what_differs_is_not_said_to_be_equal() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        assert len(pictures(talking.lines)) == 7
        assert "= bij elke keuze" not in talking.text
        assert "Wat naast elkaar staat, is niet altijd hetzelfde." in talking.text


async def test_what_is_unknown_for_every_option_is_not_said_to_be_an_equal_chance() -> None:
    async with talk("4 p") as talking:
        assert talking.words.count("onbekend") == 2
        assert "= dit staat bij elke keuze op de kaart" in talking.text
        assert "hetzelfde" not in talking.text


async def test_where_an_option_has_no_number_it_says_so() -> None:
    async with talk("2 down p") as talking:
        assert talking.text.count("hier geen getal") == 1


async def test_a_thousand_next_to_hundreds_is_said_to_be_another_scale() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        words = without_icons(talking.lines)
        assert words.count("Let op: dit zijn 1000 rondjes, geen 100.") == 1


async def test_what_each_icon_stands_for_is_said_once_above_all() -> None:
    async with talk("3 p", size=(160, 200)) as talking:
        assert talking.words.count("● = zo veel als de zin zegt ○ = de anderen") == 1
        assert talking.words.count("◊ = hoeveel minder is onbekend") == 1
        assert talking.words.count("◊ = hoeveel meer is onbekend") == 1
        assert talking.words.count("○ = misschien wel, misschien niet") == 1
    async with talk("2 p p", size=(160, 200)) as talking:
        assert "◊" not in talking.text


# Small pictures.


async def test_at_100_columns_a_small_picture_stands_beside_each_statement_with_a_number() -> None:
    async with talk("3 b", size=(100, 60)) as talking:
        found = pictures(talking.lines)
        assert [picture.icons for picture in found] == [Count(5, 95), Count(4, 96), Count(3, 97)]
        assert len({picture.left for picture in found}) == 1
        assert all([len(row) for row in picture.rows] == [21] * 5 for picture in found)
        for quote, picture in zip(("5 van de 100", "4 van de 100", "3 van de 100"), found, strict=True):
            assert quote in without_icons(talking.lines[picture.top : picture.top + 5])
        hint = next(line for line in talking.lines if "p  plaatje" in line)
        assert "1 van de 1000" in hint


async def test_the_small_picture_of_88_stands_beside_the_12_too() -> None:
    async with talk("2 b", size=LARGE) as talking:
        (picture,) = pictures(talking.lines)
        assert picture.icons == Count(88, 12)
        assert "88 van de 100" in talking.lines[picture.top]
        beside = "\n".join(talking.lines[picture.top : picture.top + 5])
        assert "12 van de 100" in beside


@pytest.mark.parametrize(("width", "small"), [(80, 0), (92, 0), (93, 3), (100, 3), (200, 3)])
async def test_from_93_columns_on_there_are_small_pictures(width: int, small: int) -> None:
    async with talk("3 b", size=(width, 60)) as talking:
        assert len(pictures(talking.lines)) == small
        assert ("p  plaatje" in talking.text) == bool(small)


async def test_what_is_unknown_is_said_beside_the_statement_and_has_no_icons() -> None:
    async with talk("4", size=LARGE) as talking:
        assert any("De klachten kunnen terugkomen" in line and "onbekend" in line for line in talking.lines)
        assert pictures(talking.lines) == []


async def test_beside_two_numbers_the_key_stands_instead_of_one_of_them() -> None:
    async with talk("2", card=SOUP, size=LARGE) as talking:
        assert [picture.icons for picture in pictures(talking.lines)] == [Count(10, 89, 1)]
        assert any("62 van de 100" in line and "p  plaatje" in line for line in talking.lines)


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


# Other keys.


@asynccontextmanager
async def with_other_key(keys: str) -> AsyncIterator[Talking]:
    commands, problems = remapped(COMMANDS, [("picture", ["L"])], {"keys.picture": (1, 1)})
    assert problems == []
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), commands=commands, store=new_store())
    async with app.run_test(size=LARGE) as pilot:
        talking = Talking(app, pilot)
        await talking.press(keys)
        yield talking


async def test_another_key_for_pictures_works_and_is_named_everywhere() -> None:
    async with with_other_key("3 b") as talking:
        assert "L plaatje" in talking.lines[-1]
        await talking.press("down down down down down")
        assert any("1 van de 1000" in line and "L  plaatje" in line for line in talking.lines)
        await talking.press("p")
        assert shows(talking) == "statements"
        await talking.press("L")
        assert shows(talking) == "one"
        assert "L alle getallen" in talking.lines[-1]
        await talking.press("L")
        assert shows(talking) == "all"


# How they look.


def icon_segments(talking: Talking) -> list[Segment]:
    return [one for one in drawn(talking) if set(one.text) <= {*"●○◊ "} and len(one.text.replace(" ", "")) > 0]


def kinds(segments: Sequence[Segment]) -> dict[str, list[Segment]]:
    """Return the segments of each kind of icon; one segment has one kind."""
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
async def test_every_icon_can_be_seen_and_filled_and_open_differ_without_colour(theme: str) -> None:
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
async def test_no_option_has_icons_of_a_look_of_its_own(card: str, keys: str, theme: str) -> None:
    async with talk(keys, card=card, theme=theme, size=(160, 120)) as talking:
        for segments in kinds(icon_segments(talking)).values():
            assert len({str(segment.style).partition(" meta")[0] for segment in segments}) == 1


@pytest.mark.parametrize("theme", THEMES)
async def test_the_same_number_looks_the_same_at_every_option(theme: str) -> None:
    looks = []
    for keys in ("2 down down down p", "2 b down down down p"):
        async with talk(keys, theme=theme) as talking:
            looks.append([(one.text, str(one.style).partition(" meta")[0]) for one in icon_segments(talking)])
    assert looks[0] == looks[1] != []


def test_a_picture_that_lacks_an_icon_is_not_taken_for_one() -> None:
    lines = [" ● ● ● ● ● ○ ○ ○ ○ ○   88 van de 100", " ● ● ● ● ○ ○ ○ ○ ○   en de 12", " 1 ○  2 ◐  ● = zo veel"]
    assert pictures(lines) == [Picture(0, 1, ("● ● ● ● ● ○ ○ ○ ○ ○",))]
