"""The log of a talk: screens, commands and times, and no word that anybody typed."""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.log import Log
from herniatui.tui.logged_app import LoggedApp
from herniatui.tui.run import app_class
from tests.support.soak import soaking
from tests.tui.driving import NOW, Talking, new_store

TYPED = st.text(st.characters(categories=["Ll", "Lu"]), min_size=6, max_size=12)
SAYING = st.lists(st.sampled_from(["+", "-", "?", "w", "x", "z", "down", "up", "enter", "b", "a", "p"]), max_size=6)
KEEP = f"o 0 space {'down ' * 9}space"


@given(note=TYPED, at_question=TYPED, label=TYPED, file_name=TYPED, keys=SAYING)
@settings(
    max_examples=soaking(short=2, long=30),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example takes seconds: smaller ones are not looked for
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_nothing_that_was_typed_is_in_the_log(
    note: str, at_question: str, label: str, file_name: str, keys: list[str]
) -> None:
    path = Path(tempfile.mkdtemp(dir=Path.home())) / "log"
    with patch("herniatui.log._open", [Log(path)]):
        asyncio.run(hold_a_talk(note, at_question, label, file_name, keys))
    logged = path.read_text(encoding="utf-8")
    for typed in (note, at_question, label, file_name):
        for form in forms(typed):
            assert form not in logged.casefold()
    assert "failure type=RuntimeError" in logged
    for expected in (
        "screen name=StartScreen",
        "screen name=NoteDialog",
        "key command=note",
        "painted command=note ms=",
    ):
        assert expected in logged
    assert "command=prefer" in logged
    assert not re.search(r"command=(.|plus|minus|question_mark)\s", logged)  # which key: what was marked or preferred


def forms(typed: str) -> Iterator[str]:
    """Yield a text as it may have been written: folded, backwards, escaped, and in hexadecimal."""
    yield typed.casefold()
    yield typed[::-1].casefold()
    yield typed.encode("unicode_escape").decode().casefold()
    yield typed.encode().hex()


async def hold_a_talk(note: str, at_question: str, label: str, file_name: str, keys: list[str]) -> None:
    """Hold a talk in which every kind of text is typed."""
    app = LoggedApp(open_deck(find(DEFAULT_CARD)), today=NOW.date, store=new_store())
    try:
        async with asyncio.timeout(120), app.run_test(size=(100, 30)) as pilot:
            talking = Talking(app, pilot)
            await write(talking, "n", note)
            await talking.press("1")
            await write(talking, "n", at_question)
            await talking.press(" ".join(keys))
            await talking.press("2 v a")
            await talking.press(KEEP)
            await talking.type(label)
            await talking.press("enter")
            assert app.session.open_talk is not None
            assert app.session.open_talk.record.label == label
            await talking.press("o pagedown pagedown pagedown pagedown pagedown s ctrl+u")
            await talking.type(str(Path(tempfile.mkdtemp(dir=Path.home())) / file_name))
            await talking.press("enter")
            raise_with(note, app)
    finally:
        app.session.close(keep=True)


async def write(talking: Talking, key: str, text: str) -> None:
    """Open a text dialog, type, and close it."""
    await talking.press(key)
    await talking.type(text)
    await talking.press("enter")


def raise_with(words: str, app: LoggedApp) -> None:
    """Log an exception that holds words, in its message, its arguments and its locals."""
    from herniatui.log import failed

    try:
        raise RuntimeError(words, app.talk.consult)
    except RuntimeError as error:
        failed(error)


def test_without_a_log_nothing_of_it_runs() -> None:
    assert app_class().__name__ == "HerniaApp"
