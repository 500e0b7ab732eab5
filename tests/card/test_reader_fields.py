"""What the reader says of fields, ids, numbers and answers that are wrong: where, and what would be right.

Each case is one change of the tea card, with the line and column of the only problem and words of what is said.
"""

from pathlib import Path

import pytest

from herniatui.card.problems import did_you_mean
from tests.card.cards import TEA, changed, problems

KETTLE = "Het water kookt."
FREQUENCY = "{quote: 75 van de 100, count: 75, of: 100, relation: exactly}"


def test_the_card_to_break_is_without_a_fault(tmp_path: Path) -> None:
    assert problems(tmp_path, TEA) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        # A field that does not exist.
        ("language: nl", "language: nl\ntitel: Thee", "4:1", 'onbekend veld "titel"; bedoelde u "title"?'),
        ("language: nl", "language: nl\n1: Thee", "4:1", 'onbekend veld "1"; hier kan: format, id, language, title,'),
        ("short: Groen", "short: Groen\n    colour: g", "10:5", 'veld "colour"; hier kan: id, name, short'),
        ("de theeclub", "x\n  licens: x", "29:3", 'bedoelde u "licence"?'),
        ("count: 75", "count: 75, fo: 1", "21:49", 'onbekend veld "fo"; hier kan: quote, count, of, relation'),
        # A field that is not there.
        ("language: nl\n", "", "1:1", 'het veld "language" ontbreekt'),
        ("    short: Groen\n", "", "7:5", 'het veld "short" ontbreekt'),
        ("    text: Hoe zet je thee?\n", "", "14:5", 'het veld "text" ontbreekt'),
        ("- id: kokend\n          text", "- text", "25:11", 'het veld "id" ontbreekt'),
        ("quote: 75 van de 100, ", "", "21:15", 'het veld "quote" ontbreekt'),
        (", of: 100", "", "21:15", 'het veld "of" ontbreekt'),
        ("publisher: de theeclub", "version: '1'", "28:3", 'het veld "publisher" ontbreekt'),
        # A value of another kind.
        ("Keuzekaart Thee", "[a, b]", "4:8", "hier hoort een tekst te staan"),
        ("Keuzekaart Thee", "{a: b}", "4:8", "hier hoort een tekst te staan"),
        ("\n  publisher: de theeclub", " ons", "27:9", "hier horen velden te staan: publisher, date, version"),
        (f"- id: kokend\n          text: {KETTLE}", f"- {KETTLE}", "25:11", "hier horen velden te staan: id, text"),
        (f"- id: kokend\n          text: {KETTLE}", f"{KETTLE}", "25:9", '"zwart" is een lijst: regels die beginnen'),
        (f"- {FREQUENCY}", "75 van de 100", "21:13", '"frequencies" is een lijst: regels die beginnen met "- "'),
        (f"- {FREQUENCY}", FREQUENCY, "21:13", '"frequencies" is een lijst'),
        (FREQUENCY, "75 van de 100", "21:15", "hier horen velden te staan: quote, count, of, relation"),
        ("quote: na 2 minuten", "na 2 minuten", "23:15", "hier horen velden te staan: quote"),
        (f"\n        - id: kokend\n          text: {KETTLE}", " []", "24:14", '"zwart" is leeg'),
        (KETTLE, f"{KETTLE}\n          children: geen", "27:21", '"children" is een lijst'),
        (KETTLE, f"{KETTLE}\n          children: ~", "27:21", '"children" is een lijst'),
        # Numbers, yes or no, one of several words.
        ("count: 75", "count: vijf", "21:45", '"count" is een getal, zoals 75'),
        ("count: 75", "count: '75'", "21:45", '"count" is een getal'),
        ("count: 75", "count: 75.0", "21:45", '"count" is een getal'),
        ("count: 75", "count: -75", "21:45", '"count" is een getal'),
        ("count: 75", "count: 9999999999", "21:45", '"count" is een getal'),
        ("of: 100", "of: [100]", "21:53", '"of" is een heel getal'),
        (KETTLE, f"{KETTLE}\n          paragraph: ja", "27:22", '"paragraph" is true of false'),
        (KETTLE, f"{KETTLE}\n          paragraph: yes", "27:22", '"paragraph" is true of false'),
        (KETTLE, f"{KETTLE}\n          paragraph: 'true'", "27:22", '"paragraph" is true of false'),
        ("exactly", "exactli", "21:68", '"exactli" kan hier niet; bedoelde u "exactly"?'),
        ("exactly", "ongeveer", "21:68", "hier kan: exactly, fewer than, more than"),
        # The same field or id twice.
        ("language: nl", "language: nl\nlanguage: nl", "4:1", '"language" staat hier twee keer; laat er één staan'),
        ("of: 100", "of: 100, of: 100", "21:58", '"of" staat hier twee keer'),
        ("id: kokend", "id: water", "25:15", 'de id "water" is al gebruikt op regel 18'),
        ("options:", "introduction:\n  - {id: water, text: Thee}\noptions:", "20:15", "al gebruikt op regel 7"),
        # An id that is none.
        ("id: kokend", "id: Kokend", "25:15", '"Kokend" kan geen id zijn; gebruik kleine letters, cijfers'),
        ("id: kokend", "id: 2e-kop", "25:15", "met een letter voorop"),
        ("id: kokend", "id: kop_thee", "25:15", '"kop_thee" kan geen id zijn'),
        ("id: kokend", "id: kop--thee", "25:15", '"kop--thee" kan geen id zijn'),
        ("id: kokend", "id: thé", "25:15", '"thé" kan geen id zijn'),
        ("id: kokend", "id: " + "a" * 61, "25:15", "kan geen id zijn"),
        # A language that is none.
        ("language: nl", "language: Nederlands", "3:11", '"Nederlands" is geen code van een taal; Nederlands is nl'),
        ("language: nl", "language: nl_NL", "3:11", '"nl_NL" is geen code van een taal'),
        # What is empty, or not there, is not also wrong in another way.
        ("id: kokend", "id: ''", "25:15", "hier ontbreekt een tekst"),
        ("id: kokend", "id: ~", "25:15", "hier ontbreekt een tekst"),
        ("exactly", "''", "21:68", "hier ontbreekt een tekst"),
        ("quote: na 2 minuten", "quote: ''", "23:22", "hier ontbreekt een tekst"),
        ("          text: Bij 75 van de 100 kopjes is het water 80 graden na 2 minuten.\n", "", "18:11", '"text" ontb'),
        (TEA[TEA.index("options:") : TEA.index("questions:")], "", "1:1", 'het veld "options" ontbreekt'),
        (
            TEA[TEA.index("      groen:") : TEA.index("origin:")],
            "      - thee\n",
            "17:7",
            "hier horen velden te staan: groen",
        ),
        # Answers.
        (
            f"      zwart:\n        - id: kokend\n          text: {KETTLE}\n",
            "",
            "17:7",
            'de keuze "zwart" heeft geen antwoord',
        ),
        ("      zwart:\n", "      rood: []\n      zwart:\n", "24:7", 'onbekend veld "rood"; hier kan: groen, zwart'),
        ("      zwart:\n", "      zwarte: []\n      zwart:\n", "24:7", 'bedoelde u "zwart"?'),
        # Quotes.
        ("quote: na 2 minuten", "quote: na 3 minuten", "23:22", 'het citaat "na 3 minuten" staat niet in de tekst'),
        ("quote: na 2 minuten", "quote: Na 2 minuten", "23:22", "neem het letterlijk over"),
        ("quote: na 2 minuten", "quote: na 2 min", "23:22", "staat niet in de tekst"),
        ("{quote: 75 van de 100, count: 75", "{quote: 5 van de 100, count: 5", "21:23", "staat niet in de tekst"),
        ("count: 75", "count: 57", "21:45", 'het citaat "75 van de 100" zegt niet 57 van de 100; maak ze gelijk'),
        ("of: 100", "of: 1000", "21:45", "zegt niet 75 van de 1000"),
        ("{quote: 75 van de 100", "{quote: van de 100", "21:23", 'gaat buiten het citaat "van de 100" verder'),
        # Format.
        ("format: 1\n", "", "1:1", 'het veld "format" ontbreekt'),
        ("format: 1", "format: 2", "1:9", "format 2 is nieuwer dan dit programma kan lezen (1)"),
        ("format: 1", "format: 0", "1:9", "het format is 1"),
        ("format: 1", "format: een", "1:9", "het format is 1"),
        ("format: 1", "format: '1'", "1:9", "het format is 1"),
        ("format: 1", "format: 1.0", "1:9", "het format is 1"),
        ("format: 1", "format: [1]", "1:9", "het format is 1"),
    ],
)
def test_one_fault_gives_one_problem_at_its_place(tmp_path: Path, old: str, new: str, place: str, words: str) -> None:
    found = problems(tmp_path, changed((old, new)))
    assert len(found) == 1, found
    assert found[0].startswith(f"{place}: ")
    assert words in found[0]


