"""The handout as PDF, read back with third-party tools."""

import re
from contextlib import closing
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
import typst
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image
from pypdfium2 import PdfDocument

from herniatui.card.library import Deck
from herniatui.card.model import Frequency, Relation
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult
from herniatui.report.handout import pdf_bytes
from herniatui.report.handout.svg import picture
from tests.report.consults import CARD, full, ordinary
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, NASTY, SOUP_DECK, WALK, deck_for, large, noted
from tests.report.talks import EXAMPLES
from tests.support.printed import about, codes, one_line, pages, problems, text, unpacked
from tests.support.soak import soaking

ALL = [
    pytest.param(DECK, full(), id="hernia"),
    pytest.param(DECK, noted(), id="long notes"),
    pytest.param(DECK, None, id="bare hernia"),
    pytest.param(SOUP_DECK, EMPTY, id="three options"),
    pytest.param(deck_for(large()), EMPTY, id="fifty questions, six options"),
]
WITH_HOSTILE = [*ALL, pytest.param(HOSTILE_DECK, None, id="bare hostile")]


def made(folder: Path, deck: Deck, consult: Consult | None, day: date = DAY, *, short: bool = False) -> Path:
    path = folder / "page.pdf"
    path.write_bytes(pdf_bytes(deck, consult, WALK, day, short=short))
    return path


@pytest.mark.parametrize(("deck", "consult"), ALL)
def test_every_text_of_the_card_stands_there_word_for_word(tmp_path: Path, deck: Deck, consult: Consult | None) -> None:
    said = text(made(tmp_path, deck, consult))
    for words in deck.card.texts():
        assert one_line(words) in said


def test_texts_that_look_like_markup_stay_texts(tmp_path: Path) -> None:
    said = _unbroken(text(made(tmp_path, HOSTILE_DECK, None)))
    fine = [
        words
        for words in HOSTILE_DECK.card.texts()
        if all(ord(character) < 0x250 or character in "“”’" for character in words)
    ]
    assert len(fine) > 15
    for words in fine:
        assert _unbroken(one_line(words)) in said


def _unbroken(words: str) -> str:
    """Return the letters without the places where long words and addresses are broken; a hyphen there is U+FFFE."""
    return words.replace(" ", "").replace("\ufffe", "")


@pytest.mark.parametrize(("deck", "consult"), WITH_HOSTILE)
def test_it_is_whole_tagged_in_dutch_and_both_standards(tmp_path: Path, deck: Deck, consult: Consult | None) -> None:
    pdf = made(tmp_path, deck, consult)
    assert problems(pdf) == []
    said = about(pdf)
    assert said.is_tagged
    assert said.language == "nl"
    assert said.fields["Title"] == deck.card.title
    assert "<pdfuaid:part>1</pdfuaid:part>" in said.xmp
    assert "<pdfaid:part>2</pdfaid:part>" in said.xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said.xmp
    assert "<dc:language><rdf:Bag><rdf:li>nl</rdf:li>" in said.xmp.replace("\n", "")


def test_a_broken_stream_would_be_seen(tmp_path: Path) -> None:
    pdf = made(tmp_path, SOUP_DECK, None)
    whole = pdf.read_bytes()
    start = whole.index(b"stream\n") + 20
    pdf.write_bytes(whole[:start] + b"\xff" * 40 + whole[start + 40 :])
    assert problems(pdf)


def test_every_font_is_in_it_and_the_text_is_in_the_one_for_easy_reading(tmp_path: Path) -> None:
    fonts = about(made(tmp_path, DECK, None)).fonts
    assert set(fonts.values()) == {True}
    assert set(fonts) >= {"IBMPlexSans-Regular"}


def test_no_text_is_smaller_than_12_points(tmp_path: Path) -> None:
    for deck, consult in ((DECK, full()), (DECK, None)):
        sizes = re.findall(rb"/f\d+ ([\d.]+) Tf", unpacked(made(tmp_path, deck, consult)))
        assert sizes
        assert min(map(float, sizes)) >= 12


def test_all_is_black_or_white(tmp_path: Path) -> None:
    colours = re.findall(rb"(\d[\d. ]*) (?:g|G|rg|RG|k|K|scn|SCN)\b", unpacked(made(tmp_path, DECK, full())))
    assert {colour.strip() for colour in colours} == {b"0"}


