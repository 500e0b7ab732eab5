"""The content of the handout, independent of its format."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from herniatui.card.figures import figures
from herniatui.card.library import Deck
from herniatui.card.model import Card, Frequency, Relation, Statement
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark
from herniatui.consult.walk import Walk
from herniatui.report.handout.build import handout
from herniatui.report.handout.document import Handout, PrintedStatement, QuestionPart
from herniatui.report.handout.svg import Drawing
from herniatui.report.handout.table import Answers, whole_answers
from herniatui.report.handout.table import _height as height
from herniatui.report.icons import PictureForm, form
from herniatui.report.phrases import EMPTY_CELL
from tests.card.any_card import cards
from tests.report.consults import CARD, full, seen
from tests.report.handout.handouts import DAY, DECK, HOSTILE_DECK, SOUP_DECK, WALK, deck_for
from tests.support.soak import soaking

DECKS = [pytest.param(deck, id=deck.card.id) for deck in (DECK, HOSTILE_DECK, SOUP_DECK)]


def page(consult: Consult | None = None, walk: Walk | None = None, deck: Deck = DECK) -> Handout:
    return handout(deck, consult, walk, DAY)


def lines(top: Iterable[PrintedStatement]) -> Iterator[PrintedStatement]:
    for line in top:
        yield line
        yield from lines(line.children)


def words(line: PrintedStatement) -> str:
    return "".join(piece.words for piece in line.pieces)


def answers(part: QuestionPart) -> Answers:
    """Return the statements of a question for each option."""
    return whole_answers(part.rows)


def printed(made: Handout) -> list[PrintedStatement]:
    """Return every statement on the pages of the card."""
    assert made.card
    return [line for part in made.card.parts for answer in answers(part) for line in lines(answer)]


def shape(items: Iterable[PrintedStatement | Statement]) -> list[object]:
    """Return the words of statements as a tree."""
    return [(item.text if isinstance(item, Statement) else words(item), shape(item.children)) for item in items]


def assert_words_of(card: Card, made: Handout) -> None:
    """Assert that the page has every word of the card, each in its place and in card order."""
    assert made.card
    assert (made.title, made.question, made.card.table_heading) == (card.title, card.question, card.table_heading)
    assert (made.card.closing, [column.name for column in made.card.columns]) == (
        card.closing,
        [option.name for option in card.options],
    )
    assert shape(made.card.introduction) == shape(card.introduction)
    assert [(part.number, part.text) for part in made.card.parts] == [
        (number, question.text) for number, question in enumerate(card.questions, 1)
    ]
    for part, question in zip(made.card.parts, card.questions, strict=True):
        empty: list[object] = [(f"({EMPTY_CELL})", [])]
        assert [shape(answer) for answer in answers(part)] == [shape(answer) or empty for answer in question.answers]
        ours = [line for answer in answers(part) for line in lines(answer) if line.is_ours]
        assert len(ours) == question.answers.count(())


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


@settings(deadline=None, max_examples=soaking(short=10, long=200))
@given(card=cards())
def test_a_page_may_end_after_any_row_with_something_of_every_option_on_both_sides(card: Card) -> None:
    for part in page(deck=deck_for(card)).card.parts:  # type: ignore[union-attr]
        assert all(answer for row in part.rows for answer in row)


def test_a_long_question_has_rows_that_are_no_higher_together_than_its_longest_answer() -> None:
    made = page().card
    assert made
    assert [len(part.rows) for part in made.parts] == [4, 2, 6, 1, 3]
    for part in made.parts:
        heights = [[sum(map(height, answer)) for answer in row] for row in part.rows]
        longest = max(map(sum, zip(*heights, strict=True)))
        assert sum(map(max, heights)) <= longest + 2


def test_an_answer_longer_than_a_page_is_under_the_other_not_beside_it() -> None:
    long = tuple(Statement(f"lang-{number}", "Dit is een regel van de kaart. " * 3) for number in range(40))
    question = replace(CARD.questions[0], answers=(long, long[:1]))
    made = page(deck=deck_for(replace(CARD, questions=(question, *CARD.questions[1:])))).card
    assert made
    assert [part.stacked for part in made.parts] == [True, False, False, False, False]


def test_a_mark_is_at_its_statement_and_no_other() -> None:
    made = page(edits.mark(edits.mark(EMPTY, "verslavend", Mark.WORRIES), "verslavend", Mark.EXPLAIN), WALK)
    marked = [line for line in printed(made) if line.marks]
    assert [words(line) for line in marked] == [
        "Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint."
    ]
    assert [(mark.sign, mark.words) for mark in marked[0].marks] == [
        ("−", "hier maak ik me zorgen over"),
        ("?", "hier wil ik meer uitleg over"),
    ]
    assert made.card
    assert made.card.hint == "Uw tekens: − zorgen, ? uitleg."


@pytest.mark.parametrize("deck", DECKS)
def test_every_number_is_in_a_row_with_its_text_alternative(deck: Deck) -> None:
    made = page(deck=deck).card
    assert made
    drawn = [drawing.words for row in made.numbers.rows for drawing in row.drawings if isinstance(drawing, Drawing)]
    on_card = [
        figure.frequency.quote
        for question in deck.card.questions
        for option in range(len(deck.card.options))
        for figure in figures(question, option)
        if figure.frequency and form(figure.frequency) is not PictureForm.WORDS
    ]
    assert sorted(drawn) == sorted(on_card)


def test_options_are_level_only_where_the_outcome_has_the_same_words() -> None:
    made = page().card
    assert made
    both = [row for row in made.numbers.rows if all(row.drawings)]
    assert [[text.words for text in row.texts] for row in both] == [
        ["Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer"]
    ]
    assert len(made.numbers.rows) == 9


def test_the_same_outcome_with_another_number_is_level_and_names_both() -> None:
    question = CARD.questions[3]
    few, many = (
        Statement(
            f"ontsteking-{count}", f"Ontsteking (bij {count} van de 100 mensen). Dat gaat over.", False, (number,)
        )
        for count in (3, 8)
        for number in [Frequency(f"{count} van de 100", count, 100, Relation.EXACTLY)]
    )
    card = replace(CARD, questions=(replace(question, answers=((few,), (many,))),))
    made = page(deck=deck_for(card)).card
    assert made
    (row,) = made.numbers.rows
    assert [(text.letters, text.words, text.aside) for text in row.texts] == [
        ("A", "Ontsteking (bij 3 van de 100 mensen).", "de andere mensen: 97 van de 100"),
        ("B", "Ontsteking (bij 8 van de 100 mensen).", "de andere mensen: 92 van de 100"),
    ]


def test_a_number_is_told_from_both_sides_and_with_its_clock() -> None:
    made = page().card
    assert made
    told = [(text.words, text.aside) for row in made.numbers.rows for text in row.texts]
    assert told[:3] == [
        (
            "Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken (vanaf het begin van de "
            "klachten).",
            "de andere mensen: 25 van de 100",
        ),
        (
            "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer",
            "12 van de 100 mensen hebben nog wel beenklachten",
        ),
        (
            "Pijnstiller die ontstekingen remt: Buikpijn, misselijk zijn en diarree (bij 20 van de 100 mensen).",
            "de andere mensen: 80 van de 100",
        ),
    ]
    assert all(aside for _words, aside in told)


def test_a_picture_has_as_many_icons_as_the_whole_and_all_have_one_scale() -> None:
    made = page().card
    assert made
    for row in made.numbers.rows:
        for drawing in row.drawings:
            if not isinstance(drawing, Drawing):
                continue
            icons = sum(path.count("M") for path in re.findall(r' d="([^"]*)"', drawing.svg))
            assert (icons, drawing.height) == (1000 if row.is_wide else 100, 10)


def said(made: Handout) -> dict[str, list[tuple[str, list[str]]]]:
    """Return what was said by section: the subject of each fact, and the answers."""
    assert made.talk
    return {
        section.heading: [(fact.label, [words.text for words in fact.said]) for fact in section.facts]
        for section in made.talk.sections
    }


def test_what_was_said_is_shown_as_given() -> None:
    made = page(full(), WALK)
    assert said(made) == {
        "Dit zei u": [
            ("", ["Ik wil weer kunnen tuinieren 🌱"]),
            ("3. Wat zijn de risico’s en bijwerkingen?", ["Mijn broer is verslaafd geweest.\nDat wil ik niet."]),
        ],
        "Dit vindt u fijn": [
            (
                "A Bewegen en medicijnen",
                [
                    "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer",
                    "Prikken in de rug: als u veel pijn houdt ondanks genoeg pijnstillers. Een neuroloog kan u "
                    "doorsturen naar een pijn-polikliniek. In de prikken zitten medicijnen tegen ontstekingen.",
                ],
            ),
            ("B Operatie", ["Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer"]),
        ],
        "Hier maakt u zich zorgen over": [
            (
                "A Bewegen en medicijnen",
                [
                    "Pijnstiller die ontstekingen remt: Bloeding in maag of darmen (bij minder dan 1 van de 100 "
                    "mensen). Daarom krijgt u soms een extra medicijn dat uw maag beschermt.",
                    "Heel sterke pijnstillers: Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee "
                    "begint.",
                ],
            ),
            (
                "B Operatie",
                [
                    "Heel ernstige problemen (bij 1 van de 1000 mensen). Zoals verlamming of pijn in het been die niet "
                    "meer overgaat.",
                ],
            ),
        ],
        "Hier wilt u nog uitleg over": [
            (
                "A Bewegen en medicijnen",
                [
                    "Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken (vanaf het begin "
                    "van de klachten).",
                    "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer",
                ],
            ),
            (
                "B Operatie",
                [
                    "Heel ernstige problemen (bij 1 van de 1000 mensen). Zoals verlamming of pijn in het been die niet "
                    "meer overgaat.",
                ],
            ),
        ],
        "Dit is belangrijk voor u": [
            (
                "3. Wat zijn de risico’s en bijwerkingen?",
                ["heel belangrijk; u wilde hier eerst over praten; uw voorkeur: B Operatie (sterk)"],
            ),
            ("1. Wat gebeurt er bij de behandeling?", ["belangrijk; uw voorkeur: geen"]),
            (
                "2. Wanneer worden de klachten minder?",
                ["een beetje belangrijk; u wilde hier eerst over praten; uw voorkeur: A Bewegen en medicijnen"],
            ),
        ],
    }
    assert made.dated == "Gesprek op 03-02-2031"


def test_a_marked_number_has_its_other_side_beside_it() -> None:
    talk = page(full(), WALK).talk
    assert talk
    asides = {words.text: words.aside for section in talk.sections for fact in section.facts for words in fact.said}
    after_a_year = "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer"
    assert asides[after_a_year] == "12 van de 100 mensen hebben nog wel beenklachten"
    assert all(aside for text, aside in asides.items() if "van de 100" in text)


def test_the_outcome_stands_at_the_top_with_what_is_needed_and_when() -> None:
    talk = page(full(), WALK).talk
    assert talk
    assert (talk.decision_label, talk.decision) == ("", "U beslist later")
    assert [(fact.label, [words.text for words in fact.said]) for fact in talk.facts] == [
        ("Hoe zeker u bent:", ["twijfel"]),
        ("Nodig of afgesproken:", ["tijd om na te denken", "mening van een andere arts", "mijn werkrooster bekijken"]),
        ("We praten verder:", ["donderdag, aan de telefoon"]),
    ]
    assert (talk.next.facts, talk.blanks) == ((), ("Vragen? Bel dan:", "Bel eerder als:"))


def test_a_decision_is_named_and_what_is_agreed_is_what_happens_now() -> None:
    talk = page(edits.decide(full(), "operatie"), WALK).talk
    assert talk
    assert (talk.decision_label, talk.decision) == ("Uw besluit:", "Operatie")
    assert [fact.label for fact in talk.next.facts] == ["Nodig of afgesproken:", "We praten verder:"]


def test_without_anything_said_the_page_has_the_lines_to_fill_in_and_no_empty_section() -> None:
    talk = page(EMPTY, WALK).talk
    assert talk
    assert (talk.decision, talk.sections) == ("Er is nog geen besluit opgeschreven", ())
    assert talk.blanks == ("Afspraak:", "Vragen? Bel dan:", "Bel eerder als:")


def test_an_explanation_that_was_given_is_not_still_to_be_explained() -> None:
    consult = edits.mark(edits.mark(EMPTY, "lek", Mark.EXPLAIN), "lek", Mark.EXPLAINED)
    assert list(said(page(consult, WALK))) == ["Dit is u uitgelegd"]


def test_of_very_many_marks_the_rest_is_announced_and_stands_on_the_card_or_on_the_page_alone() -> None:
    consult = EMPTY
    for question in CARD.questions:
        for option in range(2):
            for statement, _depth in question.statements(option):
                consult = edits.mark(consult, statement.id, Mark.APPEALS)
    marks = len(consult.marks)
    whole, alone = handout(DECK, consult, WALK, DAY).talk, handout(DECK, consult, WALK, DAY, short=True).talk
    assert whole
    assert alone
    assert sum(len(fact.said) for fact in whole.sections[0].facts) == 30
    assert whole.sections[0].more == f"En nog {marks - 30} zinnen: zie de tekens op de kaart."
    assert sum(len(fact.said) for fact in alone.sections[0].facts) == marks
    assert alone.sections[0].more == ""


def test_unviewed_questions_are_noted_only_with_a_walk() -> None:
    def looked_at(made: Handout) -> list[str]:
        assert made.card
        return [part.looked_at for part in made.card.parts]

    assert looked_at(page(full(), seen(("risicos", "bewegen"))))[1:3] == ["nog niet bekeken", "B nog niet bekeken"]
    assert {text for made in (page(full()), page(None, WALK), page()) for text in looked_at(made)} == {""}


def test_the_blank_card_has_no_page_about_a_talk_and_says_what_to_do_with_a_pen() -> None:
    made = page()
    assert made.talk is None
    assert made.card
    assert made.card.hint == "Zet met een pen een kring om wat u wilt bespreken."
    assert made.dated == "Deze pagina is gemaakt op 03-02-2031"


def test_the_short_page_has_no_card_and_a_blank_card_cannot_be_short() -> None:
    assert handout(DECK, full(), WALK, DAY, short=True).card is None
    assert handout(DECK, None, None, DAY, short=True) == handout(DECK, None, None, DAY)


def test_the_code_is_of_the_page_about_the_subject_and_only_known_pages_are_underlined() -> None:
    made = page(full())
    assert made.talk
    assert made.card
    assert made.talk.code == made.card.code
    assert made.card.code
    assert made.card.code.address == "https://www.thuisarts.nl/hernia-in-rug/ik-heb-hernia-in-rug"
    (line,) = [line for line in printed(made) if words(line) == CARD.questions[0].answers[1][0].text]
    assert [(piece.words, piece.address.rpartition("-")[2]) for piece in line.pieces if piece.address] == [
        ("hernia", "rug"),
        ("operatie", "voorbereiding"),
        ("narcose", "voorbereiding"),
    ]


def test_the_provenance_of_the_text_is_one_line() -> None:
    made = page().card
    assert made
    assert made.origin == (
        "Op de kaart genoemd: Kennisinstituut van de Federatie Medisch Specialisten (ondersteuning bij het maken); "
        f"versie onbekend, controlecode {DECK.sha256[:8]}. Letters, tekens, strepen, rondjes en code zijn van dit "
        "programma."
    )


def test_a_card_without_numbers_needs_no_legend_of_icons() -> None:
    made = page(deck=deck_for(replace(CARD, questions=CARD.questions[:1]))).card
    assert made
    assert (made.numbers.rows, made.numbers.legend) == ((), ())
