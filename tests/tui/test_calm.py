"""The calm layout: one statement at a time, the same talk, at any letter size."""

from itertools import cycle, pairwise

import pytest

from herniatui.card.figures import figures
from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.card.model import Card
from herniatui.consult.model import Mark
from herniatui.consult.walk import DECISION, START, is_question, place
from herniatui.tui.app import HerniaApp
from herniatui.tui.rows.calm import step_at, steps
from herniatui.tui.rows.statements import statement_rows
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.screens.reading import ReadingScreen
from herniatui.tui.widgets.option_tabs import OptionTabs
from tests.support.icons_seen import pictures
from tests.tui.driving import NOW, SOUP, Talking, new_store, talk

CARDS = [open_deck(find(name)).card for name in (DEFAULT_CARD, SOUP)]
CALM = [("", (40, 12)), ("", (30, 8)), ("f4", (60, 18)), ("f4", (72, 20)), ("f4", (100, 30))]
"""Keys and window with which the layout is calm."""


def where(talking: Talking) -> tuple[str, str, int]:
    """Return what is on the page: its place, the statement, and the first line in view."""
    return place(talking.app.talk.walk), talking.page.key, talking.page.top


def screen(talking: Talking) -> QuestionScreen:
    found = talking.app.screen
    assert isinstance(found, QuestionScreen)
    return found


# Which statements are on a page


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_statement_has_a_page_and_stands_below_its_headings(card: Card) -> None:
    for question in card.questions:
        for option in range(len(card.options)):
            order = [statement for statement, _depth in question.statements(option)]
            shown = [statement for page in steps(question, option) for statement in page]
            assert shown == [statement.id for statement in order if not statement.is_heading]
            assert len(list(statement_rows(question, option))) == len(order)
            for statement in order:
                at = step_at(question, option, statement.id)
                assert at == statement.id or (
                    statement.is_heading and at in [below.id for below, _depth in statement.walk()]
                )


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_number_and_that_of_the_others_are_on_one_page(card: Card) -> None:
    pairs = 0
    for question in card.questions:
        for option in range(len(card.options)):
            for figure in figures(question, option):
                if figure.rest:
                    (page,) = [page for page in steps(question, option) if figure.sentence.statement.id in page]
                    assert figure.rest.statement.id in page
                    pairs += 1
    assert pairs or card is not CARDS[0]


# The walk


@pytest.mark.parametrize(("keys", "size"), CALM[::3])
async def test_enter_shows_every_word_of_the_card_in_its_order_and_backspace_the_same_way_back(
    keys: str, size: tuple[int, int]
) -> None:
    async with talk(keys, size=size) as talking:
        card, been, words = talking.app.deck.card, [], ""
        while talking.app.talk.walk.stop == START:
            await talking.press("enter")
        while is_question(talking.app.talk.walk.stop):
            been.append(where(talking))
            words += " " + " ".join(line.strip(" ▌▲▼•") for line in talking.lines)
            await talking.press("enter")
            assert len(been) < 200
        assert talking.app.talk.walk.stop == DECISION
        assert talking.app.talk.walk.seen == {(q.id, option.id) for q in card.questions for option in card.options}
        order = [
            (f"{question.id}/{option.id}", statement)
            for question in card.questions
            for index, option in enumerate(card.options)
            for page in steps(question, index)
            for statement in page
        ]
        assert [at[:2] for at, after in pairwise([*been, ("", "", 0)]) if at[:2] != after[:2]] == order
        for _place, statement in order:
            text = next(
                found.text
                for question in card.questions
                for index in range(len(card.options))
                for found, _depth in question.statements(index)
                if found.id == statement
            )
            assert all(word in words for word in text.split()), statement
        for expected in reversed(order):
            while where(talking)[:2] != expected:
                await talking.press("backspace")
            assert is_question(talking.app.talk.walk.stop)


async def test_the_keys_that_go_on_and_back_do_the_same() -> None:
    async with talk("5", size=(40, 12)) as talking:
        there, back = [where(talking)[:2]], []
        keys = cycle(["enter", "pagedown", "down"])
        while len(dict.fromkeys(there)) < 6:
            await talking.press(next(keys))
            there.append(where(talking)[:2])
        keys = cycle(["backspace", "pageup", "up"])
        while where(talking)[:2] != there[0]:
            back.append(where(talking)[:2])
            await talking.press(next(keys))
        assert [there[0], *reversed(dict.fromkeys(back))] == list(dict.fromkeys(there))


async def test_part_of_an_answer_does_not_count_as_looked_at() -> None:
    async with talk("5 enter", size=(40, 12)) as talking:
        assert talking.app.talk.walk.seen == frozenset()
        while len(talking.app.talk.walk.seen) == 0:
            assert place(talking.app.talk.walk) == "weer-doen/bewegen"
            await talking.press("enter")
        assert talking.app.talk.walk.seen == {("weer-doen", "bewegen")}


