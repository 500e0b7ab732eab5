"""A talk resumed after the card has changed: every screen tells what was said with the words of then."""

from pathlib import Path

import pytest

from herniatui.consult.model import Mark
from herniatui.consult.quotes import current_answers
from herniatui.storage.store import TalkStore
from tests.support.program import THREE_OPTIONS
from tests.tui.driving import new_store, talk

OLD = "Snijd de pompoen in blokjes. De schil mag eraan blijven."
NEW = "Pureer de pompoen."
GO_ON = "down enter"
"""Keys that go on with the talk that was put away."""


@pytest.fixture
def store() -> TalkStore:
    return new_store()


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "soep" / "card.yaml"
    path.parent.mkdir()
    path.write_bytes(THREE_OPTIONS.read_bytes())
    return path


def edit(card: Path, old: str, new: str) -> None:
    """Edit the card as its editor does."""
    text = card.read_text(encoding="utf-8")
    assert text.count(old) == 1
    card.write_text(text.replace(old, new), encoding="utf-8")


async def put_away(store: TalkStore, card: Path, keys: str) -> None:
    async with talk(f"{keys} q b", card=str(card), store=store):
        pass


async def test_a_mark_on_words_that_changed_is_not_shown_on_the_new_ones(store: TalkStore, card: Path) -> None:
    await put_away(store, card, "enter +")
    edit(card, OLD, NEW)
    async with talk(GO_ON, card=str(card), store=store) as talking:
        assert "De kaart is veranderd sinds dit gesprek." in talking.words
        (line,) = (line for line in talking.lines if NEW in line)
        assert "fijn" not in line
        assert f"+ hoort bij eerdere woorden: {OLD} [A Pompoen] (zo stond het toen op de kaart;" in talking.words


async def test_the_same_mark_set_again_is_on_the_new_words(store: TalkStore, card: Path) -> None:
    await put_away(store, card, "enter +")
    edit(card, OLD, NEW)
    async with talk(f"{GO_ON} +", card=str(card), store=store) as talking:
        (line,) = (line for line in talking.lines if NEW in line)
        assert line.rstrip(" ▼▲█│▐").endswith("+ fijn")
        assert "eerdere woorden" not in talking.words
        await talking.press("u")
        assert f"+ hoort bij eerdere woorden: {OLD}" in talking.words
        await talking.press("+ +")
        assert talking.app.talk.consult.marks == frozenset()
    async with talk(card=str(card), store=store) as talking:
        assert talking.app.talk.consult.words == ()


async def test_the_words_of_then_survive_saving_under_the_card_of_now(store: TalkStore, card: Path) -> None:
    await put_away(store, card, "enter +")
    edit(card, OLD, NEW)
    await put_away(store, card, GO_ON)
    async with talk(GO_ON, card=str(card), store=store) as talking:
        assert f"+ hoort bij eerdere woorden: {OLD}" in talking.words
        assert current_answers(talking.app.talk.consult).marks == frozenset()


async def test_a_statement_that_is_gone_is_told_at_deciding_where_its_mark_can_be_taken_off(
    store: TalkStore, card: Path
) -> None:
    await put_away(store, card, "enter -")
    edit(card, "        - id: pompoen-snijden\n", "        - id: pompoen-pureren\n")
    async with talk(f"{GO_ON} o", card=str(card), store=store, size=(100, 40)) as talking:
        told = f"hier maak ik me zorgen over: {OLD} [A Pompoen] (zo stond het toen op de kaart; nu staat het er niet"
        assert told in talking.words
        questions = talking.app.deck.card.questions
        await talking.press(" ".join(["down"] * (1 + len(questions))))  # past those that were not looked at yet
        assert "pompoen-snijden" in talking.page.key
        await talking.press("space")
        assert OLD not in talking.words
        assert "Weggehaald. u: ongedaan maken." in talking.words
        assert talking.app.talk.consult.marks == frozenset()
        await talking.press("u")
        assert told in talking.words.replace("▌ ", "")  # the cursor stands on both lines of it
        assert talking.app.talk.consult.marks == {("pompoen-snijden", Mark.WORRIES)}


async def test_a_question_and_an_option_that_are_gone_do_not_stop_the_talk(store: TalkStore, card: Path) -> None:
    await put_away(store, card, "space enter v a w o a space")
    text = card.read_text(encoding="utf-8").replace("  - id: maken\n", "  - id: koken\n")
    text = text.replace("pompoen:", "kalebas:").replace("- id: pompoen\n", "- id: kalebas\n")
    card.write_text(text, encoding="utf-8")
    gone = "(zo stond het toen op de kaart; nu staat het er niet meer op)"
    async with talk(GO_ON, card=str(card), store=store, size=(100, 60)) as talking:
        for keys, words in (
            ("", f"Eerder besloten: POMPOENSOEP met gember {gone}"),
            ("", "u wilde hier eerst over praten"),
            ("enter", f"Besluit: POMPOENSOEP met gember {gone}"),
            ("1", "Voorkeur: nog niet gezegd"),
            ("backspace", f"eerder gekozen: Hoe maak je de soep? {gone}"),
        ):
            await talking.press(keys)
            assert words in talking.words
        await talking.press("1 2 3 4 enter enter enter backspace space + v g w z p o a space space enter f6")


async def test_what_was_said_of_a_question_and_an_option_in_other_words_stands_apart(
    store: TalkStore, card: Path
) -> None:
    await put_away(store, card, "enter v a v a w w")
    edit(card, "name: POMPOENSOEP met gember", "name: POMPOENSOEP zonder gember")
    async with talk(GO_ON, card=str(card), store=store) as talking:
        assert "Voorkeur: nog niet gezegd Hoe belangrijk is dit voor u? ★★☆ belangrijk" in talking.words
        assert "Eerder gezegd over andere woorden: voorkeur. Zie Beslissen." in talking.words
        await talking.press("o")
        assert "Voorkeur: A POMPOENSOEP met gember (sterk) (zo stond het toen op de kaart;" in talking.words
        await talking.press("1 v a")
        assert "Voorkeur: A Pompoen " in talking.words
        assert "andere woorden" not in talking.words


async def test_what_stands_on_screen_after_resuming_has_been_looked_at(store: TalkStore, card: Path) -> None:
    await put_away(store, card, "enter + right right")
    edit(card, OLD, NEW)
    async with talk(GO_ON, card=str(card), store=store) as talking:
        assert talking.app.talk.walk.seen == {("maken", "tomaat"), ("maken", "erwt")}
        await talking.press("left left")
        assert ("maken", "pompoen") in talking.app.talk.walk.seen
