"""Answers at a question are shown there, stay there, and can be undone."""

from tests.support.program import HERNIA, deck_of
from tests.support.reading import active_tab, cursor_text, go_down, here, marks, page, wait_at, wait_tab
from tests.support.saying import prefer, write
from tests.support.terminal import Terminal
from tests.terminal.conftest import Start

CARD = deck_of(HERNIA).card
QUESTION = CARD.questions[2]


def at_question(start: Start) -> Terminal:
    terminal = start()
    terminal.press("3")
    wait_at(terminal, "3")
    return terminal


def shows(terminal: Terminal, marked: str) -> None:
    terminal.wait_until(lambda: marks(terminal) == marked, f"the marks {marked!r} on the line under the cursor")


def test_a_statement_takes_each_mark_and_the_same_key_takes_it_off(start: Start) -> None:
    terminal = at_question(start)
    for key, marked in (("?", "?"), ("+", "+ ?"), ("-", "+ − ?"), ("+", "− ?"), ("?", "−"), ("-", "")):
        terminal.press(key)
        shows(terminal, marked)


def test_marks_stay_with_their_statement_when_going_on_and_back(start: Start) -> None:
    terminal = at_question(start)
    go_down(terminal)
    marked = cursor_text(terminal)
    terminal.press("-")
    shows(terminal, "−")
    go_down(terminal)
    assert marks(terminal) == ""
    terminal.press("b")
    wait_tab(terminal, f"B  {CARD.options[1].short}")
    assert "−" not in "".join(page(terminal))
    for stop in ("4", "5", "4", "3"):
        key = "pagedown" if stop > here(terminal) else "pageup"
        while here(terminal) != stop:
            before = terminal.text
            terminal.press(key)
            terminal.wait_until(lambda before=before: terminal.text != before, f"more after {key}")  # type: ignore[misc]
        wait_at(terminal, stop)
    wait_tab(terminal, f"B  {CARD.options[1].short}")
    terminal.press("left")
    wait_tab(terminal, f"A  {CARD.options[0].short}")
    while not cursor_text(terminal).startswith(marked):
        shown = page(terminal)
        terminal.press("up")
        terminal.wait_until(lambda shown=shown: page(terminal) != shown, "the line above")  # type: ignore[misc]
    assert marks(terminal) == "−"


def test_a_preference_steps_from_preferred_to_strongly_to_nothing_said(start: Start) -> None:
    terminal = at_question(start)
    name = f"B {CARD.options[1].short}"
    for wanted in (f"{name} Hoe", f"{name} (sterk) Hoe", "nog niet gezegd Hoe"):
        prefer(terminal, "b")
        terminal.wait_for(f"Voorkeur: {wanted}")
    assert active_tab(terminal).startswith("A")


def test_having_no_preference_can_be_said_and_undone(start: Start) -> None:
    terminal = at_question(start)
    prefer(terminal, "g")
    terminal.wait_for("Voorkeur: geen")
    prefer(terminal, "g")
    terminal.wait_for("Voorkeur: nog niet gezegd")


def test_another_key_than_an_answer_closes_the_question_for_the_preference_and_does_its_own_work(start: Start) -> None:
    terminal = at_question(start)
    terminal.press("v")
    terminal.wait_for("g geen voorkeur")
    terminal.press("+")
    shows(terminal, "+")
    terminal.wait_for("Voorkeur: nog niet gezegd")


def test_how_much_a_question_weighs_steps_through_three_stars_to_nothing_said(start: Start) -> None:
    terminal = at_question(start)
    for shown in ("★☆☆", "★★☆", "★★★", "nog niet gezegd"):
        terminal.press("w")
        terminal.wait_for(f"Hoe belangrijk is dit voor u? {shown}")


def test_a_note_is_shown_with_its_question_only_and_opens_again_as_it_was_written(start: Start) -> None:
    terminal = at_question(start)
    write(terminal, "n", "Mijn buurman kon niet meer lopen.")
    terminal.wait_for("“Mijn buurman kon niet meer lopen.”")
    terminal.press("4")
    wait_at(terminal, "4")
    assert "buurman" not in terminal.words
    terminal.press("3")
    wait_at(terminal, "3")
    write(terminal, "n", " En ik wil werken.")
    terminal.wait_for("“Mijn buurman kon niet meer lopen. En ik wil werken.”")


def test_letters_typed_in_a_note_do_nothing_but_write(start: Start) -> None:
    terminal = at_question(start)
    write(terminal, "n", "qwvgo u+-?hi 123")
    terminal.wait_for("“qwvgo u+-?hi 123”")
    assert marks(terminal) == ""
    assert "Voorkeur: nog niet gezegd Hoe belangrijk is dit voor u? nog niet gezegd" in terminal.words