def test_an_id_may_be_60_characters_long(tmp_path: Path) -> None:
    assert problems(tmp_path, changed(("id: kokend", "id: " + "a" * 60))) == []


def test_two_ids_that_are_empty_are_not_the_same_id(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(("id: water", "id: ''"), ("id: kokend", "id: ''")))
    assert [line.partition(";")[0] for line in found] == [f"{line}:15: hier ontbreekt een tekst" for line in (18, 25)]


def test_lists_that_need_not_be_there_may_be_empty(tmp_path: Path) -> None:
    empty = "".join(f"\n          {key}: []" for key in ("frequencies", "times", "children"))
    assert problems(tmp_path, changed((KETTLE, KETTLE + empty), ("options:", "introduction: []\noptions:"))) == []


@pytest.mark.parametrize(("count", "of"), [(0, 1), (1, 1), (100, 100), (999999999, 999999999)])
def test_a_part_may_be_nothing_or_the_whole(tmp_path: Path, count: int, of: int) -> None:
    numbers = f"quote: {count} van de {of}, count: {count}, of: {of}"
    text = TEA.replace("quote: 75 van de 100, count: 75, of: 100", numbers)
    assert problems(tmp_path, text.replace("75 van de 100", f"{count} van de {of}")) == []


def test_an_option_that_takes_the_id_of_another_is_one_problem_where_it_stands(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(("- id: zwart", "- id: groen"), ("      zwart:", "      zwart: # weg")))
    assert found[0].startswith('10:9: de id "groen" is al gebruikt op regel 7')
    assert [line[:5] for line in found[1:]] == ["24:7:"]  # and its answer now belongs to no option


