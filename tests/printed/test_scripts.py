"""What a patient said in their own language, on paper: in its own script and direction, and what no font has."""

import re
from pathlib import Path

import pytest

from herniatui.consult import edits
from herniatui.consult.model import EMPTY
from herniatui.report.handout import html_bytes, pdf_bytes
from herniatui.report.scripts import runs
from tests.report.handout.handouts import DAY, DECK, WALK
from tests.support.printed import about, ink, problems, text, unpacked

SAID = {
    "Turkish": ("Sırtım ağrıyor, İyi değilim. Şöyle", "IBMPlexSans-Regular", ""),
    "Polish": ("Boli mnie krzyż: żółć, ąęśćźń", "IBMPlexSans-Regular", ""),
    "Vietnamese": ("Tôi bị đau lưng nặng quá", "IBMPlexSans-Regular", ""),
    "Ukrainian": ("У мене болить спина, її ґанок", "IBMPlexSans-Regular", "und-Cyrl"),
    "Greek": ("Πονάει η μέση μου", "IBMPlexSans-Regular", "el"),
    "Arabic": ("ظهري مؤلم، ماذا أفعل؟", "IBMPlexSansArabic-Medium", "und-Arab"),
    "Farsi": ("کمرم درد دارد، چه کنم؟", "IBMPlexSansArabic-Medium", "und-Arab"),
    "Hebrew": ("הגב כואב לי מאוד!", "NotoSansHebrew-Light", "he"),
    "Hindi": ("मेरी पीठ में दर्द है।", "NotoSansDevanagari-Regular", "und-Deva"),
    "Tigrinya": ("ሕቖይ የሕምመኒ ኣሎ።", "NotoSansEthiopic-Regular", "und-Ethi"),
    "Chinese": ("我的背很痛，怎么办？", "NotoSansCJKsc-Thin", "zh"),
    "Japanese": ("背中がとても痛いです。", "NotoSansCJKjp-Thin", "ja"),
    "Korean": ("허리가 너무 아파요!", "NotoSansCJKkr-Thin", "ko"),
    "Thai": ("ปวดหลังมากครับ", "NotoSansThai-Regular", "und"),
    "emoji": ("🌱 😀 🚲 👍", "NotoEmoji-Regular", ""),
}
WORDS = [pytest.param(*given, id=name) for name, given in SAID.items()]
UNPRINTABLE = "\U00013000"  # a hieroglyph
SQUARES = "Op de pagina staat □ voor tekens die hier niet gedrukt kunnen worden:"
ASK = "Vraag om html, en print die vanuit een browser."


def page(folder: Path, note: str) -> Path:
    path = folder / "page.pdf"
    path.write_bytes(pdf_bytes(DECK, edits.note(EMPTY, None, note), WALK, DAY, warn=pytest.fail))
    return path


@pytest.fixture(scope="module")
def all_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page with the words of every language, each on a line of its own."""
    return page(tmp_path_factory.mktemp("scripts"), "\n".join(words for words, _font, _tag in SAID.values()))


@pytest.fixture
def without_cjk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the fonts of the extra `cjk` from every child process."""
    hiding = tmp_path / "hiding"
    hiding.mkdir()
    (hiding / "manimgx_fonts_cjk.py").write_text("raise ImportError\n")
    monkeypatch.setenv("PYTHONPATH", str(hiding))


@pytest.mark.parametrize(("words", "font", "tag"), WORDS)
def test_every_script_is_printed_in_a_font_of_its_own(all_words: Path, words: str, font: str, tag: str) -> None:
    assert about(all_words).fonts.get(font) is True
    assert set(words) <= set(text(all_words))
    assert not tag or b"/Lang(%s)" % tag.partition("-")[0].encode() in unpacked(all_words)


def test_a_page_with_every_script_meets_both_standards_and_has_no_square(all_words: Path) -> None:
    said = about(all_words)
    assert problems(all_words) == []
    assert set(said.fonts.values()) == {True}
    assert "<pdfuaid:part>1</pdfuaid:part>" in said.xmp
    assert "<pdfaid:part>2</pdfaid:part>" in said.xmp
    assert "□" not in text(all_words)