async def test_a_statement_longer_than_the_window_is_read_to_its_end_first() -> None:
    async with talk("1", size=(40, 12)) as talking:
        first = where(talking)[1]
        assert "Enter verder lezen" in talking.text
        assert "rust." not in talking.text
        await talking.press("enter")
        assert where(talking)[1] == first
        assert "rust." in talking.text


@pytest.mark.parametrize(("keys", "size"), CALM)
async def test_every_option_is_one_key_away_and_it_is_clear_which_it_is(keys: str, size: tuple[int, int]) -> None:
    async with talk(f"{keys} 3", size=size) as talking:
        for key, name in (("b", "B Operatie"), ("a", "A Bewegen en medicijnen"), ("right", "B Operatie")):
            await talking.press(key)
            assert name in talking.words
            assert f"Uitspraak 1 van {9 if key == 'a' else 6}" in talking.words
        assert screen(talking).query_one(OptionTabs).display == (size[1] >= 18)


async def test_the_cursor_stays_at_its_statement_when_the_layout_changes() -> None:
    async with talk("3 b down down - f4", size=(100, 30)) as talking:
        at = talking.page.key
        assert at == "lek"
        assert "Uitspraak 3 van 6, B Operatie" in talking.text
        assert "− zorgen" in talking.text
        assert "Minder kracht in uw been" not in talking.text
        await talking.press("f4")
        assert talking.page.key == at
        assert "Minder kracht in uw been" in talking.text
        await talking.pilot.resize_terminal(40, 12)
        await talking.settle()
        assert talking.page.key == at
        assert "Uitspraak 3 van 6" in talking.text


async def test_a_heading_under_the_cursor_becomes_the_first_statement_under_it() -> None:
    async with talk("2 down down", size=(100, 40)) as talking:
        assert talking.page.key == "bewegen-na-1-jaar"
        await talking.press("f4")
        assert talking.page.key == "bewegen-geen-klachten"
        assert "Na 1 jaar:" in talking.text
        await talking.press("enter")
        assert talking.page.key == "bewegen-wel-klachten"


# What is said


async def test_marks_act_on_the_statement_shown_and_are_told_in_words() -> None:
    async with talk("3 enter + - ?", size=(40, 12)) as talking:
        assert talking.app.talk.consult.marks == {
            ("minste-bijwerkingen", mark) for mark in (Mark.APPEALS, Mark.WORRIES, Mark.EXPLAIN)
        }
        assert "Uitspraak 2 van 9 + − ?" in talking.words
        await talking.press("+ -")
        assert "Uitspraak 2 van 9 ? uitleg" in talking.words
        await talking.press("x")
        assert "✓ uitgelegd" in talking.words
        await talking.press("enter u u")
        assert talking.page.key == "minste-bijwerkingen"
        assert "Ongedaan gemaakt" in talking.words
        await talking.press("f3")
        assert "− zorgen ? uitleg" in talking.words


async def test_a_mark_on_the_other_statement_of_a_page_stands_below_it() -> None:
    async with talk("2 a enter enter enter enter", size=(72, 20)) as talking:
        await talking.press("f4 3 2")
        while talking.page.key != "bewegen-geen-klachten":
            await talking.press("backspace")
        await talking.press("- enter")
        assert talking.page.key == "bewegen-wel-klachten"
        lines = [line.strip(" ▌") for line in talking.lines]
        assert "Uitspraak 4 van 4, A Bewegen en medicijnen" in lines
        at = lines.index("− zorgen")
        assert "88 van de 100" in " ".join(lines[at - 3 : at])


@pytest.mark.parametrize(("keys", "size"), CALM)
async def test_the_answers_to_the_preference_stand_together_on_a_line_each(keys: str, size: tuple[int, int]) -> None:
    async with talk(f"{keys} 3 v", size=size) as talking:
        lines = [line.strip() for line in talking.lines]
        at = lines.index("Voorkeur? Druk op:")
        assert lines[at + 1 : at + 4] == ["a  Bewegen en medicijnen", "b  Operatie", "g  geen voorkeur"]
        await talking.press("b w w")
        assert "voorkeur: B" in talking.text
        assert "★★☆" in talking.text
        assert talking.app.talk.consult.about("risicos").importance == 2


async def test_nothing_is_said_of_what_was_not_said() -> None:
    async with talk("3", size=(40, 12)) as talking:
        assert "nog niet gezegd" not in talking.text


# The picture of a number


async def test_the_picture_of_a_number_is_whole_in_a_small_window() -> None:
    async with talk("3 b", size=(40, 12)) as talking:
        while talking.page.key != "bloeding-zenuw":
            await talking.press("enter")
        assert "p: dit getal als plaatje" in talking.text
        await talking.press("p")
        (picture,) = pictures(talking.lines)
        assert "".join(picture.rows).count("●") == 5
        assert "".join(picture.rows).count("○") == 95
        await talking.press("enter")
        assert talking.page.key == "bloeding-zenuw"


