"""All talks are read at once, and each that is missing or may still change is named in a sentence."""

from datetime import timedelta
from pathlib import Path

import pytest

from herniatui.card.library import Deck, open_deck
from herniatui.consult.edits import choose, note
from herniatui.consult.model import EMPTY
from herniatui.consult.walk import Walk
from herniatui.storage import resume
from herniatui.storage.files import consult_file
from herniatui.storage.resume import read_talk, read_talks, stamp
from herniatui.storage.store import TalkStore
from tests.storage.conftest import Clock
from tests.support.program import HERNIA, THREE_OPTIONS


def put_away(store: TalkStore, deck: Deck) -> str:
    open_talk = store.begin(stamp(deck))
    open_talk.save(choose(EMPTY, deck.card.questions[0].id), Walk())
    assert open_talk.writer.close()
    return open_talk.writer.id


def content(store: TalkStore) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.path.iterdir()}


def test_every_talk_is_there_as_it_is_read_alone_last_changed_last(store: TalkStore, clock: Clock) -> None:
    ids = []
    for deck in map(open_deck, (THREE_OPTIONS, HERNIA, THREE_OPTIONS)):
        ids.append(put_away(store, deck))
        clock.time += timedelta(hours=1)
    before = content(store)
    talks, sentences = read_talks(store)
    assert ([talk.id for talk in talks], sentences) == (ids, [])
    assert talks == [read_talk(store, talk_id) for talk_id in ids]
    assert content(store) == before


def test_of_no_talks_there_are_none(store: TalkStore) -> None:
    assert read_talks(store) == ([], [])


def test_each_card_is_read_once_however_many_talks_there_are(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    decks = [open_deck(HERNIA), open_deck(THREE_OPTIONS)]
    for _time in range(10):
        for deck in decks:
            put_away(store, deck)
    opened: list[Path] = []

    def open_and_count(path: Path) -> Deck:
        opened.append(path)
        return open_deck(path)

    monkeypatch.setattr(resume, "open_deck", open_and_count)
    talks, _sentences = read_talks(store)
    assert (len(talks), len(opened)) == (20, 2)


def test_a_talk_that_is_open_elsewhere_is_there_as_last_saved_and_named(store: TalkStore) -> None:
    other = put_away(store, open_deck(HERNIA))
    open_talk = store.begin(stamp(open_deck(HERNIA)))
    open_talk.save(note(EMPTY, None, "nu"), Walk())
    assert open_talk.writer.is_safe(10)
    talks, (sentence,) = read_talks(store)
    assert {talk.id for talk in talks} == {other, open_talk.writer.id}
    assert f'het gesprek "{open_talk.writer.id}" is open in een ander venster: het staat erbij' in sentence
    assert "nu" in [talk.record.consult.note for talk in talks]
    assert open_talk.writer.close()


def test_a_talk_that_is_just_being_saved_is_not_missing(store: TalkStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between listing and reading, the next change replaces the file."""
    talk_id, really, gone = put_away(store, open_deck(HERNIA)), store.folder.read, [FileNotFoundError()]

    def read(name: str) -> bytes:
        if gone:
            raise gone.pop()
        return really(name)

    monkeypatch.setattr(store.folder, "read", read)
    talks, sentences = read_talks(store)
    assert ([talk.id for talk in talks], sentences) == ([talk_id], [])


def test_a_talk_of_which_only_the_lock_fails_is_there(store: TalkStore, tmp_path: Path) -> None:
    talk_id = put_away(store, open_deck(HERNIA))
    (store.folder.path / f"consult-{talk_id}.lock").mkdir()
    assert store.talks()[0].record is None
    talks, sentences = read_talks(store)
    assert ([talk.id for talk in talks], sentences) == ([talk_id], [])


def test_each_talk_that_is_missing_is_named_with_the_reason_and_the_rest_is_there(
    store: TalkStore, tmp_path: Path
) -> None:
    cards = {name: tmp_path / name / "card.yaml" for name in ("weg", "stuk", "anders")}
    for path in cards.values():
        path.parent.mkdir()
        path.write_bytes(THREE_OPTIONS.read_bytes())
    ids = {name: [put_away(store, open_deck(path)) for _time in range(2)] for name, path in cards.items()}
    good = put_away(store, open_deck(HERNIA))
    damaged, aside = put_away(store, open_deck(HERNIA)), put_away(store, open_deck(HERNIA))
    cards["weg"].unlink()
    cards["stuk"].write_text("format: 1\nid: [", encoding="utf-8")
    cards["anders"].write_bytes(HERNIA.read_bytes())
    for spoiled in (damaged, aside):
        (store.folder.path / consult_file(spoiled)).write_bytes(b"geheim")
    aside_as = store.folder.set_aside(consult_file(aside))
    before = content(store)
    talks, sentences = read_talks(store)
    assert [talk.id for talk in talks] == [good]
    reasons = dict.fromkeys(ids["weg"], "niet meer waar")
    reasons |= dict.fromkeys(ids["stuk"], "card.yaml:3:")
    reasons |= dict.fromkeys(ids["anders"], "andere kaart")
    reasons |= {damaged: "kan niet worden geopend: ", aside: aside_as}
    assert len(sentences) == len(reasons)
    for talk_id, reason in reasons.items():
        (sentence,) = (line for line in sentences if f'"{talk_id}"' in line)
        assert reason in sentence
    assert not [line for line in sentences if "geheim" in line or "\n" in line]
    assert content(store) == before


def test_a_spoiled_change_that_was_set_aside_beside_a_good_talk_is_no_missing_talk(store: TalkStore) -> None:
    talk_id = put_away(store, open_deck(HERNIA))
    store.folder.write(f"consult-{talk_id}.json.damaged", b"geheim")
    talks, sentences = read_talks(store)
    assert ([talk.id for talk in talks], sentences) == ([talk_id], [])
