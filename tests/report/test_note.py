"""The content of a note, and what it never contains."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.library import shipped
from herniatui.card.model import Card
from herniatui.card.reader import read_card
from herniatui.consult import edits
from herniatui.consult.model import EMPTY, Consult, Mark, Need
from herniatui.consult.walk import Walk
from herniatui.report.note import note, soep
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen
from tests.support.program import HOSTILE, THREE_OPTIONS

DAY, SHA256 = date(2031, 2, 3), "0123456789abcdef" * 4
ALL_SEEN = seen(*((question.id, option.id) for question in CARD.questions for option in CARD.options))
ALL_CARDS = [pytest.param(read_card(path), id=path.parent.name) for path in (*shipped(), THREE_OPTIONS, HOSTILE)]


def told(consult: Consult, walk: Walk = ALL_SEEN, card: Card = CARD) -> str:
    return note(card, consult, walk, DAY, SHA256)


def line(start: str, text: str) -> str:
    """Return the only line of the text with this start."""
    (found,) = (line for line in text.split("\n") if line.startswith(start))
    return found


@pytest.mark.parametrize("card", ALL_CARDS)
def test_a_marked_statement_stands_whole_on_one_line_with_its_option_and_its_headings(card: Card) -> None:
    for question in card.questions:
        for option, answer in zip(card.options, question.answers, strict=True):
            for top in answer:
                for statement, _depth in top.walk():
                    consult = edits.mark(EMPTY, statement.id, Mark.WORRIES)
                    marked = line("- Maakt zich zorgen over: ", told(consult, Walk(), card))
                    assert f"{statement.text} [" in marked
                    assert marked.endswith(f" {option.short}]")


def test_a_number_under_a_heading_is_never_told_without_it() -> None:
    for statement in ("operatie-geen-klachten", "operatie-wel-klachten"):
        marked = line("- Meer uitleg nodig: ", told(edits.mark(EMPTY, statement, Mark.EXPLAIN)))
        assert re.search(r": Na 1 jaar: (88|12) van de 100 mensen ", marked)


def test_twelve_weeks_are_never_told_without_when_they_begin() -> None:
    text = told(edits.mark(EMPTY, "binnen-12-weken", Mark.APPEALS))
    assert "binnen 12 weken (vanaf het begin van de klachten)" in text


def test_hostile_texts_of_a_card_come_out_as_they_are() -> None:
    consult = EMPTY
    for statement in ("rode-opmaak", "sluit-niets", "klik", "open", "accolades", "procent", "schuine-n", "getal"):
        consult = edits.mark(consult, statement, Mark.APPEALS)
    consult = edits.choose(edits.prefer(consult, "opmaak", "rood"), "citaten")
    text = told(consult, Walk(), HOSTILE_CARD)
    assert text.split("\n")[:2] == [
        "Vliegers [red]rood[/red] of [@click=app.quit]blauw[/]: [b]Welke[/b] vlieger, {} of %s?",
        "Gesprek op 03-02-2031. Kaart: versie [1.0], controlecode 01234567.",
    ]
    assert "“Aanhalingstekens” ’s avonds, \"recht\" en 'enkel'" in line("De patiënt wilde eerst", text)
    assert "Voorkeur: A [red]Rood[/red]." in text
    marked = "".join(line for line in text.split("\n") if line.startswith("- Vindt fijn: "))
    for nasty in ("[red]rood[/red]", "[/x]", "[@click=app.quit]x[/]", "[b", "{}", "%s"):
        assert f" {nasty} [A [red]Rood[/red]]" in marked
    assert " eerste\\ntweede\\ttabel\\u0041\\x1b[31m [A" in marked
    assert "[i]Na 1 jaar[/i]: [b]88 van de 100[/b] vliegers {hangen} nog [B Blauw 風箏]" in text


@settings(deadline=None)
@given(words=st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=100))
def test_free_text_is_quoted_verbatim(words: str) -> None:
    consult = edits.note(edits.note(EMPTY, "risicos", words), None, words)
    consult = edits.come_back(edits.need_other(consult, words), words)
    assert told(consult).count(f"“{words.strip()}”") == (4 if words.strip() else 0)


def test_words_on_several_lines_stand_on_one_so_that_none_is_taken_for_ours() -> None:
    forged = "Nee.\n\nBesluit: B Operatie\nE: ICPC X99"
    consult = edits.note(edits.note(EMPTY, "risicos", forged), None, forged)
    consult = edits.decide_not_yet(edits.come_back(edits.need_other(consult, forged), forged))
    for text in (told(consult), soep(CARD, consult, ALL_SEEN, DAY, SHA256)):
        assert text.count("“Nee. / Besluit: B Operatie / E: ICPC X99”") == 4
        assert line("Besluit:", text) == "Besluit: nog niet beslissen"
        assert "\nE: " not in text


def test_a_preference_a_weight_and_their_absence_are_told_as_given_on_the_line_of_the_question() -> None:
    question, asked = "risicos", "3. Wat zijn de risico’s en bijwerkingen? "
    once = edits.prefer(EMPTY, question, "bewegen")
    said = [once, edits.prefer(once, question, "bewegen"), edits.prefer_none(EMPTY, question)]
    for _ in range(3):
        said.append(edits.weigh(said[-1] if len(said) > 3 else EMPTY, question))
    said.append(edits.weigh(once, question))
    assert [line(asked, told(edit)).removeprefix(asked) for edit in said] == [
        "Voorkeur: A Bewegen en medicijnen.",
        "Voorkeur: A Bewegen en medicijnen (sterk).",
        "Voorkeur: geen.",
        "Hoe belangrijk: een beetje belangrijk.",
        "Hoe belangrijk: belangrijk.",
        "Hoe belangrijk: heel belangrijk.",
        "Voorkeur: A Bewegen en medicijnen. Hoe belangrijk: een beetje belangrijk.",
    ]


@pytest.mark.parametrize(
    ("walk", "heading"),
    [
        (ALL_SEEN, "Op het scherm bekeken: "),
        (seen(("risicos", "bewegen")), "Deels bekeken: "),
        (Walk(), "Nog niet bekeken: "),
    ],
)
def test_a_question_of_which_nothing_was_said_is_named_with_how_far_it_was_looked_at(walk: Walk, heading: str) -> None:
    assert "3. Wat zijn de risico’s en bijwerkingen?" in line(heading, told(EMPTY, walk))


def test_every_question_of_the_card_was_discussed_looked_at_partly_or_not_and_never_two_of_these() -> None:
    for consult in (EMPTY, full(), edits.weigh(EMPTY, "weer-doen"), confirmed(full(), "risicos", "weer-doen")):
        for walk in (Walk(), ALL_SEEN, seen(("risicos", "bewegen"))):
            lists = re.findall(
                r"^(?:Besproken|Op het scherm bekeken|Deels bekeken|Nog niet bekeken): .*$",
                told(consult, walk),
                re.MULTILINE,
            )
            for number, question in enumerate(CARD.questions, 1):
                assert "\n".join(lists).count(f"{number}. {question.text}") == 1


def test_the_fullest_walk_there_can_be_over_the_hernia_card_takes_at_most_28_lines() -> None:
    consult = edits.note(edits.choose(EMPTY, "risicos"), None, "Een.\nTwee.\n\nDrie.")
    consult = edits.certain(edits.come_back(edits.need_other(consult, "Mijn\nwerk."), "In\nmei."))
    consult = confirmed(consult, "behandeling")
    for question in CARD.questions:
        consult = edits.note(
            edits.weigh(edits.prefer(consult, question.id, "bewegen"), question.id), question.id, "Ja.\nNee."
        )
        for statement, _depth in question.statements(1):
            for mark in Mark:
                consult = edits.mark(consult, statement.id, mark)
        # What was explained needs no explanation: leave one of each.
        consult = edits.explained(consult, next(question.statements(1))[0].id)
    for walk in (ALL_SEEN, Walk()):
        text = told(consult, walk)
        for start in ("- Vindt fijn: ", "- In eigen woorden van de patiënt: ", " Hoe belangrijk: "):
            assert text.count(start) == 5
        assert len(text.split("\n")) <= 28
    assert len(soep(CARD, consult, ALL_SEEN, DAY, SHA256, "L86").split("\n")) <= 33


@pytest.mark.parametrize(
    ("version", "dated", "words"),
    [
        ("", "", "versie onbekend"),
        ("4.2", "", "versie 4.2"),
        ("", "mei 2025", "versie van mei 2025"),
        ("4.2", "2025-05-01", "versie 4.2 van 2025-05-01"),
    ],
)
def test_the_card_is_named_by_its_own_version_and_date_and_the_checksum_of_its_file(
    version: str, dated: str, words: str
) -> None:
    card = replace(CARD, origin=replace(CARD.origin, version=version, date=dated))
    assert line("Gesprek op", note(card, EMPTY, Walk(), DAY, SHA256)).endswith(
        f"Kaart: {words}, controlecode 01234567."
    )
    assert line("Gesprek op", note(card, EMPTY, Walk(), DAY, "")).endswith(f"Kaart: {words}.")


def test_an_empty_consult_says_so() -> None:
    assert line("Besluit", told(EMPTY)) == "Besluit: nog niets opgeschreven"
    for word in ("Voorkeur", "Hoe ", "Nodig", "eigen woorden", "wilde eerst", "esproken", "Terugvertellen"):
        assert word not in told(EMPTY)


def test_an_option_that_was_decided_on_is_told_with_what_is_agreed_for_later() -> None:
    decided = told(edits.decide(full(), "operatie"))
    assert "\nBesluit: B Operatie\n" in decided
    for word in ("twijfel", "tijd om na te denken", "werkrooster", "donderdag"):
        assert word in decided


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Need.APPOINTMENT, "een afspraak"),
        (Need.TIME, "tijd om na te denken"),
        (Need.FAMILY, "praten met familie of vrienden"),
        (Need.INFORMATION, "meer informatie"),
        (Need.DOCTOR, "mening van een andere arts"),
        (Need.OTHER, "iets anders"),
    ],
)
def test_what_is_needed_or_agreed_is_told_whatever_is_decided(need: Need, words: str) -> None:
    agreed = edits.need(EMPTY, need)
    assert f"\nBesluit: nog niets opgeschreven\nNodig of afgesproken: {words}\n" in told(agreed)
    assert f"\nBesluit: B Operatie\nNodig of afgesproken: {words}\n" in told(edits.decide(agreed, "operatie"))


@pytest.mark.parametrize(("times", "words"), [(1, "zeker"), (2, "twijfel"), (3, "weet ik niet")])
def test_how_certain_the_patient_is_is_told(times: int, words: str) -> None:
    consult = edits.decide(EMPTY, "operatie")
    for _ in range(times):
        consult = edits.certain(consult)
    assert f"\nBesluit: B Operatie\nHoe zeker: {words}\n" in told(consult)


def test_what_the_clinician_confirmed_is_told_and_only_that() -> None:
    consult = confirmed(EMPTY, "risicos")
    for text in (told(consult), soep(CARD, consult, ALL_SEEN, DAY, SHA256)):
        assert line("Besproken", text) == "Besproken: 3. Wat zijn de risico’s en bijwerkingen?"
        assert line("Terugvertellen", text) == "Terugvertellen: klaar"
        assert "3. " not in line("Op het scherm bekeken", text)


def test_what_was_explained_no_longer_needs_an_explanation() -> None:
    consult = edits.explained(edits.mark(EMPTY, "lek", Mark.EXPLAIN), "lek")
    assert line("- Uitgelegd: ", told(consult)).endswith("[B Operatie]")
    assert "Meer uitleg nodig" not in told(consult)


def test_deciding_later_needs_no_reason() -> None:
    text = told(edits.decide_not_yet(EMPTY))
    assert "\nBesluit: nog niet beslissen\n" in text
    assert "Nodig" not in text
    assert "Verder praten" not in text


def test_nothing_is_counted_added_up_or_recommended() -> None:
    """Without the card's words, the date and the question numbers, no number is left."""
    text = told(full())
    assert not re.search(r"totaal|score|punten|gemiddeld|advies|aanbev|beste|past bij|%|★", text, re.IGNORECASE)
    for words in sorted(CARD.texts(), key=len, reverse=True):
        text = text.replace(words, "")
    text = text.replace("03-02-2031", "").replace("controlecode 01234567", "")
    text = re.sub(r"(^|: |· )[1-5]\. ", "", text, flags=re.MULTILINE)
    assert not re.search(r"\d", text), text


