"""An answer is shown with the words that it was given to, and never with words that were not on screen."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from herniatui.card.library import Deck, open_deck
from herniatui.card.model import Card
from herniatui.consult import edits
from herniatui.consult.history import Talk, edit, undo
from herniatui.consult.model import EMPTY, Consult, Kind, Mark, Quote, Said
from herniatui.consult.quotes import (
    CardWords,
    _digest,
    answer_of,
    answers,
    current_answers,
    edit_current,
    remove_answer,
    with_earlier_words,
    with_words,
)
from herniatui.consult.walk import Walk
from herniatui.storage.compatibility import still_seen, with_digests
from herniatui.storage.record import CardStamp, Damaged, Record, from_bytes, to_bytes
from herniatui.storage.resume import fit_record, stamp
from tests.consult.changed_cards import (
    changed_cards,
    with_option,
    with_question,
    with_text,
    without_question,
    without_statement,
)
from tests.consult.strategies import CARD, STATEMENTS, consult_edits, consults

WORDS = CardWords(CARD)
NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
TALKS = Path(__file__).parent / "talks"
STATEMENT = "pompoen-gember"
GINGER = "Koken gaat in twee rondes: De eerste ronde, 20 minuten: een stukje gember zo groot als een duim."


def resumed(consult: Consult, card: Card) -> Consult:
    """Return the consult, stored with the soup card and resumed with this card."""
    record = Record(CardStamp("soep", sha256="soup"), NOON, NOON, consult=with_words(WORDS, consult))
    read = from_bytes(to_bytes(record)).consult
    return with_earlier_words(CardWords(card), read, same_card=card == CARD)


@given(consults())
def test_with_the_same_card_a_talk_comes_back_as_it_was_said(consult: Consult) -> None:
    assert resumed(consult, CARD) == consult


@given(consults(), changed_cards())
def test_every_answer_is_to_todays_words_or_keeps_those_of_then(consult: Consult, card: Card) -> None:
    there, words = resumed(consult, card), CardWords(card)
    assert replace(there, words=()) == consult  # nothing that was said is lost
    earlier = {answer_of(quote): quote for quote in there.words}
    for answer, option in answers(consult):
        then, today = WORDS.quote(answer, option), words.quote(answer, option)
        assert earlier.get(answer, today) == then
        assert (answer in earlier) == (then != today)
    assert {answer for answer, _option in answers(current_answers(there))} == {
        answer for answer, _option in answers(consult) if answer not in earlier
    }


@given(consults(), changed_cards(), changed_cards())
def test_earlier_words_survive_any_number_of_changes(consult: Consult, second: Card, third: Card) -> None:
    between = with_words(CardWords(second), resumed(consult, second))
    assert with_earlier_words(WORDS, between, same_card=False) == consult
    assert {*with_earlier_words(CardWords(third), between, same_card=False).words} == {*resumed(consult, third).words}


@given(consults(), changed_cards(), st.lists(consult_edits, max_size=5))
def test_edits_after_a_change_of_the_card_can_be_undone(consult: Consult, card: Card, said: list) -> None:  # type: ignore[type-arg]
    talk = Talk(resumed(consult, card))
    before = talk
    for change in said:
        talk = edit(talk, edit_current(talk.consult, change))
        assert {answer_of(quote) for quote in talk.consult.words} <= {answer for answer, _ in answers(talk.consult)}
    while talk.past:
        talk = undo(talk)
    assert talk.consult == before.consult


def test_an_answer_quotes_the_card() -> None:
    question, option = CARD.questions[CARD.question_index("maken")], CARD.options[CARD.option_index("pompoen")]
    quote = WORDS.quote((Kind.APPEALS, STATEMENT))
    names = (option.id, option.name, option.short)
    assert quote == Quote(Kind.APPEALS, STATEMENT, question.id, question.text, *names, GINGER)
    assert WORDS.quote((Kind.CHOSEN, question.id)) == Quote(Kind.CHOSEN, question.id, question.id, question.text)
    preferred = WORDS.quote((Kind.PREFERENCE, question.id), option.id)
    assert preferred == Quote(Kind.PREFERENCE, question.id, question.id, question.text, *names)
    assert WORDS.quote((Kind.DECISION, ""), option.id) == Quote(Kind.DECISION, "", "", "", *names)


def test_words_that_are_not_on_the_card_have_no_quote_digest_or_index() -> None:
    assert WORDS.quote((Kind.APPEALS, "weg")) is None
    assert WORDS.quote((Kind.CHOSEN, "weg")) is None
    assert WORDS.quote((Kind.PREFERENCE, "maken"), "weg") is None
    assert WORDS.quote((Kind.DECISION, ""), "weg") is None
    assert WORDS.digest("weg", "pompoen") == ""
    assert [WORDS.index_of(statement) for statement in STATEMENTS] == list(range(len(STATEMENTS)))
    assert WORDS.index_of("weg") == len(STATEMENTS)


def test_an_answer_that_the_card_does_not_offer_is_stored_with_unknown_words() -> None:
    (quote,) = with_words(WORDS, edits.choose(EMPTY, "weg")).words
    assert quote == Quote(Kind.CHOSEN, "weg")
    assert quote.is_unknown


def test_the_digest_of_words_is_part_of_the_file_format() -> None:
    texts = ["vraag", "naam", "uitspraak", "tekst"]
    assert _digest(texts) == sha256(b"vraag\0naam\0uitspraak\0tekst").hexdigest()[:16]
    question, option = CARD.questions[CARD.question_index("smaak")], CARD.options[0]
    statements = [
        part for top in question.answers[0] for statement, text in top.with_headings() for part in (statement.id, text)
    ]
    assert WORDS.digest(question.id, option.id) == _digest([question.text, option.name, *statements])


def test_every_answer_is_listed_with_its_option() -> None:
    consult = edits.choose(EMPTY, "smaak")
    consult = edits.prefer(edits.prefer_none(consult, "erbij"), "smaak", "erwt")
    consult = edits.note(edits.weigh(consult, "maken"), "maken", "roeren")
    consult = edits.decide(edits.mark(consult, STATEMENT, Mark.EXPLAIN), "pompoen")
    assert list(answers(consult)) == [
        ((Kind.CHOSEN, "smaak"), ""),
        ((Kind.PREFERENCE, "erbij"), ""),
        ((Kind.IMPORTANCE, "maken"), ""),
        ((Kind.NOTE, "maken"), ""),
        ((Kind.PREFERENCE, "smaak"), "erwt"),
        ((Kind.EXPLAIN, STATEMENT), ""),
        ((Kind.DECISION, ""), "pompoen"),
    ]


def test_the_current_consult_has_no_words() -> None:
    there = resumed(edits.mark(EMPTY, STATEMENT, Mark.APPEALS), without_statement(CARD, STATEMENT))
    assert current_answers(there) == EMPTY


def test_an_edit_of_a_changed_card_leaves_the_order_of_chosen_questions() -> None:
    chosen = edits.choose(edits.choose(EMPTY, "smaak"), "erbij")
    there = resumed(chosen, with_question(CARD, "smaak", "Wie lust soep?"))
    assert edit_current(there, lambda consult: edits.choose(consult, "maken")).chosen == ("smaak", "erbij", "maken")
    assert edit_current(there, lambda consult: edits.choose(consult, "erbij")).chosen == ("smaak",)
    again = edit_current(there, lambda consult: edits.choose(consult, "smaak"))
    assert (again.chosen, again.words) == (("smaak", "erbij"), ())


def test_other_answers_at_a_question_stay_when_an_earlier_answer_is_removed() -> None:
    said = edits.weigh(edits.note(EMPTY, "smaak", "lekker"), "smaak")
    there = resumed(said, with_question(CARD, "smaak", "Wie lust soep?"))
    left = remove_answer(there, (Kind.NOTE, "smaak"))
    assert left.about("smaak") == Said(importance=1)
    assert [quote.kind for quote in left.words] == [Kind.IMPORTANCE]
    assert remove_answer(left, (Kind.IMPORTANCE, "smaak")) == EMPTY


def test_answers_stay_sorted_when_an_earlier_answer_is_put_back() -> None:
    there = resumed(edits.note(EMPTY, "erbij", "brood"), with_question(CARD, "erbij", "Wat eet u erbij?"))
    after = edit_current(there, lambda consult: edits.note(edits.note(consult, "smaak", "zout"), "maken", "roeren"))
    assert [question for question, _said in after.said] == ["erbij", "maken", "smaak"]


def test_not_deciding_yet_replaces_an_earlier_decision() -> None:
    there = resumed(edits.decide(EMPTY, "erwt"), with_option(CARD, "erwt", "Soep van erwten"))
    assert [quote.kind for quote in there.words] == [Kind.DECISION]
    assert current_answers(there) == remove_answer(there, (Kind.DECISION, "")) == EMPTY
    assert edit_current(there, edits.decide_not_yet) == edits.decide_not_yet(EMPTY)


def test_an_answer_to_current_words_replaces_no_other_earlier_answer() -> None:
    said = edits.decide(edits.mark(EMPTY, STATEMENT, Mark.APPEALS), "erwt")
    card = with_option(with_text(CARD, STATEMENT, "een kilo gember."), "erwt", "Soep van erwten")
    there = resumed(said, card)
    assert [quote.kind for quote in there.words] == [Kind.APPEALS, Kind.DECISION]
    assert edit_current(there, lambda consult: edits.note(consult, None, "honger")) == replace(there, note="honger")
    decided = edit_current(there, lambda consult: edits.decide(consult, "pompoen"))
    assert decided == replace(edits.decide(there, "pompoen"), words=there.words[:1])


def test_a_repeated_mark_is_on_the_current_words_and_other_marks_keep_theirs() -> None:
    said = edits.mark(edits.mark(EMPTY, STATEMENT, Mark.APPEALS), STATEMENT, Mark.EXPLAIN)
    there = resumed(said, with_text(CARD, STATEMENT, "een kilo gember."))
    assert current_answers(there).marks == frozenset()
    again = edit_current(there, lambda consult: edits.mark(consult, STATEMENT, Mark.APPEALS))
    assert current_answers(again).marks == {(STATEMENT, Mark.APPEALS)}
    assert [(quote.kind, quote.text) for quote in again.words] == [(Kind.EXPLAIN, GINGER)]
    assert undo(edit(Talk(there), again)).consult == there


def test_an_answer_to_words_that_are_gone_can_be_removed() -> None:
    there = resumed(edits.mark(EMPTY, STATEMENT, Mark.APPEALS), without_statement(CARD, STATEMENT))
    assert [quote.text for quote in there.words] == [GINGER]
    assert remove_answer(there, (Kind.APPEALS, STATEMENT)) == EMPTY


def test_a_note_that_is_opened_and_not_changed_keeps_its_words() -> None:
    there = resumed(edits.note(EMPTY, "smaak", "lekker"), with_question(CARD, "smaak", "Wie lust soep?"))
    talk = Talk(there)
    assert edit(talk, edits.note(there, "smaak", "lekker")) is talk
    assert edit(talk, edits.note(there, "smaak", "lekker pittig")).consult.words == ()


def test_only_unchanged_words_count_as_viewed() -> None:
    seen = frozenset({("maken", "pompoen"), ("maken", "erwt"), ("smaak", "erwt")})
    saved = with_digests(WORDS, Walk(seen=seen))
    assert still_seen(WORDS, saved, same_card=True) == Walk(seen=seen)
    assert still_seen(WORDS, saved, same_card=False) == Walk(seen=seen)
    changed = CardWords(with_text(CARD, STATEMENT, "een kilo gember."))
    assert still_seen(changed, saved, same_card=False).seen == seen - {("maken", "pompoen")}
    gone = CardWords(without_question(CARD, "maken"))
    assert still_seen(gone, saved, same_card=False).seen == {("smaak", "erwt")}


UNSOUND = {
    "of no answer": (Quote(Kind.APPEALS, STATEMENT),),
    "twice": (Quote(Kind.CHOSEN, "smaak"), Quote(Kind.CHOSEN, "smaak")),
    "out of order": (Quote(Kind.DECISION), Quote(Kind.CHOSEN, "smaak")),
    "control characters": (Quote(Kind.CHOSEN, "smaak", asked="\x1b[2J"),),
}


@pytest.mark.parametrize("words", UNSOUND.values(), ids=UNSOUND)
def test_words_that_no_talk_can_have_are_refused(words: tuple[Quote, ...]) -> None:
    consult = replace(edits.decide(edits.choose(EMPTY, "smaak"), "erwt"), words=words)
    with pytest.raises(Damaged):
        from_bytes(to_bytes(Record(CardStamp("soep"), NOON, NOON, consult=consult)))


# Talks stored by an earlier version of the program, and their card.


def old(name: str) -> Record:
    return from_bytes((TALKS / f"format-1-{name}.json").read_bytes())


def changed_deck(tmp_path: Path) -> Deck:
    """Return the card of the old talks with one letter changed in a statement without an answer."""
    text = (TALKS / "card.yaml").read_text(encoding="utf-8")
    (tmp_path / "card.yaml").write_text(text.replace("van hout;", "van beukenhout;"), encoding="utf-8")
    deck = open_deck(tmp_path / "card.yaml")
    assert deck.sha256 != old("kept").card.sha256
    return deck


@pytest.mark.parametrize("name", ["kept", "decided"])
def test_an_old_talk_about_the_very_card_goes_on_as_if_its_words_were_kept(name: str) -> None:
    deck, record = open_deck(TALKS / "card.yaml"), old(name)
    there = fit_record(record, deck)
    assert (there.consult, there.walk) == (record.consult, record.walk)
    full = with_words(CardWords(deck.card), there.consult)
    assert not [quote for quote in full.words if quote.is_unknown]
    assert next(quote.text for quote in full.words if quote.id == STATEMENT) == GINGER


@pytest.mark.parametrize("name", ["kept", "decided"])
def test_of_an_old_talk_about_a_card_that_changed_the_words_are_unknown_and_stay_so(name: str, tmp_path: Path) -> None:
    deck, record = changed_deck(tmp_path), old(name)
    there = fit_record(record, deck)
    assert replace(there.consult, words=()) == record.consult
    assert {answer_of(quote) for quote in there.consult.words} == {answer for answer, _ in answers(record.consult)}
    assert all(quote.is_unknown for quote in there.consult.words)
    assert there.walk.seen == frozenset()
    # Saved by this program under the new card, it is not taken for a talk about that card.
    again = replace(record, card=stamp(deck), consult=with_words(CardWords(deck.card), there.consult))
    assert fit_record(from_bytes(to_bytes(again)), deck).consult == there.consult


def test_an_old_talk_about_the_hernia_card_is_read() -> None:
    assert old("hernia").consult.marks == {("verslavend", Mark.WORRIES)}
