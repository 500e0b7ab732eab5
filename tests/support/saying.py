"""Steps of a talk by key; each waits until its effect is on the screen."""

from tests.support.reading import cursor_text, go_down, here, page, wait_at
from tests.support.rest import QUIET, wait_at_rest
from tests.support.terminal import Terminal

NOTE_KEYS = "Ctrl+J nieuwe regel"


def write(terminal: Terminal, key: str, text: str) -> None:
    """Press the key that opens a text dialog, type at the end of its text, and close it."""
    terminal.press(key)
    terminal.wait_for(NOTE_KEYS)
    terminal.type(text)
    terminal.wait_for(text)
    close_note(terminal)


def close_note(terminal: Terminal) -> None:
    """Close the text dialog and keep its text."""
    terminal.press("enter")
    terminal.wait_until(lambda: NOTE_KEYS not in terminal.words, "the text closed")


def go_down_to(terminal: Terminal, words: str) -> None:
    """Move the cursor down to the row with these words."""
    while words not in cursor_text(terminal):
        go_down(terminal, f"on the way to {words!r}")


def go_to_choice(terminal: Terminal, words: str) -> None:
    """Go to Beslissen, and there to the row with these words."""
    terminal.press("o")
    wait_at(terminal, "Beslissen")
    go_down_to(terminal, words)


def go_to_summary(terminal: Terminal) -> None:
    """Go to Afsluiten, through the recap on Beslissen if that is longer than the window."""
    terminal.press("o")
    wait_at(terminal, "Beslissen")
    wait_at_rest(terminal, QUIET)
    while here(terminal) != "Afsluiten":
        before = page(terminal)
        terminal.press("pagedown")
        terminal.wait_until(lambda before=before: page(terminal) != before, "more of the recap, or Afsluiten")  # type: ignore[misc]
        wait_at_rest(terminal, QUIET)  # the walk bar may follow the page


def prefer(terminal: Terminal, letter: str) -> None:
    """Ask for the preference at this question, and answer with a letter, or with g for none."""
    terminal.press("v")
    terminal.wait_for("g geen voorkeur")
    terminal.press(letter)
    terminal.wait_until(lambda: "g geen voorkeur" not in terminal.words, "the answer")


def name_a_file(terminal: Terminal) -> None:
    """Open the dialog to save the summary, and clear the proposed name."""
    terminal.press("s")
    terminal.wait_until(lambda: _in_the_box(terminal) != "", "the name that is proposed")
    terminal.press("ctrl+u")
    terminal.wait_until(lambda: _in_the_box(terminal) == "", "no name")


def _in_the_box(terminal: Terminal) -> str:
    lines = terminal.lines
    box = next((number for number, line in enumerate(lines) if "┌" in line), -1)
    return lines[box + 1].strip(" │") if box >= 0 else ""
