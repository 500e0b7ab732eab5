"""The content of a note, and what it never contains."""

import re
from datetime import date
from functools import partial

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
from herniatui.report import phrases
from herniatui.report.note import icpc_of, note, soep, soep_parts
from tests.report.consults import CARD, HOSTILE_CARD, confirmed, full, seen, seen_all
from tests.report.fhir.any_consult import consults
from tests.report.talks import EXAMPLES
from tests.support.program import HOSTILE, THREE_OPTIONS
from tests.support.soak import soaking

DAY, SHA256 = date(2031, 2, 3), "0123456789abcdef" * 4
ALL_SEEN = seen(*((question.id, option.id) for question in CARD.questions for option in CARD.options))
REST = (
    *("In eigen woorden", "Uitgelegd over", "Voorkeur voor", "Geen voorkeur"),
    *("Belangrijk", "Vindt fijn", "Een beetje", "Wilde eerst"),
)
"""How the lines begin that a short note may leave out."""
ALL_CARDS = [pytest.param(read_card(path), id=path.parent.name) for path in (*shipped(), THREE_OPTIONS, HOSTILE)]


def told(consult: Consult, walk: Walk = ALL_SEEN, card: Card = CARD) -> str:
    """Return the full note."""
    return note(card, consult, walk, DAY, SHA256, full=True)


def short(consult: Consult, walk: Walk = ALL_SEEN, card: Card = CARD) -> str:
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
                    for text in (told(consult, Walk(), card), short(consult, Walk(), card)):
                        start = f"Maakt zich zorgen over {phrases.option_name(card, option.id)}: "
                        assert statement.text in line(start, text)


def test_a_number_under_a_heading_is_never_told_without_it() -> None:
    for statement in ("operatie-geen-klachten", "operatie-wel-klachten"):
        marked = line("Nog uit te leggen over B Operatie: ", told(edits.mark(EMPTY, statement, Mark.EXPLAIN)))
        assert re.search(r": Na 1 jaar: (88|12) van de 100 mensen ", marked)


@pytest.mark.parametrize("card", ALL_CARDS)
def test_a_marked_heading_is_never_told_without_what_is_under_it(card: Card) -> None:
    headings = [
        statement
        for question in card.questions
        for index in range(len(card.options))
        for statement, _depth in question.statements(index)
        if statement.is_heading
    ]
    assert headings
    for heading in headings:
        marked = line("Maakt zich zorgen over ", told(edits.mark(EMPTY, heading.id, Mark.WORRIES), Walk(), card))
        words = marked.index(heading.text)
        for statement, _depth in heading.walk():
            assert statement.text in marked[words:]


def test_twelve_weeks_are_never_told_without_when_they_begin() -> None:
    text = told(edits.mark(EMPTY, "binnen-12-weken", Mark.APPEALS))
    assert "binnen 12 weken (vanaf het begin van de klachten)" in text


def test_hostile_texts_of_a_card_come_out_as_they_are() -> None:
    consult = EMPTY
    for statement in ("rode-opmaak", "sluit-niets", "klik", "open", "accolades", "procent", "schuine-n", "getal"):
        consult = edits.mark(consult, statement, Mark.APPEALS)
    consult = edits.choose(edits.prefer(consult, "opmaak", "rood"), "citaten")
    text = told(consult, Walk(), HOSTILE_CARD)
    assert line("Gesprek op", text) == (
        "Gesprek op 03-02-2031. Kaart: Vliegers [red]rood[/red] of [@click=app.quit]blauw[/], versie [1.0], "
        "controlecode 01234567."
    )
    assert line("De kaart gaat over", text) == "De kaart gaat over: [b]Welke[/b] vlieger, {} of %s?"
    assert "“Aanhalingstekens” ’s avonds, \"recht\" en 'enkel'" in line("Wilde eerst", text)
    assert "Voorkeur voor A [red]Rood[/red]: " in text
    marked = line("Vindt fijn aan A [red]Rood[/red]: ", text)
    for nasty in ("[red]rood[/red]", "[/x]", "[@click=app.quit]x[/]", "[b", "{}", "%s"):
        assert f" {nasty} ·" in f"{marked} ·"
    assert " eerste\\ntweede\\ttabel\\u0041\\x1b[31m" in marked
    other = line("Vindt fijn aan B Blauw 風箏: ", text)
    assert other.endswith("[i]Na 1 jaar[/i]: [b]88 van de 100[/b] vliegers {hangen} nog")


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
        assert re.findall(r"^(?:P: )?Besluit: .*$", text, re.MULTILINE) == [
            ("P: " if text.startswith("S: ") else "") + "Besluit: nog niet beslissen"
        ]
        assert "\nE: " not in text


