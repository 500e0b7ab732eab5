"""Options side by side: equal columns, a single cursor, and the same talk as with tabs."""

import re

import pytest

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.consult.model import EMPTY, Mark, Preference
from herniatui.consult.walk import CLOSING, DECISION, START, Walk
from herniatui.storage.session import TalkSession
from herniatui.tui.rows.layout import Row
from herniatui.tui.rows.side_by_side import column_rows, column_width, is_side_by_side
from herniatui.tui.rows.statements import BULLETS
from herniatui.tui.screens.question import QuestionScreen
from herniatui.tui.widgets.columns import Columns
from herniatui.tui.widgets.option_tabs import OptionTabs
from herniatui.tui.widgets.page import Page
from herniatui.tui.widgets.page_line import CURSOR
from tests.support.icons_seen import FILLED, OPEN, UNSURE, pictures
from tests.tui.contrast import drawn
from tests.tui.driving import SOUP, Talking, talk
from tests.tui.typing import typed_ahead


def question_screen(talking: Talking) -> QuestionScreen:
    screen = talking.app.screen
    assert isinstance(screen, QuestionScreen)
    return screen


def columns(talking: Talking) -> list[list[str]]:
    """Return the lines drawn in each column."""
    regions = [page.region for page in question_screen(talking).query_one(Columns).pages if page.region]
    return [[line[at.x : at.right] for line in talking.lines[at.y : at.bottom]] for at in regions]


def has_columns(talking: Talking) -> bool:
    return len(columns(talking)) == len(talking.app.deck.card.options)


def key(talking: Talking) -> str:
    return question_screen(talking).page.key


# Looks


@pytest.mark.parametrize("width", [100, 101, 102, 131, 160, 161, 300])
async def test_two_columns_are_equally_wide_and_begin_on_the_same_line(width: int) -> None:
    async with talk("3 z", size=(width, 30)) as talking:
        assert has_columns(talking)
        first, second = (page.region for page in question_screen(talking).query_one(Columns).pages)
        assert (first.width, first.y, first.height) == (second.width, second.y, second.height)
        assert first.width >= 47
        assert 2 <= second.x - first.right <= 3
        assert second.right <= width - 2
        assert [len(lines[0].strip()) > 0 for lines in columns(talking)] == [True, True]


@pytest.mark.parametrize("width", [150, 151, 152, 200])
async def test_three_columns_are_equally_wide_and_begin_on_the_same_line(width: int) -> None:
    async with talk("1 z", card=SOUP, size=(width, 30)) as talking:
        regions = [page.region for page in question_screen(talking).query_one(Columns).pages]
        assert len({(at.width, at.y, at.height) for at in regions}) == 1
        assert regions[-1].right <= width
        assert [lines[0].strip(f" {CURSOR}")[:12] for lines in columns(talking)] == [
            "Snijd de pom",
            "• Dompel de ",
            "• Zet de erw",
        ]


def test_columns_are_equally_wide_at_every_width() -> None:
    card = open_deck(find(SOUP)).card
    assert [column_width(room, card) for room in (147, 148, 149, 150)] == [47, 47, 47, 48]


async def test_headings_stand_above_their_columns_and_look_alike_wherever_the_cursor_is() -> None:
    async with talk("2 z") as talking:
        pages = question_screen(talking).query_one(Columns).pages
        for _ in range(2):
            names = ("A  Bewegen en medicijnen", "B  Operatie")
            headings = [segment for segment in drawn(talking) if segment.text.strip() in names]
            assert len(headings) == 2
            assert len({str(segment.style).partition(" meta")[0] for segment in headings}) == 1
            assert all(segment.style and segment.style.bold for segment in headings)
            line = next(line for line in talking.lines if names[0] in line)
            assert [line.index(name) for name in names] == [page.region.x + 2 for page in pages]
            await talking.press("right")


async def test_if_a_name_does_not_fit_all_headings_are_letters() -> None:
    async with talk("2", size=(110, 30)) as talking:
        tabs = talking.app.screen.query_one(OptionTabs)
        tabs._names[1] = "B  Een operatie met een naam die niet op één regel van deze kolom past"
        await talking.press("z")
        headings = next(line for line in talking.lines[3:] if line.strip().startswith("A"))
        assert headings.split() == ["A", "B"]


