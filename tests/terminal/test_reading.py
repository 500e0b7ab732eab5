"""Every word of the other screens can be read with the arrow keys alone, in the smallest usual terminal."""

from herniatui.card.model import letter
from herniatui.commands.command import GROUPS
from herniatui.commands.declared import COMMANDS
from herniatui.report.card_info import about
from tests.support.program import HERNIA, deck_of
from tests.support.reading import cursor_text, go_down, marks, read_all, wait_at
from tests.support.saying import go_to_summary
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

DECK = deck_of(HERNIA)
QUESTIONS = [question.text for question in DECK.card.questions]


def test_start_shows_title_question_introduction_options_and_questions(start: Start) -> None:
    terminal = start()
    card = DECK.card
    introduction = [statement.text for passage in card.introduction for statement, _depth in passage.walk()]
    options = [f"{letter(index)} {option.name}" for index, option in enumerate(card.options)]
    texts = [card.title, card.question, *introduction, card.table_heading, *options, *QUESTIONS]
    read_all(terminal, texts, last=QUESTIONS[-1])


def test_help_shows_every_key_and_what_it_does(start: Start) -> None:
    terminal = start()
    terminal.press("f1")
    wait_at(terminal, "Hulp")
    keys = [
        text
        for group, name in GROUPS.items()
        for text in [
            name,
            *(text for command in COMMANDS if command.group == group for text in (command.shown, command.words)),
        ]
    ]
    read_all(terminal, keys)


def test_about_this_card_shows_where_it_comes_from_and_what_is_not_known(start: Start) -> None:
    terminal = start()
    terminal.press("i")
    wait_at(terminal, "Over deze kaart")
    parts = about(DECK)
    read_all(terminal, [text for heading, paragraphs in parts for text in (heading, *paragraphs)])


def test_deciding_shows_every_question_of_which_something_was_said_and_every_choice_there_is(start: Start) -> None:
    terminal = start()
    for number in range(1, len(QUESTIONS) + 1):
        terminal.press(str(number), "w")
        terminal.wait_for("Hoe belangrijk is dit voor u? ★☆☆")
    terminal.press("o")
    wait_at(terminal, "Beslissen")
    options = [f"{letter(index)} {option.name}" for index, option in enumerate(DECK.card.options)]
    read_all(terminal, [*QUESTIONS, *options, "Ik beslis nog niet"], last="Ik beslis nog niet")


def test_a_summary_longer_than_the_screen_is_read_to_its_end(start: Start) -> None:
    terminal = start()
    _mark_everything_at_the_first_question(terminal)
    go_to_summary(terminal)
    terminal.press("f8")  # the full one
    terminal.wait_until(lambda: "vraag 1 van de kaart" not in terminal.text, "the full summary")
    statements = [statement.text for statement, _depth in DECK.card.questions[0].statements(0)]
    read_all(terminal, [*statements, *QUESTIONS[1:], DECK.card.question])


def _mark_everything_at_the_first_question(terminal: Terminal) -> None:
    statements = [statement.text for statement, _depth in DECK.card.questions[0].statements(0)]
    terminal.press("1")
    wait_at(terminal, "1")
    for statement in statements:
        while cursor_text(terminal) != statement:
            go_down(terminal, f"on the way to {statement!r}")
        terminal.press("?")
        terminal.wait_until(lambda: marks(terminal) == "?", "a mark")