def test_scripts_written_from_left_to_right_read_back_as_they_were_typed(all_words: Path) -> None:
    printed = text(all_words).replace(" ", "")
    for name in ("Turkish", "Polish", "Vietnamese", "Ukrainian", "Greek", "Tigrinya", "Chinese", "Japanese", "Korean"):
        assert SAID[name][0].replace(" ", "") in printed


@pytest.mark.parametrize(("words", "font", "tag"), WORDS)
def test_html_has_the_language_and_direction_of_words_in_another_script(words: str, font: str, tag: str) -> None:
    html = html_bytes(DECK, edits.note(EMPTY, None, words), WALK, DAY).decode()
    (said,) = re.findall("“<bdi[^>]*>(.*)</bdi>”", html)
    assert re.sub("<[^>]*>", "", said) == words
    found = set(re.findall('lang="([^"]*)"', said))
    assert found == {run.language for run in runs(words) if run.language}
    assert bool(found) == bool(tag)
    assert ('dir="rtl"' in said) == (font in ("IBMPlexSansArabic-Medium", "NotoSansHebrew-Light"))


def test_html_embeds_a_font_only_for_a_script_that_is_on_the_page() -> None:
    def families(note: str) -> list[str]:
        html = html_bytes(DECK, edits.note(EMPTY, None, note), WALK, DAY).decode()
        return re.findall(r'@font-face { font-family: "([^"]*)"', html)

    assert families("Ik wil weer tuinieren") == ["Handout Sans"]
    assert families("ሕቖይ הגב") == ["Handout Sans", "Noto Sans Ethiopic", "Noto Sans Hebrew"]


@pytest.mark.parametrize("words", ["ظهري مؤلم؟", "הגב כואב לי!"], ids=["Arabic", "Hebrew"])
def test_quotation_marks_stay_around_words_from_right_to_left(tmp_path: Path, words: str) -> None:
    """The first word is on the right, before the closing mark; the last sign is on the left, after the opening one."""
    drawn = ink(page(tmp_path, words), "“")
    order = [character for _left, character in sorted(drawn) if character.strip() not in ("", "•")]
    marks = [order.pop(0), order.pop()]  # PDFium mirrors those of words from right to left
    assert set(marks) <= {"“", "”"}
    assert order == [*reversed(words.replace(" ", ""))]


def test_a_note_of_several_lines_is_isolated_line_by_line(tmp_path: Path) -> None:
    html = html_bytes(DECK, edits.note(EMPTY, None, "rug\nהגב כואב\n\npijn"), WALK, DAY).decode()
    assert '“<bdi>rug<br><span lang="und-Hebr" dir="rtl">הגב כואב</span><br><br>pijn</bdi>”' in html
    assert "“rug" in text(page(tmp_path, "rug\nהגב כואב\n\npijn")).replace("\u2068", "")


def test_what_no_font_has_is_named_when_the_page_is_made() -> None:
    said: list[str] = []
    pdf_bytes(DECK, edits.note(EMPTY, None, f"tuin {UNPRINTABLE} \ue000 é"), WALK, DAY, warn=said.append)
    assert said == [f"{SQUARES} {UNPRINTABLE} U+E000. {ASK}"]


@pytest.mark.usefixtures("without_cjk")
def test_without_the_extra_the_message_and_the_page_say_how_to_get_it(tmp_path: Path) -> None:
    said: list[str] = []
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(pdf_bytes(DECK, edits.note(EMPTY, None, "我的 rug"), WALK, DAY, warn=said.append))
    how = "Voor Chinees, Japans en Koreaans is een extra lettertype nodig: vraag de beheerder om herniatui[cjk]."
    assert said == [f"{SQUARES} 我 的. {how} {ASK}"]
    assert how in text(pdf)
    assert "“□□ rug”" in text(pdf).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.usefixtures("without_cjk")
def test_without_the_extra_other_scripts_are_printed(tmp_path: Path) -> None:
    assert "NotoSansEthiopic-Regular" in about(page(tmp_path, "ሕቖይ")).fonts