def test_a_question_that_takes_the_id_of_another_is_a_problem(tmp_path: Path) -> None:
    second = TEA[TEA.index("  - id: zetten") : TEA.index("origin:")]
    second = second.replace("id: water", "id: water-2").replace("id: kokend", "id: kokend-2")
    found = problems(tmp_path, changed(("origin:", f"{second}origin:")))
    assert len(found) == 1
    assert found[0].startswith('27:9: de id "zetten" is al gebruikt op regel 14')


@pytest.mark.parametrize(
    ("quote", "count", "of"),
    [("80 van de 75", 80, 75), ("0 van de 0", 0, 0)],
)
def test_a_part_is_at_most_the_whole(tmp_path: Path, quote: str, count: int, of: int) -> None:
    text = changed(("Bij 75 van de 100", f"Bij {quote}"), (FREQUENCY, FREQUENCY))
    text = text.replace(FREQUENCY, f"{{quote: {quote}, count: {count}, of: {of}, relation: exactly}}")
    (found,) = problems(tmp_path, text)
    assert found.startswith("21:")
    assert f"{count} van de {of} kan niet" in found


@pytest.mark.parametrize("quote", ["75 van de 1.0", "5 van de 100", "1 van de 1", "000 van de 100"])
def test_a_quote_is_no_part_of_a_larger_number(tmp_path: Path, quote: str) -> None:
    count, of = quote.split(" van de ")
    text = TEA.replace("Bij 75 van de 100", "Bij 75 van de 1.000, 1 van de 1.000 of 75 van de 100 of 5.000 van de 100")
    text = text.replace(FREQUENCY, f"{{quote: {quote}, count: {int(count)}, of: {of[:1]}, relation: exactly}}")
    assert any("staat niet in de tekst" in line for line in problems(tmp_path, text))


def test_a_number_of_thousands_of_digits_is_a_problem_and_nothing_worse(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, TEA.replace("75 van de 100", "7" * 5000 + " van de 100"))
    assert found.startswith("21:")
    assert "zegt niet 75 van de 100" in found


