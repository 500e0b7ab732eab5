"""The cards to test with have what they are there for."""

from herniatui.card.model import Relation
from herniatui.card.suggestions import suggestions
from herniatui.report.icons import PictureForm, form
from tests.card.cards import frequencies, statements, times
from tests.support.program import HOSTILE, NUMBERS, THREE_OPTIONS, deck_of


def test_the_soup_card_has_every_feature_of_the_format() -> None:
    deck = deck_of(THREE_OPTIONS)
    card, prompts = deck.card, deck.additions.prompts
    assert (len(card.options), len(card.questions)) == (3, 4)
    assert {depth for top in card.introduction for _statement, depth in top.walk()} == {0, 1, 2}
    assert {depth for question in card.questions for _statement, depth in question.statements(0)} == {0, 1, 2}
    assert {frequency.relation for frequency in frequencies(card)} == {
        Relation.EXACTLY,
        Relation.FEWER_THAN,
        Relation.MORE_THAN,
    }
    assert {frequency.of for frequency in frequencies(card)} == {100, 1000}
    assert {frequency.count for frequency in frequencies(card)} >= {0, 1, 10}
    assert times(card)
    assert {(statement.paragraph, statement.is_heading) for statement in statements(card)} >= {
        (True, False),
        (False, True),
    }
    assert all((card.table_heading, card.closing, card.origin.date, card.origin.version, card.origin.licence))
    assert card.origin.remarks
    assert all((prompts.start, prompts.question, prompts.questions, prompts.decision, prompts.closing))
    assert all((deck.additions.added, deck.additions.ipdas.met, deck.additions.ipdas.not_met))


def test_the_card_of_numbers_has_every_form_of_a_number_and_a_time() -> None:
    card = deck_of(NUMBERS).card
    numbers, spans = frequencies(card), [time.span for time in times(card) if time.span]
    assert {number.relation for number in numbers} == set(Relation)
    assert {form(number) for number in numbers} == set(PictureForm)
    assert {number.to is None for number in numbers} == {True, False}
    assert any(number.whole for number in numbers)
    assert any(statement.in_words for statement in statements(card))
    assert {span.end is None for span in spans} == {True, False}
    assert any(span.start_unit for span in spans)
    assert suggestions(card)


def test_a_question_of_the_soup_card_does_not_fit_on_a_small_screen() -> None:
    card = deck_of(THREE_OPTIONS).card
    assert max(len(list(question.statements(0))) for question in card.questions) >= 15


def test_the_hostile_card_looks_like_markup_templates_and_commands() -> None:
    texts = " ".join(deck_of(HOSTILE).card.texts())
    for nasty in ("[red]rood[/red]", "[/x]", "[@click=app.quit]x[/]", "[b", "{}", "%s", "\\n", "漢字", "e\u0301"):
        assert nasty in texts
    assert max(map(len, texts.split())) > 130
