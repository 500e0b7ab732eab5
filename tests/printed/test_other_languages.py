"""Cards in other languages as PDF: each part in its language and direction, and what no typeface has is said."""

from pathlib import Path

import pytest

from herniatui.card.library import Deck
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.report.handout import pdf_bytes
from tests.report.handout.handouts import DAY, WALK
from tests.support.printed import about, pages, problems, text, unpacked
from tests.support.program import OTHER_LANGUAGES, deck_of, run

FONTS = {"ar": "IBMPlexSansArabic-Medium", "he": "NotoSansHebrew-Light", "zh": "NotoSansCJKsc-Thin"}
HIEROGLYPH = "\U00013000"


def printed(folder: Path, deck: Deck, consult: Consult | None = None) -> Path:
    path = folder / "page.pdf"
    path.write_bytes(pdf_bytes(deck, consult, WALK, DAY, warn=pytest.fail))
    return path


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_a_card_is_printed_in_its_language_and_ours(tmp_path: Path, language: str) -> None:
    deck = deck_of(OTHER_LANGUAGES[language])
    said = edits.decide(edits.mark(EMPTY, "a-een", Mark.APPEALS), "b")
    pdf = printed(tmp_path, deck, said)
    assert problems(pdf) == []
    assert about(pdf).language == "nl"
    assert b"/Lang(%s)" % language.encode() in unpacked(pdf)
    assert "□" not in text(pdf)
    if language in FONTS:
        assert about(pdf).fonts[FONTS[language]] is True


def test_the_first_option_of_a_card_from_right_to_left_is_at_the_right(tmp_path: Path) -> None:
    for language, is_at_the_right in {"he": True, "en": False}.items():
        lines = pages(printed(tmp_path, deck_of(OTHER_LANGUAGES[language])))[0]
        letters = [letter for line in lines for letter in line.split() if letter in ("A", "B")][:2]
        assert letters == (["B", "A"] if is_at_the_right else ["A", "B"])


def test_a_word_that_does_not_fit_is_hyphenated_as_its_language_does(tmp_path: Path) -> None:
    words = text(printed(tmp_path, deck_of(OTHER_LANGUAGES["de"])))
    assert "schaftskapi" in words
    assert "schaftskapit" not in words


def test_check_and_show_say_what_no_typeface_has_and_offer_html(tmp_path: Path) -> None:
    card = tmp_path / "card.yaml"
    card.write_text(OTHER_LANGUAGES["en"].read_text(encoding="utf-8").replace("Grind", HIEROGLYPH), encoding="utf-8")
    checked = run("check", card)
    assert checked.returncode == 0
    words = f"gedrukt kunnen worden: {HIEROGLYPH}. Vraag om html, en print die vanuit een browser."
    assert (
        f"{card}:4:11: opmerking: op een pdf van deze kaart staat □ voor tekens die hier niet {words}" in checked.stdout
    )
    assert run("check", "--strict", card).returncode == 1
    shown = run("show", card, "--format", "pdf", "--out", tmp_path / "page.pdf")
    assert f"Op de pagina staat □ voor tekens die hier niet {words}" in shown.stderr
    assert shown.returncode == 0


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_check_says_nothing_of_typefaces_that_there_are(language: str) -> None:
    assert "pdf" not in run("check", OTHER_LANGUAGES[language]).stdout
