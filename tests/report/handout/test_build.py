"""The content of the handout, independent of its format."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from herniatui.card.figures import figures
from herniatui.card.library import Deck
from herniatui.card.model import Card, Statement
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import Walk
from herniatui.report.handout.build import handout
from herniatui.report.handout.document import Handout, PrintedStatement
from herniatui.report.picture_text import describe_figure
from tests.card.any_card import cards
from tests.report.consults import CARD, full, seen
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, SOUP_DECK, WALK, deck_for
from tests.support.soak import soaking

LOOKED_UP = (
    *("paracetamol", "ibuprofen", "naproxen", "tramadol", "morfine"),
    *("fysiotherapeut", "pijn-polikliniek", "bedrijfsarts"),
)
DECKS = [pytest.param(deck, id=deck.card.id) for deck in (DECK, HOSTILE_DECK, SOUP_DECK)]


def page(consult: Consult | None = None, walk: Walk | None = None, deck: Deck = DECK) -> Handout:
    return handout(deck, consult, walk, DAY)


def lines(top: Iterable[PrintedStatement]) -> Iterator[PrintedStatement]:
    for line in top:
        yield line
        yield from lines(line.children)


def words(line: PrintedStatement) -> str:
    return "".join(piece.words for piece in line.pieces)


def line_of(made: Handout, text: str) -> PrintedStatement:
    (found,) = {line for part in made.parts for answer in part.answers for line in lines(answer) if words(line) == text}
    return found


def shape(items: Iterable[PrintedStatement | Statement]) -> list[object]:
    """Return the words of statements as a tree."""
    return [(item.text if isinstance(item, Statement) else words(item), shape(item.children)) for item in items]


def assert_words_of(card: Card, made: Handout) -> None:
    """Assert that the page has every word of the card, each in its place and in card order."""
    assert (made.title, made.question, made.table_heading) == (card.title, card.question, card.table_heading)
    assert (made.closing, [column.name for column in made.columns]) == (
        card.closing,
        [option.name for option in card.options],
    )
    assert shape(made.introduction) == shape(card.introduction)
    assert [(part.number, part.text) for part in made.parts] == [
        (number, question.text) for number, question in enumerate(card.questions, 1)
    ]
    for part, question in zip(made.parts, card.questions, strict=True):
        assert [shape(answer) for answer in part.answers] == [shape(answer) for answer in question.answers]


@pytest.mark.parametrize("deck", DECKS)
def test_the_page_has_all_words_of_the_card_in_order(deck: Deck) -> None:
    assert_words_of(deck.card, page(deck=deck))


@settings(deadline=None, max_examples=soaking(short=10, long=100))
@given(card=cards())
def test_the_page_has_all_words_of_any_card_in_order(card: Card) -> None:
    assert_words_of(card, page(deck=deck_for(card)))


def test_questions_chosen_first_do_not_change_the_order() -> None:
    assert full().chosen[0] == "risicos"
    assert_words_of(CARD, page(full(), WALK))


def test_a_mark_is_at_its_statement_and_no_other() -> None:
    made = page(edits.mark(edits.mark(EMPTY, "verslavend", Mark.WORRIES), "verslavend", Mark.EXPLAIN), WALK)
    marked = [line for part in made.parts for answer in part.answers for line in lines(answer) if line.marks]
    assert [words(line) for line in marked] == [
        "Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint."
    ]
    assert [(mark.sign, mark.words) for mark in marked[0].marks] == [
        ("−", "hier maak ik me zorgen over"),
        ("?", "hier wil ik meer uitleg over"),
    ]


@pytest.mark.parametrize("deck", DECKS)
def test_every_drawable_number_has_a_picture_with_its_text_alternative(deck: Deck) -> None:
    made = page(deck=deck)
    for part, question in zip(made.parts, deck.card.questions, strict=True):
        for option, answer in enumerate(part.answers):
            drawn = [picture.drawing.words for line in lines(answer) for picture in line.pictures]
            assert drawn == [describe_figure(figure) for figure in figures(question, option) if figure.frequency]


def test_the_clock_of_a_number_is_beside_its_picture() -> None:
    made = page()
    line = line_of(made, CARD.questions[1].answers[0][0].text)
    assert [key.words for key in line.pictures[0].keys] == [
        "75 van de 100 · binnen 12 weken (vanaf het begin van de klachten)",
        "de andere mensen: 25 van de 100",
    ]


def test_a_number_and_its_complement_share_one_picture_under_the_second() -> None:
    made = page()
    assert not line_of(made, "88 van de 100 mensen hebben geen beenklachten meer").pictures
    (picture,) = line_of(made, "12 van de 100 mensen hebben nog wel beenklachten").pictures
    assert [key.words for key in picture.keys] == ["88 van de 100", "12 van de 100"]
    assert line_of(made, "Na 1 jaar:").together


def test_a_picture_has_as_many_icons_as_the_whole() -> None:
    for part in page().parts:
        for answer in part.answers:
            for line in lines(answer):
                for picture in line.pictures:
                    drawn = sum(path.count("M") for path in re.findall(r' d="([^"]*)"', picture.drawing.svg))
                    assert drawn == (1000 if "1000" in picture.keys[0].words else 100)


def test_what_was_said_is_shown_as_given() -> None:
    made = page(full(), WALK)
    assert [(fact.label, fact.said) for fact in made.parts[2].facts] == [
        ("Uw voorkeur:", ("B Operatie (sterk)",)),
        ("Hoe belangrijk dit voor u is:", ("heel belangrijk",)),
        ("In uw eigen woorden:", ("“Mijn broer is verslaafd geweest.\nDat wil ik niet.”",)),
    ]
    assert [(fact.label, fact.said) for fact in made.outcome.facts] == [
        (
            "Hier wilde u het eerst over hebben:",
            ("Wat zijn de risico’s en bijwerkingen?", "Wanneer worden de klachten minder?"),
        ),
        ("In uw eigen woorden:", ("“Ik wil weer kunnen tuinieren 🌱”",)),
        ("Besluit:", ("nog niet beslissen",)),
        ("Hoe zeker u bent:", ("twijfel",)),
        (
            "Nodig of afgesproken:",
            ("tijd om na te denken", "mening van een andere arts", "“mijn werkrooster bekijken”"),
        ),
        ("We praten verder:", ("“donderdag, aan de telefoon”",)),
    ]
    assert made.dated == "Gesprek op 03-02-2031"


def test_a_decision_is_shown_with_what_is_agreed_for_later() -> None:
    made = page(edits.decide(full(), "operatie"), WALK)
    assert [fact.said for fact in made.outcome.facts if fact.label == "Besluit:"] == [("B Operatie",)]
    assert "tijd om na te denken" in str(made.outcome)
    assert [fact.said for fact in page(EMPTY, WALK).outcome.facts] == [("nog niets opgeschreven",)]


def test_unviewed_questions_are_noted_only_with_a_walk() -> None:
    assert [part.looked_at for part in page(full(), seen(("risicos", "bewegen"))).parts[1:3]] == [
        "nog niet bekeken",
        "B nog niet bekeken",
    ]
    assert {part.looked_at for made in (page(full()), page(None, WALK), page()) for part in made.parts} == {""}


def test_the_bare_card_has_no_answers_and_blank_space_for_all_of_them() -> None:
    made = page()
    assert made.outcome.facts == ()
    assert all(part.facts == () for part in made.parts)
    assert [choice.choices for choice in made.parts[0].choices] == [
        ("A Bewegen en medicijnen", "B Operatie", "geen"),
        ("een beetje belangrijk", "belangrijk", "heel belangrijk"),
    ]
    assert [choice.choices[-1] for choice in made.outcome.choices] == ["nog niet beslissen", "iets anders"]
    assert [writing.label for writing in (made.name, *made.outcome.writing)] == [
        "Naam (vul zelf in):",
        "We praten verder:",
        "Vragen? Bel dan:",
    ]
    assert made.dated == "Deze pagina is gemaakt op 03-02-2031"


def test_each_link_is_explained_once_and_only_known_pages_are_underlined() -> None:
    made = page()
    assert [(item.words, item.how, item.address) for item in made.explained][0::3] == [
        (("hernia",), "", "https://www.thuisarts.nl/hernia-in-rug/ik-heb-hernia-in-rug"),
        (
            LOOKED_UP,
            "Zoek het woord hier op:",
            "https://www.thuisarts.nl",
        ),
    ]
    line = line_of(made, CARD.questions[0].answers[1][0].text)
    assert [(piece.words, piece.address.rpartition("-")[2]) for piece in line.pieces if piece.address] == [
        ("hernia", "rug"),
        ("operatie", "voorbereiding"),
        ("narcose", "voorbereiding"),
    ]


def test_the_provenance_of_the_text_and_its_gaps_are_stated() -> None:
    origin = {section.heading: section.paragraphs for section in page().origin}
    assert f"Deze kaart: versie onbekend, controlecode {DECK.sha256[:8]}" in origin["Herkomst"]
    assert len(origin["Wat we niet weten"]) == 3
    assert "Toegevoegd door dit programma: geen woorden van de kaart" in origin


def test_a_card_without_numbers_needs_no_legend_of_icons() -> None:
    bare = replace(CARD, questions=CARD.questions[:1])
    assert not [key for key in page(deck=deck_for(bare)).legend if key.icon]
    assert [key for key in page().legend if key.icon]
