"""Hostile texts of cards and users are shown as plain text."""

import re
from pathlib import Path

import pytest

from tests.tui.driving import HOSTILE, talk

NASTY = "[red]rood[/red] [/x] [@click=app.quit]x[/] \x1b[31mrood \u202eomgekeerd [b"


async def test_texts_of_a_card_are_drawn_as_they_are() -> None:
    async with talk(card=HOSTILE, size=(160, 100)) as talking:
        for question in talking.app.deck.card.questions:
            await talking.press("enter")
            assert question.text in talking.words
            for index, answer in enumerate(question.answers):
                await talking.press("abcdef"[index])
                for top in answer:
                    for statement, _depth in top.walk():
                        assert squeezed(statement.text) in squeezed(talking.text)


@pytest.mark.parametrize("place", ["", "enter", "o", "o enter"])
async def test_a_note_is_drawn_as_it_was_written(place: str) -> None:
    async with talk(f"{place} n", size=(160, 100)) as talking:
        talking.app.screen.query_one("TextArea").load_text(NASTY)  # type: ignore[attr-defined]
        await talking.press("enter o")
        assert "“[red]rood[/red] [/x] [@click=app.quit]x[/] rood omgekeerd [b”" in talking.words
        await talking.press("enter")
        assert "“[red]rood[/red] [/x] [@click=app.quit]x[/] rood omgekeerd [b”" in talking.words


async def test_a_note_of_5000_characters_with_emoji_is_kept_whole() -> None:
    note = ("Ik ben bang 😟 voor de prik. " * 200)[:5000].strip()
    async with talk("2 n") as talking:
        talking.app.screen.query_one("TextArea").load_text(note)  # type: ignore[attr-defined]
        await talking.press("enter o enter")
        assert talking.app.talk.consult.about("wanneer-minder").note == note


def test_no_text_is_made_into_markup() -> None:
    """Markup in a text of a card or user would vanish or raise; only `Content(text)` shows it literally."""
    source = Path(__file__).parent.parent.parent / "src" / "herniatui"
    for path in source.rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert "markup" not in code or not re.search(r"^(import|from) (rich|textual)", code, re.MULTILINE), path
        assert not re.search(r"Static\((f?\"|_\()", code), path
        assert not re.search(r"\.update\((f?\"|_\()", code), path


def squeezed(text: str) -> str:
    """Return the text without white space and the cursor, so that line breaks do not matter."""
    return "".join(text.replace("▌", "").split())
