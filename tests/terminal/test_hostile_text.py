"""Text of a card, typed or pasted, is shown literally: it draws, runs and hides nothing."""

from herniatui.card.model import letter
from herniatui.report.card_info import about
from tests.support.program import HOSTILE, deck_of
from tests.support.reading import marks, read_all, wait_at
from tests.support.saying import NOTE_KEYS, close_note, go_to_summary, name_a_file
from tests.terminal.conftest import Start

MARKUP = ["[red]rood[/red]", "[/x]", "[@click=app.quit]x[/]", "[b]vet", "[link=x:y]z[/link]", "[[", "$x {0} %s \\n"]

EIGHT_BITS, DIRECTION = "\u009b31m", "\u202e"
SEQUENCES = [
    "\x1b]0;GEKAAPT\x07", "\x1b]52;c;R0VLQUFQVA==\x07", "\x1b[2J\x1b[3J", "\x1b[31;5m", "\x1b[?1049l\x1b[?47l",
    EIGHT_BITS, DIRECTION, "\u2067",
]  # fmt: skip
"""They act on the title of a terminal, its clipboard, its screen and its colours; the last two on the direction."""


def test_markup_in_a_note_is_shown_as_it_was_typed_wherever_the_note_is_shown(start: Start) -> None:
    text = " ".join(MARKUP)
    terminal = start(columns=120)
    terminal.press("1")
    wait_at(terminal, "1")
    terminal.press("n")
    terminal.wait_for(NOTE_KEYS)
    terminal.type(text)
    for markup in MARKUP:
        terminal.wait_for(markup)
    close_note(terminal)
    terminal.wait_for(f"“{text}”")
    terminal.press("o")
    wait_at(terminal, "Beslissen")
    terminal.wait_for(f"“{text}”")
    go_to_summary(terminal)
    read_all(terminal, [f"“{text}”"])


def test_no_sequence_pasted_into_a_note_reaches_the_terminal(start: Start) -> None:
    terminal = start()
    terminal.press("1")
    wait_at(terminal, "1")
    before = len(terminal.raw)
    terminal.press("n")
    terminal.wait_for(NOTE_KEYS)
    terminal.paste(
        " ".join(["Plak", *(f"voor{number} {sequence} na" for number, sequence in enumerate(SEQUENCES)), "af"])
    )
    terminal.wait_for("na af")
    close_note(terminal)
    terminal.wait_for("Notitie: “")
    go_to_summary(terminal)
    pasted = [f"voor{number}" for number in range(len(SEQUENCES))]
    read_all(terminal, ["In eigen woorden over 1. Wat gebeurt er bij de behandeling?", *pasted])
    assert [sequence for sequence in SEQUENCES if sequence.encode() in terminal.raw[before:]] == []


def test_no_sequence_pasted_into_the_name_of_a_file_reaches_the_terminal(start: Start) -> None:
    terminal = start()
    go_to_summary(terminal)
    before = len(terminal.raw)
    name_a_file(terminal)
    terminal.paste(f"~/voor{EIGHT_BITS}tussen{DIRECTION}na.txt")
    terminal.wait_for("na.txt")
    terminal.press("enter")
    terminal.wait_for("pgeslagen")
    assert [sequence for sequence in (EIGHT_BITS, DIRECTION) if sequence.encode() in terminal.raw[before:]] == []


def test_lines_and_tabs_that_are_pasted_stay_words_and_press_nothing(start: Start) -> None:
    terminal = start()
    terminal.press("1")
    wait_at(terminal, "1")
    terminal.press("n")
    terminal.wait_for(NOTE_KEYS)
    terminal.paste("een\r\ntwee\tdrie\rvier")
    terminal.wait_until(lambda: "vier" in terminal.words, "what was pasted")
    close_note(terminal)
    go_to_summary(terminal)
    read_all(terminal, ["“een / twee drie / vier”"])


def test_a_paste_outside_a_text_field_does_nothing(start: Start) -> None:
    terminal = start()
    terminal.press("1")
    wait_at(terminal, "1")
    terminal.paste("q+v")
    terminal.press("w")
    terminal.wait_for("Hoe belangrijk is dit voor u? ★☆☆")
    assert marks(terminal) == ""
    assert "Voorkeur: nog niet gezegd" in terminal.words


def test_a_hostile_card_begins_with_its_texts_as_they_are_written(start: Start) -> None:
    card = deck_of(HOSTILE).card
    terminal = start(HOSTILE)
    introduction = [statement.text for passage in card.introduction for statement, _depth in passage.walk()]
    options = [f"{letter(index)} {option.name}" for index, option in enumerate(card.options)]
    questions = [question.text for question in card.questions]
    read_all(terminal, [card.title, card.question, *introduction, card.table_heading, *options, *questions])


def test_a_hostile_card_tells_where_it_comes_from_as_it_is_written(start: Start) -> None:
    deck = deck_of(HOSTILE)
    terminal = start(HOSTILE)
    terminal.press("i")
    wait_at(terminal, "Over deze kaart")
    read_all(terminal, [text for _heading, texts in about(deck) for text in texts])