def test_every_fault_is_told_at_once_from_top_to_bottom(tmp_path: Path) -> None:
    text = changed(
        ("format: 1", "format: 2"),
        ("Groen of zwart?", "12"),
        ("name: ZWARTE THEE", "naam: ZWARTE THEE"),
        ("quote: na 2 minuten", "quote: na 9 minuten"),
        (KETTLE, '"Het \\e water"'),
        ("publisher", "uitgever"),
    )
    found = problems(tmp_path, text)
    assert [line.partition(": ")[0] for line in found] == [
        "1:9",  # a newer format
        "5:11",  # a number where a text is meant
        "10:5",  # no name
        "11:5",  # naam
        "23:22",  # a quote that is not there
        "26:17",  # a character that cannot be printed
        "28:3",  # no publisher
        "28:3",  # uitgever
    ]


@pytest.mark.parametrize("nasty", ['"\\e[31mrood\\e[0m\\n1:1: nep"', '"rood\\u202eomgekeerd"', '"\\x9b31m\\a"'])
@pytest.mark.parametrize("place", ["id: kokend", "text: Het water kookt.", "relation: exactly", "quote: na 2 minuten"])
def test_a_problem_is_one_line_without_escapes_whatever_it_tells_of(tmp_path: Path, nasty: str, place: str) -> None:
    key = place.partition(": ")[0]
    for text in (changed((place, f"{key}: {nasty}")), changed((place, f"{nasty}: x"))):
        found = problems(tmp_path, text)
        assert found
        assert all(line.isprintable() for line in found)


@pytest.mark.parametrize("words", ["minder dan", "meer dan"])
def test_a_frequency_does_not_leave_out_the_words_that_compare(tmp_path: Path, words: str) -> None:
    (found,) = problems(tmp_path, TEA.replace("Bij 75 van", f"Bij {words} 75 van"))
    assert found.startswith("21:")
    assert 'schrijf "relation: ' in found


@pytest.mark.parametrize("short", ["Groen", "GROEN", "Groen "])
def test_two_options_of_the_same_short_name_are_refused(tmp_path: Path, short: str) -> None:
    (found,) = problems(tmp_path, changed(("short: Zwart", f"short: '{short}'")))
    assert found.startswith(f'12:12: de keuze op regel 9 heet ook al kort "{short.strip()}"')


@pytest.mark.parametrize(("wrong", "near"), [("image", ""), ("note", ""), ("weken", "weeks"), ("titel", "title")])
def test_only_a_near_word_is_suggested(wrong: str, near: str) -> None:
    said = did_you_mean(wrong, ["title", "quote", "times", "weeks", "children"])
    assert said == (f'bedoelde u "{near}"?' if near else "hier kan: title, quote, times, weeks, children")


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        (
            "75\u00a0van de 100",
            "75 van de 100",
            'achter "75" staat in de tekst een vaste spatie en in het citaat een gewone',
        ),
        (
            "75 van de 100",
            "75 van\u00a0de 100",
            'achter "van" staat in de tekst een gewone spatie en in het citaat een vaste',
        ),
        (
            "75 van de  100",
            "75 van de 100",
            'achter "de" staat in de tekst meer dan één spatie en in het citaat een gewone',
        ),
        ("75 van\u2009de 100", "75 van de 100", 'achter "van" staat in de tekst een ander soort spatie'),
    ],
)
def test_white_space_that_differs_in_a_quote_is_named(tmp_path: Path, text: str, quote: str, words: str) -> None:
    card = changed(("Bij 75 van de 100", f"Bij {text}"), ("quote: 75 van de 100", f"quote: '{quote}'"))
    (found,) = problems(tmp_path, card)
    assert found.startswith("21:23: ")
    assert words in found


@pytest.mark.parametrize("key", ["unknown", "whole", "clock"])
def test_white_space_is_named_in_every_quote(tmp_path: Path, key: str) -> None:
    change = {
        "unknown": (KETTLE, f"{KETTLE}\n          unknown: Het  water"),
        "whole": ("count: 75", "whole: 'de  100', count: 75"),
        "clock": ("questions:", "clocks:\n  - {id: ketel, quote: 'Het  water'}\nquestions:"),
    }[key]
    text = changed(change).replace("unknown: Het  water", "unknown: 'Het  water'")
    assert any("in het citaat meer dan één spatie" in line for line in problems(tmp_path, text))