def test_a_preference_a_weight_and_their_absence_are_told_as_given_with_the_question() -> None:
    question, asked = "risicos", "3. Wat zijn de risico’s en bijwerkingen?"
    once = edits.prefer(EMPTY, question, "bewegen")
    said = [once, edits.prefer(once, question, "bewegen"), edits.prefer_none(EMPTY, question)]
    for _ in range(3):
        said.append(edits.weigh(said[-1] if len(said) > 3 else EMPTY, question))
    for told_in in (told, short):
        texts = [told_in(edit, Walk()).split("\n")[1] for edit in said]
        assert texts == [
            f"Voorkeur voor A Bewegen en medicijnen: {asked}",
            f"Voorkeur voor A Bewegen en medicijnen (sterk): {asked}",
            f"Geen voorkeur: {asked}",
            f"Een beetje belangrijk: {asked}",
            f"Belangrijk: {asked}",
            f"Heel belangrijk: {asked}",
        ]


def test_a_template_of_before_gets_what_was_said_by_question() -> None:
    consult = edits.weigh(edits.prefer(EMPTY, "risicos", "bewegen"), "risicos")
    consult = edits.note(edits.mark(consult, "lek", Mark.WORRIES), "risicos", "Nee.\nDat niet.")
    assert note(CARD, consult, ALL_SEEN, DAY, SHA256, "{vragen}").split("\n") == [
        "3. Wat zijn de risico’s en bijwerkingen? Voorkeur: A Bewegen en medicijnen. "
        "Hoe belangrijk: een beetje belangrijk.",
        "- Maakt zich zorgen over: Een lek in het vlies dat de zenuwen beschermt (bij 4 van de 100 mensen). "
        "Dit kan hoofdpijn geven en een wond die niet dicht gaat. Meestal gaat dit na een paar dagen vanzelf over. "
        "[B Operatie]",
        "- In eigen woorden van de patiënt: “Nee. / Dat niet.”",
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


def test_the_short_one_names_by_number_what_was_only_looked_at() -> None:
    viewed = [("risicos", "bewegen"), ("risicos", "operatie"), ("terugkomen", "bewegen"), ("terugkomen", "operatie")]
    there = seen(*viewed, ("behandeling", "bewegen"))
    text = short(edits.confirm(EMPTY, ["wanneer-minder"]), there)
    assert line("Besproken", text) == "Besproken: 2. Wanneer worden de klachten minder?"
    assert line("Op het scherm bekeken", text) == "Op het scherm bekeken: vraag 3 en 4 van de kaart"
    assert line("Deels bekeken", text) == "Deels bekeken: vraag 1 van de kaart"
    whole = short(confirmed(EMPTY, *(question.id for question in CARD.questions)))
    assert line("Besproken", whole) == "Besproken: alle 5 vragen van de kaart"
    assert "bekeken" not in whole


@pytest.mark.parametrize("card", ALL_CARDS)
def test_a_talk_made_by_paging_through_says_of_nothing_that_it_was_discussed(card: Card) -> None:
    for text in (short(EMPTY, seen_all(card), card), told(EMPTY, seen_all(card), card)):
        assert not [line for line in text.split("\n") if line.startswith(("Besproken", "Uitgelegd", "Op de kaart"))]
        assert line("Op het scherm bekeken", text).endswith(" (dit is niet als besproken bevestigd)")
        assert text.split("\n")[0] == "Besluit: nog niets opgeschreven"


@pytest.mark.parametrize("card", ALL_CARDS)
@settings(deadline=None, max_examples=soaking(short=12, long=500))
@given(data=st.data())
def test_no_worry_or_open_explanation_is_ever_left_out_and_the_rest_is_counted(card: Card, data: st.DataObject) -> None:
    consult, there = data.draw(consults(card)), data.draw(st.sampled_from([Walk(), seen_all(card)]))
    for made in (partial(note, card), partial(soep, card)):
        text = [line.removeprefix("S: ") for line in made(consult, there, DAY, SHA256).split("\n")]
        whole = [line.removeprefix("S: ") for line in made(consult, there, DAY, SHA256, full=True).split("\n")]
        for start in ("Maakt zich zorgen over", "Nog uit te leggen over", "Heel belangrijk", "Nodig", "Verder praten"):
            assert [line for line in text if line.startswith(start)] == [
                line for line in whole if line.startswith(start)
            ]
        *others, last = text
        left = [line for line in whole if line.startswith(REST) and line not in others]
        announced = re.fullmatch(r"Nog (\d+) punt(?:en)?: zie de volledige samenvatting", last)
        assert bool(announced) == bool(left)
        if announced:
            assert int(announced[1]) >= len(left)


def test_what_does_not_fit_is_left_out_as_a_whole_so_that_no_option_is_told_without_the_other() -> None:
    consult = edits.mark(EMPTY, "lek", Mark.APPEALS)
    for statement in ("maagbloeding", "buikpijn", "nierproblemen", "verslavend", "misselijk", "hoofdpijn-prikken"):
        consult = edits.mark(consult, statement, Mark.APPEALS)
    text = short(edits.weigh(consult, "weer-doen"))
    assert "Vindt fijn" not in text
    assert "\nEen beetje belangrijk: 5. " in text  # less important, but it fits
    assert text.endswith("\nNog 7 punten: zie de volledige samenvatting")


def test_the_full_one_quotes_what_the_card_says_in_numbers_where_it_was_discussed_for_every_option() -> None:
    text = told(confirmed(EMPTY, "weer-doen", "wanneer-minder"))
    quoted = text[text.index("Op de kaart bij") :].split("\n")
    assert quoted == [
        "Op de kaart bij 2. Wanneer worden de klachten minder?",
        "A Bewegen en medicijnen: Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken "
        "(vanaf het begin van de klachten). · Prikken in de rug: Het is niet goed te voorspellen wie goed of minder "
        "goed reageert op de prikken. Vooral in de eerste 4 weken na de prikken is de beenpijn een beetje minder. · "
        "Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer · "
        "Na 1 jaar: 12 van de 100 mensen hebben nog wel beenklachten",
        "B Operatie: De meeste mensen hebben ongeveer 3 weken na de operatie veel minder pijn in het been. Soms wordt "
        "de pijn na 8 weken pas minder. · Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer · "
        "Na 1 jaar: 12 van de 100 mensen hebben nog wel beenklachten",
        "Op de kaart bij 5. Kan ik weer de dingen doen die ik voor de behandeling deed?",
        "A Bewegen en medicijnen: de kaart geeft hier geen getal",
        "B Operatie: U kunt en mag de meeste gewone dingen doen. De eerste 8 weken kunt u beter niet tillen. · "
        "De meeste mensen kunnen na 3 tot 8 weken weer werken. Bespreek dit met uw bedrijfsarts.",
    ]
    unknown = told(edits.confirm(EMPTY, ["terugkomen"]))
    assert unknown.count("maar we weten niet precies wat de kans is") == 2


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
    named = f"Gesprek op 03-02-2031. Kaart: Keuzekaart Hernia in de rug, {words}"
    assert line("Gesprek op", note(card, EMPTY, Walk(), DAY, SHA256)) == f"{named}, controlecode 01234567."
    assert line("Gesprek op", note(card, EMPTY, Walk(), DAY, "")) == f"{named}."


def test_an_empty_consult_says_so() -> None:
    assert line("Besluit", told(EMPTY)) == "Besluit: nog niets opgeschreven"
    words = ("oorkeur", "Hoe ", "Nodig", "eigen woorden", "Wilde eerst", "Besproken", "Terugvertellen", "Meegegeven")
    for word in (*words, "Nog "):
        assert word not in told(EMPTY)


def test_an_option_that_was_decided_on_is_told_with_what_is_agreed_for_later() -> None:
    decided = told(edits.decide(full(), "operatie"))
    assert decided.startswith("Besluit: B Operatie\n")
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
    for told_in in (told, short):
        assert told_in(agreed).startswith(f"Besluit: nog niets opgeschreven\nNodig of afgesproken: {words}\n")
        decided = told_in(edits.decide(agreed, "operatie"))
        assert decided.startswith(f"Besluit: B Operatie\nNodig of afgesproken: {words}\n")


@pytest.mark.parametrize(("times", "words"), [(1, "zeker"), (2, "twijfel"), (3, "weet ik niet")])
def test_how_certain_the_patient_is_is_told(times: int, words: str) -> None:
    consult = edits.decide(EMPTY, "operatie")
    for _ in range(times):
        consult = edits.certain(consult)
    assert told(consult).startswith(f"Besluit: B Operatie\nHoe zeker: {words}\n")


def test_what_the_clinician_confirmed_is_told_and_only_that() -> None:
    consult = confirmed(EMPTY, "risicos")
    for text in (told(consult), soep(CARD, consult, ALL_SEEN, DAY, SHA256)):
        assert line("Besproken", text) == "Besproken: 3. Wat zijn de risico’s en bijwerkingen?"
        assert line("Terugvertellen", text) == "Terugvertellen: klaar"
        assert "3" not in line("Op het scherm bekeken", text)
        assert "bevestigd" not in text


def test_what_was_handed_out_is_told_only_if_the_clinician_said_so() -> None:
    for form in (short, told):
        assert "\nMeegegeven: pagina voor thuis\n" in form(edits.toggle_handed_out(EMPTY))
        assert "Meegegeven" not in form(confirmed(EMPTY, "risicos"))


def test_what_was_explained_no_longer_needs_an_explanation() -> None:
    consult = edits.toggle_explained(edits.mark(EMPTY, "lek", Mark.EXPLAIN), "lek")
    assert line("Uitgelegd over B Operatie: ", told(consult))
    assert "Nog uit te leggen" not in told(consult)


def test_deciding_later_needs_no_reason() -> None:
    text = told(edits.decide_not_yet(EMPTY))
    assert text.startswith("Besluit: nog niet beslissen\n")
    assert "Nodig" not in text
    assert "Verder praten" not in text


def test_nothing_is_counted_added_up_or_recommended() -> None:
    """Without the card's words, the date and the question numbers, no number is left."""
    text = told(full())
    assert not re.search(r"totaal|score|punten|gemiddeld|advies|aanbev|beste|past bij|%|★", text, re.IGNORECASE)
    for words in sorted(CARD.texts(), key=len, reverse=True):
        text = text.replace(words, "")
    text = text.replace("03-02-2031", "").replace("controlecode 01234567", "")
    text = re.sub(r"(^|: |· | over )[1-5]\. ", "", text, flags=re.MULTILINE)
    assert not re.search(r"\d", text), text


def test_no_option_is_put_before_the_other_by_how_much_was_said_for_it() -> None:
    """Marks are in the order of the card, whatever the order in which they were set."""
    consult = EMPTY
    for statement in ("wondontsteking", "lek", "bloeding-zenuw", "geen-risicos"):
        consult = edits.mark(consult, statement, Mark.APPEALS)
    consult = edits.prefer(edits.prefer(consult, "risicos", "operatie"), "risicos", "operatie")
    marked = "\n".join(line for line in told(consult).split("\n") if line.startswith("Vindt fijn aan "))
    places = [marked.index(text) for text in ("Bewegen heeft", "Bloeding ", "Een lek i", "Ontstekin")]
    assert places == sorted(places)


def test_soep_has_what_was_said_under_s_and_what_was_told_and_agreed_under_p() -> None:
    consult = edits.toggle_explained(full(), "heel-ernstig")
    said, code, plan = soep(CARD, consult, ALL_SEEN, DAY, SHA256, icpc_of(CARD), full=True).split("\n\n")
    assert (said[:3], code, plan[:3]) == ("S: ", "E: ICPC L86 Lage-rugpijn met uitstraling", "P: ")
    worded = ("Maakt zich zorgen over", "Vindt fijn aan", "oorkeur", "elangrijk", "Wilde eerst")
    for words in (*worded, "Mijn broer", "tuinieren"):
        assert words in said
        assert words not in plan
    agreed = ("Besluit: ", "Hoe zeker", "Nodig of afgesproken", "donderdag", "Nog uit te leggen over", "Uitgelegd over")
    for words in ("Keuzekaart", "Op het scherm bekeken: ", *agreed):
        assert words in plan
        assert words not in said


def test_under_s_the_words_of_the_card_are_never_in_quotation_marks_as_if_the_patient_had_said_them() -> None:
    for example in EXAMPLES.values():
        said = soep_parts(example.card, example.consult, example.walk, DAY, SHA256, full=True).get("S", "")
        for quoted in re.findall(r"“(.*?)”", said):
            assert not [text for text in example.card.texts() if text in quoted]


def test_soep_without_a_code_has_no_line_for_one_and_without_words_no_s() -> None:
    parts = soep_parts(CARD, EMPTY, Walk(), DAY, SHA256)
    assert list(parts) == ["P"]
    assert parts["P"].startswith("Besluit: nog niets opgeschreven\n")
    assert list(soep_parts(CARD, full(), Walk(), DAY, SHA256, icpc_of(CARD))) == ["S", "E", "P"]


def test_a_note_ends_without_a_line_break_and_has_no_spaces_at_the_ends_of_its_lines() -> None:
    for text in (told(EMPTY), told(full()), short(EMPTY), short(full())):
        assert text == text.strip()
        assert all(line == line.rstrip() for line in text.split("\n"))