KEY_OF_A_PICTURE = re.compile(r"p: [^()]+? in een plaatje")


def is_of_a_picture(text: str) -> bool:
    return bool(text) and set(text) <= set(f"{FILLED}{OPEN}{UNSURE} ")


@pytest.mark.parametrize(("card", "size"), [(DEFAULT_CARD, (100, 120)), (DEFAULT_CARD, (160, 60)), (SOUP, (150, 60))])
async def test_a_column_shows_exactly_the_statements_of_its_option(card: str, size: tuple[int, int]) -> None:
    async with talk("1 z", card=card, size=size) as talking:
        for question in talking.app.deck.card.questions:
            for option, lines in enumerate(columns(talking)):
                texts = [line.replace(CURSOR, " ").strip() for line in lines]
                own = [text for text in texts if not text.startswith("= ") and not is_of_a_picture(text)]
                shown = " ".join(KEY_OF_A_PICTURE.sub("", " ".join(own)).split())
                expected = [
                    statement.text if statement.paragraph else BULLETS[min(depth, 2)] + statement.text
                    for statement, depth in question.statements(option)
                ]
                assert shown == " ".join(expected)
            await talking.press("enter")


@pytest.mark.parametrize("number", [2, 3])
async def test_each_option_keeps_its_small_pictures(number: int) -> None:
    async with talk(str(number), size=(100, 120)) as talking:
        of_each = []
        for key in "ab":
            await talking.press(key)
            of_each.append(sorted(picture.icons for picture in pictures(talking.lines)))
        await talking.press("z")
        shown = [sorted(picture.icons for picture in pictures(column)) for column in columns(talking)]
        assert shown == of_each
        assert any(of_each)
        if number == 3:  # of what is too large, the key that shows it
            assert "p: 1 van de 1000 in een plaatje" in " ".join(" ".join(columns(talking)[1]).split())


async def test_there_is_exactly_one_cursor_and_keys_act_on_it() -> None:
    async with talk("3 z", size=(160, 45)) as talking:
        for pressed in ["right", "down", "down", "left", "down", "right", "b", "a", "up"]:
            await talking.press(pressed)
            cursors = [sum(CURSOR in line for line in lines) > 0 for lines in columns(talking)]
            assert cursors == [index == question_screen(talking).option for index in (0, 1)]
            at = next(line for lines in columns(talking) for line in lines if CURSOR in line)
            statements = talking.app.deck.card.questions[2].statements(question_screen(talking).option)
            text = next(statement.text for statement, _depth in statements if statement.id == key(talking))
            assert text[:30] in at


@pytest.mark.parametrize("width", [100, 111, 113, 131, 160, 161, 200, 300])
async def test_the_margin_does_not_jump(width: int) -> None:
    async with talk("3", size=(width, 30)) as talking:
        before = [line.index("Wat zijn") for line in talking.lines if "Wat zijn de risico’s" in line]
        at = question_screen(talking).page.region.x
        await talking.press("z")
        assert has_columns(talking)
        assert [line.index("Wat zijn") for line in talking.lines if "Wat zijn de risico’s" in line] == before
        assert question_screen(talking).query_one(Columns).pages[0].region.x == at


async def test_the_line_that_nothing_is_saved_stands_under_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk("3", size=(160, 45)) as talking:
        monkeypatch.setattr(TalkSession, "status", "Er wordt niets bewaard.")  # the app looks at it every second
        talking.app.saving_changed()
        await talking.settle()
        for _ in range(2):
            (at,) = [line.index("Er wordt") for line in talking.lines if "Er wordt niets" in line]
            (title,) = [line.index("3  Wat") for line in talking.lines if "3  Wat zijn" in line]
            assert at == title
            await talking.press("z")


async def test_if_they_do_not_fit_one_line_says_how_wide_they_are() -> None:
    async with talk("3 z", size=(80, 24)) as talking:
        assert not has_columns(talking)
        assert any(line.strip() == "Naast elkaar past niet: 100 tekens nodig, nu 80." for line in talking.lines)


