"""Finding a card by folder, by file, or by the name of one that ships."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from herniatui.card.library import DEFAULT_CARD, NoSuchCard, check, find, open_deck, shipped
from tests.card.cards import TEA
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, where no card can be found by accident."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_card_that_ships_is_found_by_its_id_from_any_folder() -> None:
    assert find("hernia-in-de-rug").samefile(HERNIA)
    assert find(DEFAULT_CARD).samefile(HERNIA)


def test_a_card_is_found_by_its_folder_and_by_its_file() -> None:
    assert find(str(THREE_OPTIONS.parent)) == THREE_OPTIONS
    assert find(str(THREE_OPTIONS)) == THREE_OPTIONS


def test_a_folder_here_goes_before_a_card_that_ships(elsewhere: Path) -> None:
    (elsewhere / "hernia-in-de-rug").mkdir()
    own = elsewhere / "hernia-in-de-rug" / "card.yaml"
    own.write_text(TEA, encoding="utf-8")
    assert find("hernia-in-de-rug").samefile(own)
    assert open_deck(find("hernia-in-de-rug")).card.id == "thee"


@pytest.mark.parametrize("name", ["soep", "../soep", "a" * 5000, "a\0b", "x/" * 2000, "[red]x[/red]", "~", "*"])
def test_a_name_of_no_card_is_refused_with_the_names_that_there_are(name: str) -> None:
    with pytest.raises(NoSuchCard, match=r"er is geen kaart .*hernia-in-de-rug"):
        find(name)


@pytest.mark.parametrize("name", [".", ""])
def test_a_folder_without_a_card_is_refused(name: str) -> None:
    with pytest.raises(NoSuchCard, match=r"staat geen card\.yaml"):
        find(name)


def test_the_id_of_a_card_that_ships_is_the_name_of_its_folder() -> None:
    assert shipped()
    for path in shipped():
        assert open_deck(path).card.id == path.parent.name


@pytest.mark.parametrize("path", [*shipped(), THREE_OPTIONS, HOSTILE], ids=lambda path: path.parent.name)
def test_the_cards_of_the_project_are_in_order(path: Path) -> None:
    assert check(path) == []


def test_a_card_is_known_by_the_checksum_of_its_file_whatever_the_date_of_that(tmp_path: Path) -> None:
    card = tmp_path / "card.yaml"
    card.write_bytes(THREE_OPTIONS.read_bytes())
    os.utime(card, (0, 0))
    assert open_deck(card).card == open_deck(THREE_OPTIONS).card
    assert open_deck(card).sha256 == sha256(THREE_OPTIONS.read_bytes()).hexdigest()
