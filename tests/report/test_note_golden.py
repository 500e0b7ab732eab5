"""The complete notes of eight talks, short, full and as SOEP, compared with stored text that was read aloud.

Write them again after a change of the words, and read them: `python -m tests.report.test_note_golden`.
"""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from herniatui.report.note import LINE_WIDTH, MOST_LINES, MOST_WORDS, icpc_of, note, soep
from tests.report.consults import DAY, SHA256
from tests.report.talks import EXAMPLES, Example

FOLDER = Path(__file__).with_name("notes")
ORDINARY = ("sparse", "undecided", "long", "fast-paging", "hostile", "three-options")
"""Talks without more worries and open explanations than a screen of a record holds."""


def notes(example: Example) -> Iterator[tuple[str, str]]:
    """Yield the notes of a talk, each with the name of its form."""
    talk = (example.card, example.consult, example.walk, DAY, SHA256)
    for full in (False, True):
        length = ".full" if full else ""
        yield f"note{length}", note(*talk, full=full)
        yield f"soep{length}", soep(*talk, icpc_of(example.card), full)


def path(name: str, form: str) -> Path:
    return FOLDER / f"{name}.{form}.txt"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_notes_of_a_talk_are_these_texts(name: str) -> None:
    for form, text in notes(EXAMPLES[name]):
        assert f"{text}\n" == path(name, form).read_text(encoding="utf-8")


def test_no_text_is_stored_of_another_talk() -> None:
    stored = {path(name, form).name for name, example in EXAMPLES.items() for form, _text in notes(example)}
    assert {file.name for file in FOLDER.iterdir()} == stored


@pytest.mark.parametrize("name", ORDINARY)
def test_the_notes_of_an_ordinary_talk_fit_on_a_screen_of_a_record(name: str) -> None:
    texts = dict(notes(EXAMPLES[name]))
    for form in ("note", "soep"):
        wrapped = [part for line in texts[form].split("\n") for part in textwrap.wrap(line, LINE_WIDTH) or [""]]
        assert len(wrapped) <= MOST_LINES
    assert len(texts["note"].split()) <= MOST_WORDS * 1.3


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for stored_name, stored in EXAMPLES.items():
        for stored_form, stored_text in notes(stored):
            path(stored_name, stored_form).write_text(f"{stored_text}\n", encoding="utf-8")
