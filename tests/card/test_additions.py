"""What the project adds to a card: what is read, and what is said when it is wrong."""

from pathlib import Path

import pytest

from herniatui.card.additions import Additions, read_additions
from herniatui.card.library import open_deck
from herniatui.card.links import Link
from herniatui.card.problems import ProblemsFound
from herniatui.card.reader import read_card
from tests.card.cards import TEA
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, deck_of

ADDITIONS = """\
format: 1
prompts:
  start: [Welkom.]
  questions:
    zetten:
      - Wat drinkt u thuis?
added:
  - De letters.
ipdas:
  met: [Thee.]
links:
  site: https://voorbeeld.nl
  pages:
    - words: [thee, kopjes]
      address: https://voorbeeld.nl/thee-en_co/50%20g
  look_up: [water]
"""


def additions(folder: Path, text: str) -> Additions:
    card, path = folder / "card.yaml", folder / "additions.yaml"
    card.write_text(TEA, encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    return read_additions(path, read_card(card), called="additions.yaml")


def test_everything_that_can_be_added_is_read() -> None:
    soup = deck_of(THREE_OPTIONS).additions
    assert soup.prompts.start == (
        "Er zijn drie soepen. Wat u lekker vindt, telt mee.",
        "Waar wilt u het als eerste over hebben?",
    )
    assert soup.prompts.for_question("smaak") == ("Welke soep at u als kind?", "En welke liet u staan?")
    assert soup.prompts.decision == ("Welke soep wordt het? Morgen kiezen mag ook.",)
    assert soup.prompts.closing == ("Klopt het zo?",)
    assert soup.added == ("De namen op de tabbladen.", "De vragen van de kok.")
    assert soup.ipdas.met == ("De kaart noemt de soepen.",)
    assert soup.ipdas.not_met == ("De kaart noemt geen kookboek.", "De kaart zegt niet wie er proefde.")


def test_links_are_read_pages_first(tmp_path: Path) -> None:
    assert additions(tmp_path, ADDITIONS).links == (
        Link(("thee", "kopjes"), "https://voorbeeld.nl/thee-en_co/50%20g"),
        Link(("water",), "https://voorbeeld.nl", look_up="water"),
    )


@pytest.mark.parametrize("field", ["  pages:\n", "  look_up: [water]\n"])
def test_links_may_be_only_pages_or_only_words_to_look_up(tmp_path: Path, field: str) -> None:
    start = ADDITIONS.index(field)
    end = ADDITIONS.index("  look_up") if "pages" in field else len(ADDITIONS)
    assert len(additions(tmp_path, ADDITIONS[:start] + ADDITIONS[end:]).links) == 1


def test_a_question_without_prompts_of_its_own_has_those_for_any_question() -> None:
    assert deck_of(THREE_OPTIONS).additions.prompts.for_question("erbij") == (
        "Hoe zou u dit thuis aan de kok vertellen?",
    )


def test_the_hernia_card_has_prompts_for_every_question_and_screen() -> None:
    deck = deck_of(HERNIA)
    prompts = deck.additions.prompts
    assert all((prompts.start, prompts.question, prompts.decision, prompts.closing))
    assert [question for question, _lines in prompts.questions] == [question.id for question in deck.card.questions]


def test_a_card_without_additions_has_none(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").write_text(TEA, encoding="utf-8")
    assert open_deck(tmp_path / "card.yaml").additions == Additions()


@pytest.mark.parametrize("text", ["format: 1", "# later", ""])
def test_additions_may_be_nothing_yet(tmp_path: Path, text: str) -> None:
    assert additions(tmp_path, text) == Additions()


def test_hostile_additions_are_texts_like_any_other() -> None:
    assert deck_of(HOSTILE).additions.prompts.start == ("[@click=app.quit]Zeg dit[/] {start} %s",)


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("format: 1\n", "", "1:1", 'het veld "format" ontbreekt'),
        ("format: 1", "format: 2", "1:9", "format 2 is nieuwer"),
        ("added:", "addad:", "7:1", 'onbekend veld "addad"; bedoelde u "added"?'),
        ("  start: [", "  begin: [", "3:3", "hier kan: start, question, questions, decision, closing"),
        ("[Welkom.]", "Welkom.", "3:10", '"start" is een lijst'),
        ("[Welkom.]", "[12]", "3:11", "YAML leest 12 niet als tekst"),
        ("[Welkom.]", '["\\e"]', "3:11", "(U+001B)"),
        ("    zetten:", "    zeten:", "5:5", 'onbekend veld "zeten"; bedoelde u "zetten"?'),
        ("\n      - Wat drinkt u thuis?", " []", "5:13", '"zetten" is leeg'),
        ("- De letters.", "- {a: b}", "8:5", "hier hoort een tekst te staan"),
        ("  met: [Thee.]", "  gehaald: [Thee.]", "10:3", "hier kan: met, not_met"),
        ("ipdas:\n  met: [Thee.]", "ipdas: ja", "9:8", "hier horen velden te staan: met, not_met"),
        ("added:", "added: &a", "7:8", "een anker (&a)"),
        ("added:", "added:\n - x\nadded:", "9:1", '"added" staat hier twee keer'),
        ("  look_up:", "  lookup:", "16:3", 'onbekend veld "lookup"; bedoelde u "look_up"?'),
        ("  site: https://voorbeeld.nl\n", "", "12:3", 'het veld "site" ontbreekt'),
        ("site: https://v", "site: http://v", "12:9", '"http://voorbeeld.nl" is geen adres'),
        ("site: https://voorbeeld.nl", "site: https://１.nl", "12:9", '"https://１.nl" is geen adres'),
        ("site: https://voorbeeld.nl", "site: https://ik@voorbeeld.nl", "12:9", "een gebruikersnaam of wachtwoord"),
        ("site: https://voorbeeld.nl", "site: https://localhost", "12:9", "is er niet voor iedereen"),
        ("https://voorbeeld.nl/thee-en_co", "https://127.0.0.1", "15:16", "heeft een IP-adres als naam"),
        ("thee-en_co", "x" * 300, "15:16", "dit adres is 328 tekens lang; kort het in tot hoogstens 300"),
        ("site: https://voorbeeld.nl", "site: https://voorbeeld.nl/?a=@", "12:9", "is geen adres"),
        ("thee-en_co", "thee en co", "15:16", "is geen adres"),
        ("    - words: [thee, kopjes]\n      address", "    - address", "14:7", 'het veld "words" ontbreekt'),
        ("[thee, kopjes]", "[]", "14:14", '"words" is leeg'),
        ("[thee, kopjes]", "[thee, {a: b}]", "14:21", "hier hoort een tekst te staan"),
        ("kopjes]", "koffie]", "14:21", 'het woord "koffie" staat nergens op de kaart'),
        ("kopjes]", "kop]", "14:21", 'het woord "kop" staat nergens op de kaart'),
        ("[water]", "[wate]", "16:13", 'het woord "wate" staat nergens op de kaart'),
        ("[water]", "water", "16:12", '"look_up" is een lijst'),
    ],
)
def test_one_fault_gives_one_problem_at_its_place(tmp_path: Path, old: str, new: str, place: str, words: str) -> None:
    assert ADDITIONS.count(old) == 1
    with pytest.raises(ProblemsFound) as found:
        additions(tmp_path, ADDITIONS.replace(old, new))
    (line,) = found.value.lines()
    assert line.startswith(f"additions.yaml:{place}: ")
    assert words in line


def test_additions_that_are_no_fields_are_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="1:1: hier horen velden te staan: format, welcome, prompts, added, ipdas"):
        additions(tmp_path, "Welkom.")


def test_additions_that_cannot_be_read_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").write_text(TEA, encoding="utf-8")
    (tmp_path / "additions.yaml").mkdir()
    with pytest.raises(ProblemsFound, match=r"additions\.yaml:1:1: kan niet gelezen worden"):
        open_deck(tmp_path / "card.yaml")


def test_the_words_that_invite_to_click_stand_in_the_introduction(tmp_path: Path) -> None:
    assert additions(tmp_path, ADDITIONS).invitation == ""
    assert deck_of(HERNIA).additions.invitation == "Klik op de onderstreepte woorden"
    with pytest.raises(ProblemsFound, match='"Klik hier" staan niet in de inleiding'):
        additions(tmp_path, ADDITIONS + "  invitation: Klik hier\n")