def test_undo_takes_back_the_last_first_and_goes_to_where_it_was_said(start: Start) -> None:
    terminal = at_question(start)
    terminal.press("+")
    shows(terminal, "+")
    terminal.press("5")
    wait_at(terminal, "5")
    terminal.press("w")
    terminal.wait_for("★☆☆")
    terminal.press("1")
    wait_at(terminal, "1")
    terminal.press("u")
    wait_at(terminal, "5")
    terminal.wait_for("Hoe belangrijk is dit voor u? nog niet gezegd")
    terminal.wait_for("Ongedaan gemaakt: hoe belangrijk bij vraag 5.")
    terminal.press("u")
    wait_at(terminal, "3")
    shows(terminal, "")
    terminal.wait_for("Ongedaan gemaakt: + bij “")
    terminal.press("u")
    terminal.wait_for("Er is niets om ongedaan te maken.")
    terminal.press("ctrl+y")
    shows(terminal, "+")
    terminal.press("ctrl+y")
    wait_at(terminal, "5")
    terminal.wait_for("★☆☆")


def test_questions_chosen_on_start_are_the_walk_in_the_order_chosen_and_tab_leads_to_the_others(start: Start) -> None:
    terminal = start()
    for _ in range(3):
        go_down(terminal)
    terminal.press("space", "up", "space")
    terminal.wait_until(lambda: "1e" in terminal.text and "2e" in terminal.text, "two questions chosen")
    for stop in ("4", "3"):
        for option, tab in zip(CARD.options, "AB", strict=True):
            _read_on_to(terminal, stop, f"{tab}  {option.short}")
    while "Tab: de andere vragen." not in terminal.words:
        _read_on(terminal)
    terminal.press("tab")
    wait_at(terminal, "1")
    terminal.press("3", "b")
    wait_tab(terminal, f"B  {CARD.options[1].short}")
    _read_on_to(terminal, "Beslissen", "")


def _read_on_to(terminal: Terminal, stop: str, tab: str) -> None:
    """Press Enter until the walk is at this stop and tab, which must be the next one."""
    before = here(terminal), active_tab(terminal)
    while (here(terminal), active_tab(terminal)) == before:
        _read_on(terminal)
    wait_at(terminal, stop)
    assert active_tab(terminal) == tab


def _read_on(terminal: Terminal) -> None:
    before = terminal.text
    terminal.press("enter")
    terminal.wait_until(lambda: terminal.text != before, "more after Enter")


def test_what_was_said_survives_a_smaller_window_and_back(start: Start) -> None:
    terminal = at_question(start)
    terminal.press("+", "?", "v", "a", "w")
    shows(terminal, "+ ?")
    terminal.wait_for("★☆☆")
    write(terminal, "n", "Ik wil snel weer werken.")
    said = [f"Voorkeur: A {CARD.options[0].short}", "Hoe belangrijk is dit voor u? ★☆☆", "“Ik wil snel weer werken.”"]
    for columns, rows in ((62, 20), (80, 24)):
        terminal.resize(columns, rows)
        _is_drawn_for_this_size(terminal)
        assert marks(terminal) == "+ ?"
        assert cursor_text(terminal).startswith(next(QUESTION.statements(0))[0].text)
        for words in said:
            assert words in terminal.words


def test_a_window_too_small_says_so_in_a_sentence_and_keeps_everything(start: Start) -> None:
    terminal = at_question(start)
    terminal.press("+")
    shows(terminal, "+")
    for columns, rows in ((29, 24), (80, 7), (20, 5)):
        terminal.resize(columns, rows)
        terminal.wait_for("Dit venster is te klein.")
        assert QUESTION.text not in terminal.words
    terminal.resize(60, 18)
    _is_drawn_for_this_size(terminal)
    shows(terminal, "+")


def _is_drawn_for_this_size(terminal: Terminal) -> None:
    """Wait until the key bar is drawn: whole entries only, the help always last."""
    terminal.wait_until(
        lambda: terminal.lines[-1].endswith("F1 hulp") and terminal.lines[0].endswith("Afsluiten"),
        "the screen drawn for the new size",
    )


def test_keys_pressed_faster_than_screens_are_drawn_are_all_obeyed_in_order(start: Start) -> None:
    terminal = start()
    terminal.press("1", "+", "2", "b", "-", "3", "w", "w")
    terminal.wait_for("Hoe belangrijk is dit voor u? ★★☆")
    for number, option, marked in ((1, 0, "+"), (2, 1, "−")):
        terminal.press(str(number))
        wait_tab(terminal, f"{'AB'[option]}  {CARD.options[option].short}")
        shows(terminal, marked)


def test_going_to_the_choices_shows_the_cursor_on_none_and_a_letter_puts_it_on_one(start: Start) -> None:
    terminal = at_question(start)
    terminal.press("+", "v", "a", "w", "o")
    wait_at(terminal, "Beslissen")
    assert cursor_text(terminal) == ""
    for index, option in enumerate(CARD.options):
        terminal.press("ab"[index])
        terminal.wait_until(lambda option=option: option.name in cursor_text(terminal), "the cursor on the choice")  # type: ignore[misc]
    assert "(•)" not in terminal.text
