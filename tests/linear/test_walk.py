"""The walk in lines: what is told, what counts as looked at, and that nothing happens by accident."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herniatui.card.figures import figures
from herniatui.consult.model import EMPTY, Mark, Need, Preference
from herniatui.linear.walking import in_words
from herniatui.settings.model import Settings
from tests.linear.walking import walked
from tests.support.program import HERNIA, HOSTILE, THREE_OPTIONS, deck_of
from tests.support.soak import soaking
from tests.tui.driving import new_store

CARD = deck_of(HERNIA).card
THROUGH = ["", "", "", "", "", "", "", "", "", "", ""]
"""From Start through every option of every question to Decide."""


@pytest.mark.parametrize("path", [HERNIA, THREE_OPTIONS, HOSTILE])
def test_every_word_of_a_card_is_told_and_an_option_is_named_before_its_statements(path: Path) -> None:
    card = deck_of(path).card
    steps = len(card.questions) * len(card.options) + 1
    lines = walked(["n iets", *[""] * steps], card=path).lines
    at = 0
    for question in card.questions:
        for index, option in enumerate(card.options):
            at = next(i for i in range(at, len(lines)) if lines[i].startswith(f"Keuze {'ABCDEF'[index]}, "))
            assert option.short in lines[at]
            for statement, _depth in question.statements(index):
                at = next(
                    i
                    for i in range(at + 1, len(lines))
                    if re.sub(r"^\d+(, bij \d+)?\. ", "", lines[i]) == statement.text
                )


def test_every_number_is_told_from_both_sides() -> None:
    told = walked(THROUGH).lines
    for question in CARD.questions:
        for option in range(len(CARD.options)):
            for figure in figures(question, option):
                if figure.frequency and not figure.rest:
                    text = figure.sentence.statement.text
                    at = next(index for index, line in enumerate(told) if line.endswith(f". {text}"))
                    frequency = figure.frequency
                    others = f"{frequency.of - frequency.count} van de {frequency.of}"
                    assert any(others in line and "de andere mensen" in line.lower() for line in told[at + 1 : at + 5])


def test_a_statement_that_is_told_alone_has_the_headings_without_which_it_is_not_true() -> None:
    told = walked(["vraag 2", "4"]).lines
    assert "4, bij 3. Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer" in told


def test_an_option_counts_as_looked_at_when_all_of_it_was_told() -> None:
    store = new_store()
    walked(["n iets", "vraag 2"], store=store)
    (talk,) = store.talks()
    assert talk.record
    assert talk.record.walk.seen == {(CARD.questions[1].id, CARD.options[0].id)}


def test_a_statement_of_an_option_that_was_not_told_cannot_be_marked() -> None:
    found = walked(["vraag 2", "+ 6"])
    assert "Uitspraak 6 is nog niet voorgelezen: die hoort bij keuze B. Typ b." in found.told
    assert found.consult == EMPTY


def test_everything_can_be_said_in_lines() -> None:
    answers = [
        "2", "5", "5", "n weer fietsen", "", "? 2", "+ 4", "x 2", "v b", "v b", "w 3", "n op tijd", "n en meer", "o",
        "b", "j",
    ]  # fmt: skip
    consult = walked(answers).consult
    question = CARD.questions[1].id
    assert consult.chosen == (question,)
    assert consult.note == "weer fietsen"
    assert consult.about(question).preference == Preference(CARD.options[1].id, strong=True)
    assert consult.about(question).importance == 3
    assert consult.about(question).note == "op tijd\nen meer"
    assert {mark for _statement, mark in consult.marks} == {Mark.EXPLAIN, Mark.EXPLAINED, Mark.APPEALS}
    assert consult.decision.option == CARD.options[1].id


def test_what_is_agreed_for_later_can_be_said_in_lines() -> None:
    first = len(CARD.questions) + 1  # none was looked at, so each has a number before these
    answers = ["o", "0", "j", str(first + 1), str(first + 5), "een brief", str(first + 6), "in mei", str(first + 7)]
    decision = walked(answers).consult.decision
    assert decision.not_yet
    assert decision.needs == {Need.TIME, Need.OTHER}
    assert (decision.other, decision.when) == ("een brief", "in mei")
    assert decision.certainty is not None


def test_a_letter_at_decide_asks_and_only_yes_decides() -> None:
    for answer in ("", "n", "zomaar", "b"):
        assert not walked(["n iets", "o", "a", answer]).consult.decision.made
    assert walked(["n iets", "o", "a", "j"]).consult.decision.option == CARD.options[0].id
    assert walked(["o", "a", "j", "a", "j"]).consult.decision.option is None


@settings(deadline=None, max_examples=soaking(short=10, long=200))
@given(st.lists(st.sampled_from(["", "verder", "terug", "o", "a", "b", "0", "omlaag", "herhaal", "", ""]), max_size=30))
def test_empty_lines_and_walking_never_say_decide_or_wipe_anything(answers: list[str]) -> None:
    assert walked(["n iets", *answers]).consult == walked(["n iets"]).consult


def test_undo_and_redo_tell_what_they_do_before_the_place_where_that_was() -> None:
    told = walked(["vraag 1", "+ 1", "vraag 2", "u", "weer"]).lines
    at = next(index for index, line in enumerate(told) if line.startswith("Ongedaan gemaakt: dit vind ik fijn bij"))
    assert told[at + 1].startswith("Vraag 1 van 5:")
    assert any("dit vind ik fijn bij" in line for line in told[at + 1 :])


def test_a_note_can_be_taken_away_and_left_as_it_is() -> None:
    assert walked(["n een", "n", ""]).consult.note == "een"
    assert walked(["n een", "n", "-"]).consult.note == ""


def test_the_address_of_a_word_is_told_in_words() -> None:
    assert in_words("https://www.thuisarts.nl/hernia-in-rug") == (
        "In woorden: thuisarts punt nl, schuine streep, hernia streepje in streepje rug."
    )
    assert "In woorden: thuisarts punt nl" in walked(["t"]).told


def test_conversation_help_and_the_settings_are_those_of_the_screens() -> None:
    assert (
        "U kunt zeggen" in walked([], settings=Settings(prompts=True)).told
        or "Gesprekshulp" in walked([], settings=Settings(prompts=True)).told
    )
    told = walked(["o", ""], settings=Settings(note_form="soep")).told
    assert "E: ICPC L86" in told


def test_the_whole_card_is_told_and_counts_as_looked_at() -> None:
    found = walked(["n iets", "F3", "o", "", "F7"])
    assert found.consult.discussed == {question.id for question in CARD.questions}


RANDOM = (
    "", "1", "3", "12", "a", "b", "0", "j", "n", "v", "w", "x 2", "+ 1", "? 2", "-", "u", "weer", "o", "p", "p 4", "t",
    "F2", "F3", "F5", "F6", "F7", "F8", "h", "i", "vraag 2", "andere", "omlaag", "omhoog", "herhaal", "tekst",
)  # fmt: skip


def test_random_lines_never_end_in_an_error() -> None:
    random = Random(16)
    for _ in range(soaking(short=5, long=300)):
        answers = random.choices(RANDOM, k=60)
        assert walked(answers).code == 1, answers