async def test_where_there_is_room_the_picture_stands_below_its_statement() -> None:
    async with talk("3 b f4 down", size=(100, 30)) as talking:
        (picture,) = pictures(talking.lines)
        assert "".join(picture.rows).count("●") == 5
        assert picture.top > next(y for y, line in enumerate(talking.lines) if "Bloeding rond de zenuw" in line)


# Choosing the layout


async def test_f4_toggles_it_and_says_so() -> None:
    async with talk("2", size=(72, 20)) as talking:
        assert "Uitspraak" not in talking.text
        await talking.press("f4")
        assert "Uitspraak 1 van 4" in talking.text
        assert "Stap voor stap: steeds één ding. F4: weer alles bij elkaar." in talking.words
        await talking.press("f4")
        assert "Uitspraak" not in talking.text
        await talking.press("f1 f4 escape")
        assert "Uitspraak 1 van 4" in talking.text


async def test_in_a_small_window_there_is_no_other_and_f4_says_why() -> None:
    async with talk("2 f4", size=(59, 30)) as talking:
        assert "In dit venster past alleen stap voor stap." in talking.words
        await talking.pilot.resize_terminal(60, 30)
        await talking.settle()
        assert "Uitspraak" not in talking.text


async def test_the_setting_makes_it_the_layout_to_begin_with() -> None:
    app = HerniaApp(open_deck(find(DEFAULT_CARD)), today=NOW.date, store=new_store(), calm=True)
    async with app.run_test(size=(100, 30)) as pilot:
        talking = Talking(app, pilot)
        await talking.press("2")
        assert "Uitspraak 1 van 4" in talking.text
    app.session.close(keep=True)


async def test_side_by_side_is_off_with_a_reason_and_back_afterwards() -> None:
    async with talk("2 z f4 z", size=(120, 36)) as talking:
        assert "Naast elkaar kan niet bij stap voor stap" in talking.words
        assert screen(talking).columns.width is None
        await talking.press("f4")
        assert screen(talking).columns.width is not None


async def test_the_whole_card_shows_one_option_below_the_other() -> None:
    async with talk("2 f4 f3", size=(120, 36)) as talking:
        lines = [line.strip() for line in talking.lines]
        assert "A  Bewegen en medicijnen" in lines
        assert not any("A  Bewegen" in line and "B  Operatie" in line for line in lines)


# The other screens


@pytest.mark.parametrize("size", [(40, 12), (30, 8)])
async def test_a_low_window_has_a_page_for_the_conversation_help(size: tuple[int, int]) -> None:
    async with talk("3 f2", size=size) as talking:
        assert isinstance(talking.app.screen, ReadingScreen)
        assert "U kunt zeggen:" in talking.words
        await talking.press("f2 escape")
        assert "Uitspraak 1 van 9" in talking.words
        assert not talking.app.prompts_on


async def test_the_bar_says_in_words_where_we_are_if_not_all_stops_fit() -> None:
    async with talk("3", size=(40, 12)) as talking:
        assert talking.lines[0].strip() == "Vraag 3 van 5"
        await talking.press("4 a enter enter 4")
        assert talking.lines[0].strip() == "Vraag 4 van 5, bekeken"
        await talking.press("o")
        assert talking.lines[0].split()[-1] == "Beslissen"


async def test_decide_goes_through_its_parts_and_never_chooses_by_itself() -> None:
    async with talk("3 + o", size=(40, 12)) as talking:
        assert "Dit heeft u verteld" in talking.text
        while "Wat besluit u?" not in talking.text:
            assert "( ) A" not in talking.text
            await talking.press("enter")
        assert talking.page.key == ""
        await talking.press("backspace")
        assert "Wat besluit u?" not in talking.text
        assert "Enter naar de keuzes" in talking.text
        await talking.press("enter enter")
        assert talking.lines[0].split()[-1] == "Afsluiten"
        assert not talking.app.talk.consult.decision.made
        await talking.press("backspace 0 enter")
        assert talking.app.talk.consult.decision.not_yet
        await talking.press("enter")
        assert "Wat is er nodig of afgesproken?" in talking.words
        await talking.press("down space")
        assert talking.app.talk.consult.decision.needs
        await talking.press("backspace")
        assert "(•) 0" in talking.text
        await talking.press("0 down")
        assert "Wat is er nodig of afgesproken?" in talking.words


async def test_of_an_answer_in_a_dialog_all_are_in_view_on_a_short_line_where_they_do_not_fit_in_full() -> None:
    async with talk("3 + q", size=(40, 12)) as talking:
        assert "wissen: we zijn klaar" in talking.words
        await talking.pilot.resize_terminal(30, 8)
        await talking.settle()
        lines = [" ".join(line.split()) for line in talking.lines]
        assert {"w wissen", "b bewaren", "▌ n nee"} <= set(lines)
        await talking.pilot.resize_terminal(40, 12)
        await talking.settle()
        assert "wissen: we zijn klaar" in talking.words