def test_every_picture_has_its_words(tmp_path: Path) -> None:
    plain = unpacked(made(tmp_path, DECK, full()))
    said = [bytes.fromhex(words.decode()).decode("utf-16") for words in re.findall(rb"/Alt <([0-9a-f]+)>", plain)]
    said += [words.decode("ascii") for words in re.findall(rb"/Alt \(([^)]*)\)", plain)]
    assert plain.count(b"/S /Figure") == len(said) == 10 + 2
    assert [words for words in said if words.startswith("88")] == ["88 van de 100"] * 2
    assert "Code voor uw telefoon: https://www.thuisarts.nl/hernia-in-rug/ik-heb-hernia-in-rug" in said


def test_it_has_real_headings_tables_and_lists(tmp_path: Path) -> None:
    plain = unpacked(made(tmp_path, DECK, full()))
    found = {kind: len(re.findall(rb"/S /%s\b" % kind, plain)) for kind in (b"H1", b"H2", b"H3", b"Table")}
    assert found == {b"H1": 1, b"H2": 9, b"H3": 5, b"Table": 2}
    assert len(re.findall(rb"/S /LI\b", plain)) > 40


@pytest.mark.parametrize("consult", [full(), None], ids=["consult", "bare"])
def test_every_code_reads_back_as_its_address_and_no_other_is_there(tmp_path: Path, consult: Consult | None) -> None:
    found = codes(made(tmp_path, DECK, consult))
    assert found == ["https://www.thuisarts.nl/hernia-in-rug/ik-heb-hernia-in-rug"] * (2 if consult else 1)


@pytest.mark.parametrize("deck", [DECK, SOUP_DECK], ids=["hernia", "three options"])
def test_the_codes_still_read_from_a_simple_printer(tmp_path: Path, deck: Deck) -> None:
    path = made(tmp_path, deck, None)
    with closing(PdfDocument(path)) as opened:
        images = [page.render(scale=100 / 72, grayscale=True).to_pil().convert("1") for page in opened]
    codes_read = [found.text for image in images for found in zxingcpp.read_barcodes(image.convert("L"))]
    assert set(codes_read) == (
        {"https://www.thuisarts.nl/hernia-in-rug/ik-heb-hernia-in-rug"} if deck is DECK else set()
    )


def test_filled_icons_are_far_darker_than_the_others_at_100_dots_per_inch() -> None:
    def ink(count: int) -> float:
        frequency = Frequency(f"{count} van de 100", count, 100, Relation.EXACTLY)
        source = (
            f'#set page(width: 10mm, height: 10mm, margin: 0mm)\n#image(bytes("{escaped(frequency)}"), format: "svg")'
        )
        png = typst.compile(source.encode(), format="png", ppi=100)
        assert isinstance(png, bytes)
        image = Image.open(BytesIO(png)).convert("L").convert("1")
        return image.histogram()[0] / (image.width * image.height)

    def escaped(frequency: Frequency) -> str:
        return picture(frequency, "").svg.replace('"', '\\"')

    levels = [ink(count) for count in (0, 25, 50, 75, 100)]
    assert all(after - before > 0.08 for before, after in pairwise(levels)), levels


def test_nothing_of_a_person_is_in_what_the_file_says_of_itself(tmp_path: Path) -> None:
    said = about(made(tmp_path, DECK, full()))
    everything = "\n".join((*said.fields, *said.fields.values(), said.xmp))
    for words in ("verslaafd", "tuinieren", "werkrooster", "donderdag", "Operatie"):
        assert words not in everything
    assert not {"Author", "Subject", "Keywords"} & set(said.fields)
    for element in ("<dc:creator>", "<dc:description>", "<pdf:Keywords>"):
        assert element not in said.xmp
    assert said.fields["CreationDate"] == said.fields["ModDate"] == "D:20310203000000Z"


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pdf_bytes(DECK, full(), WALK, DAY) == pdf_bytes(DECK, full(), WALK, DAY)
    assert pdf_bytes(DECK, full(), WALK, DAY) != pdf_bytes(DECK, full(), WALK, date(2031, 2, 4))


def test_the_folder_where_we_are_need_not_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert pdf_bytes(SOUP_DECK, None, None, DAY)[:5] == b"%PDF-"


@pytest.mark.parametrize(("deck", "consult"), ALL)
def test_no_page_ends_with_a_heading(tmp_path: Path, deck: Deck, consult: Consult | None) -> None:
    headings = {f"{number}. {question.text}" for number, question in enumerate(deck.card.questions, 1)}
    headings |= {
        "De hele kaart",
        "De getallen van de kaart",
        "Wat gebeurt er nu?",
        "Dit zei u",
        deck.card.table_heading,
    }
    headings |= {"Dit vindt u fijn", "Hier maakt u zich zorgen over", "Dit is belangrijk voor u"}
    headings |= {f"{letter} {option.name}" for letter, option in zip("ABCDEF", deck.card.options, strict=False)}
    headings.add(" ".join(f"{letter} {option.name}" for letter, option in zip("AB", deck.card.options, strict=False)))
    for page in pages(made(tmp_path, deck, consult)):
        *body, foot = page
        assert re.fullmatch(rf"{deck.card.title} · .* op 03-02-2031 Bladzijde \d+ van \d+", foot)
        assert not headings & {re.sub(r" \(.* bekeken\)", "", line) for line in body[-1:]}