async def test_reading_on_reads_on_in_every_column_before_the_next_question() -> None:
    async with talk("3 z", size=(100, 24)) as talking:
        pages = question_screen(talking).query_one(Columns).pages
        assert all(page.has_more(1) for page in pages)
        for _ in range(20):
            if not any(page.has_more(1) for page in pages):
                break
            assert "Enter verder lezen" in talking.lines[-1]
            await talking.press("enter")
            assert talking.app.talk.walk.stop == "risicos"
        assert talking.app.talk.walk.seen >= {("risicos", "bewegen"), ("risicos", "operatie")}
        await talking.press("enter")
        assert talking.app.talk.walk.stop == "terugkomen"


@pytest.mark.parametrize("keys", ["a down", "b down"])
async def test_enter_reads_on_from_a_statement_that_both_have(keys: str) -> None:
    """What was read on in the other column is not scrolled back to be level again."""
    async with talk(f"5 z {keys}", size=(100, 20)) as talking:
        assert any(page.has_more(1) for page in question_screen(talking).pages)
        for _ in range(5):
            if talking.app.talk.walk.stop == "weer-doen":
                await talking.press("enter")
        assert talking.app.talk.walk.stop == DECISION


async def test_a_statement_that_both_have_is_level_where_the_columns_scroll_and_others_keep_their_place() -> None:
    async with talk("2 z", size=(100, 18)) as talking:
        left, right = question_screen(talking).query_one(Columns).pages
        await talking.press("down")
        assert right.top == 0
        while key(talking) != "bewegen-wel-klachten":
            await talking.press("down")
        await talking.press("up")
        assert key(talking) == "bewegen-geen-klachten"
        places = []
        for page, wanted in ((left, "bewegen-geen-klachten"), (right, "operatie-geen-klachten")):
            (index,) = [index for index, row in enumerate(page._rows) if row.key == wanted]
            places.append(page._span(index)[0] - page.top)
        assert places[0] == places[1]


# Moving and marking


async def test_arrows_move_within_a_column_and_between_columns() -> None:
    async with talk("3 z down down", size=(160, 45)) as talking:
        there = key(talking)
        await talking.press("right down")
        card = talking.app.deck.card
        assert key(talking) == [statement.id for statement, _depth in card.questions[2].statements(1)][1]
        await talking.press("left")
        assert key(talking) == there
        await talking.press("left up")
        assert key(talking) == [statement.id for statement, _depth in card.questions[2].statements(0)][1]


async def test_marks_and_preference_apply_to_the_statement_and_option_under_the_cursor() -> None:
    async with talk("2 z down + right - v b w") as talking:
        question = talking.app.deck.card.questions[1]
        first, second = ([statement.id for statement, _depth in question.statements(option)] for option in (0, 1))
        consult = talking.app.talk.consult
        assert consult.marks == {(first[1], Mark.APPEALS), (second[0], Mark.WORRIES)}
        assert consult.about(question.id).preference == Preference(talking.app.deck.card.options[1].id)
        assert consult.about(question.id).importance == 1
        left, right = columns(talking)
        assert any(line.rstrip().endswith("+") for line in left)
        assert right[0].rstrip().endswith("−")
        assert "Voorkeur: B Operatie   Hoe belangrijk is dit voor u? ★☆☆" in talking.text
        await talking.press("v g")
        assert talking.app.talk.consult.about(question.id).preference == Preference(None)


async def test_writing_a_note_leaves_the_columns_as_they_are() -> None:
    async with talk("3 z right n") as talking:
        await talking.type("Ik til veel")
        await talking.press("enter")
        assert talking.app.talk.consult.about("risicos").note == "Ik til veel"
        assert has_columns(talking)
        assert talking.app.focused is not None


async def test_undo_returns_to_column_and_line() -> None:
    async with talk("3 z right down + left down 4 u") as talking:
        assert talking.app.talk.consult == EMPTY
        assert has_columns(talking)
        assert (talking.app.talk.walk.stop, question_screen(talking).option) == ("risicos", 1)
        card = talking.app.deck.card
        assert key(talking) == [statement.id for statement, _depth in card.questions[2].statements(1)][1]
        assert "Ongedaan gemaakt: + bij “Bloeding rond de zenuw in de rug" in talking.text


