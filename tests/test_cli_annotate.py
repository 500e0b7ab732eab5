"""`herniatui check` names numbers without an annotation, and `herniatui annotate` writes them into the card."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.card.cards import TEA
from tests.support.program import HERNIA, NUMBERS, herniatui, run

BARE = TEA.replace("Het water kookt.", "'Bij 5 tot 10% kookt het water.'  # nog nakijken")


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.yaml"
    path.write_text(BARE, encoding="utf-8")
    return path


def test_a_number_without_an_annotation_is_a_remark_with_the_annotation(card: Path) -> None:
    done = run("check", card)
    assert done.returncode == 0
    entry = "{quote: 5 tot 10%, count: 5, of: 100, to: 10}"
    assert f'card.yaml:26:17: opmerking: "5 tot 10%" is nog niet aangewezen; zet onder "frequencies": - {entry}' in (
        done.stdout
    )
    assert "in orde, met 1 opmerking" in done.stdout
    assert run("check", "--strict", card).returncode == 1
    assert run("check", "--strict", HERNIA).returncode == 0


def test_a_short_name_that_hides_the_others_is_a_remark(card: Path) -> None:
    long = "Groene thee met munt en honing van de bijen"
    text = TEA.replace("short: Groen", f"short: {long}").replace("short: Zwart", f"short: Zwart{'t' * 25}")
    card.write_text(text, encoding="utf-8")
    done = run("check", card)
    assert done.returncode == 0
    told = f'card.yaml:9:12: opmerking: "{long}" neemt in een venster van 80 tekens de plaats in van de namen'
    assert told in done.stdout
    assert "hoogstens 30 tekens" in done.stdout
    assert "met 1 opmerking" in done.stdout
    assert "annotate" not in done.stdout
    assert run("check", "--strict", card).returncode == 1


def test_a_card_in_a_language_without_a_word_list_says_so(card: Path) -> None:
    card.write_text(BARE.replace("language: nl", "language: fr"), encoding="utf-8")
    done = run("check", card)
    assert done.returncode == 0
    assert 'card.yaml:3:11: opmerking: voor de taal "fr" is er geen woordenlijst' in done.stdout
    shown = run("show", card).stdout
    assert "rondjes" not in shown
    assert "geen plaatje: «\u00a0Bij 75 van de 100 kopjes" in shown


def test_a_card_in_another_language_with_annotations_loads_without_pictures(card: Path) -> None:
    card.write_text(NUMBERS.read_text(encoding="utf-8").replace("language: nl", "language: fr"), encoding="utf-8")
    assert "is er geen woordenlijst" in run("check", card).stdout
    assert "rondjes" not in run("show", card).stdout


def test_annotate_shows_the_difference_and_changes_nothing_else(card: Path) -> None:
    before = card.read_bytes()
    done = run("annotate", "--yes", card)
    assert done.returncode == 0
    assert "+            - {quote: 5 tot 10%, count: 5, of: 100, to: 10}" in done.stdout
    after = card.read_bytes()
    added = b"          frequencies:\n            - {quote: 5 tot 10%, count: 5, of: 100, to: 10}\n"
    assert after.replace(added, b"", 1) == before
    assert run("check", "--strict", card).returncode == 0
    assert run("annotate", card).stdout.strip().endswith("elk getal is aangewezen")


def test_annotate_asks_first_and_writes_nothing_when_nobody_can_be_asked(card: Path) -> None:
    done = run("annotate", card)
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert card.read_text(encoding="utf-8") == BARE


@pytest.mark.parametrize(("answer", "written"), [("j", True), ("n", False), ("", False)])
def test_annotate_writes_only_after_yes(card: Path, answer: str, written: bool) -> None:
    leader, follower = pty.openpty()
    os.write(leader, f"{answer}\n".encode())
    done = subprocess.run(
        herniatui("annotate", card), stdin=follower, capture_output=True, timeout=60, check=False, text=True
    )
    os.close(leader)
    os.close(follower)
    assert "Dit in de kaart zetten? j/n" in done.stdout
    assert done.returncode == (0 if written else 2)
    assert (card.read_text(encoding="utf-8") != BARE) is written


def test_annotate_refuses_a_card_with_problems_and_a_link(card: Path, tmp_path: Path) -> None:
    link = tmp_path / "link" / "card.yaml"
    link.parent.mkdir()
    link.symlink_to(card)
    assert run("annotate", "--yes", link).returncode == 2
    assert card.read_text(encoding="utf-8") == BARE
    card.write_text(BARE.replace("count: 75", "count: 57"), encoding="utf-8")
    done = run("annotate", "--yes", card)
    assert done.returncode == 1
    assert "zegt niet 57 van de 100" in done.stdout


def test_show_never_denies_a_number_that_the_words_have() -> None:
    shown = run("show", NUMBERS).stdout
    assert "geen plaatje: “Bij 4 van de 10 vliegers is er touw over.”" in shown
    assert "geen plaatje: “Er zijn 30% minder knopen nodig.”" in shown