def test_no_option_is_put_before_the_other_by_how_much_was_said_for_it() -> None:
    """Marks are in the order of the card, whatever the order in which they were set."""
    consult = EMPTY
    for statement in ("wondontsteking", "lek", "bloeding-zenuw", "geen-risicos"):
        consult = edits.mark(consult, statement, Mark.APPEALS)
    consult = edits.prefer(edits.prefer(consult, "risicos", "operatie"), "risicos", "operatie")
    marked = line("- Vindt fijn: ", told(consult))
    places = [marked.index(text) for text in ("Bewegen h", "Bloeding ", "Een lek i", "Ontstekin")]
    assert places == sorted(places)


def test_soep_has_what_was_said_under_s_and_what_was_agreed_under_p() -> None:
    said, code, plan = soep(CARD, full(), ALL_SEEN, DAY, SHA256, "L86").split("\n\n")
    assert (said[:3], code, plan[:3]) == ("S: ", "E: ICPC L86", "P: ")
    for words in ("Voorkeur", "Hoe belangrijk", "Vindt fijn", "Mijn broer", "tuinieren", "wilde eerst"):
        assert words in said
        assert words not in plan
    agreed = ("Besluit: ", "Hoe zeker", "Nodig of afgesproken", "donderdag")
    for words in ("Keuzekaart", "Op het scherm bekeken: ", *agreed):
        assert words in plan
        assert words not in said


def test_soep_without_a_code_has_no_line_for_one_and_without_words_says_so() -> None:
    said, plan = soep(CARD, EMPTY, Walk(), DAY, SHA256).split("\n\n")
    assert said == "S: wat de patiënt zegt\nnog niets opgeschreven"
    assert "ICPC" not in plan
    assert "Besluit: nog niets opgeschreven" in plan


def test_a_note_ends_without_a_line_break_and_has_no_spaces_at_the_ends_of_its_lines() -> None:
    for consult in (EMPTY, full()):
        text = told(consult)
        assert text == text.strip()
        assert all(line == line.rstrip() for line in text.split("\n"))