async def test_a_click_in_another_column_moves_the_cursor_there() -> None:
    async with talk("3 z", size=(160, 45)) as talking:
        pages = question_screen(talking).query_one(Columns).pages
        await talking.pilot.click(pages[1], offset=(10, 3))
        await talking.pilot.pause()
        card = talking.app.deck.card
        assert question_screen(talking).option == 1
        assert key(talking) == [statement.id for statement, _depth in card.questions[2].statements(1)][1]
        assert talking.app.talk.walk.line_of(f"risicos/{card.options[1].id}") == key(talking)
        assert not any(CURSOR in line for line in columns(talking)[0])
        assert talking.app.focused is not None
        await talking.pilot.click(pages[0], offset=(10, 0))
        await talking.pilot.pause()
        assert (question_screen(talking).option, key(talking)) == (0, next(card.questions[2].statements(0))[0].id)


async def test_a_click_in_a_column_of_one_statement_moves_the_cursor_there() -> None:
    async with talk("4 z") as talking:
        await talking.pilot.click(question_screen(talking).query_one(Columns).pages[1], offset=(10, 1))
        await talking.pilot.pause()
        assert question_screen(talking).option == 1
        assert [any(CURSOR in line for line in lines) for lines in columns(talking)] == [False, True]


async def test_a_click_handled_after_navigation_does_nothing() -> None:
    async with talk("3 z") as talking:
        clicked = key(talking)
        await talking.press("4")
        before = talking.app.talk
        question_screen(talking).post_message(Page.Moved(clicked))
        await talking.pilot.pause()
        assert talking.app.talk == before


async def test_a_click_on_a_heading_moves_the_cursor_to_its_column() -> None:
    async with talk("3 z") as talking:
        await talking.pilot.click(OptionTabs, offset=(60, 0))
        await talking.pilot.pause()
        assert question_screen(talking).option == 1


async def test_columns_scroll_separately_and_the_cursor_stays_in_view() -> None:
    async with talk("3 z", size=(100, 20)) as talking:
        left, right = question_screen(talking).query_one(Columns).pages
        await talking.press("down down down down down down")
        top = left.top
        assert top > 0
        assert right.top == 0
        await talking.press("right down down down down")
        assert right.top > 0
        assert left.top == top
        await talking.press("left")
        assert left.top == top
        assert any(CURSOR in line for line in columns(talking)[0])


# Where the columns are shown


async def test_options_shown_side_by_side_count_as_seen() -> None:
    async with talk("3", size=(100, 60)) as talking:
        assert "3 ◐" in talking.lines[0]
        await talking.press("z")
        assert "3 ●" in talking.lines[0]
        assert "2 ○" in talking.lines[0]
        await talking.walk_on()
        assert "4 ●" in talking.lines[0]
        await talking.press("z 5")
        assert "5 ◐" in talking.lines[0]


async def test_the_message_that_they_do_not_fit_goes_when_the_columns_come() -> None:
    async with talk("2 right z", size=(99, 30)) as talking:
        await talking.pilot.resize_terminal(100, 30)
        await settled(talking)
        await talking.press("z")
        assert has_columns(talking)
        assert "Naast elkaar past niet" not in talking.words


@pytest.mark.parametrize(("card", "width", "needed"), [(DEFAULT_CARD, 99, 100), (SOUP, 149, 150)])
async def test_in_a_narrow_window_a_message_says_why_not_and_the_tabs_stay(card: str, width: int, needed: int) -> None:
    async with talk("2 z", card=card, size=(width, 30)) as talking:
        assert not has_columns(talking)
        assert f"Naast elkaar past niet: {needed} tekens nodig, nu {width}." in talking.words
        assert "2 ◐" in talking.lines[0]
        before = talking.app.talk
        await talking.press("z")
        assert talking.app.talk == before
        await talking.pilot.resize_terminal(needed, 30)
        await settled(talking)
        assert not has_columns(talking)
        await talking.press("z")
        assert has_columns(talking)
        assert "Naast elkaar past niet" not in talking.words


