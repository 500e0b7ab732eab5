"""Groups, hints, explained words, links and bold of a card's makers are the same wherever the card is shown."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from msgspec.structs import replace
from rich.segment import Segment

from herniatui.card.links import linked_spans, links_of
from herniatui.card.model import Card, Question, Statement
from herniatui.card.quoted_words import bold_spans
from herniatui.cli.link_check import addresses
from herniatui.commands.looking_up import terms, texts_of_question
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Mark
from herniatui.consult.walk import CLOSING, Walk
from herniatui.report.card_text import card_text
from herniatui.report.formats import FORMATS
from herniatui.report.handout import html_bytes, pdf_bytes
from herniatui.storage.record import CardStamp, Record
from herniatui.tui.app import HerniaApp
from herniatui.tui.rows.layout import lay_out, wrap
from herniatui.tui.rows.statements import statement_rows
from herniatui.tui.rows.whole_card import lay_out_bands, whole_card
from herniatui.tui.terminal.themes import THEMES
from tests.linear.walking import walked
from tests.report.fhir.validators import against_schema, broken_invariants
from tests.support.printed import text
from tests.support.program import WORDS, deck_of
from tests.tui.driving import NOW, Talking, drawn_strips, new_store, talk
from tests.tui.test_mouse import click

DECK = deck_of(WORDS)
CARD = DECK.card
PATH = str(WORDS)
DAY = date(2031, 2, 3)
GROUPS = ["Voor het bakken", "Na het bakken"]
KNEADING = "Het deeg duwen en vouwen tot het soepel is."
HINT = "Kneden mag ook met een machine."


def statements(card: Card) -> list[Statement]:
    """Return every statement of the questions."""
    answers = [answer for question in card.questions for answer in question.answers]
    return [found for answer in answers for top in answer for found, _depth in top.walk()]


def bold_words(question: Question, *options: int) -> list[str]:
    """Return what the card has in bold at this question, word by word."""
    found = [statement for option in options for statement, _depth in question.statements(option)]
    spans = [each.text[start:end] for each in found for start, end in bold_spans(each.text, each.bold)]
    return " ".join(spans).split()


async def drawn_bold(keys: str, *, size: tuple[int, int], theme: str = "light", in_ascii: bool = False) -> list[str]:
    """Return the words in bold on screen that are not, where the card has nothing in bold; all else is the same."""
    plain = re.sub(r" +bold: .*\n", "", WORDS.read_text("utf-8"))
    folder = Path(mkdtemp(dir=Path.home()))
    folder.joinpath("card.yaml").write_text(plain, "utf-8")
    folder.joinpath("additions.yaml").write_bytes(WORDS.with_name("additions.yaml").read_bytes())
    shown = []
    for path in (WORDS, folder / "card.yaml"):
        app = HerniaApp(deck_of(path), theme=theme, ascii_only=in_ascii, today=NOW.date, store=new_store())
        async with app.run_test(size=size) as pilot:
            talking = Talking(app, pilot)
            await talking.press(keys)
            shown.append([list(strip) for strip in drawn_strips(app)])
        app.session.close(keep=True)
    ours, theirs = ([[cell for segment in strip for cell in cells(segment)] for strip in strips] for strips in shown)
    assert [[sign for sign, *_ in line] for line in ours] == [[sign for sign, *_ in line] for line in theirs]
    assert [[look for _sign, _bold, look in line] for line in ours] == [
        [look for _sign, _bold, look in line] for line in theirs
    ]
    marked = (
        "".join(one[0] if one[1] and not other[1] else " " for one, other in zip(*lines, strict=True))
        for lines in zip(ours, theirs, strict=True)
    )
    return " ".join(marked).split()


def cells(segment: Segment) -> list[tuple[str, bool, object]]:
    text, style, _control = segment
    return [(sign, bool(style and style.bold), (style.color, style.bgcolor) if style else None) for sign in text]


@pytest.mark.parametrize(("theme", "in_ascii"), [*((theme.name, False) for theme in THEMES), ("light", True)])
async def test_exactly_what_is_bold_on_the_card_is_bold_in_every_theme_and_in_ascii(theme: str, in_ascii: bool) -> None:
    found = await drawn_bold("1 b", size=(100, 30), theme=theme, in_ascii=in_ascii)
    assert found == bold_words(CARD.questions[0], 1) == ["de", "starter"]


@pytest.mark.parametrize(
    ("keys", "size", "expected"),
    [
        ("", (100, 30), ["twee", "soorten"]),
        ("1", (60, 18), ["meteen", "rijzen"]),
        ("1", (40, 12), ["meteen"]),
        ("2 p", (100, 30), ["binnen", "2", "uur", "binnen", "8", "uur"]),
    ],
)
async def test_bold_is_drawn_in_every_layout(keys: str, size: tuple[int, int], expected: list[str]) -> None:
    assert await drawn_bold(keys, size=size) == expected


@pytest.mark.parametrize(("keys", "numbers"), [("1 z", [0]), ("f3", [0, 1, 2])])
async def test_bold_is_drawn_beside_each_other_and_on_the_whole_card(keys: str, numbers: list[int]) -> None:
    found = await drawn_bold(keys, size=(140, 60))
    introduction = ["twee", "soorten"] if keys == "f3" else []
    expected = [word for number in numbers for word in bold_words(CARD.questions[number], 0, 1)]
    assert sorted(found) == sorted(introduction + expected)


# Groups and hints.


@pytest.mark.parametrize(("size", "is_shown"), [((100, 30), True), ((80, 24), True), ((60, 18), False)])
async def test_a_question_has_its_group_above_it_where_there_is_room_and_its_hint_always(
    size: tuple[int, int], is_shown: bool
) -> None:
    async with talk("", card=PATH, size=size) as talking:
        await talking.press("end" if size == (60, 18) else "")
        for number, group in enumerate((GROUPS[0], GROUPS[0], GROUPS[1]), 1):
            await talking.press(str(number))
            for _option in range(2):
                assert (group in talking.words) == is_shown
                assert CARD.questions[number - 1].hint in talking.words
                await talking.press("b")


async def test_a_small_window_loses_no_line_to_a_group_and_the_calm_layout_has_the_hint_first() -> None:
    async with talk("1", card=PATH, size=(40, 12)) as talking:
        assert GROUPS[0] not in talking.text
        assert HINT in talking.words
        await talking.press("enter")
        assert "oven" in talking.words
        assert HINT not in talking.words


async def test_start_lists_questions_under_their_groups_and_a_small_window_without() -> None:
    async with talk("", card=PATH) as talking:
        lines = [line.strip() for line in talking.lines]
        shown = [line for line in lines if line in GROUPS or "[ ]" in line]
        assert [shown.index(group) for group in GROUPS] == [0, 3]
    async with talk("", card=PATH, size=(40, 14)) as talking:
        await talking.press("down down down")
        assert GROUPS[1] not in talking.text


async def test_the_whole_card_has_each_group_once_and_each_hint() -> None:
    async with talk("f3", card=PATH, size=(140, 60)) as talking:
        assert [talking.text.count(group) for group in GROUPS] == [1, 1]
        assert all(question.hint in talking.words for question in CARD.questions)


async def test_the_whole_card_opens_at_the_group_of_the_question() -> None:
    async with talk("3 f3", card=PATH, size=(80, 24)) as talking:
        lines = [" ".join(line.split()).strip("▲ ") for line in talking.lines]
        assert lines.index(GROUPS[1]) == lines.index("3 Hoe vaak lukt het?") - 1


# Explained words and links.


@pytest.mark.parametrize("option", [0, 1])
async def test_an_explained_word_is_underlined_and_shown_with_its_address(option: int) -> None:
    async with talk(f"2 {'ab'[option]} t", card=PATH) as talking:
        page = talking.words.replace("▌ ", "")
        assert f"kneden {KNEADING} https://www.example.org/kneden" in page
        assert "In deze regel" in page


def test_an_explanation_is_as_near_from_every_option() -> None:
    links = DECK.links
    for question in CARD.questions:
        for option in range(2):
            for statement, _depth in question.statements(option):
                words = [statement.text[slice(*span)].lower() for span in linked_spans(statement.text, links)]
                found = terms(texts_of_question(CARD, question, option, statement.id), links)
                here = [term.word for term, heading in found if heading == "In deze regel"]
                assert sorted(dict.fromkeys(words)) == sorted(here)
                for entry in CARD.glossary:
                    stands = re.search(rf"\b{entry.words[0]}\b", statement.text, re.IGNORECASE)
                    assert (entry.words[0] in here) == bool(stands)


async def test_words_of_the_head_are_looked_up_from_a_line_without_any() -> None:
    async with talk("3 b t", card=PATH, size=(80, 24)) as talking:
        assert "Het zachte deel van brood." in talking.words
        assert "openen in de browser" not in talking.text
        await talking.press("enter")
        assert "De kaart legt dit woord zelf uit; er is geen adres bij." in talking.words


@pytest.mark.parametrize(
    ("piece", "address"),
    [
        ("www.brood", "https://www.brood.example.org/recept?soort=zuur"),
        ("zuur (met", "https://www.brood.example.org/recept?soort=zuur"),
        ("hier", "https://brood.example.org/filmpje"),
    ],
)
async def test_a_click_on_a_piece_of_a_link_looks_up_all_of_it(piece: str, address: str) -> None:
    async with talk("1 z b down", card=PATH, size=(100, 40)) as talking:
        await click(talking, piece, 1)
        page = "".join(line[3:60].rstrip() for line in talking.lines)
        assert page.index("Het woord waar u op klikte") < page.index(address) < page.index("B  Zuurdesem")


async def test_a_click_on_the_whole_card_looks_up_the_word_of_its_statement() -> None:
    async with talk("f3", card=PATH, size=(140, 60)) as talking:
        await click(talking, "starter.", 1)
        assert "Meel en water die al een week staan te borrelen." in talking.words


def test_addresses_in_the_words_and_links_of_a_card_can_be_checked() -> None:
    assert addresses(DECK) == [
        "https://www.brood.example.org/recept?soort=zuur",
        "https://brood.example.org/oven",
        "https://brood.example.org/starter",
        "https://brood.example.org/filmpje",
        "https://www.example.org/kneden",
        "https://www.example.org",
    ]


# Fairness: what the makers mark is all that is marked.


@pytest.mark.parametrize("width", [52, 97, 147])
def test_with_the_options_exchanged_their_marks_are_exchanged_and_nothing_else(width: int) -> None:
    there = replace(CARD, questions=tuple(replace(each, answers=each.answers[::-1]) for each in CARD.questions))
    for question, after in zip(CARD.questions, there.questions, strict=True):
        for option in range(2):
            one, other = (
                [
                    (line.text, line.pieces, line.links, line.bold)
                    for line in lay_out(list(statement_rows(asked, index, "p", links_of(card, ()))), width)
                ]
                for card, asked, index in ((CARD, question, option), (there, after, 1 - option))
            )
            assert one == other
    grids = [
        [
            [(part.text, part.links, part.bold) for part in (parts if card is CARD else parts[::-1])]
            for parts in lay_out_bands(list(whole_card(card, True, links_of(card, ()))), card, 140, wrap).lines
            if len(parts) > 1 and not parts[0].text.startswith(("A  ", "B  "))
        ]
        for card in (CARD, there)
    ]
    assert grids[0] == grids[1]


# Lines, paper, data.


def test_in_lines_groups_hints_and_explanations_are_told() -> None:
    told = walked(["1", "", "t", "b", "t 1", "", ""], card=WORDS).lines
    start = told.index("Waar wilt u het over hebben?")
    assert told[start + 1 : start + 6] == [GROUPS[0], "1. Hoe maakt u het deeg?", "2. Hoe lang duurt het?", GROUPS[1],
                                           "3. Hoe vaak lukt het?"]  # fmt: skip
    question = told.index("Vraag 1 van 3: Hoe maakt u het deeg?")
    assert (told[question - 1], told[question + 1]) == (GROUPS[0], HINT)
    assert "De kaart legt uit: kneden. Typ t." in told[question:]
    assert "De kaart legt uit: kneden en starter. Typ t." in told[question:]
    assert f"1. kneden: {KNEADING}" in told
    card = walked(["f3"], card=WORDS).lines
    assert [card[card.index("Vraag 1 van 3: Hoe maakt u het deeg?") - 1 :].count(group) for group in GROUPS] == [1, 1]


def test_shown_as_text_it_has_the_words_of_the_makers_and_a_list_of_what_they_explain() -> None:
    lines = card_text(DECK).split("\n")
    at = lines.index(GROUPS[0])
    assert lines[at : at + 4] == [GROUPS[0], "", "1. Hoe maakt u het deeg?", HINT]
    at = lines.index("Uitleg bij woorden")
    assert lines[at + 1 : at + 6] == [
        f"- kneden: {KNEADING}",
        "- oven: https://brood.example.org/oven",
        "- starter: Meel en water die al een week staan te borrelen. https://brood.example.org/starter",
        "- hier: https://brood.example.org/filmpje",
        "- kruim: Het zachte deel van brood.",
    ]
    for words in CARD.texts():
        assert words in "\n".join(lines)


def test_on_paper_words_have_numbered_notes_and_bold_is_that_of_the_card(tmp_path: Path) -> None:
    page = html_bytes(DECK, None, None, DAY).decode()
    body = page[page.index("<main>") :]
    notes = re.findall(r'<li id="n(\d)">\[\1\] <span>([^:]+):', body)
    assert notes == [("1", "kneden"), ("2", "oven"), ("3", "starter"), ("4", "hier"), ("5", "kruim")]
    assert set(re.findall(r'<a href="#n(\d)">\[\1\]</a>', body)) == {number for number, _word in notes}
    table = body[: body.index('id="uitleg"')]
    bold = [words for statement in statements(CARD) for words in _pieces(statement)]
    assert re.findall(r"<b>([^<]*)</b>", table) == ["twee soorten", *bold]
    assert len(re.findall(r"neden</a><sup><a href=.#n1.>", table)) == 6
    assert re.findall(r"<h(\d)[^>]*>(?:\d\. )?(Voor het bakken|Hoe maakt u het deeg\?|Na het bakken)", table) == [
        ("2", "Voor het bakken"), ("3", "Hoe maakt u het deeg?"), ("2", "Na het bakken"),
    ]  # fmt: skip
    (tmp_path / "page.pdf").write_bytes(pdf_bytes(DECK, None, None, DAY))
    printed = " ".join(text(tmp_path / "page.pdf").split())
    assert f"[1] kneden: {KNEADING}" in printed
    assert printed.index(GROUPS[0]) < printed.index("1. Hoe maakt u het deeg?") < printed.index("mag ook met een")
    assert "https://brood.example.org/filmpje" in printed.replace(" ", "")


def _pieces(statement: Statement) -> list[str]:
    """Return the bold words of a statement as they are printed, cut where a link begins or ends."""
    edges = {edge for span in linked_spans(statement.text, DECK.links) for edge in span}
    return [
        statement.text[first:last]
        for start, end in bold_spans(statement.text, statement.bold)
        for first, last in zip(
            sorted({start, *(edge for edge in edges if start < edge < end)}),
            sorted({end, *(edge for edge in edges if start < edge < end)}),
            strict=True,
        )
    ]


def test_exports_have_groups_of_questions_hints_and_the_glossary() -> None:
    when = datetime(2031, 2, 3, tzinfo=UTC)
    consult = edits.mark(EMPTY, "zuur-lukt", Mark.WORRIES)
    record = Record(CardStamp("deeg"), when, when, 1, consult, Walk(CLOSING))
    for form in FORMATS.values():
        assert form.render(DECK, record, when.date(), soep=True, words=True, full=True)
    bundle = json.loads(FORMATS["fhir"].render(DECK, record, when.date(), soep=True))
    assert against_schema(bundle) == []
    assert broken_invariants(bundle) == []
    resources = {entry["resource"]["resourceType"]: entry["resource"] for entry in bundle["entry"]}
    items = {item["linkId"]: item for item in _items(resources["Questionnaire"]["item"])}
    group = items["question/lukken/group"]
    assert (group["type"], group["text"]) == ("group", "Na het bakken")
    assert [item["linkId"] for item in group["item"]] == ["question/lukken"]
    assert [item["linkId"] for item in items["question/maken/group"]["item"]] == ["question/maken", "question/duur"]
    assert items["question/maken/hint"]["text"] == HINT
    assert (items["card/glossary/1"]["prefix"], items["card/glossary/1"]["text"]) == ("kneden", KNEADING)
    answered = {item["linkId"] for item in _items(resources["QuestionnaireResponse"]["item"])}
    assert {"question/lukken/group", "question/lukken", "statement/zuur-lukt/marks"} <= answered


def _items(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        yield from _items(item.get("item", []))
