"""What a summary says, and what it never does."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.library import shipped
from herniatui.card.model import Card
from herniatui.card.reader import read_card
from herniatui.consult import saying
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from herniatui.consult.walk import Walk
from herniatui.report.summary import summary
from tests.report.consults import CARD, HOSTILE_CARD, full, seen
from tests.support.program import HOSTILE, THREE_OPTIONS

DAY = date(2031, 2, 3)
ALL_SEEN = seen(*((question.id, option.id) for question in CARD.questions for option in CARD.options))
ALL_CARDS = [pytest.param(read_card(path), id=path.parent.name) for path in (*shipped(), THREE_OPTIONS, HOSTILE)]


def told(consult: Consult, walk: Walk = ALL_SEEN, card: Card = CARD) -> str:
    return summary(card, consult, walk, DAY)


@pytest.mark.parametrize("card", ALL_CARDS)
def test_a_marked_statement_stands_whole_on_one_line_with_its_option_and_its_headings(card: Card) -> None:
    for question in card.questions:
        for option, answer in zip(card.options, question.answers, strict=True):
            for top in answer:
                for statement, _depth in top.walk():
                    lines = told(saying.mark(EMPTY, statement.id, Mark.WORRIES), Walk(), card).split("\n")
                    (line,) = (line for line in lines if line.startswith("− hier maak ik me zorgen over: "))
                    assert f"{statement.text} [" in line
                    assert line.endswith(f" {option.short}]")


def test_a_number_under_a_heading_is_never_told_without_it() -> None:
    for statement in ("operatie-geen-klachten", "operatie-wel-klachten"):
        (line,) = (
            line for line in told(saying.mark(EMPTY, statement, Mark.EXPLAIN)).split("\n") if "meer uitleg" in line
        )
        assert re.search(r": Na 1 jaar: (88|12) van de 100 mensen ", line)


def test_twelve_weeks_are_never_told_without_when_they_begin() -> None:
    text = told(saying.mark(EMPTY, "binnen-12-weken", Mark.APPEALS))
    assert "binnen 12 weken (vanaf het begin van de klachten)" in text


def test_hostile_texts_of_a_card_come_out_as_they_are() -> None:
    consult = EMPTY
    for statement in ("rode-opmaak", "sluit-niets", "klik", "open", "accolades", "procent", "schuine-n", "getal"):
        consult = saying.mark(consult, statement, Mark.APPEALS)
    consult = saying.choose(saying.prefer(consult, "opmaak", "rood"), "citaten")
    text = told(consult, Walk(), HOSTILE_CARD)
    assert text.split("\n")[:3] == [
        "Vliegers [red]rood[/red] of [@click=app.quit]blauw[/]",
        "[b]Welke[/b] vlieger, {} of %s?",
        "Besproken op 03-02-2031. Versie van de kaart: [1.0].",
    ]
    assert "- “Aanhalingstekens” ’s avonds, \"recht\" en 'enkel'" in text
    assert "Voorkeur: A [red]Rood[/red]\n" in text
    for nasty in ("[red]rood[/red]", "[/x]", "[@click=app.quit]x[/]", "[b", "{}", "%s"):
        assert f"+ dit vind ik fijn: {nasty} [A [red]Rood[/red]]\n" in text
    assert "+ dit vind ik fijn: eerste\\ntweede\\ttabel\\u0041\\x1b[31m [A" in text
    assert "+ dit vind ik fijn: [i]Na 1 jaar[/i]: [b]88 van de 100[/b] vliegers {hangen} nog [B Blauw 風箏]" in text


@settings(deadline=None)
@given(words=st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=100))
def test_what_people_say_comes_out_as_they_said_it_in_quotation_marks(words: str) -> None:
    consult = saying.note(saying.note(EMPTY, "risicos", words), None, words)
    consult = saying.come_back(saying.need_other(consult, words), words)
    assert told(consult).count(f"“{words.strip()}”") == (4 if words.strip() else 0)


def test_a_preference_a_weight_and_their_absence_are_told_as_given() -> None:
    question, preferred = "risicos", []
    consult = saying.prefer(EMPTY, question, "bewegen")
    for said in (consult, saying.prefer(consult, question, "bewegen"), saying.prefer_none(EMPTY, question)):
        preferred += [line for line in told(said).split("\n") if line.startswith("Voorkeur")]
    assert preferred == [
        "Voorkeur: A Bewegen en medicijnen",
        "Voorkeur: A Bewegen en medicijnen (sterk)",
        "Voorkeur: geen",
    ]
    assert "Weegt" not in told(consult)
    weight, weights = EMPTY, []
    for _ in range(3):
        weight = saying.weigh(weight, question)
        weights += [line for line in told(weight).split("\n") if line.startswith("Weegt")]
    assert weights == ["Weegt mee: een beetje belangrijk", "Weegt mee: belangrijk", "Weegt mee: heel belangrijk"]
    assert "Voorkeur" not in told(weight)
    assert "Weegt" not in told(saying.weigh(weight, question))


@pytest.mark.parametrize(
    ("walk", "heading"),
    [
        (ALL_SEEN, "Wel bekeken, niets over gezegd:"),
        (seen(("risicos", "bewegen")), "Nog niet alles bekeken:"),
        (Walk(), "Niet bekeken:"),
    ],
)
def test_a_question_of_which_nothing_was_said_is_named_with_how_far_it_was_looked_at(walk: Walk, heading: str) -> None:
    blocks = told(EMPTY, walk).split("\n\n")
    (block,) = (block for block in blocks if "- 3. Wat zijn de risico’s en bijwerkingen?" in block)
    assert block.startswith(heading)


def test_every_question_of_the_card_is_named_once_whatever_was_said_or_seen() -> None:
    for consult in (EMPTY, full(), saying.weigh(EMPTY, "weer-doen")):
        for walk in (Walk(), ALL_SEEN, seen(("risicos", "bewegen"))):
            for number, question in enumerate(CARD.questions, 1):
                assert told(consult, walk).count(f"{number}. {question.text}") == 1


def test_an_empty_consult_says_so() -> None:
    assert "Besluit: nog niets opgeschreven." in told(EMPTY)
    for word in ("Voorkeur", "Weegt", "Nodig", "eigen woorden", "eerst over"):
        assert word not in told(EMPTY)


def test_an_option_that_was_decided_on_is_told_without_what_deciding_later_needed() -> None:
    decided = told(saying.decide(full(), "operatie"))
    assert "\nBesluit: B Operatie\n" in decided
    for word in ("bedenktijd", "werkrooster", "donderdag"):
        assert word not in decided


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Need.TIME, "bedenktijd"),
        (Need.FAMILY, "bespreken met naasten"),
        (Need.INFORMATION, "meer informatie"),
        (Need.DOCTOR, "mening van een andere arts"),
        (Need.OTHER, "anders"),
    ],
)
def test_what_deciding_needs_is_told(need: Need, words: str) -> None:
    assert f"\nBesluit: nog niet beslissen.\nNodig om te beslissen: {words}\n" in told(saying.need(EMPTY, need))


def test_deciding_later_needs_no_reason() -> None:
    text = told(saying.decide_not_yet(EMPTY))
    assert "\nBesluit: nog niet beslissen.\n" in text
    assert "Nodig" not in text
    assert "terugkomen:" not in text


def test_nothing_is_counted_added_up_or_recommended() -> None:
    """Take away the card's words, the date and the numbers of the questions, and no number is left."""
    text = told(full())
    assert not re.search(r"totaal|score|punten|gemiddeld|advies|aanbev|beste|past bij|%|★", text, re.IGNORECASE)
    for words in sorted(CARD.texts(), key=len, reverse=True):
        text = text.replace(words, "")
    text = re.sub(r"^(- )?[1-5]\. ", "", text.replace("03-02-2031", ""), flags=re.MULTILINE)
    assert not re.search(r"\d", text), text


def test_no_option_is_put_before_the_other_by_how_much_was_said_for_it() -> None:
    """What is said of a statement stands where the statement stands on the card, also when all is for the last."""
    consult = EMPTY
    for statement in ("wondontsteking", "lek", "bloeding-zenuw", "geen-risicos"):
        consult = saying.mark(consult, statement, Mark.APPEALS)
    consult = saying.prefer(saying.prefer(consult, "risicos", "operatie"), "risicos", "operatie")
    lines = [line for line in told(consult).split("\n") if line.startswith("+ dit vind ik fijn")]
    assert [line[20:29] for line in lines] == ["Bewegen h", "Bloeding ", "Een lek i", "Ontstekin"]


def test_a_summary_ends_without_a_line_break_and_has_no_spaces_at_the_ends_of_its_lines() -> None:
    for consult in (EMPTY, full()):
        text = told(consult)
        assert text == text.strip()
        assert all(line == line.rstrip() for line in text.split("\n"))