async def settled(talking: Talking) -> None:
    """Wait until the screen has the size of the window, which Textual sets asynchronously."""
    while talking.app.screen.size != talking.app.size:
        await talking.pilot.pause(0.01)
    await talking.pilot.pause()


async def test_tabs_replace_the_columns_in_a_smaller_window_and_the_columns_return_in_a_wider() -> None:
    async with talk("3 z right down down", size=(120, 24)) as talking:
        there = key(talking)
        await talking.pilot.resize_terminal(99, 24)
        await settled(talking)
        assert not has_columns(talking)
        assert (key(talking), question_screen(talking).option) == (there, 1)
        assert talking.app.focused is not None
        assert sum(CURSOR in line for line in talking.lines) > 0
        await talking.press("4")
        assert "4 ◐" in talking.lines[0]
        await talking.pilot.resize_terminal(100, 24)
        await settled(talking)
        assert has_columns(talking)
        assert "4 ●" in talking.lines[0]
        await talking.press("3")
        assert key(talking) == there
        assert talking.app.focused is not None


async def test_columns_that_return_behind_another_screen_count_as_seen_when_it_closes() -> None:
    async with talk("3 z", size=(100, 30)) as talking:
        await talking.pilot.resize_terminal(90, 30)
        await settled(talking)
        await talking.press("4 f1")
        await talking.pilot.resize_terminal(130, 30)
        await talking.pilot.pause(0.05)
        await talking.press("escape")
        await settled(talking)
        assert has_columns(talking)
        assert "4 ●" in talking.lines[0]


async def test_the_cursor_stays_in_view_whatever_the_size() -> None:
    async with talk("3 z " + "down " * 9, size=(110, 30)) as talking:
        for size in ((100, 20), (99, 20), (160, 24), (130, 18), (100, 30)):
            await talking.pilot.resize_terminal(*size)
            await settled(talking)
            assert any(CURSOR in line for line in talking.lines), size
            assert {page.region.width for page in question_screen(talking).query_one(Columns).pages if page.region}


async def test_the_columns_stay_from_question_to_question_until_the_same_key() -> None:
    async with talk("2 z enter backspace o 4 1") as talking:
        assert has_columns(talking)
        assert "1  Wat gebeurt er bij de behandeling?" in talking.text
        await talking.press("z")
        assert not has_columns(talking)
        assert "B  Operatie" in talking.text
        assert max(len(line.rstrip()) for line in columns(talking)[0]) > 60


async def test_other_screens_do_not_change() -> None:
    async with talk("2 b o", size=(160, 30)) as talking:
        before = talking.text
        await talking.press("2 z z o")
        assert talking.text.splitlines()[1:8] == before.splitlines()[1:8]


async def test_another_question_begins_at_the_top_of_every_column() -> None:
    async with talk("3 z " + "down " * 9 + "5", size=(100, 20)) as talking:
        assert [page.top for page in question_screen(talking).query_one(Columns).pages] == [0, 0]
        assert all(lines[0].strip() for lines in columns(talking))


def test_columns_need_a_request_enough_width_and_a_question() -> None:
    card = open_deck(find(SOUP)).card
    at = Walk("smaak")
    assert is_side_by_side(True, 150, card, at)
    assert not is_side_by_side(True, 149, card, at)
    assert not is_side_by_side(False, 150, card, at)
    assert not any(is_side_by_side(True, 300, card, Walk(stop)) for stop in (START, DECISION, CLOSING))


# Shared statements


@pytest.mark.parametrize(
    ("card", "keys", "notes"),
    [
        (DEFAULT_CARD, "1 z", [[], []]),
        (DEFAULT_CARD, "2 z", [["= ook bij B"], ["= ook bij A"]]),
        (DEFAULT_CARD, "3 z", [[], []]),
        (DEFAULT_CARD, "4 z", [["= ook bij B"], ["= ook bij A"]]),
        (DEFAULT_CARD, "5 z", [["= ook bij B"], ["= ook bij A"]]),
        (SOUP, "4 z", [["= ook bij B"], ["= ook bij A"], []]),
    ],
)
async def test_a_shared_statement_has_a_note_in_each_column(card: str, keys: str, notes: list[list[str]]) -> None:
    async with talk(keys, card=card, size=(150, 60)) as talking:
        found = [[line.strip() for line in lines if line.strip().startswith("=")] for lines in columns(talking)]
        assert found == notes