def test_an_ordinary_talk_is_one_page_and_the_card_two(tmp_path: Path) -> None:
    assert len(pages(made(tmp_path, DECK, ordinary(), short=True))) == 1
    assert len(pages(made(tmp_path, DECK, ordinary()))) == 3
    assert len(pages(made(tmp_path, DECK, None))) == 2


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_of_the_eight_talks_is_whole_in_both_standards_and_the_card_takes_two_pages(
    tmp_path: Path, name: str
) -> None:
    talk = EXAMPLES[name]
    is_hernia = talk.card == DECK.card
    deck = DECK if is_hernia else deck_for(talk.card)
    lengths = []
    for short in (True, False):
        path = tmp_path / "page.pdf"
        path.write_bytes(pdf_bytes(deck, talk.consult, talk.walk, DAY, short=short))
        assert problems(path) == []
        assert "<pdfuaid:part>1</pdfuaid:part>" in about(path).xmp
        assert "<pdfaid:part>2</pdfaid:part>" in about(path).xmp
        lengths.append(len(pages(path)))
    assert lengths[1] - lengths[0] == (2 if is_hernia else 3)  # three options are on paper on its side
    if name in ("sparse", "undecided", "fast-paging", "hostile", "three-options"):
        assert lengths[0] == 1
    said = text(path)
    for words in talk.card.texts():
        assert one_line(words) in said


def test_a_talk_that_is_too_long_for_its_page_says_at_the_foot_that_it_goes_on(tmp_path: Path) -> None:
    on = "Lees verder op de volgende bladzijde"
    said = pages(made(tmp_path, DECK, edits.note(ordinary(), None, "regel\n" * 40), short=True))
    assert [on in page for page in said] == [True, False]
    assert on not in text(made(tmp_path, DECK, ordinary()))


def test_a_long_note_goes_on_over_the_page_to_its_last_character(tmp_path: Path) -> None:
    words = " ".join(f"woord{number}" for number in range(450))
    note = f"{words}\nhet einde"
    said = text(made(tmp_path, DECK, edits.note(EMPTY, "risicos", note)))
    said = re.sub(r"( Lees verder op de volgende bladzijde)? Keuzekaart [^·]*·[^·]* Bladzijde \d+ van \d+ ", " ", said)
    assert f"“{words} het einde”" in said


def test_a_statement_longer_than_a_page_breaks_between_its_lines(tmp_path: Path) -> None:
    words = " ".join(f"woord{number}" for number in range(900))
    answers = CARD.questions[0].answers
    top = replace(answers[0][0], text=words)
    question = replace(CARD.questions[0], answers=((top, *answers[0][1:]), answers[1]))
    path = made(tmp_path, deck_for(replace(CARD, questions=(question,))), None)
    found = re.findall(r"woord\d+", text(path))
    assert list(dict.fromkeys(found)) == words.split()


def test_what_cannot_be_printed_is_a_square_and_the_page_says_so(tmp_path: Path) -> None:
    sentence = "Waar □ staat, stond een teken dat hier niet gedrukt kan worden."
    said = text(made(tmp_path, DECK, edits.note(EMPTY, None, "tuin \U00013000 é")))
    assert "tuin □ é" in said
    assert sentence in said
    assert sentence not in text(made(tmp_path, DECK, edits.note(EMPTY, None, "tuin é − ☐")))


def test_an_accent_typed_apart_from_its_letter_stays(tmp_path: Path) -> None:
    assert "□ crème" in text(made(tmp_path, DECK, edits.note(EMPTY, None, "\U00013000 cre\u0300me")))


@settings(deadline=None, max_examples=soaking(short=10, long=100))
@example("a\n\u0303b 風")  # an accent at the start of a line, and what no font has
@example("\u00ad" * 5000)  # which typst would take seconds for
@given(words=st.text(max_size=60) | st.text(st.sampled_from(NASTY), max_size=200))
def test_no_note_is_too_much_for_it(words: str) -> None:
    assert pdf_bytes(deck_for(replace(CARD, questions=())), edits.note(EMPTY, None, words), WALK, DAY)[:5] == b"%PDF-"
