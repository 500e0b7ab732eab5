"""Groups, hints, bold, links and the glossary of a card: read, and refused with their place where a quote is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herniatui.card.problems import Problems
from herniatui.card.quoted_words import Bold, Hyperlink, bold_spans, quote_places
from herniatui.card.reader import parse_card, read_card
from tests.card.cards import changed, problems
from tests.support.program import WORDS

TEXT = "Het water kookt. Het water borrelt, en 1.000 bellen gaan omhoog."
QUESTION = "    text: Hoe zet je thee?\n"
END = "origin:\n"


def statement(fields: str) -> str:
    """Return the tea card with these fields at its last statement, on line 24."""
    return changed(("Het water kookt.", f"'{TEXT}'\n          {fields}"))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("bold: [{quote: melk}]", '27:26: het citaat "melk" staat niet in de tekst'),
        ("bold: [{quote: wate}]", '27:26: het citaat "wate" staat niet in de tekst'),
        ("bold: [{quote: het water}]", '27:26: het citaat "het water" staat niet in de tekst'),
        ("bold: [{quote: '1'}]", '27:26: het citaat "1" staat niet in de tekst'),
        ("bold: [{quote: Het  water}]", '27:26: achter "Het" staat in de tekst een gewone spatie'),
        ("bold: [{quote: water}]", '27:26: "water" staat vaker dan één keer in de tekst'),
        ("bold: [{quote: water, within: water}]", '27:41: "water" staat vaker dan één keer in de tekst'),
        ("bold: [{quote: water, within: Het melk}]", '27:41: het citaat "Het melk" staat niet in de tekst'),
        ("bold: [{quote: bellen, within: Het water kookt}]", '27:26: het citaat "bellen" staat niet in "Het water'),
        (
            "bold: [{quote: water, within: water kookt. Het water}]",
            '27:26: het citaat "water" staat vaker dan één keer',
        ),
        ("bold: [{within: kookt}]", '27:18: het veld "quote" ontbreekt'),
        ("bold: [kookt]", "27:18: hier horen velden te staan: quote, within"),
        ("links: [{quote: kookt}]", '27:19: het veld "address" ontbreekt'),
        ("links: [{quote: kookt, address: 'http://x.nl'}]", '27:43: "http://x.nl" is geen adres'),
        ("links: [{quote: kookt, address: 'https://localhost/x'}]", '27:43: "https://localhost/x" is er niet voor'),
        ("links: [{quote: water, address: 'https://x.nl'}]", '27:27: "water" staat vaker dan één keer in de tekst'),
        (
            "links: [{quote: kookt, address: 'https://x.nl'}, {quote: water kookt, address: 'https://x.nl/y'}]",
            '27:68: "water kookt" hoort voor een deel al bij een andere link',
        ),
    ],
)
def test_a_quote_that_does_not_tell_one_place_in_the_text_is_refused(tmp_path: Path, fields: str, found: str) -> None:
    (problem,) = problems(tmp_path, statement(fields))
    assert problem.startswith(found)


@pytest.mark.parametrize(
    ("fields", "bold", "links"),
    [
        ("bold: [{quote: kookt}]", ["kookt"], []),
        ("bold: [{quote: water, within: Het water borrelt}]", ["water"], []),
        ("bold: [{quote: water borrelt}, {quote: 'borrelt, en 1.000'}]", ["water borrelt, en 1.000"], []),
        ("bold: [{quote: kookt}, {quote: bellen}]", ["kookt", "bellen"], []),
        ("links: [{quote: bellen, address: 'https://x.nl/a?b#c'}]", [], ["https://x.nl/a?b#c"]),
        ("links: [{quote: bellen, address: 'https://thé.nl'}]", [], ["https://xn--th-cja.nl"]),
        (f"bold: [{{quote: '{TEXT}'}}]\n          links: [{{quote: kookt, address: 'https://x.nl'}}]", [TEXT],
         ["https://x.nl"]),
    ],
)  # fmt: skip
def test_words_are_marked_where_they_stand(fields: str, bold: list[str], links: list[str]) -> None:
    found = Problems()
    card = parse_card(statement(fields), found)
    assert card is not None
    assert [problem.text for problem in found] == []
    boiled = card.questions[0].answers[1][0]
    assert boiled.text == TEXT
    assert [TEXT[start:end] for start, end in bold_spans(TEXT, boiled.bold)] == bold
    assert [link.address for link in boiled.links] == links


@given(st.lists(st.sampled_from(["thee", "melk", "een", "1.000"]), min_size=1, max_size=12), st.data())
def test_exactly_the_words_that_stand_once_can_be_bold(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    quote = words[first : data.draw(st.integers(first + 1, len(words)))]
    text = " ".join(words)
    places = [at for at in range(len(words)) if words[at : at + len(quote)] == quote]
    found = Problems()
    told = changed(("Het water kookt.", f"'{text}'\n          bold: [{{quote: '{' '.join(quote)}'}}]"))
    card = parse_card(told, found)
    assert bool(found) == (len(places) > 1)
    if card and not found:
        (span,) = bold_spans(text, card.questions[0].answers[1][0].bold)
        assert span[0] == len(" ".join(words[: places[0]])) + (places[0] > 0)
        assert text[slice(*span)] == " ".join(quote)


@pytest.mark.parametrize(
    ("glossary", "found"),
    [
        ("- {words: [melk], text: Wit.}", '28:14: het woord "melk" staat nergens op de kaart'),
        ("- {words: [kopje], text: Klein.}", '28:14: het woord "kopje" staat nergens op de kaart'),
        ("- {words: [kopjes], text: ''}", "28:29: hier ontbreekt een tekst"),
        ("- {words: [], text: Klein.}", '28:13: "words" is leeg'),
        ("- {words: [kopjes]}", '28:5: het veld "text" ontbreekt'),
        ("- {words: kopjes, text: Klein.}", '28:13: "words" is een lijst'),
        ("- {words: [water], text: Nat.}\n  - {words: [thee, Water], text: Heet.}",
         '29:20: het woord "Water" wordt op regel 28 al uitgelegd'),
        ("- {words: [duur], text: Van wie 'duur' zegt.}", '28:14: het woord "duur" staat nergens op de kaart'),
    ],
)  # fmt: skip
def test_a_word_of_the_glossary_stands_on_the_card_and_is_explained_once(
    tmp_path: Path, glossary: str, found: str
) -> None:
    (problem,) = problems(tmp_path, changed((END, f"glossary:\n  {glossary}\n{END}")))
    assert problem.startswith(found)


def test_too_many_words_are_one_problem(tmp_path: Path) -> None:
    words = [f"woord{number}" for number in range(201)]
    entry = f"glossary:\n  - {{words: [{', '.join(words)}], text: Klein.}}\n{END}"
    (found,) = problems(tmp_path, changed(("Het water kookt.", " ".join(words)), (END, entry)))
    assert found == "28:3: een kaart heeft hooguit 200 woorden met uitleg; deze heeft er 201"


def test_a_group_goes_on_and_is_written_once(tmp_path: Path) -> None:
    more = (
        "  - {id: lang, group: GROUP, text: Hoe lang?, answers: {groen: nothing, zwart: [{id: kort, text: Kort.}]}}\n"
    )
    first = QUESTION.replace("text", "group: Vooraf\n    text")
    for group, count in (("Vooraf", 1), ("Achteraf", 0)):
        found = problems(tmp_path, changed((QUESTION, first), (END, more.replace("GROUP", group) + END)))
        assert len(found) == count
        assert all(line.startswith('28:23: de groep "Vooraf" loopt door vanaf regel 15') for line in found)
    card = read_card(tmp_path / "card.yaml")
    assert [card.group_of(question) for question in card.questions] == ["Vooraf", "Achteraf"]


def test_every_text_of_the_makers_is_part_of_what_the_source_must_say() -> None:
    texts = [*read_card(WORDS).texts()]
    at = [texts.index(text) for text in ("Voor het bakken", "Hoe maakt u het deeg?", "Kneden mag ook met een machine.")]
    assert at == [at[0], at[0] + 1, at[0] + 2]
    assert texts[-2:] == ["Meel en water die al een week staan te borrelen.", "Eet smakelijk."]


def test_places_are_those_within_the_words_around_the_quote() -> None:
    assert [*quote_places(TEXT, "water", "Het water borrelt")] == [(21, 26)]
    assert [*quote_places(TEXT, "water")] == [(4, 9), (21, 26)]
    assert bold_spans(TEXT, (Bold("water"), Bold("water", "Het water borrelt"))) == ((4, 9), (21, 26))
    assert Hyperlink("water", "https://x.nl").within == ""