async def test_the_note_stands_in_a_quiet_colour_under_the_topmost_shared_statement() -> None:
    async with talk("2 z", size=(150, 40)) as talking:
        lines = [line.strip() for line in columns(talking)[0]]
        assert lines[lines.index("= ook bij B") - 1] == "• Na 1 jaar:"
        quiet = next(segment for segment in drawn(talking) if "= ook bij B" in segment.text)
        assert quiet.style == question_screen(talking).page._style("quiet") or "4a4843" in str(quiet.style)
        await talking.press("z")
        assert "= ook bij" not in talking.text


def test_the_note_lists_several_options_and_is_indented_like_the_statement() -> None:
    rows = [Row("Soep.", key="a", lead="– ", indent=2), Row("Brood.", key="b")]
    shown = list(column_rows(rows, {"a": (1, 2, 3)}))
    assert [row.text for row in shown] == ["Soep.", "= ook bij B, C en D", "Brood."]
    assert (shown[1].indent, shown[1].key, shown[1].look) == (4, "", "quiet")
    assert [row.text for row in column_rows(rows, {"b": (0, 2)})][-1] == "= ook bij A en C"


# Keys


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        ("3 z down + right down down - v b", (100, 30)),
        ("3 down down z down + z down - right + z down ?", (160, 45)),
        ("enter z right down + left - enter right w down ? u", (100, 18)),
        ("3 z " + "down " * 12 + "+ right " + "down " * 7 + "- z up up ?", (100, 18)),
        ("2 z right z left down + o 2 down -", (160, 45)),
    ],
)
async def test_typing_ahead_has_the_same_result_as_typing_slowly(keys: str, size: tuple[int, int]) -> None:
    async with talk(size=size) as fast:
        await typed_ahead(fast, [keys.split()])
        typed = fast.app.talk.consult, fast.app.talk.walk, fast.lines
    async with talk(size=size) as slow:
        await slow.press(keys)
        assert typed == (slow.app.talk.consult, slow.app.talk.walk, slow.lines)


async def test_the_layout_is_complete_before_the_next_key() -> None:
    async with talk("3", size=(100, 18)) as talking:
        screen = question_screen(talking)
        pages = screen.query_one(Columns).pages
        for _ in range(3):
            talking.app.action_side_by_side()  # and before any other event:
            at_once = [(page.size, page._lines) for page in pages]
            await talking.press("")
            assert [(page.size, page._lines) for page in pages] == at_once


async def test_some_widget_always_has_the_focus() -> None:
    async with talk("2", card=SOUP, size=(150, 30)) as talking:
        for pressed in ["z", "right", "tab", "right", "shift+tab", "z", "z", "c", "f1", "escape", "n", "escape", "tab"]:
            await talking.press(pressed)
            assert talking.app.focused is not None
        await talking.press("a +")
        assert talking.app.talk.consult.marks == {(key(talking), Mark.APPEALS)}


async def test_moving_the_cursor_needs_no_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk("3 z") as talking:
        screen, laid_out = question_screen(talking), []
        lay_out = screen._refresh_layout

        def counted(*arguments: object, **named: object) -> None:
            laid_out.append(arguments)
            lay_out(*arguments, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(screen, "_refresh_layout", counted)
        await talking.press("down down right down left up right + - 4")
        assert laid_out == []
        await talking.press("z")
        assert laid_out


async def test_side_by_side_is_found_in_help_and_palette() -> None:
    async with talk("2 ctrl+p", size=(110, 40)) as talking:
        await talking.type("naast elkaar")
        await talking.press("enter")
        assert has_columns(talking)
        assert "2 ●" in talking.lines[0]
        await talking.press("f1")
        assert "de keuzes naast elkaar" in talking.text
